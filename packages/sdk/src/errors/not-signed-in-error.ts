import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * The server does not know who is asking: the session is over, or the `headers` function failed to get credentials
 * (then `cause` holds its error). Code `not-signed-in`.
 *
 * It is **not** a sign-in page answered instead of JSON; that is an `UnexpectedAnswerError`.
 *
 * What to do: keep what was typed, let the person sign in in another tab, send again.
 */
export class NotSignedInError extends WhereforeError {
  override readonly name = 'NotSignedInError';

  constructor(message: string, details?: ErrorDetails) {
    super('not-signed-in', message, details);
  }
}
