import type { Brief, IntakeGateway } from '@wherefore/core';
import { receiptAnswer } from './answers.ts';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';
import { createHttp } from './http.ts';
import type { ClientOptions, Http } from './http.ts';

/**
 * Takes briefs to the server.
 *
 * `submit` tries again by itself while the network or the server fails for a moment, always with the same id and
 * `Idempotency-Key`, so a lost answer never makes a second brief. It resolves only with a receipt that is about this
 * brief. Errors: see `docs/guides/sdk.md`.
 *
 * @example
 * ```ts
 * const gateway = createIntakeGateway({ endpoint: '/wherefore' });
 * const receipt = await gateway.submit(createBrief({ language: 'nl', request: 'We willen een intranet' }));
 * ```
 */
export function createIntakeGateway(options: ClientOptions): IntakeGateway {
  return intakeOver(createHttp(options));
}

/** The same over a connection that is shared with other gateways. */
export function intakeOver(http: Http): IntakeGateway {
  return {
    async submit(brief: Brief) {
      const receipt = await http({
        method: 'POST',
        path: 'v1/briefs',
        // A structured field of type String, hence the quotes.
        headers: { 'idempotency-key': `"${brief.id}"` },
        body: brief,
        answer: receiptAnswer,
        repeatable: true,
      });
      if (receipt.id !== brief.id) {
        throw new UnexpectedAnswerError('other-id', `The receipt is for ${receipt.id}, not for ${brief.id}`);
      }
      return receipt;
    },
  };
}
