import { isWhereforeError } from '@wherefore/core';

/** The few ways to fail that the desk treats differently; every other one is `failed`. */
export type Trouble =
  'offline' | 'not-signed-in' | 'not-found' | 'sign-in-failed' | 'version-mismatch' | 'failed';

const KNOWN: Readonly<Record<string, Trouble>> = {
  offline: 'offline',
  timeout: 'offline',
  'not-signed-in': 'not-signed-in',
  'not-found': 'not-found',
  'sign-in-failed': 'sign-in-failed',
  'version-mismatch': 'version-mismatch',
};

/** What to tell the reviewer about an error of a gateway. */
export function troubleOf(error: unknown): Trouble {
  return (isWhereforeError(error) && KNOWN[error.code]) || 'failed';
}
