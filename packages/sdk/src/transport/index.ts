import { createHttp } from '../http.ts';
import type { TransportOptions } from './options.ts';
import { transportOver } from './transport.ts';
import type { Transport } from './transport.ts';

export { formFields } from './form-fields.ts';
export type { AnswerHead, LooseReceipt, TransportOptions } from './options.ts';
export type { Transport } from './transport.ts';

/**
 * Takes briefs to any address in any shape; the outbox, its pump and its promises are the same as for our own protocol. See
 * `docs/guides/any-backend.md`.
 *
 * @example
 * ```ts
 * const gateway = createTransport({
 *   url: '/api/tickets',
 *   headers: async () => ({ authorization: `Bearer ${await freshToken()}` }),
 *   mapBrief: (brief) => ({ externalId: brief.id, title: brief.request }),
 *   mapReceipt: (answer) => ({ id: answer.externalId, receivedAt: answer.createdAt }),
 *   lookup: async (id) => findTicket(id),
 * });
 * ```
 *
 * @throws TypeError which says which option does not fit.
 */
export const createTransport: (options: TransportOptions) => Transport = transportOver(createHttp);
