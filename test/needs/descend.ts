/** Softmax regression on features by name; deterministic. Used for fitting only, nothing of it is shipped. */

/** What the model learns from: the features that were seen and the class it should have been. */
export interface Instance {
  features: readonly string[];
  kind: number;
  weight: number;
}

/** Weights by feature, one for each class. */
export type Fitted = ReadonlyMap<string, readonly number[]>;

export interface DescendOptions {
  /** How many classes there are. */
  width: number;
  /** How strongly weights are held to where they start. */
  hold: number;
  rounds: number;
  /** Where a weight starts; 0 when absent. */
  start?: (name: string, kind: number) => number;
}

/** Gradient descent with momentum. Weights that are `given` are used as they are and not changed. */
export function descend(
  instances: readonly Instance[],
  { width, hold, rounds, start = () => 0 }: DescendOptions,
  given: Fitted = new Map(),
): Map<string, number[]> {
  const names = ['bias', ...new Set(instances.flatMap(({ features }) => features))];
  const index = new Map(names.map((name, i) => [name, i]));
  const begin = Float64Array.from({ length: names.length * width }, (_, i) => {
    const name = names[Math.floor(i / width)]!;
    return given.get(name)?.[i % width] ?? start(name, i % width);
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
  const gradient = new Float64Array(w.length);
  const error = new Float64Array(width);
  for (let round = 1; round <= rounds; round++) {
    gradient.fill(0);
    for (const { at, kind, weight } of rows) {
      error.fill(0);
      for (const i of at) for (let k = 0; k < width; k++) error[k]! += w[i * width + k]!;
      const top = Math.max(...error);
      let total = 0;
      for (let k = 0; k < width; k++) total += error[k] = Math.exp(error[k]! - top);
      for (let k = 0; k < width; k++) error[k] = weight * (error[k]! / total - (k === kind ? 1 : 0));
      for (const i of at) for (let k = 0; k < width; k++) gradient[i * width + k]! += error[k]!;
    }
    const step = 0.15 / Math.sqrt(round);
    for (let i = 0; i < w.length; i++) {
      if (fixed[Math.floor(i / width)]) continue;
      const slope = gradient[i]! + (i < width ? 0 : hold * (w[i]! - begin[i]!));
      m[i] = 0.9 * m[i]! + 0.1 * slope;
      v[i] = 0.99 * v[i]! + 0.01 * slope ** 2;
      w[i]! -= (step * (m[i]! / (1 - 0.9 ** round))) / (Math.sqrt(v[i]! / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return new Map(names.map((name, i) => [name, Array.from(w.subarray(i * width, (i + 1) * width))]));
}
