import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/** One field that is wrong. */
export interface InvalidField {
  /** JSON Pointer into what was sent, such as `/need/outcome/statement`; empty for the whole. */
  path: string;
  /** What is wrong, in English, for developers. */
  message: string;
}

/**
 * What was sent does not fit the schema: found by the server (then `status` is 422), or by `createBrief` before anything
 * was sent. Code `invalid-body`.
 *
 * What to do: mark the `fields`, keep the words, let the person correct them and send again. A server that is newer than
 * this package may ask for more than it did before.
 */
export class InvalidFieldsError extends WhereforeError {
  override readonly name = 'InvalidFieldsError';
  /** The fields that are wrong; empty when the server did not name them. */
  readonly fields: readonly InvalidField[];

  constructor(message: string, fields: readonly InvalidField[], details?: ErrorDetails) {
    super('invalid-body', message, details);
    this.fields = fields;
  }
}
