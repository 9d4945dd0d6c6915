import { WhereforeError } from '@wherefore/core';
import type { ErrorDetails } from './details.ts';

/**
 * What was wrong with the answer: it sent us elsewhere, it was a web page, it was no JSON at all, it was JSON of another
 * shape, it was about another brief, or it was an error status that says nothing in our protocol.
 */
export type UnexpectedReason = 'redirect' | 'html' | 'not-json' | 'wrong-shape' | 'other-id' | 'status';

/**
 * Something answered, and it was not a server that speaks the protocol: mostly a sign-in page of the organisation, a proxy,
 * or a wrong endpoint. Code `unexpected-answer`.
 *
 * It is **never** a receipt, whatever its status says.
 *
 * What to do: keep the brief. If `looksLikeSignIn`, let the person sign in in another tab and send the same brief again;
 * otherwise check the endpoint and what stands between the page and the server.
 */
export class UnexpectedAnswerError extends WhereforeError {
  override readonly name = 'UnexpectedAnswerError';
  readonly reason: UnexpectedReason;

  constructor(reason: UnexpectedReason, message: string, details?: ErrorDetails) {
    super('unexpected-answer', message, details);
    this.reason = reason;
  }

  /** Whether this is what single sign-on does to a request whose session is over: a redirect, or a page. */
  get looksLikeSignIn(): boolean {
    return this.reason === 'redirect' || this.reason === 'html';
  }
}
