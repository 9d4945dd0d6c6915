import { BaseElement, longDate, statusStyles } from '@wherefore/ui';
import type { Changed, Properties } from '@wherefore/ui';
import type { DeskGateway } from '@wherefore/core';
import type { BriefRecord } from '@wherefore/core/wire';
import { deskTexts, fill } from '@wherefore/core/text';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { DeliveryRetriedEvent } from '../connections/delivery-retried-event.ts';
import { SessionEndedEvent } from '../desk/session-ended-event.ts';
import { pill } from '../shared/pill.ts';
import { troubleOf } from '../shared/trouble.ts';
import type { Trouble } from '../shared/trouble.ts';
import { RecordRefreshedEvent } from '../status-form/record-refreshed-event.ts';
import { StatusChangedEvent } from '../status-form/status-changed-event.ts';
import { briefStyles } from './brief.styles.ts';
import { renderAnswers, renderContact, renderFacts, renderHistory } from './details.ts';
import { renderIdea, renderNeed, renderRequest, renderUnclear } from './need.ts';

/**
 * `<wherefore-brief>`: one brief on one screen. Leads with who, problem and outcome in the requester's own words;
 * then the request as it was asked, the idea (judged last), what is still unclear, contact, answers and history,
 * beside the form that changes the state.
 *
 * @tag wherefore-brief
 * @attr {'nl'|'en'} language - Language on screen; the page's `lang` when absent.
 * @attr {string} brief-id - Which brief to show.
 *
 * @fires wherefore-status-changed - A change of state was stored; detail `{ record }`.
 * @fires wherefore-record-refreshed - Somebody else had changed the brief; detail `{ record }`.
 * @fires wherefore-delivery-retried - Something is sent to another system again; detail `{ delivery }`.
 * @fires wherefore-session-ended - The brief could not be read because nobody is signed in.
 *
 * @csspart brief - Everything.
 * @csspart state - The pill with the state.
 * @csspart need - Who, problem and outcome.
 * @csspart request - The opening words with the marks.
 * @csspart idea - The means, as their idea.
 * @csspart unclear - What is still missing.
 * @csspart decide - The card with the change of state.
 * @csspart history - The timeline.
 * @csspart notice - What stands there when there is no brief to show.
 */
export class BriefView extends BaseElement {
  static override properties: Properties = {
    ...BaseElement.properties,
    gateway: { attribute: false },
    briefId: { attribute: 'brief-id' },
    record: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };
  static override styles = [...[BaseElement.styles].flat(), statusStyles, briefStyles];

  /** Where the brief comes from. Without one, nothing is loaded yet. */
  declare gateway: DeskGateway | null | undefined;
  declare briefId: string | null | undefined;

  declare private record: BriefRecord | undefined;
  declare private trouble: Trouble | undefined;
  declare private busy: boolean;

  #run = 0;
  #focusWhenShown = false;

  constructor() {
    super();
    this.busy = false;
  }

