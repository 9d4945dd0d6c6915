/** What happens on a random walk, decided by a seed. */
import type { Fault } from '../site.ts';

/** What can become of a try. */
export const ANSWERS: readonly Fault[] = [
  'lose-answer',
  'cut-answer',
  'reset',
  'hang',
  'hang-stored',
  'cut-body',
  'strip-headers',
  'sign-in-page',
  'sign-in-redirect',
  'sign-in-elsewhere',
  { status: 500, code: 'internal-error' },
  { status: 503, headers: { 'retry-after': '0' } },
  { status: 429, code: 'too-many-requests', headers: { 'retry-after': '0' } },
  { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>proxy' },
  { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad gateway' },
  { status: 511, headers: { 'content-type': 'text/html' }, body: '<html>captive portal' },
  { status: 401, code: 'not-signed-in' },
  { status: 204 },
];

/** What can happen, and how often beside the others. */
const STEPS = {
  submit: 10,
  submitTwice: 1,
  answer: 8,
  offline: 2,
  online: 2,
  down: 1,
  up: 2,
  reload: 2,
  close: 2,
  crash: 0.5,
  second: 2,
  full: 1,
  room: 2,
  focus: 2,
  retry: 1,
  kill: 0.4,
} as const;
export type Step = keyof typeof STEPS;

/** Numbers from 0 up to 1 that depend on the seed only (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The steps of one walk: the same for the same seed, whatever happens during it. */
export function planOf(seed: number): { step: Step; choice: number }[] {
  const random = dice(seed);
  const total = Object.values(STEPS).reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: 4 + Math.floor(random() * 9) }, (_, i) => {
    let at = random() * total;
    const found = (Object.entries(STEPS) as [Step, number][]).find(([, weight]) => (at -= weight) < 0);
    // A walk in which nobody asks for anything proves nothing.
    return { step: i === 0 ? 'submit' : (found?.[0] ?? 'submit'), choice: random() };
  });
}
