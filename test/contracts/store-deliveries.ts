/** What every store has to do with what goes to other systems. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import type { Brief } from '@wherefore/core/brief';
import type { ClaimedDelivery, Store } from '@wherefore/server';

const minute = (n: number): string =>
  new Date(Date.parse('2026-03-01T08:00:00.000Z') + n * 60_000).toISOString();
const idOf = (index: number): string => `019a0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
const briefOf = (index: number): Brief => ({
  id: idOf(index),
  schemaVersion: 1,
  language: 'nl',
  request: `Vraag ${index}`,
});
const hash = createHash('sha256').update('x').digest();

const lease = (at: number, holder = 'one') => ({ at: minute(at), until: minute(at + 2), holder });
const later = (at: number, attempts = 1) =>
  ({ state: 'waiting', at: minute(at), attempts, nextAt: minute(at + 10), reason: 'Down' }) as const;
const done = (at: number, pollAt?: string) =>
  ({
    state: 'done',
    at: minute(at),
    link: { id: '12', url: 'https://example.org/12', label: 'acme/needs#12' },
    ...(pollAt !== undefined && { pollAt }),
  }) as const;

/** A store with `count` briefs, each with a delivery to every target, in minutes 0, 1, … */
async function filled(store: Store, count = 1, targets = ['tickets']): Promise<Store> {
  await store.openTargets(targets.map((name) => ({ name, fingerprint: 'a' })));
  for (let index = 1; index <= count; index++) {
    await store.add({
      brief: briefOf(index),
      receivedAt: minute(index - 1),
      follow: { revision: 1, hash },
      deliveries: targets.map((target) => ({ id: `${target}-${index}`, target })),
    });
  }
  return store;
}

const accepted = (version: number, at: number) =>
  ({ status: 'accepted', reason: 'Doen we', by: 'Fatima', at: minute(at), version }) as const;

async function claimed(store: Store, at: number, target = 'tickets'): Promise<ClaimedDelivery> {
  const claim = await store.claimDelivery(target, lease(at));
  assert.ok(claim);
  return claim;
}

