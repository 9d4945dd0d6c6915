/** Whether a request that the cookie speaks for was really made by one of our own pages. */
import type { AppContext } from './env.ts';
import { ProblemError } from './problem.ts';

/**
 * Guards every write that a cookie authorises. Browsers set both headers themselves, pages can't.
 * A client without either is no browser, so nobody can have tricked it into sending its cookie.
 * @throws ProblemError `forbidden`
 */
export function requireSameOrigin(c: AppContext, publicOrigin: string | undefined): void {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreign = origin !== undefined && origin !== publicOrigin && origin !== new URL(c.req.url).origin;
  if (fromElsewhere || foreign) throw new ProblemError('forbidden');
}

/**
 * The exact origins that may call from another site.
 * @throws RangeError for `*`, `null` and anything that is not an origin.
 */
export function checkOrigins(origins: readonly string[]): readonly string[] {
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new RangeError(
        `"${origin}" is not an origin. Write it as https://intranet.example.org, without a path.`,
      );
    }
  }
  return origins;
}
