/** The real server, real SQLite and a real ticket system; only the clock is ours. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { StoreUnavailableError, createDispatcher, openSqliteStore } from '@wherefore/server';
import type { DispatcherOptions, JobEntry } from '@wherefore/server';
import type { BriefRecord, DeliveryPage, DeliveryRecord, FollowView } from '@wherefore/core/wire';
import { briefRecordSchema, deliveryPageSchema } from '@wherefore/core/wire';
import { HOOK_TOKEN, openTickets, ticketTargets } from '../../test/tickets.ts';
import type { Tickets } from '../../test/tickets.ts';
import { briefOf, idOf, testApp, tokenIn } from '../../test/support.ts';

const MINUTE = 60_000;

function openStore(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-jobs-'));
  const store = openSqliteStore({ folder });
  t.after(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return store;
}

/** Everything together. Nothing is delivered until `run` is called. */
async function setUp(t: TestContext, options: Partial<DispatcherOptions> = {}, settings: object = {}) {
  const store = openStore(t);
  const tickets = await openTickets(t);
  const clock = { ms: Date.parse('2026-03-01T08:00:00.000Z') };
  const now = () => clock.ms;
  const log: JobEntry[] = [];
  const targets = ticketTargets(tickets, now, settings);
  const make = (more: Partial<DispatcherOptions> = {}) =>
    createDispatcher({
      store,
      targets,
      deskUrl: (id) => `https://desk.example.org/#brief=${id}`,
      now,
      random: () => 1,
      log: (entry) => log.push(entry),
      every: () => () => {},
      ...options,
      ...more,
    });
  const dispatcher = make();
  t.after(() => dispatcher.stop());
  await store.openTargets(targets);
  const app = testApp({ store, now, connectors: { targets, wake: () => {} } });
  // Each time anew, because the clock moves on by more than a session lasts.
  const desk = () => app.signIn();
  const read = async (index: number): Promise<BriefRecord> =>
    briefRecordSchema.parse(
      await (await app.send('GET', `/v1/briefs/${idOf(index)}`, undefined, await desk())).json(),
    );
  const deliveries = async (query = ''): Promise<DeliveryRecord[]> => {
    const answer = await app.send('GET', `/v1/deliveries${query}`, undefined, await desk());
    return deliveryPageSchema.parse((await answer.json()) as DeliveryPage).items;
  };
  const decide = async (index: number, status: string, reason: string) => {
    const { version } = await read(index);
    const headers = { ...(await desk()), 'if-match': `"${version}"` };
    const answer = await app.send('PATCH', `/v1/briefs/${idOf(index)}`, { status, reason }, headers);
    assert.equal(answer.status, 200);
    clock.ms += 1;
  };
  const retry = async (id: string) => app.send('POST', `/v1/deliveries/${id}/retry`, undefined, await desk());
  const run = () => dispatcher.runDue();
  return { ...app, store, tickets, clock, log, desk, dispatcher, make, read, deliveries, decide, retry, run };
}

const creations = ({ calls }: Tickets) => calls.filter((call) => call === 'POST /tickets').length;

