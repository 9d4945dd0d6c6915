import { bare, hash, STEM, stem, tail } from './stem.ts';
import type { LanguagePack, Packed } from './types.ts';

/**
 * How many bits a key has. Of the words that are in no list, about one in a hundred is taken for one that is; of the word
 * pairs, which say more and are looked up more often, fewer. The seed spares frequent ones.
 */
export const WORD_BITS = 17;
export const PAIR_BITS = 19;

/** How many low bits of a number are written as they are, after the rest in ones and a zero (Golomb-Rice coding). */
export const riceBits = (entries: number, bits: number): number =>
  Math.floor(Math.log2((2 ** bits * 0.69) / entries));
export const MARK_BITS = 2;

/** Which number a letter of the packed data stands for: they run from "(" on, without the backslash. */
export const numberOf = (letters: string, at: number): number => {
  const code = letters.charCodeAt(at);
  return code - (code > 92 ? 41 : 40);
};

/** Of both words the beginning counts: "private phone" is "private phones". */
export const pairKey = (first: string, second: string): string =>
  `${first.slice(0, 5)} ${second.slice(0, 5)}`;

/** Reads a packed list: for each key the step from the key before it, and which mark it has. Says the mark of a key. */
export function unpack(
  { seed, size, table, marks }: Packed,
  bits: number,
): (key: string) => string | undefined {
  const map = new Map<number, string>();
  let at = 0;
  const bit = (): number => (numberOf(table, Math.floor(at / 6)) >> (5 - (at++ % 6))) & 1;
  const number = (low: number): number => {
    let value = 0;
    while (bit()) value++;
    for (let i = 0; i < low; i++) value = value * 2 + bit();
    return value;
  };
  const kinds = marks.split(' ');
  for (let key = 0; map.size < size;) {
    key += number(riceBits(size, bits));
    map.set(key, kinds[number(MARK_BITS)]!);
  }
  return (wanted) => map.get(hash(wanted, seed, bits));
}

/**
 * Gives a word its tags: as it stands, else by what its forms share, else by the end of the compound, else by what words
 * of its shape mostly are ("on…"). With the words before it, it may have tags that it has not alone ("fed up").
 */
export function createTagger(
  pack: LanguagePack,
): (word: string, ...before: (string | undefined)[]) => string {
  const get = unpack(pack.words, WORD_BITS);
  const pairs = unpack(pack.pairs, PAIR_BITS);
  const shapes = Object.entries(pack.shapes).map(([tag, shape]) => [tag, new RegExp(shape)] as const);
  const alone = (word: string): string => {
    if (/^\d/.test(word)) return 'D';
    // A hyphenated word is known by its last part.
    const base = bare(word.slice(word.lastIndexOf('-') + 1), pack.endings);
    let tags = get(word) ?? get(stem(base));
    for (let size = Math.min(base.length, STEM); tags === undefined && pack.compounds && size > 2; size--) {
      tags = get(tail(base, size));
    }
    return tags ?? shapes.find(([, shape]) => shape.test(word))?.[0] ?? '';
  };
  return (word, ...before) =>
    alone(word) + before.map((other) => (other && pairs(pairKey(other, word))) ?? '').join('');
}
