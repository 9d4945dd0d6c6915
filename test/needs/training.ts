/** Fits the weights of the analyser on labelled sentences. Nothing of it is shipped. */
import { createReader } from '../../packages/core/src/needs/analyzer.ts';
import { featureNames, TAG_CUES } from '../../packages/core/src/needs/model.ts';
import { NOTHING, phrasesOf, STEP } from '../../packages/core/src/needs/phrases.ts';
import { tonePhrases, TONES } from '../../packages/core/src/needs/signals.ts';
import type { Analysis, LanguagePack } from '../../packages/core/src/needs/types.ts';
import { KINDS } from '../../packages/core/src/needs/types.ts';
import { quantize } from './codebook.ts';
import type { Row } from './corpus.ts';
import { descend } from './descend.ts';
import type { DescendOptions, Fitted, Instance } from './descend.ts';
import { bestSeed, BITS, letterOf, packTable } from './pack.ts';

/** Rows that share a group are never on both sides of a split. */
export const groupOf = (row: Row): string => row.work ?? row.source.replace(/#.*/, '');

/** What a sentence counts: real ones show better than our own what is to be expected, and short first messages are what people type. */
const REAL = 2;
const FIRST = 1.2;
const OWN = 0.8;

const countsFor = (row: Row): number => {
  if (row.source !== 'authored') return REAL;
  return row.work?.startsWith('first') ? FIRST : OWN;
};

/** What there is to learn: which kind a text is, and for each tone whether it has it. */
export interface Lessons {
  kinds: Instance[];
  tones: [Instance[], Instance[], Instance[]];
  /** For each tone the phrases that tell it by themselves. */
  outspoken: readonly ReadonlySet<string>[];
}

/** A list of words and of pairs written `fed_up`, as the names of phrases. */
const namesOf = (list: string, pack: LanguagePack): Set<string> => {
  const { read } = createReader(pack);
  const names = list
    .trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const phrases = read(entry.replaceAll('_', ' ')).all.flatMap(({ words }) => phrasesOf(words));
      // The last two are the last word, and the pair of it and the one before.
      return phrases.slice(-2)[entry.includes('_') ? 1 : 0] ?? [];
    });
  return new Set(names);
};

export function lessonsOf(
  rows: readonly Row[],
  pack: LanguagePack,
  outspoken: Partial<Record<string, string>> = {},
): Lessons {
  const { read, featuresOf } = createReader(pack);
  const seen = (text: string) => [
    ...new Set(read(text).clauses.flatMap((clause) => [...featuresOf(clause)])),
  ];
  const kinds = rows.flatMap((row): Instance[] => {
    const kind = KINDS.indexOf(row.label as 'means');
    const weight = countsFor(row);
    if (kind >= 0) return [{ features: seen(row.text), kind, weight }];
    // Of a text with several kinds, each marked piece is a small example of its own.
    return row.spans
      .filter((span) => span.kind === 'outcome' || (row.label === 'mixed' && span.kind !== 'who'))
      .map((span) => ({
        features: seen(row.text.slice(span.start, span.end)),
        kind: KINDS.indexOf(span.kind as 'means'),
        weight: weight / 2,
      }));
  });
  const told = rows
    .filter((row) => row.urgency !== undefined)
    .map((row) => ({
      row,
      features: [...tonePhrases(row.text, read(row.text).all)].filter((name) => name !== '~'),
    }));
  const tone = (has: (row: Row) => boolean | undefined): Instance[] =>
    told.map(({ row, features }) => ({ features, kind: has(row) ? 1 : 0, weight: 1 }));
  return {
    kinds,
    tones: [tone((row) => row.frustration), tone((row) => row.urgency), tone((row) => row.shadowIT)],
    outspoken: TONES.map((name) => namesOf(outspoken[name] ?? '', pack)),
  };
}

export interface FitOptions {
  /** How strongly weights are held to their hand-made starting value. */
  hold: number;
  /** What a cue counts for its own kind before any sentence was seen. */
  cue: number;
  /** The same for a tag that is a cue of its own. */
  tag: number;
  /** How many phrases are kept: those that tell most. */
  phrases: number;
  /** How many different weights they can have. */
  codewords: number;
  /** How many phrases are kept for each tone. */
  tones: number;
  /** How strongly the weights of tones are held to nothing. */
  toneHold: number;
  rounds: number;
}

export const DEFAULTS: FitOptions = {
  hold: 7,
  cue: 0.9,
  tag: 0.7,
  phrases: 390,
  codewords: 30,
  tones: 50,
  toneHold: 2,
  rounds: 120,
};