describe('a brief on its way to another system', () => {
  it('arrives once, and the brief knows where it is', async (t) => {
    const { sendBrief, tickets, read, run, deliveries } = await setUp(t);
    await sendBrief(briefOf(1));
    assert.equal((await read(1)).links, undefined);
    assert.equal((await read(1)).deliveries?.[0]?.title, 'Tickets');
    await run();
    await run();
    assert.deepEqual(
      tickets.tickets.map(({ marker, title }) => [marker, title]),
      [[idOf(1), 'Vraag 1']],
    );
    const record = await read(1);
    assert.deepEqual(record.links, [
      { target: 'helpdesk', title: 'Tickets', label: '#1', url: `${tickets.url}/tickets/1` },
    ]);
    assert.equal(record.deliveries, undefined);
    assert.deepEqual(
      (await deliveries()).map(({ state }) => state),
      ['done'],
    );
  });

  it('is not looked for before the first try, and keeps its delivery id at every try', async (t) => {
    const { sendBrief, tickets, clock, run, deliveries } = await setUp(t);
    await sendBrief(briefOf(1));
    tickets.faults.push({ status: 503 });
    await run();
    assert.deepEqual(tickets.calls, ['POST /tickets']);
    clock.ms += 30_000;
    await run();
    assert.deepEqual(tickets.calls, ['POST /tickets', 'GET /tickets', 'POST /tickets']);
    assert.deepEqual(tickets.deliveryIds, [(await deliveries())[0]?.id]);
  });

  it('is accepted while the target is down, and arrives when it is back', async (t) => {
    const { sendBrief, tickets, clock, run, deliveries, read } = await setUp(t);
    tickets.down = { status: 500 };
    for (const index of [1, 2, 3]) await sendBrief(briefOf(index));
    for (let round = 0; round < 5; round++) {
      await run();
      clock.ms += 10 * MINUTE;
    }
    assert.equal(tickets.tickets.length, 0);
    const [waiting] = (await read(1)).deliveries ?? [];
    assert.deepEqual(
      [waiting?.state, waiting?.reason, waiting?.attempts],
      ['waiting', 'Tickets answered 500.', 5],
    );
    tickets.down = undefined;
    clock.ms += 10 * MINUTE;
    await run();
    assert.deepEqual(tickets.tickets.map(({ marker }) => marker).sort(), [1, 2, 3].map(idOf));
    assert.equal((await deliveries('?state=done')).length, 3);
  });

  it('makes no second ticket when the answer was lost', async (t) => {
    const { sendBrief, tickets, clock, run, read } = await setUp(t);
    tickets.faults.push('lose answer');
    await sendBrief(briefOf(1));
    await run();
    assert.equal((await read(1)).links, undefined);
    clock.ms += 30_000;
    await run();
    assert.equal(tickets.tickets.length, 1);
    assert.equal(creations(tickets), 1);
    assert.equal((await read(1)).links?.[0]?.label, '#1');
  });

  it('is never early after Retry-After, nor is any other, nor a person', async (t) => {
    const { sendBrief, tickets, clock, run, retry, deliveries } = await setUp(t);
    tickets.faults.push({ status: 429, headers: { 'retry-after': '600' } });
    await sendBrief(briefOf(1));
    await sendBrief(briefOf(2));
    await run();
    assert.equal(creations(tickets), 1);
    clock.ms += 600_000 - 1;
    await run();
    const waiting = (await deliveries()).find(({ attempts }) => attempts === 1);
    await retry(waiting?.id ?? '');
    await run();
    assert.equal(creations(tickets), 1);
    clock.ms += 1;
    await run();
    assert.equal(tickets.tickets.length, 2);
  });

  it('is given up after twenty tries in about a day, and goes again when somebody says so', async (t) => {
    const { sendBrief, tickets, clock, run, retry, deliveries, read, log } = await setUp(t);
    tickets.down = { status: 500 };
    const began = clock.ms;
    await sendBrief(briefOf(1));
    for (let tries = 1; tries <= 20; tries++) {
      await run();
      assert.equal(creations(tickets) + tickets.calls.filter((call) => call.startsWith('GET')).length, tries);
      const [row] = await deliveries();
      if (row?.nextAt === undefined) break;
      clock.ms = Date.parse(row.nextAt);
    }
    const hours = (clock.ms - began) / 3_600_000;
    assert.ok(hours > 20 && hours < 48, `${hours} hours with the longest pauses`);
    const [dead] = await deliveries('?state=stuck');
    assert.deepEqual([dead?.state, dead?.attempts], ['dead', 20]);
    assert.equal(log.at(-1)?.outcome, 'dead');
    assert.equal(log.at(-1)?.level, 'error');
    assert.equal((await read(1)).deliveries?.[0]?.reason, 'Tickets answered 500.');
    clock.ms += 1000 * MINUTE;
    tickets.down = undefined;
    await run();
    assert.equal(tickets.tickets.length, 0, 'nothing happens by itself');
    assert.equal((await retry(dead?.id ?? '')).status, 200);
    await run();
    assert.equal(tickets.tickets.length, 1);
    assert.deepEqual(await deliveries('?state=stuck'), []);
  });

  it('is dead at once when the target will never take it, and holds up nobody', async (t) => {
    const { sendBrief, tickets, run, deliveries } = await setUp(t);
    tickets.faults.push({ status: 422 });
    await sendBrief(briefOf(1));
    await sendBrief(briefOf(2));
    await run();
    assert.deepEqual(
      tickets.tickets.map(({ marker }) => marker),
      [idOf(2)],
    );
    assert.deepEqual(
      (await deliveries('?state=dead')).map(({ briefId, reason }) => [briefId, reason]),
      [[idOf(1), 'Tickets does not take this.']],
    );
  });

  it('waits at a target with wrong settings until a test is good', async (t) => {
    const { sendBrief, send, desk, tickets, clock, run, deliveries } = await setUp(t);
    tickets.token = 'another';
    await sendBrief(briefOf(1));
    await sendBrief(briefOf(2));
    await run();
    clock.ms += 1000 * MINUTE;
    await run();
    assert.equal(tickets.calls.length, 1, 'nothing is sent to a target that is paused');
    const stuck = await deliveries('?state=stuck');
    assert.deepEqual(
      stuck.map(({ paused, reason }) => `${paused} ${reason}`),
      Array(2).fill('true Tickets does not know the token •••. Make a new one.'),
    );
    const list = async () => (await send('GET', '/v1/connectors', undefined, await desk())).json();
    assert.deepEqual(await list(), {
      items: [
        {
          target: 'helpdesk',
          title: 'Tickets',
          paused: 'Tickets does not know the token •••. Make a new one.',
          waiting: 2,
          done: 0,
          dead: 0,
        },
      ],
    });
    const test = async () =>
      (await send('POST', '/v1/connectors/helpdesk/test', undefined, await desk())).json();
    assert.deepEqual(await test(), {
      ok: false,
      message: 'Tickets does not know the token •••. Make a new one.',
    });
    await run();
    assert.equal(tickets.tickets.length, 0);
    tickets.token = 'tickets-token-7d1f';
    assert.deepEqual(await test(), { ok: true, message: 'the tickets of the test' });
    await run();
    assert.equal(tickets.tickets.length, 2);
    assert.deepEqual(await deliveries('?state=stuck'), []);
  });

  it('is one ticket with two dispatchers at work', async (t) => {
    const { sendBrief, tickets, make, run } = await setUp(t);
    const other = make();
    for (let index = 1; index <= 10; index++) await sendBrief(briefOf(index));
    await Promise.all([run(), other.runDue(), run(), other.runDue()]);
    await run();
    assert.deepEqual(
      tickets.tickets.map(({ marker }) => marker).sort(),
      Array.from({ length: 10 }, (_, index) => idOf(index + 1)),
    );
    assert.equal(creations(tickets), 10);
  });

  it('takes no longer than it may, also when the connector does not listen', async (t) => {
    const { sendBrief, run, deliveries, dispatcher, store } = await setUp(t, { tryTimeout: 30 });
    const [target] = dispatcher.targets;
    assert.ok(target);
    t.mock.method(target.connection, 'create', () => new Promise(() => {}));
    await sendBrief(briefOf(1));
    // The limit is a timer that keeps no process alive.
    const alive = setTimeout(() => {}, 10_000);
    await run();
    clearTimeout(alive);
    const [row] = await deliveries();
    assert.deepEqual([row?.state, row?.reason], ['waiting', 'There was no answer in time.']);
    await store.probe();
  });

  it('survives a connector with a mistake, without showing what it said', async (t) => {
    const { sendBrief, run, deliveries, dispatcher } = await setUp(t);
    const [target] = dispatcher.targets;
    assert.ok(target);
    t.mock.method(target.connection, 'create', () => {
      throw new TypeError('Vraag 1 is undefined');
    });
    await sendBrief(briefOf(1));
    await run();
    const [row] = await deliveries();
    assert.equal(row?.reason, 'Tickets could not be used: the connector failed (TypeError).');
  });

  it('is looked for when the store could not write down that it arrived', async (t) => {
    const { sendBrief, tickets, run, store, clock, log, read } = await setUp(t);
    await sendBrief(briefOf(1));
    const settle = t.mock.method(store, 'settleDelivery', () => Promise.reject(new StoreUnavailableError()));
    await run();
    assert.deepEqual([log.at(-1)?.outcome, log.at(-1)?.error?.name], ['failed', 'StoreUnavailableError']);
    settle.mock.restore();
    await run();
    assert.equal((await read(1)).links, undefined, 'not before the lease ends');
    clock.ms += 2 * MINUTE;
    await run();
    assert.equal((await read(1)).links?.[0]?.label, '#1');
    assert.equal(creations(tickets), 1);
  });

  it('is finished when the server stops, and no other is begun', async (t) => {
    const { sendBrief, tickets, dispatcher, deliveries } = await setUp(t);
    for (let index = 1; index <= 3; index++) await sendBrief(briefOf(index));
    dispatcher.wake();
    while (tickets.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await dispatcher.stop();
    const done = (await deliveries('?state=done')).length;
    assert.equal(done, tickets.tickets.length);
    assert.ok(done >= 1 && done < 3, `${done} done`);
    await dispatcher.runDue();
    assert.equal(tickets.tickets.length, done);
  });
});

describe('a decision at the desk', () => {
  it('follows its brief to the target, in order, and not twice', async (t) => {
    const { sendBrief, tickets, decide, run } = await setUp(t);
    await sendBrief(briefOf(1));
    await decide(1, 'reviewing', 'We kijken mee');
    await decide(1, 'accepted', 'Dit doen we');
    await run();
    await run();
    assert.deepEqual(tickets.tickets[0]?.comments, [
      'reviewing: We kijken mee (Fatima)',
      'accepted: Dit doen we (Fatima)',
    ]);
  });

  it('is nothing to a target that need not know', async (t) => {
    const { sendBrief, decide, run, deliveries } = await setUp(t, {}, { quiet: true });
    await sendBrief(briefOf(1));
    await decide(1, 'accepted', 'Dit doen we');
    await run();
    assert.deepEqual(
      (await deliveries()).map(({ kind }) => kind),
      ['brief'],
    );
  });
});

describe('what became of it there', () => {
  async function delivered(t: TestContext, options: Partial<DispatcherOptions> = {}) {
    const all = await setUp(t, options);
    const { followUrl } = await all.sendBrief(briefOf(1));
    await all.run();
    const ticket = all.tickets.tickets[0];
    assert.ok(ticket);
    const follow = async (): Promise<FollowView> =>
      (await (await all.send('POST', '/v1/follow', { token: tokenIn(followUrl) })).json()) as FollowView;
    /** Moves the clock to just after the next look, and looks. */
    const look = async () => {
      all.clock.ms += 7 * 60 * MINUTE;
      await all.run();
    };
    const push = (body: unknown, headers: Record<string, string> = { 'x-hook-token': HOOK_TOKEN }) =>
      all.send('POST', '/v1/connectors/helpdesk/webhook', body, headers);
    return { ...all, ticket, follow, look, push };
  }

  it('reaches the requester in the language of the brief, in the name of the other system', async (t) => {
    const { ticket, look, follow, read, clock } = await delivered(t);
    ticket.state = 'Planned';
    await look();
    const view = await follow();
    assert.equal(view.status, 'accepted');
    assert.deepEqual(view.history.at(-1), {
      at: new Date(clock.ms).toISOString(),
      status: 'accepted',
      reason: 'In Tickets staat dit nu op “Planned”.',
      by: 'Tickets',
    });
    assert.equal('links' in view, false);
    assert.equal('deliveries' in view, false);
    assert.doesNotMatch(JSON.stringify(view), /127\.0\.0\.1|#1/);
    assert.equal((await read(1)).links?.[0]?.state, 'Planned');
  });

  it('is told once, however often it is asked or said', async (t) => {
    const { ticket, look, push, read } = await delivered(t);
    ticket.state = 'Doing';
    await push([ticket]);
    await push([ticket]);
    await look();
    await look();
    assert.deepEqual(
      (await read(1)).history.map(({ status }) => status),
      ['received', 'reviewing'],
    );
  });

  it('is not sent back to where it came from', async (t) => {
    const { ticket, look, run } = await delivered(t);
    ticket.state = 'Planned';
    await look();
    await run();
    assert.deepEqual(ticket.comments, []);
  });

  it('never replaces a later decision of a person, only what is newer does', async (t) => {
    const { ticket, look, decide, read, clock } = await delivered(t);
    ticket.state = 'Doing';
    ticket.since = new Date(clock.ms + 1000).toISOString();
    clock.ms += 2000;
    await decide(1, 'later', 'Eerst de verbouwing');
    await look();
    assert.equal((await read(1)).status, 'later');
    assert.equal((await read(1)).links?.[0]?.state, 'Doing', 'the desk sees it all the same');
    await look();
    assert.equal((await read(1)).status, 'later');
    ticket.state = 'Done';
    ticket.since = new Date(clock.ms + 1000).toISOString();
    await look();
    assert.equal((await read(1)).status, 'delivered');
  });

  it('gives the person the benefit of the doubt when the target does not say since when', async (t) => {
    const { ticket, look, decide, read } = await delivered(t);
    ticket.state = 'Doing';
    await decide(1, 'declined', 'Bestaat al');
    await look();
    assert.equal((await read(1)).status, 'declined');
    ticket.state = 'Planned';
    await look();
    assert.equal((await read(1)).status, 'accepted', 'this came after the last look');
  });

  it('is asked less and less while nothing happens, and not at all after the end', async (t) => {
    const { ticket, tickets, run, clock } = await delivered(t);
    const looks = () => tickets.calls.filter((call) => call === 'GET /tickets/1').length;
    const gaps: number[] = [];
    for (let last = clock.ms, seen = 0; gaps.length < 14; clock.ms += MINUTE) {
      await run();
      if (looks() === seen) continue;
      gaps.push(Math.round((clock.ms - last) / MINUTE));
      [last, seen] = [clock.ms, looks()];
    }
    assert.ok((gaps[0] ?? 0) >= 5 && (gaps[0] ?? 0) <= 6, String(gaps));
    assert.ok((gaps.at(-1) ?? 0) > 300 && (gaps.at(-1) ?? 0) <= 6.6 * 60 + 1, String(gaps));
    ticket.state = 'Done';
    clock.ms += 7 * 60 * MINUTE;
    await run();
    const before = looks();
    clock.ms += 10_000 * MINUTE;
    await run();
    assert.equal(looks(), before);
  });

  it('can wait when the target is down, and is not lost', async (t) => {
    const { ticket, tickets, look, read } = await delivered(t);
    tickets.down = { status: 503 };
    ticket.state = 'Planned';
    await look();
    assert.equal((await read(1)).status, 'received');
    tickets.down = undefined;
    await look();
    assert.equal((await read(1)).status, 'accepted');
  });

  it('is not believed without the signature, and nothing is said of why', async (t) => {
    const { ticket, push, read } = await delivered(t);
    ticket.state = 'Done';
    for (const headers of [{}, { 'x-hook-token': 'guess' }]) {
      const answer = await push([ticket], headers);
      assert.equal(answer.status, 403);
      assert.doesNotMatch(await answer.text(), /hook-token|Not signed with/);
    }
    assert.equal((await push('no JSON at all')).status, 400);
    assert.equal((await push({ other: 'shape' })).status, 400);
    assert.equal((await push('a'.repeat(600 * 1024))).status, 413);
    assert.equal((await push([{ id: '999', state: 'Done' }])).status, 204, 'somebody else’s ticket');
    assert.equal((await push([])).status, 204);
    assert.equal((await read(1)).version, 1);
  });

  it('is heard from a webhook with any content type', async (t) => {
    const { ticket, push, follow } = await delivered(t);
    const body = JSON.stringify([{ ...ticket, state: 'Rejected' }]);
    const headers = { 'x-hook-token': HOOK_TOKEN, 'content-type': 'text/plain' };
    assert.equal((await push(body, headers)).status, 204);
    assert.equal((await follow()).status, 'declined');
  });
});
