import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * The server took longer than `timeout` for one try or `totalTimeout` for all of them. Code `timeout`.
 *
 * It does **not** mean that nothing arrived: the server may still be working on it.
 *
 * What to do: send the same brief again; the id makes that safe. A change at the desk: read the brief again first.
 */
export class TimedOutError extends WhereforeError {
  override readonly name = 'TimedOutError';

  constructor(message: string, details?: ErrorDetails) {
    super('timeout', message, details);
  }
}