/** Of tones, which are mostly one at a time, fewer. */
const TONE_CODEWORDS = 14;
/** How much the phrase that is always there, and those that are enough by themselves, count when weights are rounded. */
const ALWAYS = 1e9;
const OFTEN = 1e4;

/** What a phrase weighs that tells a tone by itself, before any sentence was seen. */
const OUTSPOKEN = 4;
/** Precision over recall: how much more than even a tone has to be. */
const MARGIN = 0.2;

const isPhrase = (name: string): boolean => name.startsWith('~');
const WIDTH = KINDS.length;
const round = (value: number): number => Math.max(-5.8, Math.min(5.8, Math.round(value / STEP) * STEP));

const timesOf = (instances: readonly Instance[]): Map<string, number> => {
  const times = new Map<string, number>();
  for (const { features } of instances)
    for (const feature of features) times.set(feature, (times.get(feature) ?? 0) + 1);
  return times;
};

/** The instances with only those phrases. */
const withOnly = (instances: readonly Instance[], keep: (phrase: string) => boolean): Instance[] =>
  instances.map((instance) => ({
    ...instance,
    features: instance.features.filter((name) => !isPhrase(name) || keep(name)),
  }));

/** The phrases that tell most: how far a weight is from the others, times how often the phrase occurs. */
function most(fitted: Fitted, times: ReadonlyMap<string, number>, count: number): Set<string> {
  const tells = (name: string, row: readonly number[]): number => {
    const mean = row.reduce((a, b) => a + b, 0) / row.length;
    return Math.max(...row.map((value) => Math.abs(value - mean))) * Math.sqrt(times.get(name)!);
  };
  const ranked = [...fitted]
    .filter(([name]) => isPhrase(name))
    .map(([name, row]) => [tells(name, row), name] as const)
    .sort(([a, x], [b, y]) => b - a || (x < y ? -1 : 1));
  return new Set(ranked.slice(0, count).map(([, name]) => name));
}

/** Fitted with all phrases that occur more than once, then with those that tell most, in two cuts. */
function choose(
  instances: readonly Instance[],
  count: number,
  options: DescendOptions,
  always: ReadonlySet<string> = new Set(),
): Map<string, number[]> {
  const times = timesOf(instances);
  let fitted = descend(
    withOnly(instances, (phrase) => times.get(phrase)! > 1 || always.has(phrase)),
    options,
  );
  for (const size of [count * 2, count]) {
    const kept = most(fitted, times, size);
    fitted = descend(
      withOnly(instances, (phrase) => kept.has(phrase) || always.has(phrase)),
      options,
    );
  }
  return fitted;
}

/** Relative to the last kind, which is the yardstick. */
const relative = (row: readonly number[]): number[] => row.map((value) => value - row.at(-1)!);

/** What a phrase tells of means, problem and outcome among themselves, and half of what it tells of them all. */
const around = (row: readonly number[]): number[] => {
  const mean = (row[0]! + row[1]! + row[2]!) / 3;
  const shift = (mean - row[3]!) / 2;
  return row.slice(0, -1).map((value) => value - mean + shift);
};

/** Rounded to few different weights; phrases that weigh nothing then are left out. */
function inCodewords(
  phrases: readonly (readonly [string, number[]])[],
  times: ReadonlyMap<string, number>,
  codewords: number,
): Map<string, readonly number[]> {
  const words = quantize(
    phrases.map(([name, row]) => [row, Math.sqrt(times.get(name) ?? 1)]),
    codewords,
    round,
  );
  return new Map(
    phrases
      .map(([name], i) => [name, words[i]!] as const)
      .filter(([, row]) => row.some((value) => value !== 0)),
  );
}

/** What features weigh before any sentence was seen, for means, problem and outcome. */
export type Prior = Readonly<Record<string, readonly number[]>>;

export interface Model {
  /** What phrases weigh for means, problem and outcome. */
  phrases: Fitted;
  /** What the other features weigh for the four kinds. */
  weights: Fitted;
  /** What phrases weigh for the three tones. */
  tones: Fitted;
  /** How often all phrases occur in what was learned from. */
  times: ReadonlyMap<string, number>;
}