/** @param open Gives an empty store; cleans up after itself with `t.after`. */
export function deliveryContract(name: string, open: (t: TestContext) => Store): void {
  describe(`delivery contract: ${name}`, () => {
    describe('the outbox', () => {
      it('is written with the brief, once for each target, and not again with its repetition', async (t) => {
        const store = await filled(open(t), 1, ['mail', 'tickets']);
        await store.add({
          brief: briefOf(1),
          receivedAt: minute(5),
          follow: { revision: 1, hash },
          deliveries: [{ id: 'again', target: 'tickets' }],
        });
        const { items } = await store.listDeliveries({ limit: 10 });
        assert.deepEqual(items, [
          {
            id: 'tickets-1',
            target: 'tickets',
            kind: 'brief',
            briefId: idOf(1),
            request: 'Vraag 1',
            state: 'waiting',
            paused: false,
            attempts: 0,
            nextAt: minute(0),
            createdAt: minute(0),
            updatedAt: minute(0),
          },
          { ...items[1], id: 'mail-1', target: 'mail' },
        ]);
        assert.equal(items.length, 2);
      });

      it('is not written for a brief that goes nowhere else', async (t) => {
        const store = open(t);
        await store.add({ brief: briefOf(1), receivedAt: minute(0), follow: { revision: 1, hash } });
        await store.changeStatus(idOf(1), accepted(1, 1));
        assert.deepEqual(await store.listDeliveries({ limit: 5 }), { items: [] });
        assert.deepEqual(await store.targetStates(), []);
      });

      it('is not written with a brief that differs or a change that comes too late', async (t) => {
        const store = await filled(open(t), 1);
        const deliveries = [{ id: 'never', target: 'tickets' }];
        await store.add({
          brief: { ...briefOf(1), request: 'Iets anders' },
          receivedAt: minute(1),
          follow: { revision: 1, hash },
          deliveries,
        });
        assert.equal(
          await store.changeStatus(idOf(1), { ...accepted(7, 1), deliveries }),
          'version-mismatch',
        );
        assert.equal((await store.listDeliveries({ limit: 10 })).items.length, 1);
      });

      it('gives each delivery away once, oldest first, one at a time for a target', async (t) => {
        const store = await filled(open(t), 2, ['mail', 'tickets']);
        const first = await claimed(store, 5);
        assert.equal(first.id, 'tickets-1');
        assert.deepEqual([first.attempts, first.triedBefore], [1, false]);
        assert.deepEqual(first.record, await store.get(idOf(1)));
        assert.equal(await store.claimDelivery('tickets', lease(5, 'two')), undefined);
        assert.equal((await store.claimDelivery('mail', lease(5, 'two')))?.id, 'mail-1');
        assert.equal(await store.settleDelivery('tickets-1', 'one', done(6)), true);
        assert.equal((await claimed(store, 6)).id, 'tickets-2');
      });

      it('lets one of twenty claims at once win', async (t) => {
        const store = await filled(open(t), 3);
        const all = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            store.claimDelivery('tickets', lease(5, `holder ${index}`)),
          ),
        );
        assert.equal(all.filter(Boolean).length, 1);
      });

      it('gives it to another when the lease ends, who knows that it was tried', async (t) => {
        const store = await filled(open(t));
        await claimed(store, 0);
        assert.equal(await store.claimDelivery('tickets', lease(1, 'two')), undefined);
        const second = await store.claimDelivery('tickets', lease(2, 'two'));
        assert.deepEqual([second?.attempts, second?.triedBefore], [2, true]);
        assert.equal(await store.settleDelivery('tickets-1', 'one', done(3)), false, 'too late');
        assert.equal((await store.traceOf(idOf(1))).links.length, 0);
        assert.equal(await store.settleDelivery('tickets-1', 'two', done(3)), true);
        assert.equal(await store.settleDelivery('tickets-1', 'two', done(3)), false, 'settled already');
      });

      it('waits as long as it is told, then is tried again', async (t) => {
        const store = await filled(open(t));
        await claimed(store, 0);
        await store.settleDelivery('tickets-1', 'one', later(1));
        const [row] = (await store.listDeliveries({ limit: 1 })).items;
        assert.deepEqual([row?.reason, row?.nextAt, row?.attempts], ['Down', minute(11), 1]);
        assert.equal(await store.claimDelivery('tickets', lease(10)), undefined);
        assert.equal((await claimed(store, 11)).triedBefore, true);
      });

      it('holds back the whole target when that asked for time', async (t) => {
        const store = await filled(open(t), 2, ['mail', 'tickets']);
        await claimed(store, 5);
        await store.settleDelivery('tickets-1', 'one', { ...later(5), holdUntil: minute(20) });
        assert.equal(await store.claimDelivery('tickets', lease(19)), undefined);
        assert.ok(await store.claimDelivery('mail', lease(19)));
        await store.retryDelivery('tickets-1', minute(19));
        assert.equal(await store.claimDelivery('tickets', lease(19)), undefined, 'not even for a person');
        assert.ok(await store.claimDelivery('tickets', lease(20)));
      });

      it('keeps decisions behind their brief, and says what was decided', async (t) => {
        const store = await filled(open(t));
        await store.changeStatus(idOf(1), {
          ...accepted(1, 1),
          deliveries: [{ id: 'change', target: 'tickets' }],
        });
        const first = await claimed(store, 2);
        assert.deepEqual([first.id, first.change], ['tickets-1', undefined]);
        await store.settleDelivery('tickets-1', 'one', later(2));
        assert.equal(await store.claimDelivery('tickets', lease(3)), undefined, 'the brief goes first');
        await claimed(store, 12);
        await store.settleDelivery('tickets-1', 'one', done(12));
        const second = await claimed(store, 13);
        assert.equal(second.id, 'change');
        assert.deepEqual(second.change, {
          at: minute(1),
          status: 'accepted',
          reason: 'Doen we',
          by: 'Fatima',
        });
        assert.equal(second.link?.label, 'acme/needs#12');
        await store.settleDelivery('change', 'one', { state: 'done', at: minute(13) });
        assert.equal((await store.listDeliveries({ limit: 5, state: 'done' })).items[0]?.kind, 'status');
      });
    });

    describe('what is stuck', () => {
      it('stays dead until somebody retries, and then has all its tries', async (t) => {
        const store = await filled(open(t), 2);
        await claimed(store, 1);
        await store.settleDelivery('tickets-1', 'one', {
          state: 'dead',
          at: minute(1),
          attempts: 20,
          reason: 'Too long',
        });
        assert.equal((await claimed(store, 500)).id, 'tickets-2');
        await store.settleDelivery('tickets-2', 'one', done(500));
        assert.equal(await store.claimDelivery('tickets', lease(9000)), undefined);
        const [stuck] = (await store.listDeliveries({ limit: 5, state: 'stuck' })).items;
        assert.deepEqual([stuck?.id, stuck?.state, stuck?.reason], ['tickets-1', 'dead', 'Too long']);
        const again = await store.retryDelivery('tickets-1', minute(9001));
        assert.deepEqual([again?.state, again?.attempts, again?.nextAt], ['waiting', 0, minute(9001)]);
        const claim = await claimed(store, 9001);
        assert.deepEqual([claim.attempts, claim.triedBefore], [1, true]);
      });

      it('can be retried only where there is something to retry', async (t) => {
        const store = await filled(open(t));
        await claimed(store, 0);
        await store.settleDelivery('tickets-1', 'one', done(1));
        assert.equal((await store.retryDelivery('tickets-1', minute(2)))?.state, 'done');
        assert.equal(await store.retryDelivery('unknown', minute(2)), undefined);
        assert.equal(await store.claimDelivery('tickets', lease(3)), undefined);
      });

      it('starts everything of one target again, in order, and leaves the others and what is done alone', async (t) => {
        const store = await filled(open(t), 3, ['mail', 'tickets']);
        const first = await claimed(store, 3);
        await store.settleDelivery(first.id, 'one', done(3));
        const dead = await claimed(store, 4);
        await store.settleDelivery(dead.id, 'one', {
          state: 'dead',
          at: minute(4),
          attempts: 20,
          reason: 'Down',
        });
        await store.pauseTarget('tickets', 'Signed out');
        await store.pauseTarget('mail', 'Signed out');
        assert.equal(await store.retryTarget('tickets', minute(9)), 2);
        const [mail, tickets] = await store.targetStates();
        assert.deepEqual(tickets, { name: 'tickets', waiting: 2, done: 1, dead: 0 });
        assert.deepEqual(mail, { name: 'mail', paused: 'Signed out', waiting: 3, done: 0, dead: 0 });
        const again = await claimed(store, 9);
        assert.deepEqual([again.id, again.attempts, again.triedBefore], [dead.id, 1, true]);
        await store.settleDelivery(again.id, 'one', done(9));
        assert.equal((await claimed(store, 9)).triedBefore, false);
        assert.equal(await store.retryTarget('unknown', minute(9)), 0);
      });

      it('says why the last one that was tried still waits, until somebody sends it again', async (t) => {
        const store = await filled(open(t), 2);
        const reasons = async () => (await store.targetStates()).map(({ reason }) => reason);
        assert.deepEqual(await reasons(), [undefined]);
        for (const [at, reason] of [
          [0, 'Slow'],
          [1, 'Down'],
        ] as const) {
          const { id } = await claimed(store, at);
          await store.settleDelivery(id, 'one', { ...later(at), nextAt: minute(60), reason });
          assert.deepEqual(await reasons(), [reason]);
        }
        await store.retryTarget('tickets', minute(2));
        assert.deepEqual(await reasons(), [undefined]);
      });

      it('does not wake a target that left the settings', async (t) => {
        const store = await filled(open(t), 1);
        await store.openTargets([]);
        await store.retryTarget('tickets', minute(9));
        assert.equal(await store.claimDelivery('tickets', lease(9)), undefined);
        assert.notEqual((await store.targetStates())[0]?.paused, undefined);
      });

      it('pauses a target until somebody retries or its settings change', async (t) => {
        const store = await filled(open(t), 2);
        const pause = async (at: number) => {
          await claimed(store, at);
          await store.settleDelivery('tickets-1', 'one', { ...later(at), nextAt: minute(at), pause: true });
        };
        await pause(0);
        assert.equal(await store.claimDelivery('tickets', lease(5)), undefined);
        assert.deepEqual(await store.targetStates(), [
          { name: 'tickets', paused: 'Down', reason: 'Down', waiting: 2, done: 0, dead: 0 },
        ]);
        const { items } = await store.listDeliveries({ limit: 5, state: 'stuck' });
        assert.deepEqual(
          items.map(({ id, paused, reason }) => [id, paused, reason]),
          [
            ['tickets-2', true, 'Down'],
            ['tickets-1', true, 'Down'],
          ],
        );

        await store.openTargets([{ name: 'tickets', fingerprint: 'a' }]);
        assert.equal(await store.claimDelivery('tickets', lease(5)), undefined, 'the same settings');
        await store.openTargets([{ name: 'tickets', fingerprint: 'b' }]);
        await store.settleDelivery('tickets-1', 'one', later(5));
        assert.ok(await store.claimDelivery('tickets', lease(5)), 'other settings');
        await store.settleDelivery('tickets-1', 'one', later(5));

        await store.pauseTarget('tickets', 'Wrong key');
        assert.equal(await store.claimDelivery('tickets', lease(60)), undefined);
        await store.retryDelivery('tickets-2', minute(60));
        assert.ok(await store.claimDelivery('tickets', lease(60)), 'somebody retried');
        await store.pauseTarget('tickets', 'Wrong key');
        await store.resumeTarget('tickets');
        assert.equal('paused' in (await store.targetStates())[0]!, false);
      });

      it('is what waits for a target that the settings no longer name', async (t) => {
        const store = await filled(open(t), 1, ['mail', 'tickets']);
        await store.openTargets([{ name: 'mail', fingerprint: 'a' }]);
        const { items } = await store.listDeliveries({ limit: 5, state: 'stuck' });
        assert.deepEqual(
          items.map(({ id, reason }) => [id, reason]),
          [['tickets-1', 'This target is no longer in the settings']],
        );
        await store.retryDelivery('tickets-1', minute(1));
        assert.equal(await store.claimDelivery('tickets', lease(1)), undefined);
        await store.openTargets([
          { name: 'mail', fingerprint: 'a' },
          { name: 'tickets', fingerprint: 'a' },
        ]);
        assert.ok(await store.claimDelivery('tickets', lease(1)), 'and it goes on when it is back');
      });

      it('is listed in pages, newest first, by state and target', async (t) => {
        const store = await filled(open(t), 3, ['mail', 'tickets']);
        const page = await store.listDeliveries({ limit: 2, target: 'mail' });
        assert.deepEqual(
          page.items.map(({ id }) => id),
          ['mail-3', 'mail-2'],
        );
        const next = await store.listDeliveries({ limit: 2, target: 'mail', before: page.nextPosition });
        assert.deepEqual(
          next.items.map(({ id }) => id),
          ['mail-1'],
        );
        assert.equal('nextPosition' in next, false);
        assert.deepEqual((await store.listDeliveries({ limit: 2, state: 'dead' })).items, []);
        assert.deepEqual((await store.listDeliveries({ limit: 2, state: 'stuck' })).items, []);
        assert.equal((await store.listDeliveries({ limit: 9, state: 'waiting' })).items.length, 6);
      });
    });

    describe('links', () => {
      async function linked(t: TestContext): Promise<Store> {
        const store = await filled(open(t));
        await claimed(store, 0);
        await store.settleDelivery('tickets-1', 'one', done(1, minute(6)));
        return store;
      }
      const link = {
        briefId: idOf(1),
        target: 'tickets',
        id: '12',
        url: 'https://example.org/12',
        label: 'acme/needs#12',
        checkedAt: minute(1),
        quiet: 0,
      };

      it('are kept with the brief, beside what is not there yet', async (t) => {
        const store = await linked(t);
        assert.deepEqual(await store.traceOf(idOf(1)), { links: [link], open: [] });
        assert.deepEqual(await store.traceOf(idOf(2)), { links: [], open: [] });
        assert.deepEqual(await store.findLink('tickets', '12'), link);
        assert.equal(await store.findLink('mail', '12'), undefined);
        assert.equal('links' in (await store.get(idOf(1)))!, false, 'and not in what a follower reads');
      });

      it('are asked for when they are due, by one at a time', async (t) => {
        const store = await linked(t);
        assert.equal(await store.claimLink('tickets', lease(5)), undefined);
        assert.deepEqual(await store.claimLink('tickets', lease(6)), link);
        assert.equal(await store.claimLink('tickets', lease(7)), undefined);
        assert.deepEqual(await store.claimLink('tickets', lease(8)), link, 'whoever asked is gone');
        await store.noteTargetState(link, { checkedAt: minute(8), quiet: 1 });
        assert.equal(await store.claimLink('tickets', lease(900)), undefined, 'never again');
      });

      it('change with the brief, or not at all', async (t) => {
        const store = await linked(t);
        const note = {
          checkedAt: minute(7),
          pollAt: minute(20),
          quiet: 3,
          state: 'In Progress',
          status: 'accepted',
        } as const;
        assert.equal(
          await store.noteTargetState(link, { ...note, change: accepted(7, 7) }),
          'version-mismatch',
        );
        assert.deepEqual(await store.findLink('tickets', '12'), link);
        const change = { ...accepted(1, 7), deliveries: [{ id: 'other', target: 'mail' }] };
        assert.equal(await store.noteTargetState(link, { ...note, change }), 'noted');
        const { pollAt: _pollAt, ...noted } = note;
        assert.deepEqual(await store.findLink('tickets', '12'), { ...link, ...noted });
        assert.equal((await store.get(idOf(1)))?.status, 'accepted');
        assert.equal((await store.claimDelivery('mail', lease(8)))?.id, 'other');
        await store.noteTargetState(link, { checkedAt: minute(9), pollAt: minute(20), quiet: 4 });
        assert.equal(
          (await store.findLink('tickets', '12'))?.state,
          'In Progress',
          'kept when nothing is said',
        );
        assert.equal(await store.claimLink('tickets', lease(19)), undefined);
        assert.ok(await store.claimLink('tickets', lease(20)));
      });
    });
  });
}
