/** Fits the weights of the analyser on labelled sentences. Used by `fit.ts` and `report.ts`; nothing of it is shipped. */
import { readFileSync } from 'node:fs';
import { createReader } from '../../packages/core/src/needs/analyzer.ts';
import { featureNames, NOTHING, STEP, TAG_CUES } from '../../packages/core/src/needs/model.ts';
import { LEVELS } from '../../packages/core/src/needs/phrases.ts';
import type { Analysis, LanguagePack, SpanKind } from '../../packages/core/src/needs/types.ts';
import { KINDS } from '../../packages/core/src/needs/types.ts';
import { letterOf, packTable, WORD_BITS } from './pack.ts';

/** A line of a corpus, see the README beside the fixtures. */
export interface Row {
  id: string;
  lang: 'nl' | 'en';
  text: string;
  label: SpanKind | 'story' | 'vague' | 'mixed';
  kinds: SpanKind[];
  spans: { kind: SpanKind; start: number; end: number }[];
  source: string;
  /** The kind of work a sentence of our own is from. */
  work?: string;
  frustration?: boolean;
  shadowIT?: boolean;
  urgency?: boolean;
}

/** What the model learns from: the features that were seen and the kind it should have been. */
export interface Instance {
  features: string[];
  kind: number;
  weight: number;
}

