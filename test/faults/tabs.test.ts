import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import type { BrowserContext, Page } from 'playwright-core';
import { killable } from './backend.ts';
import { Scene } from './scene.ts';
import { faultTable } from './table.ts';
import { add, becomes, list, story, went } from './visitor.ts';

describe('faults of tabs, time and crashes', () => {
  const fault = faultTable('tabs');
  const at = new Scene();

  fault(6, 'one tab sends, both show it', async () => {
    await at.arrive();
    at.site.down = true;
    const other = await at.tab();
    const id = await add(at.page, 'for both tabs');
    await became(other, id);
    at.site.down = false;
    await Promise.all([at.page, other].map((tab) => tab.evaluate(() => wf.outbox.retry())));
    await Promise.all([at.page, other].map((tab) => becomes(tab, id, 'received')));
    assert.deepEqual(await at.ids(), [id]);
    assert.equal(at.site.seen.length, 1);
  });

  fault(6, 'the other tab takes over when the first is closed while it sends', async () => {
    await at.arrive({ timeout: 60_000, totalTimeout: 60_000 });
    const other = await at.tab();
    at.site.faults = ['hang'];
    const id = await add(at.page, 'handed over');
    await at.site.asked(1);
    await becomes(other, id, 'sending');
    await at.page.close();
    await becomes(other, id, 'received');
    assert.deepEqual(await at.ids(), [id]);
  });

  fault(7, 'two hundred orders of adding, waking and asking again', async () => {
    await at.arrive();
    const order = fc.array(fc.constantFrom('add', 'online', 'focus', 'retry', 'pageshow'), { maxLength: 8 });
    // A seed of its own each time would make a failure that nobody can repeat.
    const orders = fc.sample(order, { numRuns: 200, seed: 4 });
    const added = await at.page.evaluate(async (orders) => {
      const all: string[] = [];
      for (const order of orders) {
        const adding: Promise<string>[] = [];
        for (const step of order) {
          if (step === 'add') adding.push(wf.add('now'));
          else if (step === 'retry') wf.outbox.retry();
          else dispatchEvent(new Event(step));
        }
        all.push(...(await Promise.all(adding)));
      }
      return all;
    }, orders);
    for (const id of added) await becomes(at.page, id, 'received').catch(() => assert.fail(id));
    assert.equal(at.site.seen.length, added.length);
    assert.deepEqual((await at.ids()).sort(), [...added].sort());
  });

  fault(8, 'reloaded while the server has not answered', async () => {
    await at.arrive({ timeout: 60_000, totalTimeout: 60_000 });
    at.site.faults = ['hang-stored'];
    const id = await add(at.page, 'restored');
    await at.site.asked(1);
    await at.reload();
    await becomes(at.page, id, 'received');
    assert.deepEqual(await at.ids(), [id]);
    assert.deepEqual(
      at.site.seen.map((one) => one.id),
      [id, id],
    );
  });

  for (const answer of ['hang', 'hang-stored'] as const) {
    fault(answer === 'hang' ? 12 : 24, 'sent at the next visit', async () => {
      await at.arrive({ timeout: 60_000, totalTimeout: 60_000 });
      at.site.faults = [answer];
      const id = await add(at.page, 'closed too early');
      await at.site.asked(1);
      await at.page.close();
      assert.deepEqual(await at.ids(), answer === 'hang' ? [] : [id]);
      at.page = await at.tab();
      await becomes(at.page, id, 'received');
      assert.deepEqual(await at.ids(), [id]);
      assert.equal(at.site.seen.length, 2);
    });
  }

  fault(13, 'draft and outbox, with chrome://crash', async () => {
    await at.arrive({ timeout: 60_000, totalTimeout: 60_000 });
    at.site.faults = ['hang'];
    const id = await add(at.page, 'crashes');
    await at.page.evaluate(() =>
      wf.sdk.openDraftStore({ mode: 'device' }).save('other', { words: 'half a' }),
    );
    await at.site.asked(1);
    await at.crash();
    at.page = await at.tab();
    const draft = await at.page.evaluate(() => wf.sdk.openDraftStore({ mode: 'device' }).load('other'));
    assert.deepEqual(draft, { words: 'half a' });
    await becomes(at.page, id, 'received');
    assert.deepEqual(await at.ids(), [id]);
  });

  for (const years of [-5, 5]) {
    const skew = `${years > 0 ? '+' : ''}${years} years`;
    const wrongClock = (context: BrowserContext): Promise<unknown> => setClock(context, years * YEAR);

    fault(35, `${skew}: pauses, order and receipts`, async () => {
      await at.arrive({}, { prepare: wrongClock });
      at.site.faults = [{ status: 503, headers: { 'retry-after': '1' } }];
      const id = await add(at.page, 'another time');
      const { receipt } = await becomes(at.page, id, 'received');
      assert.ok(Math.abs(Date.parse(receipt!.receivedAt) - Date.now()) < 600_000);
      assert.ok(at.site.seen[1]!.at - at.site.seen[0]!.at >= 1000);
    });

    fault(35, `${skew}: a date to come back at, and a reload before it`, async () => {
      await at.arrive({ retries: 0 }, { prepare: wrongClock });
      const now = Math.ceil(Date.now() / 1000) * 1000;
      const date = new Date(now).toUTCString();
      const headers = { date, 'retry-after': new Date(now + 1000).toUTCString() };
      at.site.faults = [{ status: 503, headers }];
      const id = await add(at.page, 'come back later');
      await becomes(at.page, id, 'on-device', 'store-unavailable');
      await at.reload({ retries: 0 });
      await at.deliveredOnce(id);
      assert.ok(at.site.seen[1]!.at - at.site.seen[0]!.at >= 1000);
    });
  }

  fault(35, 'set right between two visits: the draft and the brief are still there', async () => {
    await at.arrive({}, { prepare: (context) => setClock(context, -5 * YEAR) });
    at.site.down = true;
    const id = await add(at.page, 'from the past');
    await at.page.evaluate(() =>
      wf.sdk.openDraftStore({ mode: 'session' }).save('other', { words: 'half a' }),
    );
    await went(at.page, id, 'on-device:offline');
    await setClock(at.context, 5 * YEAR);
    at.site.down = false;
    await at.reload();
    await at.deliveredOnce(id);
  });

  fault(35, 'set back by a year while a brief waits', async () => {
    await at.arrive();
    at.site.down = true;
    const id = await add(at.page, 'set back');
    await went(at.page, id, 'on-device:offline');
    await at.page.evaluate((year) => {
      const { now } = Date;
      Date.now = () => now() - year;
    }, YEAR);
    at.site.down = false;
    await becomes(at.page, id, 'received');
    assert.deepEqual(await at.ids(), [id]);
  });

  fault(36, 'kill -9 of the real server, answer lost', async () => {
    const backend = await killable();
    await at.arrive({}, { backend });
    at.site.faults = ['lose-answer', 'pass'];
    at.site.down = false;
    const id = await add(at.page, 'killed');
    await at.site.asked(1);
    await backend.kill();
    const { receipt } = await becomes(at.page, id, 'received');
    assert.equal(receipt?.id, id);
    assert.deepEqual(await at.ids(), [id]);
  });

  fault(46, 'two thousand pages, one broken server', async () => {
    await at.arrive();
    const pauses = await at.page.evaluate(() => {
      const { createGate } = wf.sdk;
      return Array.from({ length: 2000 }, () => {
        const gate = createGate(Math.random, { base: 1000, cap: 60_000 });
        for (let i = 0; i < 4; i++) gate.failed();
        return gate.left();
      });
    });
    // Full jitter after the fourth failure: anywhere in eight seconds, evenly.
    const slots = Array.from(
      { length: 8 },
      (_, i) => pauses.filter((ms) => Math.floor(ms / 1000) === i).length,
    );
    assert.equal(
      slots.reduce((sum, n) => sum + n, 0),
      2000,
    );
    for (const count of slots) assert.ok(count > 150 && count < 350, slots.join(' '));
    at.site.down = true;
    const id = await add(at.page, 'with the others');
    await went(at.page, id, 'on-device:offline');
    assert.ok((await story(at.page, id)).length > 0);
    at.site.down = false;
    await becomes(at.page, id, 'received');
    assert.deepEqual((await list(at.page)).length, 1);
  });

  /** The other tab has heard of it. */
  async function became(tab: Page, id: string): Promise<void> {
    await tab.waitForFunction((id) => wf.outbox.list().some((one) => one.id === id), id, { polling: 10 });
  }
});

/** Milliseconds. */
const YEAR = 31_557_600_000;

/** Sets the clock of the pages to come: by what it was until now, and so much. */
function setClock(context: BrowserContext, by: number): Promise<unknown> {
  return context.addInitScript((by) => {
    const { now } = Date;
    Date.now = () => now() + by;
  }, by);
}
