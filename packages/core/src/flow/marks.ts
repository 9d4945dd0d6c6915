import type { Correction, SpanKind } from '../brief/brief.ts';
import type { Span } from '../needs/types.ts';

/** A stretch of the request to show with a mark; `kind` is null for the words in between. Stretches never overlap. */
export interface Stretch {
  start: number;
  end: number;
  kind: SpanKind | null;
  /** The span that this stretch is (a part of), to correct it. */
  span: Span | null;
}

/**
 * The spans as the requester left them: the first reading with the corrections applied, marks that they added included.
 */
export function marksOf(reading: Reading): Span[] {
  const corrections = reading.corrections ?? [];
  const kept = (reading.analysis?.spans ?? []).flatMap((span) => {
    const correction = corrections.find(
      (c) => c.start === span.start && c.end === span.end && c.from === span.kind,
    );
    if (!correction) return [span];
    return correction.to ? [{ ...span, kind: correction.to, confidence: 1 }] : [];
  });
  const added = corrections.flatMap(({ start, end, from, to }) =>
    from === null && to !== null ? [{ start, end, kind: to, cue: 'requester', confidence: 1 }] : [],
  );
  return [...kept, ...added];
}

/** A first reading and what was changed about it: a flow state has this shape, and so have the parts of a brief. */
export interface Reading {
  readonly analysis: { readonly spans: readonly Span[] } | null | undefined;
  readonly corrections: readonly Correction[] | undefined;
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
