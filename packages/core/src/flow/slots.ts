import type { SpanKind } from '../brief/brief.ts';
import { marksOf } from './marks.ts';
import type { FlowState } from './state.ts';

const KINDS = ['who', 'problem', 'outcome', 'means'] as const;

/**
 * What is known for each slot, in the requester's own words: their edits first, else the marks in the request
 * and the answers. An empty string means that nothing is known yet.
 */
export function slotsOf(state: FlowState): Record<SpanKind, string> {
  const slots = { who: '', problem: '', outcome: '', means: '' };
  for (const kind of KINDS) slots[kind] = state.edits[kind] ?? heard(state, kind);
  return slots;
}

function heard(state: FlowState, kind: SpanKind): string {
  const marked = marksOf(state)
    .filter((span) => span.kind === kind)
    .map((span) => state.request.slice(span.start, span.end));
  const answered = state.asked.filter((a) => a.slot === kind).map((a) => a.words);
  // An answer to another question often names for whom it is; that saves asking.
  const mentioned =
    kind === 'who' && marked.length === 0
      ? state.asked.flatMap((a) => a.spans.filter((s) => s.kind === 'who').map((s) => a.words.slice(s.start, s.end)))
      : [];
  const parts = [...marked, ...answered, ...mentioned].map((words) => words.trim()).filter(Boolean);
  const unique = parts.filter((part, i) => parts.findIndex((p) => p.toLowerCase() === part.toLowerCase()) === i);
  return unique.join(kind === 'who' ? ', ' : '\n');
}
