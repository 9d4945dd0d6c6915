// First, and so first in the bundle: styles and word lists between the screens would keep those too far apart to compress well.
import { conversationStyles } from './conversation.styles.ts';
import { Hearing } from './hearing.ts';
import type { TemplateResult } from 'lit/html.js';
import { html, render } from 'lit/html.js';
import type { DraftStore } from '@wherefore/core';
import type { Brief, Language, SpanKind } from '@wherefore/core/brief';
import { defaultFlow, isFlowState, marksOf, startFlow, transition } from '@wherefore/core/flow';
import type { FlowDefinition, FlowEvent, FlowState, QuestionText } from '@wherefore/core/flow';
import type { Analysis, Span } from '@wherefore/core/needs';
import { fill, intakeTexts } from '@wherefore/core/text';
import type { IntakeMessages } from '@wherefore/core/text';
import { createOutbox, openDraftStore } from '@wherefore/sdk/outbox';
import type { Receipt } from '@wherefore/core/wire';
import { uuidv7 } from '@wherefore/sdk/uuid';
import { announce, sheetOf } from '@wherefore/ui';
import { button } from './button.ts';
import { deliveryView, othersView, receivedView } from './delivery-view.ts';
import type { Intake } from './intake.ts';
import { Outgoing } from './outgoing.ts';
import { playbackView } from './playback-view.ts';
import { askOf, heardView, questionView } from './question-view.ts';
import { paintedView } from './sentence-view.ts';
import type { Delivering, IntakeServices } from './services.ts';
import type { Vent } from '../vent/vent.ts';

/** Written into `origin.widgetVersion`: the version in package.json. */
const WIDGET_VERSION = '0.1.0';

/** The key of what is said in the room to vent, in a store of drafts. */
export const VENT = 'vent';

/**
 * Everything after the first key: holds the state of the flow, runs its effects, and renders the later screens
 * into the intake that it belongs to.
 */
export class Conversation {
  /** The mark whose kinds are on offer now. */
  choosing: Span | null = null;
  /** The mark that was just taken away. */
  removed: Span | null = null;
  /** The room to vent, once it was opened; words that say so when it could not be loaded. */
  vent: Vent | string | undefined;
  readonly #vents: DraftStore;
  #state: FlowState;
  #heard: Analysis | null = null;
  #explanations: Readonly<Record<string, Readonly<Record<Language, string>>>> | undefined;
  readonly #host: Intake;
  readonly #hearing: Hearing;
  /** The way of the brief from here. */
  readonly outgoing: Outgoing;
  readonly flow: FlowDefinition;

  private constructor(host: Intake, delivering: Delivering, flow: FlowDefinition, hearing: Hearing) {
    this.#hearing = hearing;
    this.#host = host;
    this.flow = flow;
    this.#state = startFlow(uuidv7(), host.screenLanguage);
    this.outgoing = new Outgoing(this, host, delivering);
    this.#vents = openDraftStore({ mode: host.drafts === 'off' ? 'off' : 'session' });
  }

  static async start(host: Intake, services: IntakeServices | undefined): Promise<Conversation> {
    const [delivering, flow, hearing] = await Promise.all([
      services ? services.open(host) : openUnkept(host),
      host.flow === undefined ? defaultFlow : import('./custom-flow.ts').then((m) => m.loadFlow(host.flow!)),
      Hearing.in(host.screenLanguage),
    ]);
    const sheet = sheetOf(conversationStyles);
    const { adoptedStyleSheets } = host.renderRoot;
    if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
    announce(host.renderRoot, '');
    // Once it is the host's.
    setTimeout(() => host.requestUpdate());
    return new Conversation(host, delivering, flow, hearing);
  }

  get state(): FlowState {
    return this.#state;
  }

