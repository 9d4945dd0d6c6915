import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * The server, or a proxy before it, cannot take this right now (502, 503, 504). Code `store-unavailable`. `retryAfter` is in
 * seconds, when the server said so.
 *
 * What to do: keep the brief and send the same one again, not before `retryAfter`.
 */
export class UnavailableError extends WhereforeError {
  override readonly name = 'UnavailableError';

  constructor(message: string, details?: ErrorDetails) {
    super('store-unavailable', message, details);
  }
}
