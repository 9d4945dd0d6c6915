import { isWhereforeError } from '@wherefore/core';
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
  return gatewayOver(createHttp(options), options.endpoint);
}

/** The same over a way to the server of its own. */
export function gatewayOver(http: Http, endpoint: string | URL): IntakeGateway {
  const { submit } = intakeOver(http);
  return {
    async submit(brief) {
      try {
        return await submit(brief);
      } catch (error) {
        // A page can't tell a preflight that refuses our header from a network that is down.
        if (!isWhereforeError(error) || error.code !== 'offline' || !isElsewhere(endpoint)) throw error;
        const receipt = await intakeOver(http, {}).submit(brief);
        console.warn(
          `wherefore: ${String(endpoint)} does not allow the header Idempotency-Key (CORS). ` +
            'The brief arrived without it; the id in it still keeps it from being stored twice.',
        );
        return receipt;
      }
    },
  };
}

function isElsewhere(endpoint: string | URL): boolean {
  return typeof location !== 'undefined' && new URL(endpoint, location.href).origin !== location.origin;
}

/** The same for a connection that is shared with other gateways. */
export function intakeOver(http: Http, headers?: Record<string, string>): IntakeGateway {
  return {
    async submit(brief: Brief) {
      const receipt = await http({
        method: 'POST',
        path: 'v1/briefs',
        // A structured field of type String, hence the quotes.
        headers: headers ?? { 'idempotency-key': `"${brief.id}"` },
        body: brief,
        answer: receiptAnswer,
        repeatable: true,
        keepalive: true,
      });
      if (receipt.id !== brief.id) {
        throw new UnexpectedAnswerError('other-id', `The receipt is for ${receipt.id}, not for ${brief.id}`);
      }
      return receipt;
    },
  };
}
