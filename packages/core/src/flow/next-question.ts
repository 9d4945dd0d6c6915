import { marksOf } from './marks.ts';
import type { Condition, FlowDefinition, Question } from './questions.ts';
import { slotsOf, tells } from './slots.ts';
import type { FlowState } from './state.ts';

/** Share of words that an answer has in common with what was said before, from which on it only repeats. */
const REPEATS = 0.6;

/** The one fitting next question, or `null` when enough is known or enough was asked. */
export function nextQuestion(state: FlowState, flow: FlowDefinition): Question | null {
  if (state.asked.length >= flow.budget || enough(state)) return null;
  return openQuestions(state, flow)[0] ?? null;
}

/** At most how many questions are still to come, the one on screen included. */
export function questionsLeft(state: FlowState, flow: FlowDefinition): number {
  // An answer can make room for a question that does not fit yet.
  const open = new Set(openQuestions(state, flow, true).map((question) => question.slot));
  return Math.min(flow.budget - state.asked.length, open.size);
}

/**
 * When to stop asking: somebody who is fed up wants to be heard, not questioned; a need with a name to it is enough
 * after one question; and two very short answers, or one that repeats, say that there is no more to tell.
 */
function enough(state: FlowState): boolean {
  if (state.analysis?.signals.frustration) return true;
  const answers = state.asked.map(({ words }) => words).filter(Boolean);
  const { who, problem, outcome } = slotsOf(state);
  if (answers.length > 0 && who && (problem || outcome)) return true;
  if (answers.filter((words) => wordsIn(words).length <= 2).length >= 2) return true;
  const last = answers.at(-1);
  return last !== undefined && repeats(last, [state.request, ...answers.slice(0, -1)]);
}

function repeats(answer: string, before: readonly string[]): boolean {
  const words = wordsIn(answer);
  return before.some((text) => {
    const known = new Set(wordsIn(text));
    return words.filter((word) => known.has(word)).length > REPEATS * words.length;
  });
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function openQuestions(state: FlowState, flow: FlowDefinition, ever = false): Question[] {
  const asked = new Set(state.asked.map((a) => a.question));
  // A slot that was skipped stays open in the brief: it is not asked for a second time in other words.
  const skipped = new Set(state.asked.filter((a) => !tells(a)).map((a) => a.slot));
  const slots = slotsOf(state);
  const cues = new Set(marksOf(state).map(({ cue }) => cue));
  const fits = ({ has = [], missing, cue, unlessMeasurable }: Condition): boolean =>
    (ever || has.every((kind) => slots[kind])) &&
    missing.every((kind) => !slots[kind]) &&
    (cue === undefined || cues.has(cue)) &&
    !(unlessMeasurable && state.analysis?.signals.measurable);
  return flow.questions.filter(({ id, slot, when }) => !asked.has(id) && !skipped.has(slot) && fits(when));
}
