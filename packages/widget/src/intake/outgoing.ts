import type { DraftStore } from '@wherefore/core';
import type { Brief, SpanKind } from '@wherefore/core/brief';
import { KINDS, isFlowState, startFlow } from '@wherefore/core/flow';
import type { FlowState } from '@wherefore/core/flow';
import { uuidv7 } from '@wherefore/sdk/uuid';
import type { Delivery, Outbox } from '@wherefore/sdk/outbox';
import { BriefSubmittedEvent } from './brief-submitted-event.ts';
import type { Conversation } from './conversation.ts';
import { stateWords } from './delivery-view.ts';
import type { Intake } from './intake.ts';
import type { Delivering } from './services.ts';

const DRAFT = 'intake';

/** Which fields of the playback show what the server did not take; it names them by JSON Pointers: `/need/who/0`, `/means`. */
const refused = ({ fields }: Delivery): SpanKind[] =>
  KINDS.filter((slot) => fields.some(({ path }) => path.split('/', 3).includes(slot)));

/** What becomes of a conversation: a draft while it lasts, and then a brief on its way through the outbox. */
export class Outgoing {
  readonly #conversation: Conversation;
  readonly #host: Intake;
  readonly #drafts: DraftStore;
  readonly #outbox: Outbox;
  /** Wipes this device, where the page offers that. */
  readonly wipe: Delivering['forgetThisDevice'];
  #deliveries: readonly Delivery[];
  /** Briefs from before that arrived while somebody looked. */
  readonly #arrived = new Set<string>();
  /** Briefs whose words the requester has elsewhere too. */
  readonly #rescued = new Set<string>();
  #announced = '';
  /** The screen for what takes longer is there. */
  #failing = false;

  constructor(conversation: Conversation, host: Intake, { drafts, outbox, forgetThisDevice }: Delivering) {
    this.#conversation = conversation;
    this.#host = host;
    this.#drafts = drafts;
    this.#outbox = outbox;
    this.wipe = forgetThisDevice;
    this.#deliveries = outbox.list();
    outbox.subscribe((deliveries) => this.#changed(deliveries));
    outbox.onForgotten(() => {
      const { step } = conversation.state;
      // A brief that is on its way stays, and so does its screen. An empty page must not take the focus.
      if (step !== 'sending' && (step !== 'request' || host.field?.value)) void conversation.restart();
    });
  }

  /** The brief of this conversation, once it was handed over. */
  get current(): Delivery | undefined {
    const { id } = this.#conversation.state;
    return this.#deliveries.find((delivery) => delivery.id === id);
  }

  /** The brief whose screen this is. That of a conversation which goes on here was sent in another tab. */
  get #shown(): string | undefined {
    const { step, id } = this.#conversation.state;
    return step === 'sending' || step === 'received' || this.current?.editable ? id : undefined;
  }

