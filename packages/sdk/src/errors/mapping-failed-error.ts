import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * A function of a transport threw or gave something that can't be used: `mapBrief`, then nothing was sent; or `mapReceipt` or
 * `lookup`, then the backend did answer and may well have the brief. Code `mapping-failed`; `cause` is what was thrown.
 *
 * What to do: mend the function. The brief stays in the outbox and is not sent again by itself on this page.
 */
export class MappingFailedError extends WhereforeError {
  override readonly name = 'MappingFailedError';

  constructor(message: string, details?: ErrorDetails) {
    super('mapping-failed', message, details);
  }
}
