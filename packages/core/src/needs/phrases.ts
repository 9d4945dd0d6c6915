import type { Word } from './clauses.ts';
import { numberOf, unpack } from './lexicon.ts';
import type { Packed } from './types.ts';

/** How much of a word counts: "report", "reports" and "reported" are one. */
const LETTERS = 6;

/** What a learned phrase can weigh for a kind. */
export const LEVELS = [-0.4, 0, 0.4, 0.8] as const;

/** The mark of a phrase is a number of three digits in base four: its levels for means, problem and outcome. */
export const levelsOf = (mark: string): number[] => {
  const number = numberOf(mark, 0);
  return [LEVELS[number >> 4]!, LEVELS[(number >> 2) & 3]!, LEVELS[number & 3]!, 0];
};

/**
 * The words of a clause, and two words side by side, where a word that has a tag may be anything with that tag. They all
 * start with a "~", so that they are told from other features.
 */
export function phrasesOf(words: readonly Word[]): string[] {
  const short = words.map(({ word }) => word.slice(0, LETTERS));
  const names = ['^', ...words.map(({ tags }, i) => tags[0] ?? short[i]!)];
  return words.flatMap((_, i) => [`~${short[i]}`, `~${names[i]}_${names[i + 1]}`]);
}

/** What a phrase weighs; nothing for phrases that were not learned. */
export function createWeigher(phrases: Packed): (phrase: string) => number[] | undefined {
  const markOf = unpack(phrases);
  return (phrase) => {
    const mark = markOf(phrase);
    return mark === undefined ? undefined : levelsOf(mark);
  };
}
