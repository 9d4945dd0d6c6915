/** When a call is tried again, and how long it waits before that. Pure: the clock and the dice come from outside. */
import { isWhereforeError } from '@wherefore/core';
import { isNetworkError, isTimeoutError } from 'ky';

/** Longest wait that is spent inside a call. A server that asks for more gets it from whoever holds the brief. */
const LONGEST_WAIT = 5;
/** First pause when the server named none, doubled with every try. */
const BACKOFF = 300;
/** Spread on top of what the server asked, so that all who were sent away do not return in the same moment. */
const SPREAD = 250;
/** Timers may fire a little before their time; earlier than asked is not allowed. */
const MARGIN = 25;

const passing = new Set(['offline', 'store-unavailable', 'too-many-requests', 'still-running']);

/**
 * Milliseconds to wait before the next try, or `undefined` when there should be none.
 *
 * @param attempt Which retry this would be, from 1.
 * @param random A number from 0 up to 1.
 */
export function retryDelay(error: unknown, attempt: number, random: number): number | undefined {
  const ours = isWhereforeError(error) ? error : undefined;
  const passes = ours ? passing.has(ours.code) : isNetworkError(error) || isTimeoutError(error);
  if (!passes) return undefined;
  if (ours?.retryAfter === undefined) return random * BACKOFF * 2 ** (attempt - 1);
  if (ours.retryAfter > LONGEST_WAIT) return undefined;
  return ours.retryAfter * 1000 + MARGIN + random * SPREAD;
}

/**
 * Seconds that a `Retry-After` header asks for, rounded up; `undefined` when there is none that makes sense.
 *
 * A date is compared with the server's own `Date`, because the clock of a requester's device may be years off.
 */
export function retryAfterSeconds(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  // Date.parse takes nearly anything: `1.5` is a day in 2001. HTTP dates name their day and end in GMT.
  if (!/^[A-Z].*GMT$/i.test(value)) return undefined;
  const until = Date.parse(value) - (Date.parse(headers.get('date') ?? '') || now);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil(until / 1000));
}