  /** Reads the brief again. */
  async refresh(): Promise<void> {
    const { gateway, briefId } = this;
    if (!gateway || !briefId) return;
    const run = ++this.#run;
    this.busy = true;
    try {
      const record = await gateway.getBrief(briefId);
      if (run !== this.#run) return;
      this.record = record;
      this.trouble = undefined;
    } catch (error) {
      if (run !== this.#run) return;
      this.trouble = troubleOf(error);
      if (this.trouble === 'not-signed-in') this.dispatchEvent(new SessionEndedEvent());
    } finally {
      if (run === this.#run) this.busy = false;
    }
  }

  /** Reads the brief again when the last try failed. What is on screen and typed stays as it is. */
  revive(): void {
    if (this.trouble) void this.refresh();
  }

  /** Moves focus to the heading, as soon as there is one. */
  override focus(): void {
    this.#focusWhenShown = true;
    this.requestUpdate();
  }

  protected override willUpdate(changed: Changed): void {
    if (!changed.has('gateway') && !changed.has('briefId')) return;
    this.record = undefined;
    this.trouble = undefined;
    void this.refresh();
  }

  protected override updated(): void {
    if (!this.#focusWhenShown || (!this.record && !this.trouble)) return;
    this.#focusWhenShown = false;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.briefId) return nothing;
    return html`<article class="brief" part="brief" lang=${this.screenLanguage} aria-busy=${this.busy}>
      ${this.record ? this.#renderRecord(this.record) : this.trouble ? this.#renderTrouble() : this.#renderLoading()}
    </article>`;
  }

  #renderRecord(record: BriefRecord): TemplateResult {
    const language = this.screenLanguage;
    const { brief } = record;
    const from = [brief.requester?.department, brief.requester?.name].filter(Boolean);
    return html`
      <p class="line-up muted">
        ${pill(record.status, language)}
        <span>${fill(deskTexts[language].receivedOn, { date: longDate(record.receivedAt, language) })}</span>
        ${from.map((each) => html`<span>${each}</span>`)}
      </p>
      <div class="columns">
        <div class="story">
          ${renderNeed(brief, language)} ${renderRequest(brief, language)} ${renderIdea(brief, language)}
          ${renderUnclear(brief, language)} ${renderFacts(brief, language)} ${renderAnswers(brief, language)}
          ${renderContact(brief, language)}
        </div>
        <div class="side">
          <wherefore-status-form
            class="decide"
            part="decide"
            .gateway=${this.gateway}
            .language=${language}
            .record=${record}
            @wherefore-status-changed=${this.#onChanged}
            @wherefore-record-refreshed=${this.#onRefreshed}
          ></wherefore-status-form>
          ${record.links || record.deliveries ? this.#renderElsewhere(record) : nothing}
          ${renderHistory(record, language)}
        </div>
      </div>
    `;
  }

  #renderElsewhere(record: BriefRecord): TemplateResult {
    return html`<wherefore-elsewhere
      .gateway=${this.gateway}
      .language=${this.screenLanguage}
      .record=${record}
      @wherefore-delivery-retried=${this.#onRetried}
      @wherefore-session-ended=${this.#onSessionEnded}
    ></wherefore-elsewhere>`;
  }

  #renderLoading(): TemplateResult {
    return html`<p class="muted" role="status">${deskTexts[this.screenLanguage].briefLoading}</p>
      <div class="ghost"></div>
      <div class="ghost"></div>
      <div class="ghost short"></div>`;
  }

  #renderTrouble(): TemplateResult {
    const texts = deskTexts[this.screenLanguage];
    if (this.trouble === 'not-found') {
      return html`<div class="notice" part="notice">
        <h2 tabindex="-1">${texts.briefUnknownTitle}</h2>
        <p>${texts.briefUnknown}</p>
      </div>`;
    }
    return html`<div class="notice" part="notice">
      <h2 tabindex="-1">${texts.briefFailed}</h2>
      <p>${this.trouble === 'offline' ? texts.offline : texts.failed}</p>
      <button type="button" class="secondary" aria-disabled=${this.busy} @click=${this.#onAgain}>${texts.again}</button>
    </div>`;
  }

  readonly #onAgain = (): void => {
    if (!this.busy) void this.refresh();
  };

  readonly #onRetried = (event: DeliveryRetriedEvent): void => {
    this.dispatchEvent(new DeliveryRetriedEvent(event.detail.delivery));
  };

  readonly #onSessionEnded = (): void => void this.dispatchEvent(new SessionEndedEvent());

  readonly #onChanged = (event: StatusChangedEvent): void => {
    this.record = event.detail.record;
    this.dispatchEvent(new StatusChangedEvent(event.detail.record));
  };

  readonly #onRefreshed = (event: RecordRefreshedEvent): void => {
    this.record = event.detail.record;
    this.dispatchEvent(new RecordRefreshedEvent(event.detail.record));
  };
}
