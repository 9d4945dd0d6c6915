/** Packs word lists and weights into the strings that are shipped; `lexicon.ts` and `model.ts` read them back. */
import { riceBits } from '../../packages/core/src/needs/lexicon.ts';
import { bare, hash, STEM, stem, tail } from '../../packages/core/src/needs/stem.ts';
import { tokenize } from '../../packages/core/src/needs/tokens.ts';
import { letterOf } from './training.ts';
import type { LanguagePack, PackedWords } from '../../packages/core/src/needs/types.ts';

const RARE = 2;

/** The key of an entry: `word`, `word-` (its other forms too) or `-word` (compounds too). */
export function keyOf(entry: string, endings: readonly string[]): string {
  if (!/^-|-$/.test(entry)) return entry;
  const base = bare(entry.replace(/^-|-$/g, ''), endings);
  return entry.startsWith('-') ? tail(base, Math.min(base.length, STEM)) : stem(base);
}

/** Sorted hashes as steps, Golomb-Rice coded, six bits a character; one mark for the tags of each. */
function packWith(
  words: Readonly<Record<string, string>>,
  endings: readonly string[],
  seed: number,
): PackedWords {
  const tagsOf = new Map<number, Set<string>>();
  for (const [tag, list] of Object.entries(words)) {
    for (const entry of list.trim().split(/\s+/)) {
      const key = hash(keyOf(entry, endings), seed);
      tagsOf.set(key, (tagsOf.get(key) ?? new Set()).add(tag));
    }
  }
  const keys = [...tagsOf.keys()].sort((a, b) => a - b);
  // Few different sets of tags pack best: a rare set is cut down to the tag of it that fewest words have.
  const sets = keys.map((key) => [...tagsOf.get(key)!].sort());
  const count = (marks: readonly string[]) => {
    const found = new Map<string, number>();
    for (const mark of marks) found.set(mark, (found.get(mark) ?? 0) + 1);
    return found;
  };
  const ofSet = count(sets.map((set) => set.join('')));
  const ofTag = count(sets.flat());
  const rarest = (set: readonly string[]) => set.reduce((a, b) => (ofTag.get(b)! < ofTag.get(a)! ? b : a));
  const marksOf = sets.map((set) => (ofSet.get(set.join(''))! < RARE ? rarest(set) : set.join('')));
  const uses = count(marksOf);
  const combos = [...uses.keys()].sort((a, b) => uses.get(b)! - uses.get(a)! || (a < b ? -1 : 1));
  const low = riceBits(keys.length);
  let bits = '';
  keys.forEach((key, i) => {
    const step = key - (keys[i - 1] ?? 0);
    bits += '1'.repeat(Math.floor(step / 2 ** low)) + '0' + (step % 2 ** low).toString(2).padStart(low, '0');
  });
  bits = bits.padEnd(Math.ceil(bits.length / 6) * 6, '0');
  const table = (bits.match(/.{6}/g) ?? []).map((six) => letterOf(Number.parseInt(six, 2))).join('');
  const mark = (combo: string): string => letterOf(combos.indexOf(combo));
  return { seed, table, marks: marksOf.map(mark).join(''), combos: combos.join(' ') };
}

const SEEDS = 300;
/** Taking a word for one of these would be told to the requester. */
const HARMFUL = 'FY0OR';

/** Packs with the seed under which the fewest words of `texts` get tags that they should not have. */
export function packWords(
  words: Readonly<Record<string, string>>,
  { endings, compounds }: Pick<LanguagePack, 'endings' | 'compounds'>,
  texts: readonly string[],
): PackedWords {
  const entries = Object.entries(words).flatMap(([tag, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((entry) => [keyOf(entry, endings), HARMFUL.includes(tag) ? 5 : 1] as const),
  );
  const keys = new Map(entries);
  const strangers: string[] = [];
  for (const { word } of texts.flatMap(tokenize)) {
    const base = bare(word.slice(word.lastIndexOf('-') + 1), endings);
    const tried = [word, stem(base)];
    for (let size = Math.min(base.length, STEM); compounds && size > 2; size--) tried.push(tail(base, size));
    if (!tried.some((key) => keys.has(key))) strangers.push(...tried);
  }
  let best = 0;
  let fewest = Infinity;
  for (let seed = 0; seed < SEEDS; seed++) {
    const taken = new Map([...keys].map(([key, harm]) => [hash(key, seed), harm]));
    const wrong = strangers.reduce((sum, key) => sum + (taken.get(hash(key, seed)) ?? 0), 0);
    if (wrong < fewest) [best, fewest] = [seed, wrong];
  }
  return packWith(words, endings, best);
}
