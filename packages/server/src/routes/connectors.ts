/** Other systems: how they are doing, what is stuck, and what they come and tell. */
import { deliveryQuerySchema } from '@wherefore/core/wire';
import type { DeliveryPage, TargetList, TargetRetry, TargetTest } from '@wherefore/core/wire';
import { isConnectorError } from '@wherefore/sdk/connectors';
import { readText } from '../http/body.ts';
import type { Answer } from '../http/answer.ts';
import type { AppContext } from '../http/env.ts';
import { ProblemError } from '../http/problem.ts';
import { beforeEnd, iso } from '../jobs/deliver.ts';
import { hear } from '../jobs/listen.ts';
import type { Store } from '../store/store.ts';
import { shownDelivery, titleOf } from '../targets/shown.ts';
import type { Target } from '../targets/target.ts';
import { cursorAt, readCursor, readQuery } from './query.ts';
import type { Route } from './route.ts';

const PAGE_SIZE = 25;
/** Milliseconds for a test, with somebody waiting for it, and for reading a webhook. */
const PATIENCE = 20_000;
/** The most briefs that one webhook can be about. */
const MAX_NEWS = 100;

/** The configured targets, and how to say that there is something to deliver. */
export interface Outgoing {
  targets: readonly Target[];
  wake: () => void;
}

export interface ConnectorRouteOptions {
  store: Store;
  /** Milliseconds. */
  now: () => number;
  outgoing: Outgoing;
}

export function connectorRoutes({ store, now, outgoing: { targets, wake } }: ConnectorRouteOptions): Route[] {
  async function list(): Promise<Answer> {
    const items = (await store.targetStates())
      // A target that left the settings is only of interest while something waits for it.
      .filter(
        ({ name, waiting, dead }) => waiting + dead > 0 || targets.some((target) => target.name === name),
      )
      .map(({ name, ...state }) => ({ target: name, title: titleOf(targets, name), ...state }));
    return { json: { items } satisfies TargetList };
  }

  async function test(c: AppContext): Promise<Answer> {
    const target = targetIn(c);
    const signal = AbortSignal.timeout(PATIENCE);
    let json: TargetTest;
    try {
      const message = await beforeEnd(signal, () => target.connection.test(signal));
      await store.resumeTarget(target.name);
      wake();
      json = { ok: true, message: target.shown(message) };
    } catch (error) {
      json = { ok: false, message: target.reasonOf(error) };
    }
    return { json };
  }

  async function receive(c: AppContext): Promise<Answer> {
    const target = targetIn(c);
    const { connection } = target;
    if (!connection.receive) throw new ProblemError('not-found');
    const request = { headers: c.req.raw.headers, body: await readText(c) };
    let news;
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      news = await beforeEnd(signal, async () => (await connection.receive?.(request)) ?? []);
    } catch (error) {
      // Whoever sent this may be anybody, and is told nothing more.
      const refused = isConnectorError(error) && error.kind === 'refused';
      throw new ProblemError(refused ? 'webhook-refused' : 'webhook-invalid');
    }
    for (const { id, state } of news.slice(0, MAX_NEWS)) {
      const link = await store.findLink(target.name, id);
      if (link) await hear(target, link, state, true, { store, targets, now, random: Math.random });
    }
    wake();
    return { status: 204 };
  }

  async function deliveries(c: AppContext): Promise<Answer> {
    const { cursor, limit = PAGE_SIZE, ...filter } = readQuery(c, deliveryQuerySchema);
    const { items, nextPosition } = await store.listDeliveries({
      ...filter,
      limit,
      ...(cursor !== undefined && { before: readCursor(cursor) }),
    });
    const json: DeliveryPage = {
      items: items.map((row) => shownDelivery(targets, row)),
      ...(nextPosition !== undefined && { nextCursor: cursorAt(nextPosition) }),
    };
    return { json };
  }

  async function retry(c: AppContext): Promise<Answer> {
    const row = await store.retryDelivery(c.req.param('id') ?? '', iso(now()));
    if (!row) throw new ProblemError('not-found');
    wake();
    return { json: shownDelivery(targets, row) };
  }

  async function retryAll(c: AppContext): Promise<Answer> {
    const count = await store.retryTarget(targetIn(c).name, iso(now()));
    wake();
    return { json: { count } satisfies TargetRetry };
  }

  function targetIn(c: AppContext): Target {
    const target = targets.find(({ name }) => name === c.req.param('target'));
    if (!target) throw new ProblemError('not-found');
    return target;
  }

  return [
    {
      method: 'get',
      path: '/v1/connectors',
      id: 'listTargets',
      summary: 'The systems that briefs go to, and how that is going.',
      access: 'reviewer',
      answers: { 200: { description: 'Every target', schema: 'TargetList' } },
      problems: [],
      handle: list,
    },
    {
      method: 'post',
      path: '/v1/connectors/{target}/test',
      id: 'testTarget',
      summary: 'Try the settings of a target without leaving anything there. A good test ends a pause.',
      access: 'reviewer',
      answers: { 200: { description: 'What came of it', schema: 'TargetTest' } },
      problems: ['not-found', 'store-unavailable'],
      handle: test,
    },
    {
      method: 'post',
      path: '/v1/connectors/{target}/retry',
      id: 'retryTarget',
      summary:
        'Deliver everything again that did not arrive in a target. Ends its pause; what is done stays done.',
      access: 'reviewer',
      answers: { 200: { description: 'How many are sent again', schema: 'TargetRetry' } },
      problems: ['not-found', 'store-unavailable'],
      handle: retryAll,
    },
    {
      method: 'post',
      path: '/v1/connectors/{target}/webhook',
      id: 'receiveWebhook',
      summary: 'For the target itself: what became of a brief there, signed in its own way.',
      access: 'anyone',
      limit: 'webhooks',
      answers: { 204: { description: 'Heard, or about something else' } },
      problems: ['not-found', 'webhook-refused', 'webhook-invalid', 'body-too-large', 'store-unavailable'],
      handle: receive,
    },
    {
      method: 'get',
      path: '/v1/deliveries',
      id: 'listDeliveries',
      summary: 'What goes to other systems, newest first.',
      access: 'reviewer',
      query: 'DeliveryQuery',
      answers: { 200: { description: 'One page', schema: 'DeliveryPage' } },
      problems: [],
      handle: deliveries,
    },
    {
      method: 'post',
      path: '/v1/deliveries/{id}/retry',
      id: 'retryDelivery',
      summary: 'Deliver again what did not arrive. Ends a pause of its target; what is done stays done.',
      access: 'reviewer',
      answers: { 200: { description: 'The delivery', schema: 'DeliveryRecord' } },
      problems: ['not-found', 'store-unavailable'],
      handle: retry,
    },
  ];
}
