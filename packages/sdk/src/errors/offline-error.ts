import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * No answer came: no network, a name that does not resolve, a closed port, a connection that broke half-way, or
 * a browser rule (CORS, `connect-src`) in between; a page cannot tell these apart. Code `offline`.
 *
 * It does **not** mean that nothing arrived: the answer may be what got lost.
 *
 * What to do: keep the brief and send the same brief again later; the id makes that safe. If it never works in the
 * browser and does elsewhere, look at CORS and the content security policy first.
 */
export class OfflineError extends WhereforeError {
  override readonly name = 'OfflineError';

  constructor(message: string, details?: ErrorDetails) {
    super('offline', message, details);
  }
}
