import type { Problem } from '@wherefore/core/wire';

/** What an error knows about the answer behind it. Everything is optional: often there was no answer. */
export interface ErrorDetails {
  /** HTTP status of the answer. */
  status?: number;
  /** Seconds that the server asked to wait before the next try. */
  retryAfter?: number;
  /** The `application/problem+json` body, when there was one. */
  problem?: Problem;
  cause?: unknown;
}
