import { bare, hash, STEM, stem, tail } from './stem.ts';
import type { LanguagePack, Packed } from './types.ts';

/** How many low bits of a number are written as they are, after the rest in ones and a zero (Golomb-Rice coding). */
export const riceBits = (entries: number, bits: number): number => Math.floor(Math.log2(2 ** bits / entries));

/** The low bits of how many keys a mark has. */
export const COUNT_BITS = 4;

/** Which number a letter of the packed data stands for: they run from "(" on, without the backslash. */
export const numberOf = (letters: string, at: number): number => {
  const code = letters.charCodeAt(at);
  return code - (code > 92 ? 41 : 40);
};

/** Reads a packed list: for each mark how many keys have it, and the steps from key to key. Says the mark of a key. */
export function unpack({ seed, bits, table, marks }: Packed): (key: string) => string | undefined {
  const map = new Map<number, string>();
  let at = 0;
  const bit = (): number => (numberOf(table, Math.floor(at / 6)) >> (5 - (at++ % 6))) & 1;
  const number = (low: number): number => {
    let value = 0;
    while (bit()) value++;
    for (let i = 0; i < low; i++) value = value * 2 + bit();
    return value;
  };
  for (const mark of marks.split(' ')) {
    const count = number(COUNT_BITS);
    for (let i = 0, key = 0; i < count; i++) map.set((key += number(riceBits(count, bits))), mark);
  }
  return (wanted) => map.get(hash(wanted, seed, bits));
}

/**
 * Gives a word its tags: as it stands, else by what its forms share, else by the end of the compound, else as a role if
 * it looks like one ("-ists").
 */
export function createTagger(pack: LanguagePack): (word: string) => string {
  const get = unpack(pack.words);
  return (word) => {
    if (/^\d/.test(word)) return 'D';
    // A hyphenated word is known by its last part.
    const base = bare(word.slice(word.lastIndexOf('-') + 1), pack.endings);
    let tags = get(word) ?? get(stem(base));
    for (let size = Math.min(base.length, STEM); tags === undefined && pack.compounds && size > 2; size--) {
      tags = get(tail(base, size));
    }
    return tags ?? (pack.roles.test(word) ? 'R' : '');
  };
}
