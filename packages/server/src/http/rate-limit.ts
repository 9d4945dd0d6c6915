/** A token bucket for each client address and kind of request, in bounded memory. */
import { isIPv6 } from 'node:net';
import { ProblemError } from './problem.ts';

/** `burst` requests at once, then `perMinute`. */
export interface Rate {
  burst: number;
  perMinute: number;
}

export type LimitName = 'briefs' | 'follow' | 'session' | 'webhooks';
export type Rates = Record<LimitName, Rate>;

/** Room for a whole organisation behind one address, and for nobody to fill a disk or guess a link. */
export const DEFAULT_RATES: Rates = {
  briefs: { burst: 300, perMinute: 300 },
  follow: { burst: 120, perMinute: 120 },
  session: { burst: 30, perMinute: 30 },
  webhooks: { burst: 300, perMinute: 300 },
};

/** Buckets kept; beyond it the address that was quiet longest starts afresh. */
const MAX_BUCKETS = 20_000;

export interface RateLimiter {
  /** @throws ProblemError `too-many-requests` with the seconds to wait. */
  take(name: LimitName, address: string): void;
}

/** @param now Milliseconds. @param rates `false` switches limits off. */
export function rateLimiter(rates: Rates | false, now: () => number, maxBuckets = MAX_BUCKETS): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(name, address) {
      if (!rates) return;
      const { burst, perMinute } = rates[name];
      const key = `${name} ${network(address)}`;
      const at = now();
      const { tokens: left, at: then } = buckets.get(key) ?? { tokens: burst, at };
      const tokens = Math.min(burst, left + (Math.max(0, at - then) * perMinute) / 60_000);
      // Deleted first, so that the map stays in the order of use.
      buckets.delete(key);
      buckets.set(key, { tokens: Math.max(0, tokens - 1), at });
      if (tokens < 1) {
        buckets.set(key, { tokens, at });
        throw new ProblemError('too-many-requests', { retryAfter: ((1 - tokens) * 60) / perMinute });
      }
      if (buckets.size > maxBuckets) for (const [oldest] of buckets) return void buckets.delete(oldest);
    },
  };
}

/** An IPv6 household owns a /64, so that is what counts as one address. */
function network(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0')].slice(0, 4).join(':');
}