export const readRows = (paths: readonly string[], lang: Row['lang']): Row[] =>
  paths
    .flatMap((path) => readFileSync(path, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Row)
    .filter((row) => row.lang === lang);

/** Rows that share a group are never on both sides of a split. */
export const groupOf = (row: Row): string => row.work ?? row.source.replace(/#.*/, '');

/** Real sentences show better than our own what is to be expected, and count more. */
const REAL = 1.5;

export function instancesOf(rows: readonly Row[], pack: LanguagePack): Instance[] {
  const { read, featuresOf } = createReader(pack);
  const seen = (text: string) => [
    ...new Set(read(text).clauses.flatMap((clause) => [...featuresOf(clause)])),
  ];
  return rows.flatMap((row): Instance[] => {
    const kind = KINDS.indexOf(row.label as 'means');
    const weight = row.source === 'authored' ? 1 : REAL;
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
  rounds: number;
}

export const DEFAULTS: FitOptions = { hold: 4, cue: 0.9, tag: 0.7, phrases: 155, rounds: 120 };

/** Weights by feature, those of phrases too. */
export type Fitted = ReadonlyMap<string, readonly number[]>;

const isPhrase = (name: string): boolean => name.startsWith('~');
const WIDTH = KINDS.length;

/** Softmax regression by gradient descent with momentum; deterministic. What is `given` is not changed. */
function descend(
  instances: readonly Instance[],
  options: FitOptions,
  given: Fitted = new Map(),
): Map<string, number[]> {
  const names = ['bias', ...new Set(instances.flatMap(({ features }) => features))];
  const index = new Map(names.map((name, i) => [name, i]));
  const begin = new Float64Array(names.length * WIDTH);
  names.forEach((name, i) => {
    const home = KINDS.findIndex((kind) => (TAG_CUES[name] ?? name).startsWith(`${kind}.`));
    if (home >= 0) begin[i * WIDTH + home] = name in TAG_CUES ? options.tag : options.cue;
    given.get(name)?.forEach((value, k) => (begin[i * WIDTH + k] = value));
  });
  const fixed = names.map((name) => given.has(name));
  const rows = instances.map(({ features, kind, weight }) => ({
    at: Int32Array.from([0, ...features.map((feature) => index.get(feature)!)]),
    kind,
    weight,
  }));
  const w = Float64Array.from(begin);
  const m = new Float64Array(w.length);
  const v = new Float64Array(w.length);
  const error = new Float64Array(WIDTH);
  for (let round = 1; round <= options.rounds; round++) {
    const gradient = new Float64Array(w.length);
    for (const { at, kind, weight } of rows) {
      error.fill(0);
      for (const i of at) for (let k = 0; k < WIDTH; k++) error[k]! += w[i * WIDTH + k]!;
      const top = Math.max(...error);
      let total = 0;
      for (let k = 0; k < WIDTH; k++) total += error[k] = Math.exp(error[k]! - top);
      for (let k = 0; k < WIDTH; k++) error[k] = weight * (error[k]! / total - (k === kind ? 1 : 0));
      for (const i of at) for (let k = 0; k < WIDTH; k++) gradient[i * WIDTH + k]! += error[k]!;
    }
    const step = 0.15 / Math.sqrt(round);
    for (let i = 0; i < w.length; i++) {
      if (fixed[Math.floor(i / WIDTH)]) continue;
      const pull = i < WIDTH ? 0 : options.hold * (w[i]! - begin[i]!);
      const slope = gradient[i]! + pull;
      m[i] = 0.9 * m[i]! + 0.1 * slope;
      v[i] = 0.99 * v[i]! + 0.01 * slope ** 2;
      w[i]! -= (step * (m[i]! / (1 - 0.9 ** round))) / (Math.sqrt(v[i]! / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return new Map(names.map((name, i) => [name, Array.from(w.subarray(i * WIDTH, (i + 1) * WIDTH))]));
}

/** Relative to the last kind, which is the yardstick. */
const relative = (row: readonly number[]): number[] => row.map((value) => value - row.at(-1)!);

/** What a phrase tells of means, problem and outcome among themselves, and half of what it tells of them all. */
const around = (row: readonly number[]): number[] => {
  const mean = (row[0]! + row[1]! + row[2]!) / 3;
  const shift = (mean - row[3]!) / 2;
  return row.slice(0, -1).map((value) => value - mean + shift);
};

/**
 * In three steps: with all phrases that occur twice, to find those that tell most; with these only, to weigh them; and the
 * rest once more, with the phrases as they are shipped, in a few levels.
 */
export function fit(instances: readonly Instance[], options: FitOptions = DEFAULTS): Fitted {
  const times = new Map<string, number>();
  for (const feature of instances.flatMap(({ features }) => features)) {
    times.set(feature, (times.get(feature) ?? 0) + 1);
  }
  const only = (keep: (phrase: string) => boolean) =>
    instances.map((instance) => ({
      ...instance,
      features: instance.features.filter((name) => !isPhrase(name) || keep(name)),
    }));
  const all = descend(
    only((phrase) => times.get(phrase)! > 1),
    options,
  );
  const tells = ([name, row]: readonly [string, readonly number[]]): number => {
    const mean = row.reduce((a, b) => a + b, 0) / WIDTH;
    return Math.max(...row.map((value) => Math.abs(value - mean))) * Math.sqrt(times.get(name)!);
  };
  const kept = new Set(
    [...all]
      .filter(([name]) => isPhrase(name))
      .map((entry) => [tells(entry), entry[0]] as const)
      .sort(([a, x], [b, y]) => b - a || (x < y ? -1 : 1))
      .slice(0, options.phrases)
      .map(([, name]) => name),
  );
  const chosen = only((phrase) => kept.has(phrase));
  const nearest = (value: number): number =>
    LEVELS.reduce((best, level) => (Math.abs(level - value) < Math.abs(best - value) ? level : best));
  const phrases = new Map(
    [...descend(chosen, options)]
      .filter(([name]) => isPhrase(name))
      .map(([name, row]) => [name, [...around(row).map(nearest), 0]] as const)
      .filter(([, row]) => row.some((value) => value !== 0)),
  );
  const rest = descend(
    chosen.map((instance) => ({
      ...instance,
      features: instance.features.filter((name) => !isPhrase(name) || phrases.has(name)),
    })),
    options,
    phrases,
  );
  const round = (value: number) => Math.max(-5.8, Math.min(5.8, Math.round(value / STEP) * STEP));
  return new Map([...rest].map(([name, row]) => [name, isPhrase(name) ? row : relative(row).map(round)]));
}

/** The weights as the strings that `unpackWeights` reads. */
export function packWeights(pack: LanguagePack, weights: Fitted): Pick<LanguagePack, 'weights' | 'phrases'> {
  const letters = featureNames(pack).flatMap((name) =>
    (weights.get(name) ?? [0, 0, 0, 0])
      .slice(0, -1)
      .map((value) => letterOf(NOTHING + Math.round(value / STEP))),
  );
  const level = (value: number): number => LEVELS.indexOf(value as 0);
  const phrases = [...weights]
    .filter(([name]) => isPhrase(name))
    .map(([name, [a, b, c]]) => [name, letterOf(level(a!) * 16 + level(b!) * 4 + level(c!))] as const);
  return { weights: letters.join(''), phrases: packTable(new Map(phrases), WORD_BITS, 0) };
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
  options: FitOptions = DEFAULTS,
): Map<string, Analysis> {
  const parts = split(rows, FOLDS);
  const heard = new Map<string, Analysis>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (row: Row): boolean => parts.get(groupOf(row)) === fold;
    const learned = fit(
      instancesOf(
        rows.filter((row) => !inFold(row)),
        pack,
      ),
      options,
    );
    const reader = createReader({ ...pack, ...packWeights(pack, learned) });
    for (const row of rows.filter(inFold)) heard.set(row.text, reader.analyze(row.text, pack.language));
  }
  return heard;
}
