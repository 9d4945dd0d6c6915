/** The two request headers that say which brief, and which version of it, a client means. */
import { ProblemError } from './problem.ts';

// A structured-field string (RFC 8941), parameters after it allowed and ignored.
const KEY = /^\s*"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"\s*(?:;.*)?$/;
const VERSION = /^"(\d{1,15})"$/;

/**
 * An Idempotency-Key may be left out, because the id in the body does the same work.
 * @throws ProblemError `idempotency-key-mismatch` when it is there and says something else.
 */
export function checkIdempotencyKey(header: string | undefined, id: string): void {
  if (header !== undefined && KEY.exec(header)?.[1] !== id)
    throw new ProblemError('idempotency-key-mismatch');
}

/**
 * The version in `If-Match: "<version>"`.
 * @throws ProblemError `if-match-required` without the header or with `*`, which names no version;
 *   `version-mismatch` for a tag that this server never gave.
 */
export function versionIn(header: string | undefined): number {
  const tag = header?.trim();
  if (tag === undefined || tag === '' || tag === '*') throw new ProblemError('if-match-required');
  const version = VERSION.exec(tag)?.[1];
  if (version === undefined) throw new ProblemError('version-mismatch');
  return Number(version);
}

export function etag(version: number): string {
  return `"${version}"`;
}
