import type { FlowDefinition, Question } from './questions.ts';
import { slotsOf } from './slots.ts';
import type { FlowState } from './state.ts';

/** The one fitting next question, or `null` when enough is known or enough was asked. */
export function nextQuestion(state: FlowState, flow: FlowDefinition): Question | null {
  if (state.asked.length >= flow.budget) return null;
  return openQuestions(state, flow)[0] ?? null;
}

/** At most how many questions are still to come, the one on screen included. */
export function questionsLeft(state: FlowState, flow: FlowDefinition): number {
  const open = new Set(openQuestions(state, flow).map((question) => question.slot));
  return Math.min(flow.budget - state.asked.length, open.size);
}

function openQuestions(state: FlowState, flow: FlowDefinition): Question[] {
  const slots = slotsOf(state);
  const asked = new Set(state.asked.map((a) => a.question));
  // A slot that was skipped stays open in the brief: it is not asked for a second time in other words.
  const skipped = new Set(state.asked.filter((a) => !a.words).map((a) => a.slot));
  return flow.questions.filter(
    ({ id, slot, when }) =>
      !asked.has(id) &&
      !skipped.has(slot) &&
      (when.has ?? []).every((kind) => slots[kind]) &&
      when.missing.every((kind) => !slots[kind]),
  );
}
