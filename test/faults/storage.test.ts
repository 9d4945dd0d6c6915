import assert from 'node:assert/strict';
import { after, afterEach, before, describe } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowser } from '../journeys/harness.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';
import { faultTable } from './table.ts';
import { add, becomes, list, open, visitor, went } from './visitor.ts';
import type { Settings } from './visitor.ts';

describe('faults of the storage', () => {
  const fault = faultTable('storage');
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

  async function arrive(settings: Settings = {}): Promise<void> {
    site = await startSite();
    ({ context, page } = await visitor(browser, site, settings));
  }
  const ids = (): Promise<string[]> => site.backend.ids();
  /** What stands in the database, read past the outbox. */
  const stored = (): Promise<{
    drafts: unknown[];
    outbox: { id: string; json: string; receipt: unknown }[];
  }> =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('wherefore');
          opening.addEventListener('error', () => reject(opening.error));
          opening.addEventListener('success', () => {
            const database = opening.result;
            const transaction = database.transaction(['drafts', 'outbox']);
            const drafts = transaction.objectStore('drafts').getAll();
            const outbox = transaction.objectStore('outbox').getAll();
            transaction.addEventListener('complete', () => {
              database.close();
              resolve({ drafts: drafts.result, outbox: outbox.result });
            });
          });
        }),
    );
  const saveDraft = (): Promise<boolean> =>
    page.evaluate(() => wf.sdk.openDraftStore({ mode: 'device' }).save('intake', { words: 'typed' }));

  fault(5, 'one transaction, and none of it when the browser stops in between', async () => {
    await arrive();
    site.down = true;
    await saveDraft();
    // The browser stops after the brief was written and before the draft was removed.
    await page.evaluate(() => {
      const { delete: real } = IDBObjectStore.prototype;
      let left = 2;
      IDBObjectStore.prototype.delete = function (key) {
        if (this.name === 'drafts' && left-- > 0) this.transaction.abort();
        return real.call(this, key);
      };
    });
    await add(page, 'moves house');
    const between = await stored();
    assert.deepEqual([between.drafts.length, between.outbox.length], [1, 0]);
    const id = await add(page, 'moves house');
    const behind = await stored();
    assert.equal(behind.drafts.length, 0);
    assert.ok(behind.outbox.some((record) => record.id === id));
    site.down = false;
    await becomes(page, id, 'received');
    assert.equal((await stored()).drafts.length, 0);
  });

  fault(18, 'in memory, not called kept, sent, and kept again when there is room', async () => {
    await arrive();
    const client = await context.newCDPSession(page);
    await client.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize: 1 });
    site.down = true;
    const id = await add(page, 'no room '.repeat(400));
    const full = await becomes(page, id, 'on-device', 'offline');
    assert.equal(full.kept, false);
    assert.deepEqual((await stored()).outbox, []);
    await client.send('Storage.overrideQuotaForOrigin', { origin: site.url });
    await page.waitForFunction(() => wf.outbox.list()[0]?.kept, undefined, { polling: 10 });
    site.down = false;
    await becomes(page, id, 'received');
    assert.deepEqual(await ids(), [id]);
  });

  fault(19, 'a write that rejects', async () => {
    await arrive();
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('broken', 'UnknownError');
      };
    });
    const id = await add(page, 'cannot be written');
    await becomes(page, id, 'received');
    assert.deepEqual(await ids(), [id]);
  });

  fault(19, 'a write that never ends', async () => {
    await arrive();
    await page.evaluate(() => {
      IDBObjectStore.prototype.get = function () {
        // A request of its own, on a transaction that somebody keeps alive for ever.
        const again = (): void => void this.count().addEventListener('success', again);
        again();
        return new EventTarget() as IDBRequest;
      };
    });
    const id = await add(page, 'hangs');
    await becomes(page, id, 'received');
    assert.deepEqual(await ids(), [id]);
  });

  fault(20, 'once: opened again; always: memory, and says so', async () => {
    await arrive();
    await page.evaluate(() => {
      const { transaction: real } = IDBDatabase.prototype;
      let losses = 1;
      IDBDatabase.prototype.transaction = function (...args) {
        if (losses-- > 0)
          throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
        return real.apply(this, args);
      };
    });
    site.down = true;
    const id = await add(page, 'lost once');
    assert.equal((await becomes(page, id, 'on-device', 'offline')).kept, true);
    await page.evaluate(() => {
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
      };
    });
    const second = await add(page, 'lost for good');
    assert.equal((await becomes(page, second, 'on-device', 'offline')).kept, false);
    site.down = false;
    await becomes(page, id, 'received');
    await becomes(page, second, 'received');
    assert.deepEqual((await ids()).sort(), [id, second].sort());
  });

  fault(21, 'sends from memory, and the browser asks before the page is left', async () => {
    site = await startSite();
    context = await browser.newContext();
    page = await context.newPage();
    await page.goto(`${site.url}/blank.html`);
    // A frame without an origin: no IndexedDB, no locks, no session storage.
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = `${url}/blank.html`;
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve));
    }, site.url);
    const frame = page.frames()[1]!;
    site.allowedHeaders = 'content-type, idempotency-key';
    site.down = true;
    const result = await frame.evaluate(async (endpoint) => {
      // Modules need an origin, or a server that allows none.
      const sdk = (await import(`${endpoint}/sdk.js`)) as typeof wf.sdk;
      const gateway = sdk.createIntakeGateway({ endpoint, retries: 0 });
      const outbox = sdk.createOutbox({ gateway, backoff: { base: 20, cap: 50 } });
      await outbox.ready;
      const id = sdk.uuidv7();
      const failed = new Promise<void>((resolve) => {
        outbox.subscribe(([one]) => one?.reason && resolve());
      });
      await outbox.add({ id, schemaVersion: 1, language: 'nl', request: 'forbidden storage' });
      await failed;
      const leaving = new Event('beforeunload', { cancelable: true });
      dispatchEvent(leaving);
      Object.assign(globalThis, { outbox });
      return { id, kept: outbox.list()[0]?.kept, asks: leaving.defaultPrevented };
    }, site.url);
    assert.deepEqual([result.kept, result.asks], [false, true]);
    site.down = false;
    const asks = await frame.evaluate(async () => {
      const { outbox } = globalThis as unknown as Pick<typeof wf, 'outbox'>;
      await new Promise<void>((resolve) => {
        outbox.subscribe(([one]) => one?.receipt && resolve());
        if (outbox.list()[0]?.receipt) resolve();
      });
      const leaving = new Event('beforeunload', { cancelable: true });
      dispatchEvent(leaving);
      return leaving.defaultPrevented;
    });
    assert.equal(asks, false);
    assert.deepEqual(await ids(), [result.id]);
  });

  fault(22, 'all storage of the site, in the middle of it', async () => {
    await arrive();
    site.down = true;
    const id = await add(page, 'cleared away');
    await becomes(page, id, 'on-device', 'offline');
    const client = await context.newCDPSession(page);
    await client.send('Storage.clearDataForOrigin', { origin: site.url, storageTypes: 'all' });
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.waitForFunction(async () => (await wf.sdk.deviceOutbox().all()).length === 1, undefined, {
      polling: 20,
    });
    await page.reload();
    await open(page, site);
    site.down = false;
    await becomes(page, id, 'received');
    assert.deepEqual(await ids(), [id]);
  });

  fault(23, 'stored while nobody is there, sent eight days later', async () => {
    await arrive();
    site.down = true;
    const all = await page.evaluate(() =>
      Promise.all(Array.from({ length: 200 }, (_, i) => wf.add(`brief ${i}`))),
    );
    await went(page, all[0]!, 'on-device:offline');
    assert.equal((await list(page)).filter(({ kept, state }) => kept && state !== 'received').length, 200);
    await context.addInitScript(() => {
      const { now } = Date;
      Date.now = () => now() + 8 * 86_400_000;
    });
    await page.reload();
    site.down = false;
    await open(page, site);
    for (const id of all) await becomes(page, id, 'received');
    assert.deepEqual((await ids()).sort(), [...all].sort());
    // A flood of receipts is kept small, once they have been seen.
    assert.equal((await stored()).outbox.filter(({ json }) => json).length, 0);
  });

  fault(45, 'a draft from before the outbox; a record that a later version wrote', async () => {
    site = await startSite();
    context = await browser.newContext();
    page = await context.newPage();
    await page.goto(`${site.url}/blank.html`);
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('wherefore', 1);
          opening.addEventListener('upgradeneeded', () => {
            opening.result.createObjectStore('drafts').createIndex('expiresAt', 'expiresAt');
          });
          opening.addEventListener('error', () => reject(opening.error));
          opening.addEventListener('success', () => {
            const transaction = opening.result.transaction('drafts', 'readwrite');
            const record = { v: 1, expiresAt: Date.now() + 60_000, json: '{"words":"old"}' };
            transaction.objectStore('drafts').put(record, 'intake');
            transaction.addEventListener('complete', () => {
              opening.result.close();
              resolve(undefined);
            });
          });
        }),
    );
    await open(page, site);
    const draft = await page.evaluate(() => wf.sdk.openDraftStore({ mode: 'device' }).load('intake'));
    assert.deepEqual(draft, { words: 'old' });
    const id = await page.evaluate(async () => {
      const id = wf.sdk.uuidv7();
      const json = JSON.stringify({ id, schemaVersion: 1, language: 'en', request: 'from a later version' });
      const later = { v: 7, id, to: 'test', json, colour: 'red' };
      await wf.sdk.transact('readwrite', async ({ outbox }) => void outbox.put(later, id));
      return id;
    });
    await page.reload();
    await open(page, site);
    await becomes(page, id, 'received');
    assert.deepEqual(await ids(), [id]);
  });
});