/** Phrases are chosen and weighed first; the rest is weighed once more with the phrases as they are shipped. */
export function fit(
  { kinds, tones, outspoken }: Lessons,
  prior: Prior = {},
  options: FitOptions = DEFAULTS,
): Model {
  const home = (name: string, kind: number): number => {
    if (name in prior) return prior[name]![kind] ?? 0;
    const known = TAG_CUES[name];
    if (!(known ?? name).startsWith(`${KINDS[kind]}.`)) return 0;
    return known ? options.tag : options.cue;
  };
  const how = { width: WIDTH, hold: options.hold, rounds: options.rounds, start: home };
  const phrases = inCodewords(
    [...choose(kinds, options.phrases, how)]
      .filter(([name]) => isPhrase(name))
      .map(([name, row]) => [name, around(row)]),
    timesOf(kinds),
    options.codewords,
  );
  const given = new Map([...phrases].map(([name, row]) => [name, [...row, 0]]));
  const rest = descend(
    withOnly(kinds, (phrase) => phrases.has(phrase)),
    how,
    given,
  );
  const weights = [...rest].filter(([name]) => !isPhrase(name));
  return {
    phrases,
    weights: new Map(weights.map(([name, row]) => [name, relative(row).map(round)])),
    tones: fitTones(tones, outspoken, options),
    times: new Map([...timesOf(kinds)].filter(([name, times]) => isPhrase(name) && times > 4)),
  };
}

/** Each tone is a question of its own, yes or no; a phrase may tell of several. */
function fitTones(
  lessons: Lessons['tones'],
  outspoken: Lessons['outspoken'],
  { tones, toneHold, rounds }: FitOptions,
): Fitted {
  const all = new Map<string, number[]>();
  lessons.forEach((instances, tone) => {
    const start = (name: string, yes: number): number => (outspoken[tone]!.has(name) ? yes * OUTSPOKEN : 0);
    const how = { width: 2, hold: toneHold, rounds, start };
    const add = (name: string, weight: number): void => {
      const row = all.get(name) ?? [0, 0, 0];
      row[tone]! += weight;
      all.set(name, row);
    };
    const fitted = choose(instances, tones, how, outspoken[tone]);
    for (const [name, [no, yes]] of fitted) {
      if (name === 'bias') add('~', yes! - no! - MARGIN);
      else add(name, yes! - no!);
    }
    for (const name of outspoken[tone]!) if (!fitted.has(name)) add(name, OUTSPOKEN);
  });
  // What is always there, and what is enough by itself, must not be rounded away.
  const times = timesOf(lessons.flat()).set('~', ALWAYS);
  for (const name of outspoken.flatMap((names) => [...names])) times.set(name, OFTEN);
  return inCodewords([...all], times, TONE_CODEWORDS);
}

/** The weights as the strings that `unpackWeights` and `createWeigher` read. */
export function packModel(
  pack: LanguagePack,
  { phrases, weights, tones, times }: Model,
): Pick<LanguagePack, 'weights' | 'phrases' | 'tones'> {
  const letter = (value: number): string => letterOf(NOTHING + Math.round(value / STEP));
  const packed = (fitted: Fitted) => {
    const strangers = new Map([...times].filter(([name]) => !fitted.has(name)));
    const seed = bestSeed([...fitted.keys()], () => 1, strangers, BITS);
    return packTable(new Map([...fitted].map(([name, row]) => [name, row.map(letter).join('')])), BITS, seed);
  };
  return {
    weights: featureNames(pack)
      .flatMap((name) => (weights.get(name) ?? [0, 0, 0, 0]).slice(0, -1).map(letter))
      .join(''),
    phrases: packed(phrases),
    tones: packed(tones),
  };
}

/** Cuts the groups over `folds` parts of about the same size. */
export function split(rows: readonly Row[], folds: number): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(groupOf(row), (sizes.get(groupOf(row)) ?? 0) + 1);
  const load = Array.from({ length: folds }, () => 0);
  const parts = new Map<string, number>();
  for (const [group, size] of [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const lightest = load.indexOf(Math.min(...load));
    parts.set(group, lightest);
    load[lightest]! += size;
  }
  return parts;
}

export const FOLDS = 6;

/** Reads each text with an analyser that was fitted without its group. */
export function crossRead(
  rows: readonly Row[],
  pack: LanguagePack,
  prior: Prior = {},
  outspoken: Partial<Record<string, string>> = {},
): Map<string, Analysis> {
  const parts = split(rows, FOLDS);
  const heard = new Map<string, Analysis>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (row: Row): boolean => parts.get(groupOf(row)) === fold;
    const unseen = rows.filter((row) => !inFold(row));
    const reader = createReader({
      ...pack,
      ...packModel(pack, fit(lessonsOf(unseen, pack, outspoken), prior)),
    });
    for (const row of rows.filter(inFold)) heard.set(row.text, reader.analyze(row.text, pack.language));
  }
  return heard;
}
