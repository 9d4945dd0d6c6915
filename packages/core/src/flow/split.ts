import type { Span } from '../needs/types.ts';
import type { FlowState } from './state.ts';

/** A new line of a list, or a sentence that announces another subject. Anchored words only, so it stays linear. */
const NEXT =
  /(?:\n\s*(?:[-*•]|\d{1,2}[.)])\s+|[.!?\n]\s*(?=(?:daarnaast|verder|en dan nog|ook nog|nog iets|ten tweede|tweede punt|een andere vraag|another|also|besides|secondly|second|on top of that|and then there|a different)\b))/giu;
/** Fewer words than this are an afterthought, not a need of their own. */
const FEWEST = 4;

/**
 * Two needs in one message, or `null`. Both parts have to name something by themselves; a list counts from its
 * second line on. Precision over recall: whoever tells one story is never told that it is two.
 */
export function splitNeeds(
  text: string,
  spans: readonly Span[],
): readonly [first: string, rest: string] | null {
  const names = (start: number, end: number): boolean =>
    spans.some((span) => span.kind !== 'who' && span.start < end && span.end > start);
  for (const match of text.matchAll(NEXT)) {
    // The full stop belongs to the first part, the mark of a list to neither.
    const end = match.index + (/^[.!?]/.test(match[0]) ? 1 : 0);
    const start = match.index + match[0].length;
    const [first, rest] = [text.slice(0, end).trim(), text.slice(start).trim()];
    if (count(first) >= FEWEST && count(rest) >= FEWEST && names(0, end) && names(start, text.length)) {
      return [first.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, ''), rest];
    }
  }
  return null;
}

/** The split to offer for this conversation, or `null` when there is none or it was turned down. */
export function offeredSplit(state: FlowState): readonly [first: string, rest: string] | null {
  return state.whole || state.later ? null : splitNeeds(state.request, state.analysis?.spans ?? []);
}

function count(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
