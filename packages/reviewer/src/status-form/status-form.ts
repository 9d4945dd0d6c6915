import { BaseElement, longDate, statusStyles } from '@wherefore/ui';
import type { Changed, Properties } from '@wherefore/ui';
import { LIMITS } from '@wherefore/core';
import type { DeskGateway, Status } from '@wherefore/core';
import type { BriefRecord, HistoryEntry } from '@wherefore/core/wire';
import { deskTexts, fill, statusTexts } from '@wherefore/core/text';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { troubleOf } from '../shared/trouble.ts';
import { RecordRefreshedEvent } from './record-refreshed-event.ts';
import { StatusChangedEvent } from './status-changed-event.ts';
import { statusFormStyles } from './status-form.styles.ts';

/** What a reviewer can choose. `received` happens by itself and `merged` needs a second brief. */
const CHOICES = ['reviewing', 'accepted', 'later', 'declined', 'solved', 'delivered'] as const;
type Choice = (typeof CHOICES)[number];

/** What was typed for a brief and not saved yet. */
interface Draft {
  choice: Choice | undefined;
  reason: string;
}

/**
 * `<wherefore-status-form>`: the change of state, never without a reason. What was typed survives a failed save,
 * somebody else's change and a look at another brief.
 *
 * @tag wherefore-status-form
 * @attr {'nl'|'en'} language - Language on screen; the page's `lang` when absent.
 * @fires wherefore-status-changed - The change was stored; detail `{ record }`.
 * @fires wherefore-record-refreshed - Somebody else was first; detail `{ record }` as it is now.
 *
 * @csspart choices - The states to choose from.
 * @csspart reason - The field for the reason.
 * @csspart save - The button.
 * @csspart conflict - What somebody else changed in the meantime.
 */
export class StatusForm extends BaseElement {
  static override properties: Properties = {
    ...BaseElement.properties,
    gateway: { attribute: false },
    record: { attribute: false },
    choice: { state: true },
    errors: { state: true },
    failure: { state: true },
    news: { state: true },
    saved: { state: true },
    busy: { state: true },
  };
  static override styles = [...[BaseElement.styles].flat(), statusStyles, statusFormStyles];

  declare gateway: DeskGateway | null | undefined;
  /** The brief as the reviewer sees it; its version goes along with the change. */
  declare record: BriefRecord | null | undefined;

  declare private choice: Choice | undefined;
  declare private errors: { state?: string; reason?: string };
  declare private failure: string;
  declare private news: HistoryEntry[] | undefined;
  declare private saved: Status | undefined;
  declare private busy: boolean;

  readonly #drafts = new Map<string, Draft>();
  #shown: string | undefined;

  constructor() {
    super();
    this.errors = {};
    this.failure = '';
    this.busy = false;
  }

  protected override willUpdate(): void {
    const id = this.record?.brief.id;
    if (id === this.#shown) return;
    this.#keepDraft();
    this.choice = id ? this.#drafts.get(id)?.choice : undefined;
    this.#forgetNotices();
    this.saved = undefined;
  }

  protected override updated(_changed: Changed): void {
    const id = this.record?.brief.id;
    if (id === this.#shown) return;
    this.#shown = id;
    const field = this.#field();
    if (field) field.value = (id && this.#drafts.get(id)?.reason) || '';
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.record) return nothing;
    const texts = deskTexts[this.screenLanguage];
    const { errors } = this;
    return html`<form lang=${this.screenLanguage} novalidate @submit=${this.#onSubmit}>
      <h3>${texts.decide}</h3>
      ${this.#renderSaved()} ${this.#renderNews()}
      <fieldset aria-describedby=${errors.state ? 'state-error' : nothing}>
        <legend>${texts.state}</legend>
        ${errors.state ? html`<p class="error" id="state-error">${errors.state}</p>` : nothing}
        <div class="choices" part="choices">${CHOICES.map((choice) => this.#renderChoice(choice))}</div>
      </fieldset>
      <div class="field">
        <label for="reason">${texts.reason}</label>
        <p class="muted" id="reason-hint">${texts.reasonHint}</p>
        ${errors.reason ? html`<p class="error" id="reason-error">${errors.reason}</p>` : nothing}
        <textarea
          id="reason"
          part="reason"
          rows="4"
          required
          aria-invalid=${errors.reason ? 'true' : nothing}
          aria-describedby=${errors.reason ? 'reason-error reason-hint' : 'reason-hint'}
        ></textarea>
      </div>
      ${this.failure ? html`<p class="error" id="failure" tabindex="-1" role="alert">${this.failure}</p>` : nothing}
      <button type="submit" class="primary" part="save" aria-disabled=${this.busy ? 'true' : nothing}>
        ${this.busy ? texts.saving : texts.save}
      </button>
    </form>`;
  }

  #renderChoice(choice: Choice): TemplateResult {
    const language = this.screenLanguage;
    const texts = deskTexts[language];
    const current = this.record?.status === choice;
    return html`<label class="choice ${choice}">
      <input
        type="radio"
        name="state"
        value=${choice}
        .checked=${this.choice === choice}
        aria-invalid=${this.errors.state ? 'true' : nothing}
        @change=${this.#onChoice}
      />
      <span>
        <span class="name">${statusTexts[language][choice]}</span>
        ${current ? html`<span class="current">${texts.current}</span>` : nothing}
        <span class="muted what">${texts.choices[choice]}</span>
      </span>
    </label>`;
  }

  #renderSaved(): TemplateResult | typeof nothing {
    if (!this.saved) return nothing;
    const texts = deskTexts[this.screenLanguage];
    const state = statusTexts[this.screenLanguage][this.saved];
    return html`<div class="saved" tabindex="-1">
      <p><strong>${fill(texts.saved, { state })}</strong></p>
      <p class="muted">${texts.undo}</p>
    </div>`;
  }

