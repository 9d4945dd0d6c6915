import { BaseElement, longDate, statusStyles } from '@wherefore/ui';
import type { Changed, Properties } from '@wherefore/ui';
import { isWhereforeError } from '@wherefore/core';
import type { FollowGateway } from '@wherefore/core';
import type { FollowView } from '@wherefore/core/wire';
import { fill, followTexts, statusTexts } from '@wherefore/core/text';
import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { followStyles } from './follow.styles.ts';
import { letter } from './letter.ts';
import { ViewLoadedEvent } from './view-loaded-event.ts';

type Trouble = 'unknown' | 'offline' | 'failed';

/** A page that stays open asks for news when it is looked at again, but never more often than this. */
const QUIET_MS = 30_000;

/**
 * `<wherefore-follow>`: the page behind a follow link. Shows requesters their own words and how it stands with
 * them, as a letter that is kept up to date. Holds nothing about the requester as a person.
 *
 * @tag wherefore-follow
 * @attr {'nl'|'en'} language - Language on screen; the page's `lang` when absent.
 * @fires wherefore-view-loaded - The brief is on screen, for the first time or with news; detail `{ view }`.
 *
 * @csspart letter - The sheet that everything stands on.
 * @csspart request - The requester's opening words.
 * @csspart state - The pill with the name of the state.
 * @csspart now - The part that says where it stands and what happens next.
 * @csspart reason - The newest reason.
 * @csspart history - The timeline.
 * @csspart need - Who, problem, outcome and the idea.
 * @csspart notice - What stands there instead when there is nothing to show.
 *
 * @cssproperty --wherefore-follow-width - The widest that the letter becomes; 44rem.
 */
export class Follow extends BaseElement {
  static override properties: Properties = {
    ...BaseElement.properties,
    gateway: { attribute: false },
    token: { attribute: false },
    view: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };
  static override styles = [...[BaseElement.styles].flat(), statusStyles, followStyles];

  /** Where the brief is read. Without one, nothing is loaded yet. */
  declare gateway: FollowGateway | null | undefined;
  /** The right to read, from the follow link. Never an attribute: it does not belong in the markup. */
  declare token: string | null | undefined;

  declare private view: FollowView | undefined;
  declare private trouble: Trouble | undefined;
  declare private busy: boolean;

  #run = 0;
  #loadedAt = 0;

  constructor() {
    super();
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#onOnline);
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('online', this.#onOnline);
    document.removeEventListener('visibilitychange', this.#onVisible);
    super.disconnectedCallback();
  }

  /** Reads the brief again. What is on screen stays there until the answer is in. */
  async refresh(): Promise<void> {
    const { gateway, token } = this;
    if (!gateway) return;
    const run = ++this.#run;
    if (!token) {
      this.trouble = 'unknown';
      return;
    }
    this.busy = true;
    try {
      const view = await gateway.follow(token);
      if (run === this.#run) this.#show(view);
    } catch (error) {
      if (run === this.#run) this.#fail(troubleOf(error));
    } finally {
      if (run === this.#run) this.busy = false;
    }
  }

  protected override willUpdate(changed: Changed): void {
    if (!changed.has('gateway') && !changed.has('token')) return;
    this.view = undefined;
    this.trouble = undefined;
    void this.refresh();
  }

  protected override render(): TemplateResult {
    const language = this.screenLanguage;
    return html`<article class="letter" part="letter" lang=${language} aria-busy=${this.busy}>
      ${this.view ? letter(this.view, language) : this.trouble ? this.#renderTrouble(this.trouble) : this.#renderLoading()}
    </article>`;
  }

  #renderLoading(): TemplateResult {
    return html`<div class="loading" part="notice">
      <p class="muted" role="status">${followTexts[this.screenLanguage].loading}</p>
      <div class="line long"></div>
      <div class="line"></div>
      <div class="line short"></div>
    </div>`;
  }

  #renderTrouble(trouble: Trouble): TemplateResult {
    const texts = followTexts[this.screenLanguage];
    const again = html`<p>
      <button class="secondary" type="button" aria-disabled=${this.busy} @click=${this.#onAgain}>${texts.again}</button>
    </p>`;
    return html`<div class="notice" part="notice" role="status">
      <h1>${texts[`${trouble}Title`]}</h1>
      <p>${texts[trouble]}</p>
      ${trouble === 'unknown' ? '' : again}
    </div>`;
  }

  #show(view: FollowView): void {
    const known = this.view;
    const news = known !== undefined && known.history.length !== view.history.length;
    this.view = view;
    this.trouble = undefined;
    this.#loadedAt = performance.now();
    if (known && !news) return;
    const language = this.screenLanguage;
    const texts = followTexts[language];
    const state = statusTexts[language][view.status];
    this.announce(
      news
        ? fill(texts.updated, { state })
        : `${fill(texts.title, { date: longDate(view.receivedAt, language) })}. ${state}.`,
    );
    this.dispatchEvent(new ViewLoadedEvent(view));
  }

  /** A letter that is on screen stays there when only the connection is away. */
  #fail(trouble: Trouble): void {
    if (trouble === 'unknown') this.view = undefined;
    this.trouble = trouble;
  }

  readonly #onAgain = (): void => {
    if (!this.busy) void this.refresh();
  };

  readonly #onOnline = (): void => {
    if (this.trouble && this.trouble !== 'unknown') void this.refresh();
  };

  readonly #onVisible = (): void => {
    const rested = performance.now() - this.#loadedAt > QUIET_MS;
    if (document.visibilityState === 'visible' && this.view && rested) void this.refresh();
  };
}

function troubleOf(error: unknown): Trouble {
  const code = isWhereforeError(error) ? error.code : undefined;
  if (code === 'not-found' || code === 'invalid-body') return 'unknown';
  return code === 'offline' || code === 'timeout' ? 'offline' : 'failed';
}
