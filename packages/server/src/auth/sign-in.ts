/** One-time sign-in links for the desk. */
import type { Session } from '@wherefore/core/wire';
import type { Store } from '../store/store.ts';
import { hashToken } from './tokens.ts';

/** How long a link waits to be used: a working day. */
const LIFETIME = 8 * 60 * 60 * 1000;

export interface SignInRequest {
  store: Store;
  /** Stands under every decision that this person takes. */
  name: string;
  /** `reviewer` when absent. */
  role?: Session['role'];
  /** Milliseconds. */
  now: () => number;
  newToken: () => string;
}

/** Gives the token for `<url>/desk.html#sign-in=<token>`; it works once, for eight hours. */
export async function issueSignIn({
  store,
  name,
  role = 'reviewer',
  now,
  newToken,
}: SignInRequest): Promise<string> {
  const token = newToken();
  const at = now();
  const expiresAt = new Date(at + LIFETIME).toISOString();
  await store.addSignIn({ hash: hashToken(token), name, role, expiresAt }, new Date(at).toISOString());
  return token;
}
