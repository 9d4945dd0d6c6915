import { LIMITS } from '../brief/limits.ts';
import type { Brief, Correction, SpanKind } from '../brief/brief.ts';
import type { Analysis, Span } from '../needs/types.ts';
import type { Receipt } from '../wire/receipt.ts';
import { nextQuestion } from './next-question.ts';
import type { FlowDefinition } from './questions.ts';
import type { Asked, FlowState, Talk } from './state.ts';
import { toBrief } from './to-brief.ts';
import type { Context } from './to-brief.ts';

/** What happened. The words of a text field come with `typed`, `told` and `answered`, never on every key. */
export type FlowEvent =
  | { type: 'drafted'; request: string; analysis: Analysis }
  | { type: 'told'; request: string; analysis: Analysis }
  | { type: 'corrected'; span: Span; to: SpanKind | null }
  | { type: 'typed'; words: string }
  | { type: 'answered'; words: string; spans: readonly Span[] }
  | { type: 'skipped' }
  /** `to` is the number of an answer, or −1 for the opening words; the last answer when absent. */
  | { type: 'went-back'; to?: number | undefined }
  | { type: 'edited'; slot: SpanKind; words: string }
  | { type: 'split'; first: string; rest: string; analysis: Analysis }
  | { type: 'kept-whole' }
  | { type: 'talk-wished'; talk: Talk }
  | { type: 'sent'; context: Context }
  | { type: 'received'; receipt: Receipt }
  | { type: 'restarted'; state: FlowState };

/** What the shell has to do. Effects are data; the transition itself does nothing. */
export type FlowEffect = { type: 'save' } | { type: 'submit'; brief: Brief } | { type: 'forget' };

export type Transition = readonly [state: FlowState, effects: readonly FlowEffect[]];

const SAVE: readonly FlowEffect[] = [{ type: 'save' }];

/** The next state and what the shell should do about it. An event that does not fit the step changes nothing. */
export function transition(state: FlowState, event: FlowEvent, flow: FlowDefinition): Transition {
  switch (event.type) {
    case 'drafted':
      return state.step === 'request' ? [withRequest(state, event), SAVE] : [state, []];
    case 'told':
      if (state.step !== 'request' || !event.request.trim()) return [state, []];
      return proceed(withRequest(state, event), flow);
    case 'corrected': {
      const corrected = { ...state, corrections: correct(state, event.span, event.to), brief: null };
      // With another reading another question can fit better. When none is left to ask, the one on screen stays:
      // the marks must not disappear under the finger that corrects them.
      const another = state.step === 'question' && !state.typed && nextQuestion(corrected, flow) !== null;
      return another ? proceed(corrected, flow) : [corrected, SAVE];
    }
    case 'typed':
      return [{ ...state, typed: event.words.slice(0, LIMITS.text) }, SAVE];
    case 'answered':
    case 'skipped': {
      if (state.step !== 'question') return [state, []];
      const words = event.type === 'answered' ? event.words.trim().slice(0, LIMITS.text) : '';
      const spans = event.type === 'answered' && words ? event.spans : [];
      const question = flow.questions.find(({ id }) => id === state.question);
      const asked: Asked[] = question
        ? [...state.asked, { question: question.id, slot: question.slot, words, spans }]
        : [...state.asked];
      return proceed({ ...state, asked, typed: '', brief: null }, flow);
    }
    case 'went-back':
      return [goBack(state, event.to), SAVE];
    case 'edited':
      return [{ ...state, edits: { ...state.edits, [event.slot]: event.words }, brief: null }, SAVE];
    case 'split': {
      if (state.step !== 'question' && state.step !== 'playback') return [state, []];
      const first = withRequest(state, { request: event.first, analysis: event.analysis });
      // The answers so far were about the whole message; with fewer words some may have to be asked again.
      return proceed({ ...first, later: event.rest, edits: {}, typed: '' }, flow);
    }
    case 'kept-whole':
      return [{ ...state, whole: true }, SAVE];
    case 'talk-wished':
      return [{ ...state, talk: { ...state.talk, ...event.talk }, brief: null }, SAVE];
    case 'sent': {
      if (state.step !== 'playback') return [state, []];
      const brief = state.brief ?? toBrief(state, event.context);
      return [{ ...state, step: 'sending', brief }, [...SAVE, { type: 'submit', brief }]];
    }
    case 'received':
      if (state.step !== 'sending') return [state, []];
      return [{ ...state, step: 'received', receipt: event.receipt }, [{ type: 'forget' }]];
    case 'restarted':
      return [event.state, [{ type: 'forget' }]];
  }
}

/** The opening words. Corrections point into the old text: with other words they mean nothing any more. */
function withRequest(state: FlowState, event: { request: string; analysis: Analysis }): FlowState {
  const request = event.request.slice(0, LIMITS.text);
  // Heard again, perhaps in another language: what the requester corrected by hand still stands.
  if (request === state.request && state.corrections.length > 0) return state;
  return {
    ...state,
    request,
    analysis: event.analysis,
    corrections: [],
    brief: request === state.request ? state.brief : null,
  };
}

/** To the next fitting question, else to the playback. */
function proceed(state: FlowState, flow: FlowDefinition): Transition {
  const question = nextQuestion(state, flow);
  return [{ ...state, step: question ? 'question' : 'playback', question: question?.id ?? null }, SAVE];
}

function goBack(state: FlowState, to = state.asked.length - 1): FlowState {
  if (state.step === 'sending') return { ...state, step: 'playback' };
  const answer = state.asked[to];
  if (state.step !== 'playback' && state.step !== 'question') return state;
  if (!answer) return { ...state, step: 'request', question: null };
  return {
    ...state,
    step: 'question',
    question: answer.question,
    typed: answer.words,
    asked: state.asked.filter((other) => other !== answer),
  };
}

function correct(state: FlowState, span: Span, to: SpanKind | null): Correction[] {
  const { start, end } = span;
  const first = state.analysis?.spans.find((s) => s.start === start && s.end === end);
  const from = state.corrections.find((c) => c.start === start && c.end === end)?.from ?? first?.kind ?? null;
  const others = state.corrections.filter((c) => c.start !== start || c.end !== end);
  return to === from ? others : [...others, { start, end, from, to }];
}
