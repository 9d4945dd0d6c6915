/** Briefs: anybody sends one, reviewers read, search and decide. */
import { briefSchema } from '@wherefore/core/brief';
import { briefQuerySchema, statusChangeSchema } from '@wherefore/core/wire';
import type { BriefPage, BriefRecord, Receipt } from '@wherefore/core/wire';
import { hashToken } from '../auth/tokens.ts';
import type { FollowTokens } from '../auth/tokens.ts';
import { readBody } from '../http/body.ts';
import { checkIdempotencyKey, etag, versionIn } from '../http/conditions.ts';
import type { Answer } from '../http/answer.ts';
import type { AppContext } from '../http/env.ts';
import { ProblemError } from '../http/problem.ts';
import type { Store } from '../store/store.ts';
import { briefDeliveries, statusDeliveries } from '../targets/outgoing.ts';
import { shownTrace } from '../targets/shown.ts';
import { readQuery, readCursor, cursorAt } from './query.ts';
import type { Outgoing } from './connectors.ts';
import type { Route } from './route.ts';

const PAGE_SIZE = 25;

export interface BriefRouteOptions {
  store: Store;
  /** Milliseconds. */
  now: () => number;
  tokens: FollowTokens;
  /** Where the pages are, without a slash at the end; the address of the request when absent. */
  publicUrl: string | undefined;
  outgoing: Outgoing;
}

export function briefRoutes({ store, now, tokens, publicUrl, outgoing }: BriefRouteOptions): Route[] {
  const { targets, wake } = outgoing;

  async function receive(c: AppContext): Promise<Answer> {
    const brief = await readBody(c, briefSchema);
    checkIdempotencyKey(c.req.header('idempotency-key'), brief.id);
    const fresh = tokens.create(brief.id, 1);
    const added = await store.add({
      brief,
      receivedAt: new Date(now()).toISOString(),
      follow: { revision: 1, hash: hashToken(fresh) },
      ...(targets.length > 0 && { deliveries: briefDeliveries(targets, brief.id) }),
    });
    if (added.outcome === 'differs') throw new ProblemError('brief-differs');
    if (added.outcome === 'stored' && targets.length > 0) wake();
    const token = added.followRevision === 1 ? fresh : tokens.create(brief.id, added.followRevision);
    const receipt: Receipt = {
      id: brief.id,
      receivedAt: added.receivedAt,
      followUrl: `${publicUrl ?? new URL(c.req.url).origin}/follow.html#${token}`,
    };
    return { status: added.outcome === 'stored' ? 201 : 200, json: receipt };
  }

  async function list(c: AppContext): Promise<Answer> {
    const { cursor, limit, ...filters } = readQuery(c, briefQuerySchema);
    const { nextPosition, ...page } = await store.list({
      ...filters,
      before: cursor === undefined ? undefined : readCursor(cursor),
      limit: limit ?? PAGE_SIZE,
    });
    const json: BriefPage = {
      ...page,
      ...(nextPosition !== undefined && { nextCursor: cursorAt(nextPosition) }),
    };
    return { json };
  }

  async function get(c: AppContext): Promise<Answer> {
    const record = await store.get(idIn(c));
    if (!record) throw new ProblemError('not-found');
    return answer(record);
  }

  /** With where it went, which only people at the desk read. */
  async function answer(record: BriefRecord): Promise<Answer> {
    const trace = shownTrace(targets, await store.traceOf(record.brief.id));
    const json: BriefRecord = { ...record, ...trace };
    return { json, headers: { ETag: etag(record.version) } };
  }

  return [
    {
      method: 'post',
      path: '/v1/briefs',
      id: 'sendBrief',
      summary: 'Send a brief. Sending the same brief again is safe and gives the same receipt.',
      access: 'anyone',
      limit: 'briefs',
      body: 'Brief',
      headers: {
        'Idempotency-Key': {
          description: 'The id of the brief as a quoted string (RFC 8941)',
          required: false,
        },
      },
      answers: {
        201: { description: 'Stored: it survives a crash from now on', schema: 'Receipt' },
        200: { description: 'The same brief was stored before; the receipt of then', schema: 'Receipt' },
      },
      problems: ['idempotency-key-mismatch', 'brief-differs', 'still-running', 'store-unavailable'],
      handle: receive,
    },
    {
      method: 'get',
      path: '/v1/briefs',
      id: 'listBriefs',
      summary: 'Search and page through the briefs, newest first.',
      access: 'reviewer',
      query: 'BriefQuery',
      answers: { 200: { description: 'One page', schema: 'BriefPage' } },
      problems: [],
      handle: list,
    },
    {
      method: 'get',
      path: '/v1/briefs/{id}',
      id: 'getBrief',
      summary: 'One brief with its history.',
      access: 'reviewer',
      answers: {
        200: { description: 'The brief', schema: 'BriefRecord', headers: { ETag: 'The version, in quotes' } },
      },
      problems: ['not-found'],
      handle: get,
    },
    {
      method: 'patch',
      path: '/v1/briefs/{id}',
      id: 'changeStatus',
      summary: 'Change the state of a brief, with the reason that the requester will read.',
      access: 'reviewer',
      body: 'StatusChange',
      headers: {
        'If-Match': { description: 'The ETag of the version that is being changed', required: true },
      },
      answers: {
        200: {
          description: 'The changed brief',
          schema: 'BriefRecord',
          headers: { ETag: 'The new version, in quotes' },
        },
      },
      problems: ['not-found', 'if-match-required', 'version-mismatch', 'store-unavailable'],
      async handle(c, session) {
        const version = versionIn(c.req.header('if-match'));
        const change = await readBody(c, statusChangeSchema);
        const at = new Date(now()).toISOString();
        const id = idIn(c);
        const deliveries = statusDeliveries(targets, id, version + 1);
        const changed = await store.changeStatus(id, {
          ...change,
          by: session.name,
          at,
          version,
          ...(deliveries.length > 0 && { deliveries }),
        });
        if (typeof changed === 'string') throw new ProblemError(changed);
        if (deliveries.length > 0) wake();
        return answer(changed);
      },
    },
  ];
}

function idIn(c: AppContext): string {
  return c.req.param('id') ?? '';
}
