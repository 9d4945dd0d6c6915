import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * Any other error answer. `code` is the problem code of the protocol (`sign-in-failed`, `body-too-large`,
 * `internal-error` …), or a code of a newer server that this version does not know; `problem` holds the whole answer.
 *
 * What to do: branch on `code`; show a plain sentence and keep what was typed. Only `internal-error` and `still-running`
 * can go away by themselves.
 */
export class ProtocolError extends WhereforeError {
  override readonly name = 'ProtocolError';

  constructor(code: string, message: string, details?: ErrorDetails) {
    super(code, message, details);
  }
}
