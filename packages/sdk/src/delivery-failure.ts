/** What a failed try means for a brief: try again by itself, or ask the requester. */
import { isWhereforeError } from '@wherefore/core';
import type { InvalidField } from './errors/invalid-fields-error.ts';

export interface DeliveryFailure {
  /** An error code. */
  reason: string;
  /** Whether only the requester can help. */
  stopped: boolean;
  fields: readonly InvalidField[];
  /** Seconds. */
  retryAfter: number | undefined;
}

/** These go away by themselves. Everything that we do not know is tried again too: waiting harms nobody, stopping might. */
const STOPS = new Set([
  'not-signed-in',
  'sign-in-failed',
  'forbidden',
  'idempotency-key-mismatch',
  'not-found',
  'method-not-allowed',
  'body-too-large',
  'unsupported-media-type',
  'invalid-body',
  'brief-differs',
  // The backend answered: sending again by ourselves might make a second one.
  'mapping-failed',
]);

/** The brief itself is what the server does not take: the same again would get the same answer. */
export const isFinal = (reason: string | null): boolean =>
  reason === 'invalid-body' || reason === 'body-too-large' || reason === 'brief-differs';

export function failureOf(error: unknown): DeliveryFailure {
  if (!isWhereforeError(error)) {
    return { reason: 'unexpected-answer', stopped: false, fields: [], retryAfter: undefined };
  }
  const { looksLikeSignIn } = error as { looksLikeSignIn?: boolean };
  const reason = looksLikeSignIn ? 'not-signed-in' : error.code;
  // A code of a newer server: a 4xx is about what we sent, anything else about the moment.
  const { status = 0 } = error;
  const unknown = error.problem !== undefined && status >= 400 && status < 500 && !PASSES.has(reason);
  return {
    reason,
    stopped: STOPS.has(reason) || unknown,
    fields: error.problem?.errors ?? [],
    retryAfter: error.retryAfter,
  };
}

/** These are about the moment, not about the brief: too busy, already at it, or cut short by something on the way. */
const PASSES = new Set(['too-many-requests', 'still-running', 'invalid-json']);
