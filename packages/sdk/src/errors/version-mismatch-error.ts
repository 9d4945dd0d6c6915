import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * Somebody changed the brief since it was read, so this change was not made. Code `version-mismatch`.
 *
 * What to do: read the brief again, show what is new, and let the reviewer decide once more.
 */
export class VersionMismatchError extends WhereforeError {
  override readonly name = 'VersionMismatchError';

  constructor(message: string, details?: ErrorDetails) {
    super('version-mismatch', message, details);
  }
}
