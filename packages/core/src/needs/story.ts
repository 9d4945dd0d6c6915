import type { Word } from './clauses.ts';
import { encode } from './clauses.ts';
import { expression } from './pattern.ts';
import type { LanguagePack, Span, SpanKind } from './types.ts';

/** A frame is a plain fact about the wording; without its last part it may also be just a wish. */
const SURE = 0.97;
const HALF = 0.9;

/** The words that stand at these places of the code of a sentence. */
export function spanOf(
  words: readonly Word[],
  [from, to]: readonly [number, number],
): { start: number; end: number } {
  const code = encode(words);
  const count = (end: number): number => code.slice(0, end).split(' ').length - 1;
  return { start: words[count(from)]!.start, end: words[count(to) - 1]!.end };
}

/** Finds "as a <who> I want <means> so that <outcome>", or the part of it that is there. */
export function createStoryFinder({ story }: LanguagePack): (words: readonly Word[]) => Span[] {
  const some = '(?: [^ ]+)';
  const wish = `${expression(story.want)}(?<means>${some}+?)`;
  const why = `(?:${expression(story.goal)}(?<outcome>${some}+))`;
  const frame = new RegExp(
    `^(?:${expression(story.role)}(?<who>${some}{1,20}?)${wish}${why}?|${some}{0,3}?${wish.replaceAll('?<', '?<_')}${why.replaceAll('?<', '?<_')})$`,
    'd',
  );
  return (words) => {
    const found = frame.exec(encode(words))?.indices?.groups ?? {};
    const at = (name: string) => found[name] ?? found[`_${name}`];
    const outcome = at('outcome');
    const span = (kind: SpanKind, place: [number, number] | undefined, confidence: number): Span[] =>
      place ? [{ kind, ...spanOf(words, place), cue: `${kind}.story`, confidence }] : [];
    return [
      ...span('who', at('who'), SURE),
      ...span('means', at('means'), outcome ? SURE : HALF),
      ...span('outcome', outcome, HALF),
    ];
  };
}
