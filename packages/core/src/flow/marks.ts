import type { SpanKind } from '../brief/brief.ts';
import type { Span } from '../needs/types.ts';
import type { FlowState } from './state.ts';

/** A stretch of the request to show with a mark; `kind` is null for the words in between. Stretches never overlap. */
export interface Stretch {
  start: number;
  end: number;
  kind: SpanKind | null;
  /** The span that this stretch is (a part of), to correct it. */
  span: Span | null;
}

/** The spans of the request as the requester left them: the first reading with the corrections applied. */
export function marksOf(state: Pick<FlowState, 'analysis' | 'corrections'>): Span[] {
  return (state.analysis?.spans ?? []).flatMap((span) => {
    const correction = state.corrections.find(
      (c) => c.start === span.start && c.end === span.end && c.from === span.kind,
    );
    if (!correction) return [span];
    return correction.to ? [{ ...span, kind: correction.to }] : [];
  });
}

/**
 * Cuts a text of `length` into stretches that do not overlap. Where spans do, the shorter one shows:
 * in "nurses can't see who is on duty" the nurses stay visible inside the problem.
 */
export function stretches(length: number, spans: readonly Span[]): Stretch[] {
  const cuts = new Set([0, length]);
  for (const { start, end } of spans) cuts.add(start).add(end);
  const edges = [...cuts].filter((cut) => cut >= 0 && cut <= length).sort((a, b) => a - b);
  const bySize = [...spans].sort((a, b) => a.end - a.start - (b.end - b.start));
  const result: Stretch[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i]!, edges[i + 1]!];
    const span = bySize.find((s) => s.start <= start && end <= s.end) ?? null;
    result.push({ start, end, kind: span?.kind ?? null, span });
  }
  return result;
}
