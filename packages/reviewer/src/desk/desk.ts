import { BaseElement } from '@wherefore/ui';
import type { Changed, Properties } from '@wherefore/ui';
import type { DeskGateway } from '@wherefore/core';
import type { Session } from '@wherefore/core/wire';
import { deskTexts, fill } from '@wherefore/core/text';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { BriefView } from '../brief/brief.ts';
import type { Connections } from '../connections/connections.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { DeliveryRetriedEvent } from '../connections/delivery-retried-event.ts';
import { addressOf, openBrief, signInToken } from '../shared/address.ts';
import { troubleOf } from '../shared/trouble.ts';
import type { Trouble } from '../shared/trouble.ts';
import type { StatusChangedEvent } from '../status-form/status-changed-event.ts';
import { deskStyles } from './desk.styles.ts';
import { renderSignIn } from './sign-in.ts';
import { SessionEndedEvent } from './session-ended-event.ts';
import { SessionStartedEvent } from './session-started-event.ts';

/**
 * `<wherefore-desk>`: where product owners read and answer briefs. The list and the open brief stand side by side on
 * a wide screen and take turns on a narrow one. Which brief is open stands in the address (`#brief=<id>`), so that
 * the back button, a reload and a bookmark do what people expect.
 *
 * A sign-in link is used up by a press on the button only; loading the page uses up nothing.
 *
 * @tag wherefore-desk
 * @attr {'nl'|'en'} language - Language on screen; the page's `lang` when absent.
 * @attr {string} sign-in-token - The one-time token of a sign-in link.
 *
 * @fires wherefore-session-started - A reviewer is signed in; detail `{ session }`.
 * @fires wherefore-session-ended - The reviewer signed out, or the session ran out.
 *
 * @csspart header - Title, name and sign-out.
 * @csspart sign-in - The card that is there for who is not signed in.
 * @csspart connections - How it goes with other systems, where there are any.
 * @csspart inbox - The list.
 * @csspart brief - The open brief.
 * @csspart empty - What stands beside the list when no brief is open.
 */
export class Desk extends BaseElement {
  static override properties: Properties = {
    ...BaseElement.properties,
    gateway: { attribute: false },
    signInToken: { attribute: 'sign-in-token' },
    phase: { state: true },
    session: { state: true },
    openId: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };
  static override styles = [...[BaseElement.styles].flat(), deskStyles];

  /** Where briefs and session come from. Without one, the desk waits. */
  declare gateway: DeskGateway | null | undefined;
  declare signInToken: string | null | undefined;

  declare private phase: 'checking' | 'out' | 'in';
  declare private session: Session | undefined;
  declare private openId: string | undefined;
  declare private trouble: Trouble | undefined;
  declare private busy: boolean;

  constructor() {
    super();
    this.phase = 'checking';
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    this.openId = openBrief(location.hash);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#onHash);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: Changed): void {
    if (changed.has('gateway') && this.gateway) void this.#check();
  }

  protected override render(): TemplateResult {
    const language = this.screenLanguage;
    const { phase, trouble, busy } = this;
    return html`<div class="desk" lang=${language} tabindex="-1">
      ${
        phase === 'in'
          ? nothing
          : renderSignIn({
              language,
              checking: phase === 'checking',
              ready: Boolean(this.signInToken),
              ended: Boolean(this.session),
              trouble,
              busy,
              onSignIn: this.#onSignIn,
              onAgain: this.#onAgain,
            })
      }
      ${this.session ? this.#renderPanes(this.session) : nothing}
    </div>`;
  }

