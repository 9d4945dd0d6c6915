import type { Brief, Correction, Language, SpanKind } from '../brief/brief.ts';
import type { Analysis, Span } from '../needs/types.ts';
import type { Receipt } from '../wire/receipt.ts';
import type { Slot } from './questions.ts';

/** Where the requester is. `sending` lasts until there is a receipt. */
export type Step = 'request' | 'question' | 'playback' | 'sending' | 'received';

/** A question that was put to the requester and what came of it. */
export interface Asked {
  question: string;
  slot: Slot;
  /** Empty when skipped. */
  words: string;
  /** What was heard in the answer. */
  spans: readonly Span[];
}

/** How somebody would rather talk to a person. Only what they filled in. */
export interface Talk {
  readonly name?: string | undefined;
  readonly channel?: 'phone' | 'email' | 'chat' | 'visit' | undefined;
  readonly when?: string | undefined;
}

/** The whole conversation as plain data: a draft is a state. */
export interface FlowState {
  readonly version: 1;
  /** The id that the brief will have: made before anything is sent, kept over reloads. */
  readonly id: string;
  readonly language: Language;
  readonly step: Step;
  /** The opening words, verbatim. */
  readonly request: string;
  readonly analysis: Analysis | null;
  readonly corrections: readonly Correction[];
  readonly asked: readonly Asked[];
  /** The question on screen, while `step` is `question`. */
  readonly question: string | null;
  /** What was typed under the question so far. */
  readonly typed: string;
  /** Slots that the requester rewrote in the playback, in full. */
  readonly edits: Readonly<Partial<Record<SpanKind, string>>>;
  /** A second need out of the same message, to be told after this one. */
  readonly later: string;
  /** The requester said that it is one need after all. */
  readonly whole: boolean;
  /** Whether and how the requester would like to talk; empty until they say so. */
  readonly talk: Talk;
  /** What was handed over for delivery. Sending again sends exactly this. */
  readonly brief: Brief | null;
  readonly receipt: Receipt | null;
}

/** A fresh conversation. The id comes from outside: core has no clock and no random. */
export function startFlow(id: string, language: Language): FlowState {
  return {
    version: 1,
    id,
    language,
    step: 'request',
    request: '',
    analysis: null,
    corrections: [],
    asked: [],
    question: null,
    typed: '',
    edits: {},
    later: '',
    whole: false,
    talk: {},
    brief: null,
    receipt: null,
  };
}

/**
 * Whether a stored value is a draft that this version can go on with. One of an older widget lacks what came later: lay it
 * over {@link startFlow}.
 */
export function isFlowState(value: unknown): value is FlowState {
  const state = value as Partial<FlowState> | null | undefined;
  return (
    typeof state === 'object' &&
    state?.version === 1 &&
    typeof state.id === 'string' &&
    typeof state.request === 'string' &&
    typeof state.step === 'string' &&
    Array.isArray(state.asked) &&
    Array.isArray(state.corrections)
  );
}
