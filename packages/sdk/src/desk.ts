import { isWhereforeError } from '@wherefore/core';
import type { DeskGateway } from '@wherefore/core';
import {
  briefPageSchema,
  briefRecordSchema,
  deliveryPageSchema,
  deliveryRecordSchema,
  sessionSchema,
  targetListSchema,
  targetRetrySchema,
  targetTestSchema,
  tokenSchema,
} from '@wherefore/core/wire';
import type { BriefQuery, DeliveryQuery } from '@wherefore/core/wire';
import { ProtocolError } from './errors/protocol-error.ts';
import { createHttp, noAnswer } from './http.ts';
import type { ClientOptions, Http } from './http.ts';

/**
 * Everything a product owner does. The session is a cookie, so in a browser the desk works on the server's own origin or
 * with `credentials: 'include'`; in Node, which keeps no cookies, pass the session in `headers`.
 *
 * Reading is tried again when the network fails. Signing in and changing a state are not: after a lost answer, look first.
 */
export function createDeskGateway(options: ClientOptions): Required<DeskGateway> {
  return deskOver(createHttp(options));
}

/** The same over a connection that is shared with other gateways. */
export function deskOver(http: Http): Required<DeskGateway> {
  return {
    async signIn(token) {
      if (!tokenSchema.safeParse(token).success) {
        throw new ProtocolError('sign-in-failed', 'This sign-in link is not complete');
      }
      return http({ method: 'POST', path: 'v1/session', body: { token }, answer: sessionSchema });
    },

    async session() {
      try {
        return await http({ method: 'GET', path: 'v1/session', answer: sessionSchema, repeatable: true });
      } catch (error) {
        if (isWhereforeError(error) && error.code === 'not-signed-in') return null;
        throw error;
      }
    },

    signOut: () => http({ method: 'DELETE', path: 'v1/session', answer: noAnswer }),

    listBriefs: (query = {}) =>
      http({ method: 'GET', path: `v1/briefs${search(query)}`, answer: briefPageSchema, repeatable: true }),

    getBrief: (id) =>
      http({ method: 'GET', path: briefPath(id), answer: briefRecordSchema, repeatable: true }),

    changeStatus: (id, change, version) =>
      http({
        method: 'PATCH',
        path: briefPath(id),
        headers: { 'if-match': `"${version}"` },
        body: change,
        answer: briefRecordSchema,
      }),

    listTargets: () =>
      http({ method: 'GET', path: 'v1/connectors', answer: targetListSchema, repeatable: true }),

    testTarget: (target) =>
      http({
        method: 'POST',
        path: `v1/connectors/${encodeURIComponent(target)}/test`,
        answer: targetTestSchema,
      }),

    listDeliveries: (query = {}) =>
      http({
        method: 'GET',
        path: `v1/deliveries${search(query)}`,
        answer: deliveryPageSchema,
        repeatable: true,
      }),

    retryDelivery: (id) =>
      http({
        method: 'POST',
        path: `v1/deliveries/${encodeURIComponent(id)}/retry`,
        answer: deliveryRecordSchema,
        repeatable: true,
      }),

    retryTarget: (target) =>
      http({
        method: 'POST',
        path: `v1/connectors/${encodeURIComponent(target)}/retry`,
        answer: targetRetrySchema,
        repeatable: true,
      }),
  };
}

const briefPath = (id: string) => `v1/briefs/${encodeURIComponent(id)}`;

function search(query: BriefQuery | DeliveryQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  return params.size > 0 ? `?${params}` : '';
}