  /** The texts of the later screens, with the page's own words where it has them. */
  get texts(): IntakeMessages {
    return { ...this.#host.addressed(intakeTexts[this.#state.language]), ...this.#host.messages?.rest };
  }

  /** Whether the backend is one that gives links; what a foreign one does, shows in its receipt. */
  get promisesLink(): boolean {
    return this.#host.transport === undefined;
  }

  /** The texts of a question, in the form of address that the page chose. */
  questionText(id: string | null): QuestionText | undefined {
    const text = this.flow.questions.find((question) => question.id === id)?.text[this.#state.language];
    return text && this.#host.addressed(text);
  }

  /** Takes up a conversation that was kept on this device, or else a brief that is on its way. */
  async restore(kept: unknown): Promise<void> {
    const draft =
      kept && typeof kept === 'string' ? { ...this.#state, request: kept } : kept || this.outgoing.landing();
    if (!isFlowState(draft)) return;
    // Heard as it was before: in the language that it is written in.
    await this.#hearing.tuneTo(draft.request);
    // Somebody began anew while that loaded, and may be further than the first question by now.
    if (this.#host.field?.value || this.#state.request) return;
    this.#state = { ...startFlow(draft.id, draft.language), ...draft, analysis: this.hear(draft.request) };
    this.#host.restored = draft.step !== 'sending' && draft.step !== 'received';
    this.#fillField();
    this.outgoing.resume();
  }

  /** The words of the first question after a pause: shows what is heard and keeps the draft. */
  preview(words: string): void {
    const analysis = this.hear(words);
    this.#heard = words.trim() ? analysis : null;
    const { mirror } = this.#host;
    if (mirror) {
      render(paintedView(words, analysis.spans), mirror);
      mirror.classList.remove('stale');
    }
    if (words !== this.#state.request || analysis.language !== this.#state.analysis?.language) {
      this.dispatch({ type: 'drafted', request: words, analysis });
    }
    this.#host.requestUpdate();
    void this.#hearing
      .tuneTo(words)
      .then((better) => better && this.#host.field && this.preview(this.#host.field.value));
  }

  /** The requester goes on from the first question. */
  async tell(words: string): Promise<void> {
    await this.#hearing.tuneTo(words);
    this.dispatch({ type: 'told', request: words, analysis: this.hear(words) });
  }

  hear(words: string): Analysis {
    return this.#hearing.hear(words);
  }

  /** One event in, the next screen out. */
  dispatch(event: FlowEvent): void {
    const before = this.#state;
    const [state, effects] = transition(before, event, this.flow);
    this.#state = state;
    for (const effect of effects) {
      if (effect.type === 'save') this.outgoing.keep();
      else if (effect.type === 'forget') this.#forget();
      else void this.outgoing.submit(effect.brief);
    }
    // Typing in a field that already shows the words needs no render; what is rewritten may hold private data.
    if (!['typed', 'talk-wished'].includes(event.type)) this.#host.requestUpdate();
    // After the render was asked for: only then is there one to wait for.
    if (state.step === before.step && state.question === before.question) return;
    this.#host.restored = false;
    // Who corrects a mark stays there, whatever is asked now.
    if (event.type !== 'corrected') void this.#arrive();
  }

  #forget(): void {
    void this.outgoing.forget();
    this.vent = undefined;
    void this.#vents.clear(VENT);
  }

  /** Opens the room to vent; what is said in it outlives neither this conversation nor the tab. */
  readonly openVent = async (): Promise<void> => {
    if (typeof this.vent === 'object') return;
    const { id } = this.#state;
    try {
      const { Vent } = await import('../vent/vent.ts');
      const vent = await Vent.open(this.#host, this, this.#vents);
      // Somebody else's words, once another conversation has begun.
      if (id === this.#state.id) this.vent = vent;
    } catch {
      this.vent = this.texts.failed.why.offline;
    }
    this.#host.requestUpdate();
  };

  send(): void {
    const { department, requester } = this.#host;
    this.dispatch({
      type: 'sent',
      context: {
        requester: { ...(department ? { department } : {}), ...requester },
        origin: {
          page: location.origin + location.pathname,
          widgetVersion: WIDGET_VERSION,
          // The moment in the id: a conversation that is taken up again makes the very same brief.
          createdAt: startedAt(this.#state.id),
        },
      },
    });
  }

  /** What gave a mark away, in words for the requester; loaded when somebody first looks at one. */
  explanationOf(span: Span): string {
    return this.#explanations?.[span.cue]?.[this.#state.language] ?? '';
  }

  /** Opens the choice of kinds under a mark. Opening the same one again closes it. */
  choose(span: Span | null): void {
    const previous = this.choosing;
    this.removed = null;
    this.choosing = span === previous ? null : span;
    // Without them the choice works just as well, so a failed load is no trouble.
    import('@wherefore/core/needs/explanations').then(
      ({ explanations }) => {
        this.#explanations = explanations;
        this.#host.requestUpdate();
      },
      () => {},
    );
    this.#host.requestUpdate();
    void this.focus(this.choosing ? '.choices [aria-pressed="true"]' : `[data-span="${previous?.start}"]`);
  }

  correct(span: Span, to: SpanKind | null): void {
    const { texts } = this;
    const before = this.#state.question;
    const words = this.#state.request.slice(span.start, span.end);
    this.choosing = null;
    this.removed = to ? null : span;
    this.dispatch({ type: 'corrected', span, to });
    const said = fill(to ? texts.markChanged : texts.markRemoved, { words, kind: to ? texts.kinds[to] : '' });
    // The focus stays on the mark, so another question under it is only noticed when it is said.
    this.say(this.#state.question === before ? said : `${said} ${askOf(this)}`);
    void this.focus(to ? `[data-not="${span.start}"]` : '.undo');
  }

  /** Undoes the last {@link correct} that took a mark away. */
  putBack(): void {
    if (this.removed) this.correct(this.removed, this.removed.kind);
  }

  /** Goes on with the first of two needs; the second waits for the receipt. */
  split(first: string, rest: string): void {
    this.dispatch({ type: 'split', first, rest, analysis: this.hear(first) });
  }

  /** The same words as another brief, for when the server keeps an earlier version under the old id. */
  renew(): void {
    this.#state = { ...this.#state, id: uuidv7(), brief: null };
  }

  /** A fresh conversation, with the words of a need that was waiting or with none. */
  async restart(words = ''): Promise<void> {
    const state = startFlow(uuidv7(), this.#host.screenLanguage);
    this.outgoing.dismiss();
    this.#heard = null;
    this.#host.restored = false;
    this.dispatch({ type: 'restarted', state });
    await this.#host.updateComplete;
    if (this.#host.field) this.#host.field.value = words;
    this.preview(words);
    this.#host.field?.focus();
  }

  say(words: string): void {
    announce(this.#host.renderRoot, words);
  }

  /** What is heard in the first question so far, or null to leave the example standing. */
  renderHeard(): TemplateResult | null {
    return this.#heard ? heardView(this, this.#heard) : null;
  }

  /** Above the screen that a kept conversation came back to. */
  renderRestored(): TemplateResult {
    return html`<div class="restored">
      <p>${this.texts.restored}</p>
      ${button('quiet', this.texts.startOver, () => this.restart())}
    </div>`;
  }

  /** Briefs from before that are still on their way, and the way out of a dialog: not every device has an Escape. */
  renderOthers(): unknown {
    const host = this.#host;
    return [
      othersView(this),
      host.renderRoot.querySelector('dialog') && button('quiet', this.texts.close, () => host.close()),
    ];
  }

  /** The screen of this step, or null for the first question, which the intake renders itself. */
  render(): TemplateResult | null {
    switch (this.#state.step) {
      case 'request':
        return null;
      case 'question':
        return questionView(this);
      case 'playback':
        return playbackView(this);
      case 'sending':
        return deliveryView(this);
      case 'received':
        return receivedView(this);
    }
  }

  /** A new screen: its words are in place and the focus is where one goes on. */
  async #arrive(): Promise<void> {
    this.choosing = this.removed = null;
    await this.#host.updateComplete;
    if (this.#state.step === 'request') {
      this.#fillField();
      this.#host.field?.focus();
      return;
    }
    const answer = this.#host.renderRoot.querySelector<HTMLTextAreaElement>('.answer');
    if (answer) answer.value = this.#state.typed;
    await this.focus(answer ? '.answer' : 'h2');
  }

  #fillField(): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const { field } = this.#host;
      if (field) field.value = this.#state.request;
      const answer = this.#host.renderRoot.querySelector<HTMLTextAreaElement>('.answer');
      if (answer) answer.value = this.#state.typed;
      if (field) this.preview(this.#state.request);
    });
  }

  async focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The marks of the request as the requester left them. */
  get marks(): Span[] {
    return marksOf(this.#state);
  }
}

/** For a page that registers the class itself and brings its own gateway: the briefs stay in its memory. */
function openUnkept(host: Intake): Delivering {
  const submit = (brief: Brief): Promise<Receipt> => host.gateway!.submit(brief);
  const mode = 'off';
  return { drafts: openDraftStore({ mode }), outbox: createOutbox({ gateway: { submit }, mode }) };
}

/** The first 48 bits of a UUIDv7 are milliseconds since 1970. */
const startedAt = (id: string): string =>
  new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString();
