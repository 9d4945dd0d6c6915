/** Error answers: RFC 9457 with the codes of the protocol, and nothing about our insides. */
import { PROBLEMS } from '@wherefore/core/wire';
import type { Problem, ProblemCode } from '@wherefore/core/wire';
import { StoreUnavailableError } from '../store/store.ts';
import type { Answer } from './answer.ts';
import type { AppContext, LogEntry } from './env.ts';

/** A name and no address: it stays the same wherever the documents move. See docs/reference/errors.md. */
export const PROBLEM_TYPE = 'urn:wherefore:problem:';

export interface ProblemDetails {
  detail?: string;
  errors?: { path: string; message: string }[];
  /** Seconds. */
  retryAfter?: number;
  headers?: Record<string, string>;
}

/** Thrown anywhere below a route; becomes the answer. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(PROBLEMS[code].title);
    this.code = code;
    this.details = details;
  }
}

/** The answer for a code. */
export function problem(c: AppContext, code: ProblemCode, details: ProblemDetails = {}): Answer {
  const { status, title } = PROBLEMS[code];
  const { detail, errors, retryAfter, headers } = details;
  const json: Problem = {
    type: `${PROBLEM_TYPE}${code}`,
    title,
    status,
    code,
    ...(detail !== undefined && { detail }),
    requestId: c.get('requestId'),
    ...(errors && { errors }),
  };
  return {
    status,
    json,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(retryAfter !== undefined && { 'Retry-After': String(Math.ceil(retryAfter)) }),
      ...headers,
    },
  };
}

/** Seconds after which a client may try again when the store can't write. */
const STORE_RETRY = 5;

/** The answer for whatever was thrown. */
export function problemFor(c: AppContext, error: unknown): Answer {
  if (error instanceof ProblemError) return problem(c, error.code, error.details);
  if (error instanceof StoreUnavailableError)
    return problem(c, 'store-unavailable', { retryAfter: STORE_RETRY });
  return problem(c, 'internal-error');
}

/** What the log may know of an error: messages can repeat what somebody wrote, so they stay out. */
export function describeError(error: unknown): NonNullable<LogEntry['error']> {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'errcode' in cause ? cause.errcode : 'code' in cause ? cause.code : undefined;
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    name: error.name,
    ...(code !== undefined && { code: String(code) }),
    stack: stack.slice(0, 10).map((line) => line.trim()),
  };
}
