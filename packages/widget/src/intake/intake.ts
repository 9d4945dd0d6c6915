import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { IntakeGateway } from '@wherefore/core';
import type { Requester } from '@wherefore/core/brief';
import type { FlowDefinition } from '@wherefore/core/flow';
import { formalTexts, intakeFirstTexts } from '@wherefore/core/text';
import type { IntakeFirstMessages, IntakeMessages, VentMessages } from '@wherefore/core/text';
import type { TransportOptions } from '@wherefore/sdk/transport';
import { BaseElement, css, foundation } from '@wherefore/ui';
import type { Properties } from '@wherefore/ui';
import type { Conversation } from './conversation.ts';
import { intakeStyles } from './intake.styles.ts';
import { afterPause, now, settled } from './pause.ts';
import type { DraftMode, IntakeServices } from './services.ts';

/**
 * The conversation with a requester: one sentence, at most a few fitting questions, a playback, sent.
 *
 * Only the first question is here. The rest, with the analyser and the client, loads when somebody starts.
 *
 * @tag wherefore-intake
 * @attr {string} endpoint - Base address of the backend; the page's own origin when absent.
 * @attr {'nl'|'en'} language - Language on screen; the page's `lang` when absent.
 * @attr {'inline'|'dialog'|'drawer'} mode - `inline` (default), or closed until `show()` is called.
 * @attr {'device'|'session'|'off'} drafts - Where unsent text is kept; `device` when absent.
 * @attr {string} department - Goes along in the brief, unless `requester` has one.
 * @attr {'je'|'u'} address - How Dutch texts address people; `je` when absent.
 * @fires wherefore-brief-submitted - The backend gave its receipt; detail `{ brief, receipt }`.
 * @csspart card - The surface that everything stands on.
 * @csspart field - The text field of the first question.
 * @csspart title - The heading of the first question.
 * @cssproperty --wherefore-color-accent - Buttons and links; see the theming guide for all tokens.
 */
export class Intake extends BaseElement {
  static override properties: Properties = {
    ...BaseElement.properties,
    endpoint: {},
    mode: {},
    drafts: {},
    department: {},
    address: {},
    gateway: { attribute: false },
    transport: { attribute: false },
    flow: { attribute: false },
    requester: { attribute: false },
    messages: { attribute: false },
    notice: { state: true },
    busy: { state: true },
    restored: { state: true },
  };
  static override styles = css`
    ${foundation}
    ${intakeStyles}
  `;

  /** Filled in by `define/intake`; a page that sets `gateway` itself needs none. */
  static services: IntakeServices | undefined;

  declare endpoint: string | undefined;
  declare mode: 'inline' | 'dialog' | 'drawer' | undefined;
  declare drafts: DraftMode | undefined;
  declare department: string | undefined;
  /** How Dutch texts address people. */
  declare address: 'je' | 'u' | undefined;
  /** Takes the brief. Set it to send to a backend of your own. */
  declare gateway: IntakeGateway | undefined;
  /** Sends to an address and in a shape of your own; see docs/guides/any-backend.md. `gateway` goes before it. */
  declare transport: TransportOptions | undefined;
  /** Another question set, as an object or the address of a JSON file. */
  declare flow: FlowDefinition | string | undefined;
  /** Who is asking, when the page knows. */
  declare requester: Requester | undefined;
  /** Words to replace, by screen. */
  declare messages:
    | { first?: Partial<IntakeFirstMessages>; rest?: Partial<IntakeMessages>; vent?: Partial<VentMessages> }
    | undefined;

  declare private notice: keyof IntakeFirstMessages | undefined;
  declare private busy: boolean;
  /** Set by the conversation when a draft came back. */
  declare restored: boolean;

  #conversation: Conversation | undefined;
  #loading: Promise<Conversation> | undefined;

