/** Packs word lists, phrases and weights into the strings that are shipped; `lexicon.ts` reads them back. */
import { COUNT_BITS, riceBits } from '../../packages/core/src/needs/lexicon.ts';
import { bare, hash, STEM, stem, tail } from '../../packages/core/src/needs/stem.ts';
import { tokenize } from '../../packages/core/src/needs/tokens.ts';
import type { LanguagePack, Packed } from '../../packages/core/src/needs/types.ts';

/** The letter that `numberOf` reads back. */
export const letterOf = (number: number): string => String.fromCharCode(number + (number < 52 ? 40 : 41));

/** How many bits a hash has. With fewer, more words that are in no list are taken for one that is. */
export const BITS = 15;

/** The sorted hashes of each mark as steps, Golomb-Rice coded, six bits a character. */
export function packTable(marked: ReadonlyMap<string, string>, bits: number, seed: number): Packed {
  const markOf = new Map([...marked].map(([key, mark]) => [hash(key, seed, bits), mark]));
  const marks = [...new Set(markOf.values())].sort();
  const rice = (value: number, low: number): string =>
    '1'.repeat(Math.floor(value / 2 ** low)) + '0' + (value % 2 ** low).toString(2).padStart(low, '0');
  const code = marks
    .map((mark) => {
      const keys = [...markOf.keys()].filter((key) => markOf.get(key) === mark).sort((a, b) => a - b);
      const steps = keys.map((key, i) => rice(key - (keys[i - 1] ?? 0), riceBits(keys.length, bits)));
      return rice(keys.length, COUNT_BITS) + steps.join('');
    })
    .join('');
  const sixes = code.padEnd(Math.ceil(code.length / 6) * 6, '0').match(/.{6}/g) ?? [];
  return {
    seed,
    bits,
    table: sixes.map((six) => letterOf(Number.parseInt(six, 2))).join(''),
    marks: marks.join(' '),
  };
}

function countOf(names: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

const SEEDS = 1500;
/** Two entries with one hash: one of them is lost. */
const COLLISION = 40;

/** The seed under which the least harm is done by keys that are no entry but are taken for one. */
export function bestSeed(
  entries: readonly string[],
  harm: (stranger: string, entry: string) => number,
  times: ReadonlyMap<string, number>,
  bits: number,
): number {
  let best = 0;
  let least = Infinity;
  for (let seed = 0; seed < SEEDS; seed++) {
    const taken = new Map(entries.map((entry) => [hash(entry, seed, bits), entry]));
    let wrong = COLLISION * (entries.length - taken.size);
    for (const [key, often] of times) {
      const entry = taken.get(hash(key, seed, bits));
      if (entry !== undefined) wrong += often * harm(key, entry);
    }
    if (wrong < least) [best, least] = [seed, wrong];
  }
  return best;
}

/** The key of an entry: `word`, `word-` (its other forms too) or `-word` (compounds too). */
export function keyOf(entry: string, endings: readonly string[]): string {
  if (!/^-|-$/.test(entry)) return entry;
  const base = bare(entry.replace(/^-|-$/g, ''), endings);
  return entry.startsWith('-') ? tail(base, Math.min(base.length, STEM)) : stem(base);
}

const RARE = 4;
/** Taking a word for one of these would be told to the requester. */
const HARMFUL = /R/;

export type WordLists = Readonly<Record<string, string>>;
const entriesOf = (list: string): string[] => list.trim().split(/\s+/);

/** The tags of a language, in the order in which their weights are packed. */
export const tagsOf = (words: WordLists): string => `${Object.keys(words).sort().join('')}D`;

/** Packs the words. */
export function packWords(
  lists: WordLists,
  { endings, compounds }: Pick<LanguagePack, 'endings' | 'compounds'>,
  texts: readonly string[],
): Packed {
  const tags = new Map<string, Set<string>>();
  for (const [tag, list] of Object.entries(lists)) {
    for (const entry of entriesOf(list)) {
      const key = keyOf(entry, endings);
      tags.set(key, (tags.get(key) ?? new Set()).add(tag));
    }
  }
  // Few different sets of tags pack best: a rare set is cut down to the tag of it that fewest words have.
  const sets = [...tags.values()].map((set) => [...set].sort());
  const ofSet = countOf(sets.map((set) => set.join('')));
  const ofTag = countOf(sets.flat());
  const rarest = (set: readonly string[]) => set.reduce((a, b) => (ofTag.get(b)! < ofTag.get(a)! ? b : a));
  const marked = new Map(
    [...tags.keys()].map((key, i) => {
      const set = sets[i]!;
      return [key, ofSet.get(set.join(''))! < RARE ? rarest(set) : set.join('')];
    }),
  );

  const harm = (stranger: string, entry: string): number => {
    const mark = marked.get(entry)!;
    return HARMFUL.test(mark) ? 10 : 1;
  };
  const strangers: string[] = [];
  for (const { word } of texts.flatMap(tokenize)) {
    const base = bare(word.slice(word.lastIndexOf('-') + 1), endings);
    const tried = [word, stem(base)];
    for (let size = Math.min(base.length, STEM); compounds && size > 2; size--) tried.push(tail(base, size));
    if (!tried.some((key) => tags.has(key))) strangers.push(...tried);
  }
  return packTable(marked, BITS, bestSeed([...marked.keys()], harm, countOf(strangers), BITS));
}
