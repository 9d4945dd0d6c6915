/** Faults between the server and the systems that briefs go to: a real server, a real database and a real ticket system. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe } from 'node:test';
import type { TestContext } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import type { DeskGateway } from '@wherefore/core';
import { createBrief, createClient } from '@wherefore/sdk';
import { createApp, createDispatcher, issueSignIn, openSqliteStore, randomToken } from '@wherefore/server';
import type { Dispatcher } from '@wherefore/server';
import { openTickets, ticketTargets } from '../../packages/server/test/tickets.ts';
import type { Tickets } from '../../packages/server/test/tickets.ts';
import { faultTable } from './table.ts';

describe('faults of other systems', () => {
  const fault = faultTable('targets');
  const ends: (() => unknown)[] = [];
  let clock: number;
  let tickets: Tickets;
  let dispatcher: Dispatcher;
  let desk: Required<DeskGateway>;
  let submit: (request: string) => Promise<string>;

  beforeEach(async () => {
    clock = Date.now();
    const now = () => clock;
    const folder = mkdtempSync(join(tmpdir(), 'wherefore-targets-'));
    ends.push(() => rmSync(folder, { recursive: true }));
    const store = openSqliteStore({ folder });
    ends.push(() => store.close());
    tickets = await openTickets({ after: (end: () => unknown) => ends.push(end) } as unknown as TestContext);
    const deskUrl = (id: string) => `https://desk.example.org/#brief=${id}`;
    const targets = ticketTargets(tickets, now);
    dispatcher = createDispatcher({ store, targets, deskUrl, now, every: () => () => {} });
    ends.push(() => dispatcher.stop());
    await dispatcher.start();
    // On the system's clock, so that who looks stays signed in; only the pauses between the tries pass faster.
    const secret = new Uint8Array(32);
    const app = createApp({ store, secret, connectors: { targets: dispatcher.targets, wake: () => {} } });
    const server = createServer(getRequestListener(app.fetch));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => server.close());
    ends.push(() => server.closeAllConnections());
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const token = await issueSignIn({ store, name: 'Fatima', now: Date.now, newToken: randomToken });
    const answer = await fetch(`${endpoint}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const client = createClient({ endpoint, headers: { cookie } });
    desk = client;
    submit = async (request) => (await client.submit(createBrief({ language: 'en', request }))).id;
  });
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  });

  /** As often as it is due within so many hours. */
  async function pass(hours: number): Promise<void> {
    const end = clock + hours * 3_600_000;
    while (clock < end) {
      await dispatcher.runDue();
      clock += 60_000;
    }
  }
  const creations = () => tickets.calls.filter((call) => call === 'POST /tickets').length;

  fault(41, 'ten briefs accepted while it is down, all there when it is back', async () => {
    tickets.down = { status: 503 };
    const ids = [];
    for (let index = 0; index < 10; index++) ids.push(await submit(`Request ${index}`));
    await pass(1);
    assert.equal(tickets.tickets.length, 0);
    assert.equal((await desk.listTargets()).items[0]?.waiting, 10);
    assert.equal((await desk.getBrief(ids[0]!)).deliveries?.[0]?.reason, 'Tickets answered 503.');
    tickets.down = undefined;
    await pass(4);
    assert.deepEqual(tickets.tickets.map(({ marker }) => marker).sort(), ids.sort());
    assert.equal((await desk.listTargets()).items[0]?.done, 10);
  });

  fault(41, 'refused, shown at the desk, sent again from there', async () => {
    tickets.faults.push({ status: 422 });
    const id = await submit('Too strange for a ticket');
    await pass(1);
    const [stuck] = (await desk.listDeliveries({ state: 'stuck' })).items;
    assert.deepEqual(
      [stuck?.briefId, stuck?.state, stuck?.reason],
      [id, 'dead', 'Tickets does not take this.'],
    );
    await desk.retryDelivery(stuck?.id ?? '');
    await pass(1);
    assert.deepEqual((await desk.listDeliveries({ state: 'stuck' })).items, []);
    assert.equal((await desk.getBrief(id)).links?.[0]?.label, '#1');
  });

  fault(42, 'the answer is lost, the ticket is found', async () => {
    tickets.faults.push('lose answer');
    const id = await submit('One ticket, please');
    await pass(1);
    assert.equal(tickets.tickets.length, 1);
    assert.equal(creations(), 1);
    assert.equal((await desk.getBrief(id)).links?.[0]?.label, '#1');
  });
});
