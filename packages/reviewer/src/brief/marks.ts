import type { Brief, SpanKind } from '@wherefore/core';
import { marksOf, stretches } from '@wherefore/core/flow';

/** A piece of the request, with what it is about, or `null` for the words in between. */
export interface MarkedPiece {
  words: string;
  kind: SpanKind | null;
  /** The mark ends here; where another mark lies inside it, it comes in several pieces. */
  last: boolean;
}

/**
 * The request cut into pieces, as the requester left the marks: the first reading with the corrections applied,
 * marks that they added included. The pieces together are always exactly the request.
 */
export function markedPieces({ request, analysis }: Pick<Brief, 'request' | 'analysis'>): MarkedPiece[] {
  if (!analysis) return [plain(request)];
  const inside = marksOf({ analysis, corrections: analysis.corrections }).filter(
    ({ start, end }) => start < end && end <= request.length,
  );
  const pieces: MarkedPiece[] = [];
  for (const { start, end, kind, span } of stretches(request.length, inside)) {
    const words = request.slice(start, end);
    if (kind === null || !words.trim()) {
      pieces.push(plain(words));
      continue;
    }
    // A pen stroke starts and ends at a word, not at the space beside it.
    const inner = words.trim();
    const at = words.indexOf(inner);
    pieces.push(plain(words.slice(0, at)));
    pieces.push({ words: inner, kind, last: end === span?.end });
    pieces.push(plain(words.slice(at + inner.length)));
  }
  return pieces.filter((piece) => piece.words);
}

function plain(words: string): MarkedPiece {
  return { words, kind: null, last: false };
}
