import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * The server says that this brief or follow link does not exist, was revoked, or is not for this person; on purpose it
 * does not say which. Code `not-found`.
 *
 * It is **not** a wrong endpoint: a 404 that is no problem document is an `UnexpectedAnswerError`.
 *
 * What to do: say that the link is not known and who can help. Trying again does not help.
 */
export class NotFoundError extends WhereforeError {
  override readonly name = 'NotFoundError';

  constructor(message: string, details?: ErrorDetails) {
    super('not-found', message, details);
  }
}
