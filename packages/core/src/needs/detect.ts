import type { LanguagePack } from './types.ts';

/** A little word says more about the language than a word that is in the lexicon: "dashboard" is in both. */
const LITTLE = 2;

/** How much a text looks like this language. */
export function likeness(
  words: readonly string[],
  pack: LanguagePack,
  tagsOf: (word: string) => string,
): number {
  const common = new Set(pack.common.split(' '));
  return words.reduce((sum, word) => sum + (common.has(word) ? LITTLE : tagsOf(word) === '' ? 0 : 1), 0);
}
