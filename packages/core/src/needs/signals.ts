import type { Clause } from './clauses.ts';
import { createWeigher, phrasesOf } from './phrases.ts';
import type { LanguagePack, Signals } from './types.ts';

/** What the wording gives away apart from its kind. */
export type Tone = Pick<Signals, 'frustration' | 'urgency' | 'workaround'>;

/** The order in which phrases weigh for them. */
export const TONES = ['frustration', 'urgency', 'workaround'] as const;

/** Two marks, words in capitals or a letter held down: "NIET WEER", "zoooo traag!!". */
const SHOUTED = /[!?]{2}|\p{Lu}{2,} \p{Lu}{4,}|\p{Lu}{2,} \p{Lu}{2,} \p{Lu}{2,}|([a-vx-zA-Z])\1\1/u;

/** The phrases that tone is heard by: those of all clauses, one that is always there, and one for shouting. */
export const tonePhrases = (text: string, clauses: readonly Clause[]): Set<string> =>
  new Set(['~', ...(SHOUTED.test(text) ? ['~!'] : []), ...clauses.flatMap(({ words }) => phrasesOf(words))]);

export function createToneFinder(pack: LanguagePack): (text: string, clauses: readonly Clause[]) => Tone {
  const weigh = createWeigher(pack.tones);
  return (text, clauses) => {
    const sums = [0, 0, 0];
    for (const phrase of tonePhrases(text, clauses))
      weigh(phrase)?.forEach((weight, i) => (sums[i]! += weight));
    const [frustration, urgency, workaround] = sums.map((sum) => sum > 0);
    return { frustration: frustration!, urgency: urgency!, workaround: workaround! };
  };
}
