/** Packs word lists, pairs, phrases and weights into the strings that are shipped; `lexicon.ts` reads them back. */
import { MARK_BITS, PAIR_BITS, pairKey, riceBits, WORD_BITS } from '../../packages/core/src/needs/lexicon.ts';
import { bare, hash, STEM, stem, tail } from '../../packages/core/src/needs/stem.ts';
import { tokenize } from '../../packages/core/src/needs/tokens.ts';
import type { LanguagePack, Packed } from '../../packages/core/src/needs/types.ts';

/** The letter that `numberOf` reads back. */
export const letterOf = (number: number): string => String.fromCharCode(number + (number < 52 ? 40 : 41));

/** Sorted hashes as steps, each followed by which mark it has, Golomb-Rice coded, six bits a character. */
export function packTable(marked: ReadonlyMap<string, string>, bits: number, seed: number): Packed {
  const markOf = new Map([...marked].map(([key, mark]) => [hash(key, seed, bits), mark]));
  const keys = [...markOf.keys()].sort((a, b) => a - b);
  const uses = countOf([...markOf.values()]);
  const marks = [...uses.keys()].sort((a, b) => uses.get(b)! - uses.get(a)! || (a < b ? -1 : 1));
  const rice = (value: number, low: number): string =>
    '1'.repeat(Math.floor(value / 2 ** low)) + '0' + (value % 2 ** low).toString(2).padStart(low, '0');
  const code = keys
    .map(
      (key, i) =>
        rice(key - (keys[i - 1] ?? 0), riceBits(keys.length, bits)) +
        rice(marks.indexOf(markOf.get(key)!), MARK_BITS),
    )
    .join('');
  const sixes = code.padEnd(Math.ceil(code.length / 6) * 6, '0').match(/.{6}/g) ?? [];
  const table = sixes.map((six) => letterOf(Number.parseInt(six, 2))).join('');
  return { seed, size: keys.length, table, marks: marks.join(' ') };
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
function bestSeed(harm: ReadonlyMap<string, number>, strangers: readonly string[], bits: number): number {
  const times = countOf(strangers);
  let best = 0;
  let least = Infinity;
  for (let seed = 0; seed < SEEDS; seed++) {
    const taken = new Map([...harm].map(([key, cost]) => [hash(key, seed, bits), cost]));
    const lost = COLLISION * (harm.size - taken.size);
    let wrong = lost;
    for (const [key, often] of times) wrong += often * (taken.get(hash(key, seed, bits)) ?? 0);
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

const RARE = 2;
/** Taking a word for one of these would be told to the requester. */
const HARMFUL = 'FJQY0OR';

export type WordLists = Readonly<Record<string, string>>;
const entriesOf = (list: string): string[] => list.trim().split(/\s+/);

/** The tags of a language, in the order in which their weights are packed. */
export const tagsOf = (words: WordLists): string => `${Object.keys(words).sort().join('')}D`;

/** Packs the words; for pairs ("fed_up") see {@link packPairs}. */
export function packWords(
  lists: WordLists,
  { endings, compounds }: Pick<LanguagePack, 'endings' | 'compounds'>,
  texts: readonly string[],
): Packed {
  const tags = new Map<string, Set<string>>();
  for (const [tag, list] of Object.entries(lists)) {
    for (const entry of entriesOf(list).filter((word) => !word.includes('_'))) {
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

  const harm = new Map(
    [...tags].map(([key, set]) => [key, [...set].some((tag) => HARMFUL.includes(tag)) ? 10 : 1]),
  );
  const strangers: string[] = [];
  for (const { word } of texts.flatMap(tokenize)) {
    const base = bare(word.slice(word.lastIndexOf('-') + 1), endings);
    const tried = [word, stem(base)];
    for (let size = Math.min(base.length, STEM); compounds && size > 2; size--) tried.push(tail(base, size));
    if (!tried.some((key) => tags.has(key))) strangers.push(...tried);
  }
  return packTable(marked, WORD_BITS, bestSeed(harm, strangers, WORD_BITS));
}

/** Packs the pairs of words among the entries: "fed_up" is "fed up", also with one word in between. */
export function packPairs(lists: WordLists, texts: readonly string[]): Packed {
  const marked = new Map(
    Object.entries(lists).flatMap(([tag, list]) =>
      entriesOf(list)
        .filter((entry) => entry.includes('_'))
        .map((entry) => [pairKey(...(entry.split('_') as [string, string])), tag] as const),
    ),
  );
  const strangers = texts
    .flatMap((text) => {
      const words = tokenize(text).map(({ word }) => word);
      return words.flatMap((word, i) =>
        [words[i - 1], words[i - 2]].map((other) => pairKey(other ?? '', word)),
      );
    })
    .filter((pair) => !marked.has(pair));
  const harm = new Map([...marked.keys()].map((key) => [key, 1]));
  return packTable(marked, PAIR_BITS, bestSeed(harm, strangers, PAIR_BITS));
}