  /** Hidden, not removed, while a session has run out: what was typed must still be there afterwards. */
  #renderPanes(session: Session): TemplateResult {
    const { gateway, openId } = this;
    const language = this.screenLanguage;
    const texts = deskTexts[language];
    return html`<div class="in" ?hidden=${this.phase !== 'in'}>
      <header part="header">
        <h1>${texts.title}</h1>
        <p class="me">
          <span class="muted">${fill(texts.signedInAs, { name: session.name })}</span>
          <button type="button" class="quiet" @click=${this.#onSignOut}>${texts.signOut}</button>
        </p>
      </header>
      <wherefore-connections
        part="connections"
        .gateway=${gateway}
        .language=${language}
        @wherefore-delivery-retried=${this.#onRetried}
        @wherefore-session-ended=${this.#onSessionEnded}
      ></wherefore-connections>
      <div class="panes ${openId ? 'reading' : ''}">
        <wherefore-inbox
          part="inbox"
          .gateway=${gateway}
          .language=${language}
          .current=${openId}
          @wherefore-session-ended=${this.#onSessionEnded}
        ></wherefore-inbox>
        <div class="page">
          <p class="back" ?hidden=${!openId}><a class="button" href=${addressOf()}>${texts.back}</a></p>
          <wherefore-brief
            part="brief"
            ?hidden=${!openId}
            .gateway=${gateway}
            .language=${language}
            .briefId=${openId}
            @wherefore-status-changed=${this.#onChanged}
            @wherefore-record-refreshed=${this.#onChanged}
            @wherefore-delivery-retried=${this.#onRetriedInBrief}
            @wherefore-session-ended=${this.#onSessionEnded}
          ></wherefore-brief>
          <div class="empty" part="empty" ?hidden=${Boolean(openId)}>
            <h2>${texts.choose}</h2>
            <p class="muted">${texts.chooseHint}</p>
          </div>
        </div>
      </div>
    </div>`;
  }

  get #inbox(): Inbox | null {
    return this.renderRoot.querySelector<Inbox>('wherefore-inbox');
  }

  get #connections(): Connections | null {
    return this.renderRoot.querySelector<Connections>('wherefore-connections');
  }

  get #brief(): BriefView | null {
    return this.renderRoot.querySelector<BriefView>('wherefore-brief');
  }

  /** Asks who is signed in. Never uses up a link. */
  async #check(): Promise<void> {
    const { gateway } = this;
    this.trouble = undefined;
    this.phase = 'checking';
    try {
      const session = await gateway?.session();
      if (gateway !== this.gateway) return;
      if (session) this.#enter(session);
      else this.phase = 'out';
    } catch (error) {
      if (gateway !== this.gateway) return;
      this.trouble = troubleOf(error);
      this.phase = 'out';
    }
  }

  #enter(session: Session): void {
    const again = this.session !== undefined;
    this.session = session;
    this.signInToken = undefined;
    this.trouble = undefined;
    this.phase = 'in';
    this.dispatchEvent(new SessionStartedEvent(session));
    if (!again) return;
    void this.#inbox?.refresh();
    void this.#connections?.refresh();
    this.#brief?.revive();
  }

  readonly #onSignIn = async (): Promise<void> => {
    const { gateway, signInToken: token } = this;
    if (!gateway || !token || this.busy) return;
    this.busy = true;
    this.trouble = undefined;
    try {
      this.#enter(await gateway.signIn(token));
      this.announce(deskTexts[this.screenLanguage].signedIn);
      await this.focusOn('.desk');
    } catch (error) {
      this.trouble = troubleOf(error);
      if (this.trouble === 'sign-in-failed') this.signInToken = undefined;
      await this.focusOn('.trouble');
    } finally {
      this.busy = false;
    }
  };

  readonly #onSignOut = async (): Promise<void> => {
    try {
      await this.gateway?.signOut();
    } catch (error) {
      // Already out is what was wanted; for the rest the session is still there, and saying otherwise would be a lie.
      if (troubleOf(error) !== 'not-signed-in') {
        const texts = deskTexts[this.screenLanguage];
        this.announce(troubleOf(error) === 'offline' ? texts.offline : texts.failed);
        return;
      }
    }
    this.session = undefined;
    this.phase = 'out';
    this.dispatchEvent(new SessionEndedEvent());
    await this.focusOn('h1');
  };

  readonly #onSessionEnded = (): void => {
    if (this.phase !== 'in') return;
    this.phase = 'out';
    this.dispatchEvent(new SessionEndedEvent());
    void this.focusOn('h1');
  };

  readonly #onAgain = (): void => void this.#check();

  readonly #onChanged = (event: StatusChangedEvent): void => this.#inbox?.apply(event.detail.record);

  readonly #onRetried = ({ detail }: DeliveryRetriedEvent): void => {
    if (detail.delivery.briefId === this.openId) void this.#brief?.refresh();
  };

  readonly #onRetriedInBrief = (): void => void this.#connections?.refresh();

  readonly #onHash = async (): Promise<void> => {
    // A sign-in link that is opened in this tab leaves the open brief alone.
    if (signInToken(location.hash)) return;
    const before = this.openId;
    this.openId = openBrief(location.hash);
    if (before === this.openId || this.phase !== 'in') return;
    await this.updateComplete;
    if (this.openId) this.#brief?.focus();
    else if (before) void this.#inbox?.focusRow(before);
  };
}