  constructor() {
    super();
    // A draft from before is looked for once the page is quiet: it must not delay the first question.
    void this.updateComplete.then(() => {
      if (this.drafts !== 'off') whenIdle(() => this.isConnected && void this.#restore());
    });
  }

  /** Opens the dialog or the drawer. Does nothing in `inline` mode. */
  show(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  /** Closes the dialog or the drawer; what was typed stays. */
  close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  /** The text field of the first question, for the conversation. */
  get field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector<HTMLTextAreaElement>('#request');
  }

  /** The text behind the field, where marks are painted. */
  get mirror(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.mirror');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Taken off the page in the middle of a sentence: the words are kept without waiting for the pause.
    now();
  }

  async #restore(): Promise<void> {
    const { services } = this.constructor as typeof Intake;
    if (!services || !(await services.mayHoldDrafts(this.drafts))) return;
    const { drafts, outbox } = await services.open(this);
    const draft = await drafts.load('intake');
    if ((draft || outbox.landing()) && !this.field?.value) await (await this.#load()).restore(draft);
  }

  /** Loads the rest of the conversation, once. A failed load is tried again at the next call. */
  #load(): Promise<Conversation> {
    this.#loading ??= import('./conversation.ts')
      .then(({ Conversation }) => Conversation.start(this, (this.constructor as typeof Intake).services))
      .then((conversation) => (this.#conversation = conversation))
      .catch((error: unknown) => {
        this.#loading = undefined;
        throw error;
      });
    return this.#loading;
  }

  readonly #warmUp = (): void => void this.#load().catch(() => {});

  readonly #typed = (): void => {
    // The marks behind the field belong to the words before this key: away until the next pause.
    this.mirror?.classList.add('stale');
    afterPause(this.#keep);
  };

  readonly #keep = (): void => {
    try {
      // Until the rest has loaded, there are no drafts.
      if (!this.#conversation && this.drafts !== 'off')
        (this.constructor as typeof Intake).services?.hold(this.drafts, this.field!.value);
    } catch {
      // Forbidden or full: they are on screen, and nowhere else.
    }
    this.#load().then(
      (conversation) => conversation.preview(this.field?.value ?? ''),
      () => {},
    );
  };

  readonly #shortcut = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#next(event);
  };

  /** On the press, not on the form: a sandboxed frame may have no right to send forms. */
  readonly #next = async (event: Event): Promise<void> => {
    event.preventDefault();
    const words = this.field?.value ?? '';
    settled();
    this.notice = words.trim() ? undefined : 'empty';
    if (this.notice) return this.field?.focus();
    if (this.busy) return;
    this.busy = true;
    try {
      await (await this.#load()).tell(words);
    } catch {
      this.notice = 'loadFailed';
    } finally {
      this.busy = false;
    }
  };

  /** The texts of the first question, with the page's own words where it has them. */
  #texts(): IntakeFirstMessages {
    return { ...this.addressed(intakeFirstTexts[this.screenLanguage]), ...this.messages?.first };
  }

  /** Texts in the form of address that the page chose. */
  addressed<Messages>(texts: Messages): Messages {
    return this.address === 'u' && this.screenLanguage === 'nl' ? formalTexts(texts) : texts;
  }

  #request(): TemplateResult {
    const texts = this.#texts();
    return html`
      <form novalidate @keydown=${this.#shortcut}>
        <h2 part="title"><label for="request">${texts.title}</label></h2>
        <p id="help" class="help">${texts.help}</p>
        <div class="paper">
          <div class="mirror words" aria-hidden="true"></div>
          <textarea
            id="request"
            part="field"
            class="words"
            rows="3"
            maxlength="4000"
            autocomplete="off"
            aria-describedby="help notice example"
            aria-invalid=${this.notice === 'empty' ? 'true' : nothing}
            @focus=${this.#warmUp}
            @input=${this.#typed}
          ></textarea>
        </div>
        <p id="notice" class="error" role="alert">${this.notice ? texts[this.notice] : nothing}</p>
        ${this.#conversation?.renderHeard() ?? html`<p id="example" class="muted example">${texts.example}</p>`}
        <div class="actions">
          <button class="primary" @click=${this.#next} aria-disabled=${this.busy ? 'true' : nothing}>
            ${this.busy ? texts.loading : texts.next}
          </button>
          <p class="muted safe"><svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor">
  <path d="M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9" stroke-width="1.6" stroke-linejoin="round" />
</svg>
            ${texts.onDevice}</p>
        </div>
      </form>
    `;
  }

  protected override render(): TemplateResult {
    const card = html`<div class="card" part="card">
      ${this.restored ? this.#conversation?.renderRestored() : nothing}
      ${this.#conversation?.render() ?? this.#request()}
      ${this.#conversation?.renderOthers() ?? nothing}
    </div>`;
    return this.mode === 'dialog' || this.mode === 'drawer'
      ? html`<dialog class=${this.mode}>${card}</dialog>`
      : card;
  }
}

function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 2000 });
  else setTimeout(task, 200);
}
