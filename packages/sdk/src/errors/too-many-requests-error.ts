import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * The server asks to slow down. Code `too-many-requests`. `retryAfter` is in seconds, when the server said so; in a browser
 * on another origin only if the server exposes the `Retry-After` header.
 *
 * What to do: keep the brief and send the same one again, not before `retryAfter`.
 */
export class TooManyRequestsError extends WhereforeError {
  override readonly name = 'TooManyRequestsError';

  constructor(message: string, details?: ErrorDetails) {
    super('too-many-requests', message, details);
  }
}