  /** Briefs from elsewhere that are not received yet, or were while this page was open. */
  get others(): readonly Delivery[] {
    return this.#deliveries.filter(
      (one) => one.id !== this.#shown && (!one.receipt || this.#arrived.has(one.id)),
    );
  }

  /** Where somebody who comes back lands when there is no draft. */
  landing(): FlowState | undefined {
    const delivery = this.#outbox.landing();
    if (!delivery) return undefined;
    const { id, brief, draft, receipt, after } = delivery;
    const fresh = startFlow(id, this.#host.screenLanguage);
    if (receipt) {
      void this.#outbox.shown(id);
      return { ...fresh, step: 'received', receipt, later: typeof after === 'string' ? after : '' };
    }
    return isFlowState(draft)
      ? { ...draft, step: 'sending' }
      : { ...fresh, step: 'sending', request: brief?.request ?? '', brief };
  }

  async submit(brief: Brief): Promise<void> {
    const { state } = this.#conversation;
    // A load waits for the saves before it; one that came later would bring the draft back.
    await this.#drafts.load(DRAFT);
    await this.#outbox.add(brief, {
      draft: { ...state, analysis: null },
      draftKey: DRAFT,
      ...(state.later && { after: state.later }),
    });
  }

  /** A send that was under way when the page was left: it goes on, or its receipt is here. */
  resume(): void {
    const { step, brief } = this.#conversation.state;
    if (step !== 'sending') return;
    if (this.current) this.#changed(this.#deliveries);
    else if (brief) void this.submit(brief);
  }

  /** Keeps the conversation on this device, as far as the page allows. An emptied field leaves no draft behind. */
  keep(): void {
    const { state } = this.#conversation;
    // From `sending` on the outbox has it.
    if (state.step === 'received' || (state.step === 'sending' && this.current)) return;
    // Without the analysis: what was heard about a mood is stored nowhere, and hearing again costs nothing.
    if (state.request.trim()) void this.#drafts.save(DRAFT, { ...state, analysis: null });
    else void this.#drafts.clear(DRAFT);
  }

  /** The draft is done with. A second need that waits takes its place, so that closing the page does not lose it. */
  async forget(): Promise<void> {
    const { step, id, later, language } = this.#conversation.state;
    if (step !== 'received') return this.#drafts.clear(DRAFT);
    const draft = await this.#drafts.load(DRAFT);
    // Another conversation has begun meanwhile: its words are not ours to remove.
    if (isFlowState(draft) && draft.id !== id) return;
    if (later) await this.#drafts.save(DRAFT, { ...startFlow(uuidv7(), language), request: later });
    else if (draft !== undefined) await this.#drafts.clear(DRAFT);
  }

  /** The words of a brief were copied, printed or mailed: from now on it may be removed. */
  rescued(id: string): void {
    this.#rescued.add(id);
    this.#host.requestUpdate();
  }

  isRescued(id: string): boolean {
    return this.#rescued.has(id);
  }

  retry(id: string): void {
    this.#outbox.retry(id);
  }

  async discard(id: string): Promise<void> {
    await this.#outbox.discard(id);
    if (id === this.#conversation.state.id) await this.#conversation.restart();
  }

  /** Back to the playback with what the server did not take marked. The draft is kept before the outbox lets go of it. */
  async edit(): Promise<void> {
    const { current } = this;
    if (!current) return;
    const slots = refused(current);
    // Under the old id the server has another version, and keeps it.
    if (current.reason === 'brief-differs') this.#conversation.renew();
    this.#conversation.dispatch({ type: 'went-back' });
    await this.#drafts.load(DRAFT);
    await this.#outbox.discard(current.id);
    await this.#host.updateComplete;
    for (const slot of slots) {
      this.#host.renderRoot.querySelector(`#slot-${slot}`)?.setAttribute('aria-invalid', 'true');
    }
    if (slots[0]) await this.#conversation.focus(`#slot-${slots[0]}`);
  }

  /** What the playback calls the fields that the server did not take. */
  fieldNames(delivery: Delivery): string[] {
    const names = this.#conversation.texts.playback;
    return refused(delivery).map((slot) => names[slot]);
  }

  dismiss(): void {
    const { step, id } = this.#conversation.state;
    if (step === 'received') void this.#outbox.dismiss(id);
    this.#arrived.clear();
  }

  async forgetThisDevice(): Promise<void> {
    await this.wipe?.();
    await this.#conversation.restart();
    this.#conversation.say(this.#conversation.texts.delivery.wiped);
  }

  #changed(deliveries: readonly Delivery[]): void {
    const waited = new Set(this.#deliveries.filter(({ receipt }) => !receipt).map(({ id }) => id));
    this.#deliveries = deliveries;
    const conversation = this.#conversation;
    const { current } = this;
    for (const { id, receipt, seen } of deliveries) {
      // One that was on its way here is told here, also when another tab was first to show the receipt.
      if (!receipt || (seen && !waited.has(id)) || this.#arrived.has(id)) continue;
      if (id !== this.#shown) {
        this.#arrived.add(id);
        conversation.say(conversation.texts.delivery.arrived);
      }
      void this.#outbox.shown(id);
    }
    if (current && conversation.state.step === 'sending') {
      if (current.receipt) {
        const { brief } = conversation.state;
        conversation.dispatch({ type: 'received', receipt: current.receipt });
        if (brief) this.#host.dispatchEvent(new BriefSubmittedEvent(brief, current.receipt));
        return;
      }
      // The tries that follow by themselves are on screen, and not worth interrupting anybody for.
      const words = current.reason === null ? '' : stateWords(conversation, current);
      // The heading makes way for another one; whoever stood on it should stand on that.
      const inside = this.#host.renderRoot.activeElement !== null;
      if (words && !this.#failing && inside) {
        this.#host.requestUpdate();
        void conversation.focus('h2');
      }
      this.#failing = words !== '';
      if (words && current.state !== 'sending' && words !== this.#announced) {
        conversation.say(words);
        this.#announced = words;
      }
    }
    this.#host.requestUpdate();
  }
}
