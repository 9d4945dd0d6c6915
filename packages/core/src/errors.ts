import type { Problem } from './wire/problem.ts';

/** Codes for what goes wrong before or without an answer of the server that can be understood. */
export type TransportCode = 'offline' | 'timeout' | 'unexpected-answer' | 'aborted';

/** Marks our errors across two copies of this package on one page, where `instanceof` says no. */
const brand = Symbol.for('wherefore.error');

/**
 * What every gateway throws; the SDK has a subclass for each code that a caller treats differently. Branch on `code`: a problem code of the protocol, or a {@link TransportCode}.
 * `retryAfter` is in seconds, when the server asked to wait.
 */
export class WhereforeError extends Error {
  override readonly name: string = 'WhereforeError';
  readonly [brand] = true;
  readonly code: string;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  readonly problem: Problem | undefined;

  constructor(
    code: string,
    message: string,
    details: { status?: number; retryAfter?: number; problem?: Problem; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
    this.problem = details.problem;
  }
}

/** Whether a value is a {@link WhereforeError}, also when it comes from another copy of this package. */
export function isWhereforeError(value: unknown): value is WhereforeError {
  return typeof value === 'object' && value !== null && brand in value;
}
