import { bare, HASH_BITS, hash, STEM, stem, tail } from './stem.ts';
import type { LanguagePack } from './types.ts';

/** How many low bits of a step between two keys are written as they are (Golomb-Rice coding). */
export const riceBits = (entries: number): number => Math.floor(Math.log2((2 ** HASH_BITS * 0.69) / entries));

/** Which number a letter of the packed data stands for: they run from "(" on, without the backslash. */
export const numberOf = (letters: string, at: number): number => {
  const code = letters.charCodeAt(at);
  return code - (code > 92 ? 41 : 40);
};

/** Reads the packed word list: sorted keys as small steps, and for each key which tags it has. */
function unpack({ table, marks, combos }: LanguagePack['lexicon']): Map<number, string> {
  const tags = combos.split(' ');
  const low = riceBits(marks.length);
  const map = new Map<number, string>();
  let at = 0;
  let key = 0;
  const bit = (): number => {
    const six = numberOf(table, Math.floor(at / 6));
    return (six >> (5 - (at++ % 6))) & 1;
  };
  for (const mark of marks) {
    let step = 0;
    while (bit()) step++;
    for (let i = 0; i < low; i++) step = step * 2 + bit();
    key += step;
    map.set(key, tags[numberOf(mark, 0)] ?? '');
  }
  return map;
}

/**
 * Gives a word its tags: as it stands, else by what its forms share, else by the end of the compound, else by what words of its shape mostly
 * are ("on…", "…ers").
 */
export function createTagger(pack: LanguagePack): (word: string) => string {
  const map = unpack(pack.lexicon);
  const get = (key: string) => map.get(hash(key, pack.lexicon.seed));
  const shapes = Object.entries(pack.shapes).map(([tag, shape]) => [tag, new RegExp(shape)] as const);
  return (word) => {
    if (/^\d/.test(word)) return 'D';
    // A hyphenated word is known by its last part.
    const base = bare(word.slice(word.lastIndexOf('-') + 1), pack.endings);
    let tags = get(word) ?? get(stem(base));
    for (let size = Math.min(base.length, STEM); tags === undefined && pack.compounds && size > 2; size--) {
      tags = get(tail(base, size));
    }
    return tags ?? shapes.find(([, shape]) => shape.test(word))?.[0] ?? '';
  };
}
