import type { Clause } from './clauses.ts';
import { compile } from './pattern.ts';
import type { LanguagePack, Signals } from './types.ts';

/** What the wording gives away apart from its kind. */
export type Tone = Pick<Signals, 'frustration' | 'urgency' | 'workaround'>;

/** Two marks, words in capitals or a letter held down: "NIET WEER", "zoooo traag!!". */
const SHOUTED = /[!?]{2}|\p{Lu}{2,} \p{Lu}{4,}|\p{Lu}{2,} \p{Lu}{2,} \p{Lu}{2,}|([a-vx-zA-Z])\1\1/u;

export function createToneFinder(pack: LanguagePack): (text: string, clauses: readonly Clause[]) => Tone {
  const spot = (yes: string, no: string) => {
    const found = compile(yes);
    const denied = compile(no);
    return (clauses: readonly Clause[]) => clauses.some(({ code }) => found.test(code) && !denied.test(code));
  };
  const { signals } = pack;
  const frustrated = spot(signals.frustration, signals.notFrustration);
  const urgent = spot(signals.urgency, signals.notUrgent);
  const managing = spot(signals.workaround, signals.notWorkaround);
  return (text, clauses) => ({
    frustration: SHOUTED.test(text) || frustrated(clauses),
    urgency: urgent(clauses),
    workaround: managing(clauses),
  });
}
