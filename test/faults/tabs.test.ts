import assert from 'node:assert/strict';
import { after, afterEach, before, describe } from 'node:test';
import fc from 'fast-check';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowser } from '../journeys/harness.ts';
import { inProcess, killable } from './backend.ts';
import type { Backend } from './backend.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';
import { faultTable } from './table.ts';
import { add, becomes, list, open, story, visitor, went } from './visitor.ts';
import type { Settings } from './visitor.ts';

describe('faults of tabs, time and crashes', () => {
  const fault = faultTable('tabs');
  let browser: Browser;
  let site: Site;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser?.close());
  afterEach(async () => {
    await context?.close();
    await site?.stop();
  });

  async function arrive(settings: Settings = {}, backend: Backend = inProcess()): Promise<void> {
    site = await startSite(backend);
    ({ context, page } = await visitor(browser, site, settings));
  }
  async function secondTab(settings: Settings = {}): Promise<Page> {
    const tab = await context.newPage();
    await open(tab, site, settings);
    return tab;
  }
  const ids = (): Promise<string[]> => site.backend.ids();

  fault(6, 'one tab sends, both show it', async () => {
    await arrive();
    site.down = true;
    const other = await secondTab();
    const id = await add(page, 'for both tabs');
    await became(other, id);
    site.down = false;
    await Promise.all([page, other].map((tab) => tab.evaluate(() => wf.outbox.retry())));
    await Promise.all([page, other].map((tab) => becomes(tab, id, 'received')));
    assert.deepEqual(await ids(), [id]);
    assert.equal(site.seen.length, 1);
  });

  fault(6, 'the other tab takes over when the first is closed while it sends', async () => {
    await arrive({ timeout: 60_000, totalTimeout: 60_000 });
    const other = await secondTab();
    site.faults = ['hang'];
    const id = await add(page, 'handed over');
    await site.asked(1);
    await becomes(other, id, 'sending');
    await page.close();
    await becomes(other, id, 'received');
    assert.deepEqual(await ids(), [id]);
  });

  fault(7, 'two hundred orders of adding, waking and asking again', async () => {
    await arrive();
    const order = fc.array(fc.constantFrom('add', 'online', 'focus', 'retry', 'pageshow'), { maxLength: 8 });
    // A seed of its own each time would make a failure that nobody can repeat.
    const orders = fc.sample(order, { numRuns: 200, seed: 4 });
    const added = await page.evaluate(async (orders) => {
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
    for (const id of added) await becomes(page, id, 'received').catch(() => assert.fail(id));
    assert.equal(site.seen.length, added.length);
    assert.deepEqual((await ids()).sort(), [...added].sort());
  });

  fault(8, 'reloaded while the server has not answered', async () => {
    await arrive({ timeout: 60_000, totalTimeout: 60_000 });
    site.faults = ['hang-stored'];
    const id = await add(page, 'restored');
    await site.asked(1);
    await page.reload();
    await open(page, site);
    await becomes(page, id, 'received');
    assert.deepEqual(await ids(), [id]);
    assert.deepEqual(
      site.seen.map((one) => one.id),
      [id, id],
    );
  });

  for (const answer of ['hang', 'hang-stored'] as const) {
    fault(answer === 'hang' ? 12 : 24, 'sent at the next visit', async () => {
      await arrive({ timeout: 60_000, totalTimeout: 60_000 });
      site.faults = [answer];
      const id = await add(page, 'closed too early');
      await site.asked(1);
      await page.close();
      assert.deepEqual(await ids(), answer === 'hang' ? [] : [id]);
      page = await secondTab();
      await becomes(page, id, 'received');
      assert.deepEqual(await ids(), [id]);
      assert.equal(site.seen.length, 2);
    });
  }

  fault(13, 'draft and outbox, with chrome://crash', async () => {
    await arrive({ timeout: 60_000, totalTimeout: 60_000 });
    site.faults = ['hang'];
    const id = await add(page, 'crashes');
    await page.evaluate(() => wf.sdk.openDraftStore({ mode: 'device' }).save('other', { words: 'half a' }));
    await site.asked(1);
    const crashed = page.waitForEvent('crash');
    page.goto('chrome://crash').catch(() => {});
    await crashed;
    page = await secondTab();
    const draft = await page.evaluate(() => wf.sdk.openDraftStore({ mode: 'device' }).load('other'));
    assert.deepEqual(draft, { words: 'half a' });
    await becomes(page, id, 'received');
    assert.deepEqual(await ids(), [id]);
  });

  for (const years of [-5, 5]) {
    fault(35, `${years > 0 ? '+' : ''}${years} years`, async () => {
      site = await startSite();
      context = await browser.newContext();
      await context.addInitScript((offset) => {
        const { now } = Date;
        Date.now = () => now() + offset;
      }, years * 31_557_600_000);
      page = await context.newPage();
      await open(page, site);
      site.faults = [{ status: 503, headers: { 'retry-after': '1' } }];
      const id = await add(page, 'another time');
      const { receipt } = await becomes(page, id, 'received');
      assert.ok(Math.abs(Date.parse(receipt!.receivedAt) - Date.now()) < 60_000);
      const wait = site.seen[1]!.at - site.seen[0]!.at;
      assert.ok(wait >= 1000 && wait < 4000, `${wait} ms`);
    });
  }

  fault(35, 'set back by a year while a brief waits', async () => {
    await arrive();
    site.down = true;
    const id = await add(page, 'set back');
    await went(page, id, 'on-device:offline');
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() - 31_557_600_000;
    });
    site.down = false;
    await becomes(page, id, 'received');
    assert.deepEqual(await ids(), [id]);
  });

  fault(36, 'kill -9 of the real server, answer lost', async () => {
    const backend = await killable();
    await arrive({}, backend);
    site.faults = ['lose-answer', 'pass'];
    site.down = false;
    const id = await add(page, 'killed');
    await site.asked(1);
    await backend.kill();
    const { receipt } = await becomes(page, id, 'received');
    assert.equal(receipt?.id, id);
    assert.deepEqual(await ids(), [id]);
  });

  fault(46, 'two thousand pages, one broken server', async () => {
    await arrive();
    const pauses = await page.evaluate(() => {
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
    site.down = true;
    const id = await add(page, 'with the others');
    await went(page, id, 'on-device:offline');
    assert.ok((await story(page, id)).length > 0);
    site.down = false;
    await becomes(page, id, 'received');
    assert.deepEqual((await list(page)).length, 1);
  });

  /** The other tab has heard of it. */
  async function became(tab: Page, id: string): Promise<void> {
    await tab.waitForFunction((id) => wf.outbox.list().some((one) => one.id === id), id, { polling: 10 });
  }
});
