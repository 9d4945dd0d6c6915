/** Few different weights for many phrases: what phrases weigh is rounded to the nearest of some codewords. */

type Vector = readonly number[];

const distance = (a: Vector, b: Vector): number => a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);

const nearest = (vector: Vector, codewords: readonly Vector[]): number =>
  codewords.reduce(
    (best, word, i) => (distance(vector, word) < distance(vector, codewords[best]!) ? i : best),
    0,
  );

const ROUNDS = 30;

/**
 * K-means, deterministic.
 * @param weighted Vectors with how much each counts.
 * @param round What a number of a codeword can be.
 * @returns For each vector its codeword.
 */
export function quantize(
  weighted: readonly (readonly [Vector, number])[],
  size: number,
  round: (value: number) => number,
): Vector[] {
  const vectors = weighted.map(([vector]) => vector);
  const zero = vectors[0]?.map(() => 0) ?? [];
  let codewords: Vector[] = [zero];
  while (codewords.length < size && codewords.length < vectors.length) {
    // Halves the part that is served worst: a start with single outliers would waste codewords on them.
    const parts = codewords.map((at) => ({ cost: 0, worst: 0, at }));
    for (const [vector, times] of weighted) {
      const home = nearest(vector, codewords);
      const cost = times * distance(vector, codewords[home]!);
      const part = parts[home]!;
      part.cost += cost;
      if (cost > part.worst) [part.worst, part.at] = [cost, vector];
    }
    const { at } = parts.reduce((a, b) => (b.cost > a.cost ? b : a));
    codewords = settle(weighted, [...codewords, at], 3);
  }
  const rounded = settle(weighted, codewords, ROUNDS).map((word) => word.map(round));
  return vectors.map((vector) => rounded[nearest(vector, rounded)]!);
}

/** Moves each codeword to the middle of the vectors that are nearest to it. */
function settle(
  weighted: readonly (readonly [Vector, number])[],
  start: readonly Vector[],
  turns: number,
): Vector[] {
  let codewords = [...start];
  for (let turn = 0; turn < turns; turn++) {
    const sums = codewords.map((word) => ({ sum: word.map(() => 0), total: 0 }));
    for (const [vector, times] of weighted) {
      const home = sums[nearest(vector, codewords)]!;
      home.sum = home.sum.map((value, i) => value + times * vector[i]!);
      home.total += times;
    }
    codewords = codewords.map((word, i) => {
      const { sum, total } = sums[i]!;
      return total === 0 ? word : sum.map((value) => value / total);
    });
  }
  return codewords;
}
