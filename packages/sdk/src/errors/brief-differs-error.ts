import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * Another brief was stored under this id before, so this one was not stored. Code `brief-differs`.
 *
 * It is **not** a double send: the same brief again gives the same receipt.
 *
 * What to do: if the text was edited after an earlier send, give the new version a new id (`createBrief`) and send that.
 */
export class BriefDiffersError extends WhereforeError {
  override readonly name = 'BriefDiffersError';

  constructor(message: string, details?: ErrorDetails) {
    super('brief-differs', message, details);
  }
}
