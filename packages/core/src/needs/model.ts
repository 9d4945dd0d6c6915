import type { Clause } from './clauses.ts';
import { compile } from './pattern.ts';
import { createWeigher, phrasesOf, weightAt } from './phrases.ts';
import type { LanguagePack } from './types.ts';
import { KINDS } from './types.ts';

/** Chances of means, problem, outcome and vague, in the order of {@link KINDS}. */
export type Chances = readonly number[];

/** Tags that are cues of their own. */
export const TAG_CUES: Readonly<Record<string, string>> = {
  A: 'means.thing',
  W: 'means.wish',
  B: 'means.build',
  P: 'problem.pain',
  S: 'problem.now',
  N: 'problem.not',
  U: 'problem.time',
  X: 'problem.past',
  4: 'problem.cause',
  C: 'outcome.better',
  G: 'outcome.change',
  K: 'outcome.know',
  T: 'outcome.worth',
  k: 'problem.unknown',
  t: 'problem.not',
  p: 'outcome.without',
};

/** How long a clause is, and how many of its words say something. */
const SHAPES = 'tiny short middle long rest0 rest1 rest2 rest3';

/** What can be seen of a clause apart from its phrases, in the order in which the weights are packed. */
export const featureNames = (pack: LanguagePack): string[] => [
  'bias',
  'asks',
  'sub',
  ...SHAPES.split(' '),
  ...Object.keys(pack.cues),
  ...pack.tags,
  ...'cgkptv',
];

/** Which cues fire, which sorts of words there are, whether it asks or follows another clause, and its phrases. */
export function createFeatures(pack: LanguagePack): (clause: Clause) => Set<string> {
  const cues = Object.entries(pack.cues).map(([id, patterns]) => [id, compile(patterns)] as const);
  return ({ code, words, sub }) =>
    new Set([
      ...cues.flatMap(([id, pattern]) => (pattern.test(code) ? id : [])),
      ...words.flatMap(({ tags }) => [...tags]),
      ...(words.at(-1)?.word === '?' ? ['asks'] : []),
      ...(sub ? ['sub'] : []),
      ...phrasesOf(words),
      words.length < 4 ? 'tiny' : words.length < 8 ? 'short' : words.length < 16 ? 'middle' : 'long',
      `rest${words.filter(({ word, tags }) => word.length > 3 && !/[HIMN]/.test(tags)).length}`,
    ]);
}

/** What a feature weighs for each kind, if anything. */
export type Weights = (feature: string) => Chances | undefined;

/** Weights are packed as a letter per feature and kind, those of phrases in a list of their own. */
export function unpackWeights(pack: LanguagePack): Weights {
  const at = (i: number): number => weightAt(pack.weights, i);
  const width = KINDS.length - 1;
  // The last kind is the yardstick: its weights are all nothing.
  const known = new Map(
    featureNames(pack).map((name, i) => [name, [at(i * width), at(i * width + 1), at(i * width + 2), 0]]),
  );
  const phrase = createWeigher(pack.phrases);
  return (feature) => (feature[0] === '~' ? phrase(feature) : known.get(feature));
}

/** Softmax over the summed weights of the features that were seen. */
export function chances(features: Iterable<string>, weights: Weights): Chances {
  const sums = [...(weights('bias') ?? [0, 0, 0, 0])];
  for (const feature of features) {
    weights(feature)?.forEach((weight, kind) => (sums[kind]! += weight));
  }
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}
