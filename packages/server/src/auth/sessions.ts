/** Sessions of reviewers: a random id in a cookie that no script can read, its hash in the store. */
import { generateCookie, getCookie } from 'hono/cookie';
import type { Session } from '@wherefore/core/wire';
import type { AppContext } from '../http/env.ts';
import { ProblemError } from '../http/problem.ts';
import type { Store, StoredSession } from '../store/store.ts';
import { hashToken } from './tokens.ts';

const MINUTE = 60_000;
/** A session ends after two hours without a request, and after twelve in any case. */
const IDLE = 120 * MINUTE;
const ABSOLUTE = 720 * MINUTE;
/** Use is noted once a minute at most: a read should not cost a write. */
const TOUCH = MINUTE;

export interface Sessions {
  /** Who is signed in, or `undefined`. */
  current(c: AppContext): Promise<Session | undefined>;
  /**
   * The session, and the cookie that stands for it.
   * @throws ProblemError `sign-in-failed` for a link that is used, expired or unknown.
   */
  signIn(c: AppContext, token: string): Promise<{ session: Session; cookie: string }>;
  /** Resolves to the cookie that takes the other one away. */
  signOut(c: AppContext): Promise<string>;
}

export interface SessionOptions {
  store: Store;
  /** Milliseconds. */
  now: () => number;
  newToken: () => string;
  /** Whether browsers come over https: then the cookie is bound to it. */
  https: boolean;
}

export function sessions({ store, now, newToken, https }: SessionOptions): Sessions {
  // `__Host-` needs Secure, which a browser refuses to keep on plain http.
  const cookie = https ? '__Host-wherefore' : 'wherefore';
  const attributes = { path: '/', httpOnly: true, sameSite: 'Strict', secure: https } as const;
  const iso = (ms: number): string => new Date(ms).toISOString();

  function endOf({ seenAt, expiresAt }: StoredSession): number {
    return Math.min(Date.parse(seenAt) + IDLE, Date.parse(expiresAt));
  }

  function hashIn(c: AppContext): Uint8Array | undefined {
    const id = getCookie(c, cookie);
    return id === undefined ? undefined : hashToken(id);
  }

  function shown(session: StoredSession): Session {
    return { name: session.name, role: session.role, expiresAt: iso(endOf(session)) };
  }

  return {
    async current(c) {
      const hash = hashIn(c);
      const session = hash && (await store.getSession(hash));
      const at = now();
      if (!hash || !session || endOf(session) <= at) return undefined;
      if (at - Date.parse(session.seenAt) < TOUCH) return shown(session);
      // Reading goes on while nothing can be written; then the session just ends sooner.
      await store.touchSession(hash, iso(at)).catch(() => {});
      return shown({ ...session, seenAt: iso(at) });
    },

    async signIn(c, token) {
      const id = newToken();
      const at = now();
      const session = await store.exchangeSignIn(hashToken(token), {
        hash: hashToken(id),
        at: iso(at),
        expiresAt: iso(at + ABSOLUTE),
        replaces: hashIn(c),
      });
      if (!session) throw new ProblemError('sign-in-failed');
      return {
        session: shown(session),
        cookie: generateCookie(cookie, id, { ...attributes, maxAge: ABSOLUTE / 1000 }),
      };
    },

    async signOut(c) {
      const hash = hashIn(c);
      if (hash) await store.endSession(hash);
      return generateCookie(cookie, '', { ...attributes, maxAge: 0 });
    },
  };
}
