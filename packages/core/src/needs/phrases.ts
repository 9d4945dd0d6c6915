import type { Word } from './clauses.ts';
import { numberOf, unpack } from './lexicon.ts';
import type { Packed } from './types.ts';

/** How much of a word counts: "report", "reports" and "reported" are one. */
const LETTERS = 6;

/** What one step of a packed weight is worth. */
export const STEP = 0.2;

/** The number that stands for no weight at all. */
export const NOTHING = 30;

/** The weight that a letter of packed data stands for. */
export const weightAt = (letters: string, at: number): number =>
  ((numberOf(letters, at) || NOTHING) - NOTHING) * STEP;

/**
 * The words of a clause, and two words side by side, where a word that has a tag may be anything with that tag. They all
 * start with a "~", so that they are told from other features.
 */
export function phrasesOf(words: readonly Word[]): string[] {
  const short = words.map(({ word }) => word.slice(0, LETTERS));
  const names = ['^', ...words.map(({ tags }, i) => tags[0] ?? short[i]!)];
  return words.flatMap((_, i) => [`~${short[i]}`, `~${names[i]}_${names[i + 1]}`]);
}

/** What a phrase weighs for each of three things: its mark has a letter for each. Nothing for phrases that were not learned. */
export function createWeigher(phrases: Packed): (phrase: string) => number[] | undefined {
  const markOf = unpack(phrases);
  return (phrase) => {
    const mark = markOf(phrase);
    return mark === undefined ? undefined : [0, 1, 2].map((i) => weightAt(mark, i));
  };
}
