/** How long to wait: pure, the clock and the dice come from outside. Everything in milliseconds. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** With these pauses, twenty tries are about a day: 22 hours on average, 44 at most. */
export const MAX_TRIES = 20;
const FIRST_PAUSE = 30 * SECOND;
const LONGEST_PAUSE = 4 * HOUR;
/** A target that asks for more time than this is not busy but broken, and somebody has to look. */
export const LONGEST_ASKED = 7 * 24 * HOUR;

/** After the first news, a link is asked for often; while nothing changes, ever less. */
const FIRST_LOOK = 5 * MINUTE;
export const RAREST_LOOK = 6 * HOUR;

/**
 * The pause after a try that failed: exponential with full jitter, and never shorter than the target asked for.
 * @param attempts Tries until now, from 1.
 * @param random From 0 up to 1.
 * @returns `undefined` when there should be no other try.
 */
export function retryPause(attempts: number, asked: number | undefined, random: number): number | undefined {
  if (attempts >= MAX_TRIES || (asked ?? 0) > LONGEST_ASKED) return undefined;
  const pause = random * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1));
  // What everybody was asked to wait is the floor; the jitter spreads those who come back.
  return asked === undefined ? pause : asked + Math.min(pause, MINUTE);
}

/**
 * The pause until a target is asked again how a brief stands there.
 * @param quiet How often in a row it had nothing new.
 * @param random From 0 up to 1; spreads links that were made together.
 */
export function lookPause(quiet: number, random: number): number {
  return Math.min(RAREST_LOOK, FIRST_LOOK * 1.5 ** quiet) * (0.9 + 0.2 * random);
}