  #renderNews(): TemplateResult | typeof nothing {
    if (!this.news) return nothing;
    const language = this.screenLanguage;
    const texts = deskTexts[language];
    return html`<div class="conflict" part="conflict" id="conflict" tabindex="-1" role="group" aria-labelledby="conflict-title">
      <h4 id="conflict-title">${texts.conflictTitle}</h4>
      ${this.news.length === 0 ? html`<p>${texts.conflictUnclear}</p>` : nothing}
      ${this.news.map(({ at, by, reason, status }) => {
        const values = { date: longDate(at, language), name: by ?? '', state: statusTexts[language][status] };
        return html`<p>${fill(by ? texts.conflictBy : texts.conflictChange, values)}</p>
          ${reason ? html`<blockquote>${reason}</blockquote>` : nothing}`;
      })}
      <p><strong>${texts.conflictKept}</strong></p>
    </div>`;
  }

  #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  #keepDraft(): void {
    if (!this.#shown) return;
    const reason = this.#field()?.value ?? '';
    if (reason.trim() || this.choice) this.#drafts.set(this.#shown, { choice: this.choice, reason });
    else this.#drafts.delete(this.#shown);
  }

  #forgetNotices(): void {
    this.errors = {};
    this.failure = '';
    this.news = undefined;
  }

  /** Checks what was filled in; the first thing that is missing gets the focus. */
  #check(reason: string): boolean {
    const texts = deskTexts[this.screenLanguage];
    const over = reason.length - LIMITS.text;
    const inReason = !reason ? texts.needReason : over > 0 ? fill(texts.reasonTooLong, { count: over }) : '';
    this.errors = { ...(!this.choice && { state: texts.needState }), ...(inReason && { reason: inReason }) };
    if (!this.choice) void this.focusOn('input[type=radio]');
    else if (inReason) void this.focusOn('textarea');
    return Boolean(this.choice) && !inReason;
  }

  readonly #onChoice = (event: Event): void => {
    this.choice = (event.target as HTMLInputElement).value as Choice;
    this.saved = undefined;
    const { reason } = this.errors;
    this.errors = reason ? { reason } : {};
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.busy) void this.#save();
  };

  async #save(): Promise<void> {
    const { gateway, record, choice } = this;
    const reason = this.#field()?.value.trim() ?? '';
    this.#forgetNotices();
    this.saved = undefined;
    if (!this.#check(reason) || !gateway || !record || !choice) return;
    this.busy = true;
    try {
      this.#done(await gateway.changeStatus(record.brief.id, { status: choice, reason }, record.version));
    } catch (error) {
      await this.#notSaved(error, record, { choice, reason });
    } finally {
      this.busy = false;
    }
  }

  #done(record: BriefRecord): void {
    const { id } = record.brief;
    this.#drafts.delete(id);
    const texts = deskTexts[this.screenLanguage];
    // The reviewer may be looking at another brief by now; what is typed there stays.
    if (id === this.record?.brief.id) {
      this.record = record;
      this.choice = undefined;
      this.saved = record.status;
      const field = this.#field();
      if (field) field.value = '';
      void this.focusOn('.saved');
    }
    this.announce(fill(texts.saved, { state: statusTexts[this.screenLanguage][record.status] }));
    this.dispatchEvent(new StatusChangedEvent(record));
  }

  async #notSaved(error: unknown, before: BriefRecord, tried: Draft): Promise<void> {
    const { id } = before.brief;
    const trouble = troubleOf(error);
    const now =
      trouble === 'version-mismatch' ? await this.gateway?.getBrief(id).catch(() => undefined) : undefined;
    if (now) {
      const news = now.history.slice(before.history.length);
      const last = news.at(-1);
      // An earlier try did arrive, only its answer got lost.
      if (last && news.length === 1 && last.status === tried.choice && last.reason === tried.reason)
        return this.#done(now);
      this.dispatchEvent(new RecordRefreshedEvent(now));
      if (id !== this.record?.brief.id) return;
      this.record = now;
      this.news = news;
      void this.focusOn('#conflict');
      return;
    }
    if (id !== this.record?.brief.id) return;
    const texts = deskTexts[this.screenLanguage];
    if (trouble === 'offline') this.failure = texts.notSavedOffline;
    else if (trouble === 'not-signed-in') this.failure = texts.notSavedSession;
    else this.failure = texts.notSaved;
    void this.focusOn('#failure');
  }
}
