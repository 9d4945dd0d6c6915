/** Fits the weights of the analyser on labelled sentences. Used by `fit.ts` and `report.ts`; nothing of it is shipped. */
import { readFileSync } from 'node:fs';
import { createReader } from '../../packages/core/src/needs/analyzer.ts';
import { featureNames, NOTHING, STEP, TAG_CUES } from '../../packages/core/src/needs/model.ts';
import type { Weights } from '../../packages/core/src/needs/model.ts';
import type { Analysis, LanguagePack, SpanKind } from '../../packages/core/src/needs/types.ts';
import { KINDS } from '../../packages/core/src/needs/types.ts';

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

/** The letter that `numberOf` reads back. */
export const letterOf = (number: number): string => String.fromCharCode(number + (number < 52 ? 40 : 41));

const REAL = 2;

export function instancesOf(rows: readonly Row[], pack: LanguagePack): Instance[] {
  const { read, featuresOf } = createReader(pack);
  const seen = (text: string) => [...new Set(read(text).clauses.flatMap(featuresOf))];
  return rows.flatMap((row): Instance[] => {
    const kind = KINDS.indexOf(row.label as 'means');
    // Real sentences are fewer than our own and count more.
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
  /** What a cue counts for its own kind before any sentence was seen, in tenths. */
  start: number;
  /** The same for a tag that is a cue of its own. */
  tags: number;
  rounds: number;
}

export const DEFAULTS: FitOptions = { hold: 4, start: 9, tags: 4, rounds: 250 };

/** Softmax regression by gradient descent with momentum; deterministic. */
export function fit(instances: readonly Instance[], options: FitOptions = DEFAULTS): Weights {
  const names = ['bias', ...new Set(instances.flatMap((instance) => instance.features))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const width = KINDS.length;
  const begin = new Float64Array(names.length * width);
  names.forEach((name, i) => {
    const home = KINDS.findIndex((kind) => (TAG_CUES[name] ?? name).startsWith(`${kind}.`));
    if (home >= 0) begin[i * width + home] = (name in TAG_CUES ? options.tags : options.start) / 10;
  });
  const bias = index.get('bias')!;
  const rows = instances.map((instance) => ({
    at: [bias, ...instance.features.map((feature) => index.get(feature)!)],
    kind: instance.kind,
    weight: instance.weight,
  }));
  const w = Float64Array.from(begin);
  const m = new Float64Array(w.length);
  const v = new Float64Array(w.length);
  for (let round = 1; round <= options.rounds; round++) {
    const gradient = new Float64Array(w.length);
    for (const row of rows) {
      const sums = KINDS.map((_, k) => row.at.reduce((sum, i) => sum + w[i * width + k]!, 0));
      const top = Math.max(...sums);
      const powers = sums.map((sum) => Math.exp(sum - top));
      const total = powers.reduce((a, b) => a + b, 0);
      for (let k = 0; k < width; k++) {
        const error = row.weight * (powers[k]! / total - (k === row.kind ? 1 : 0));
        for (const i of row.at) gradient[i * width + k]! += error;
      }
    }
    for (let i = 0; i < w.length; i++) {
      if (Math.floor(i / width) !== bias) gradient[i]! += options.hold * (w[i]! - begin[i]!);
      m[i] = 0.9 * m[i]! + 0.1 * gradient[i]!;
      v[i] = 0.99 * v[i]! + 0.01 * gradient[i]! ** 2;
      const step = 0.15 / Math.sqrt(round);
      w[i]! -= (step * (m[i]! / (1 - 0.9 ** round))) / (Math.sqrt(v[i]! / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  // The last kind is the yardstick, and what is shipped is rounded: so is what is scored.
  return new Map(
    names.map((name, i) => {
      const row = Array.from(w.subarray(i * width, (i + 1) * width));
      const round = (value: number) => Math.round((value - row[width - 1]!) / STEP) * STEP;
      return [name, row.map((value) => Math.max(-5.8, Math.min(5.8, round(value))))];
    }),
  );
}

/** The weights as the string that `unpackWeights` reads. */
export function packWeights(pack: LanguagePack, weights: Weights): string {
  const letters = featureNames(pack).flatMap((name) =>
    (weights.get(name) ?? [0, 0, 0, 0])
      .slice(0, -1)
      .map((value) => letterOf(NOTHING + Math.round(value / STEP))),
  );
  return letters.join('');
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

export const FOLDS = 8;

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
    const weights = fit(
      instancesOf(
        rows.filter((row) => !inFold(row)),
        pack,
      ),
      options,
    );
    const reader = createReader(pack, weights);
    for (const row of rows.filter(inFold)) heard.set(row.text, reader.analyze(row.text, pack.language));
  }
  return heard;
}
