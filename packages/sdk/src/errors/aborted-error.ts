import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * The caller's own `signal` ended the call. Code `aborted`.
 *
 * What to do: nothing, it was wanted. The request may have arrived all the same.
 */
export class AbortedError extends WhereforeError {
  override readonly name = 'AbortedError';

  constructor(message: string, details?: ErrorDetails) {
    super('aborted', message, details);
  }
}
