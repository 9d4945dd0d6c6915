import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { oldDatabase, putRecord, stored } from './device.ts';
import { asksBeforeLeaving, Scene } from './scene.ts';
import { faultTable } from './table.ts';
import { add, becomes, list, open, until, went } from './visitor.ts';

describe('faults of the storage', () => {
  const fault = faultTable('storage');
  const at = new Scene();
  const saveDraft = (): Promise<boolean> =>
    at.page.evaluate(() => wf.sdk.openDraftStore({ mode: 'device' }).save('intake', { words: 'typed' }));

  fault(5, 'one transaction, and none of it when the browser stops in between', async () => {
    await at.arrive();
    at.site.down = true;
    await saveDraft();
    // The browser stops after the brief was written and before the draft was removed.
    await at.page.evaluate(() => {
      const { delete: real } = IDBObjectStore.prototype;
      let left = 2;
      IDBObjectStore.prototype.delete = function (key) {
        if (this.name === 'drafts' && left-- > 0) this.transaction.abort();
        return real.call(this, key);
      };
    });
    await add(at.page, 'moves house');
    const between = await stored(at.page);
    assert.deepEqual([between.drafts.length, between.outbox.length], [1, 0]);
    const id = await add(at.page, 'moves house');
    const behind = await stored(at.page);
    assert.equal(behind.drafts.length, 0);
    assert.ok(behind.outbox.some((record) => record.id === id));
    at.site.down = false;
    await becomes(at.page, id, 'received');
    assert.equal((await stored(at.page)).drafts.length, 0);
  });

  fault(18, 'in memory, not called kept, sent, and kept again when there is room', async () => {
    await at.arrive();
    const client = await at.context.newCDPSession(at.page);
    await client.send('Storage.overrideQuotaForOrigin', { origin: at.site.url, quotaSize: 1 });
    at.site.down = true;
    const id = await add(at.page, 'no room '.repeat(400));
    const full = await becomes(at.page, id, 'on-device', 'offline');
    assert.equal(full.kept, false);
    assert.deepEqual((await stored(at.page)).outbox, []);
    await client.send('Storage.overrideQuotaForOrigin', { origin: at.site.url });
    await at.page.waitForFunction(() => wf.outbox.list()[0]?.kept, undefined, { polling: 10 });
    at.site.down = false;
    await becomes(at.page, id, 'received');
    assert.deepEqual(await at.ids(), [id]);
  });

  fault(19, 'a write that rejects', async () => {
    await at.arrive();
    await at.page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('broken', 'UnknownError');
      };
    });
    const id = await add(at.page, 'cannot be written');
    await becomes(at.page, id, 'received');
    assert.deepEqual(await at.ids(), [id]);
  });

  fault(19, 'a write that never ends', async () => {
    await at.arrive();
    await at.page.evaluate(() => {
      IDBObjectStore.prototype.get = function () {
        // A request of its own, on a transaction that somebody keeps alive for ever.
        const again = (): void => void this.count().addEventListener('success', again);
        again();
        return new EventTarget() as IDBRequest;
      };
    });
    const id = await add(at.page, 'hangs');
    await becomes(at.page, id, 'received');
    assert.deepEqual(await at.ids(), [id]);
  });

  fault(20, 'once: opened again; always: memory, and says so', async () => {
    await at.arrive();
    await at.page.evaluate(() => {
      const { transaction: real } = IDBDatabase.prototype;
      let losses = 1;
      IDBDatabase.prototype.transaction = function (...args) {
        if (losses-- > 0)
          throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
        return real.apply(this, args);
      };
    });
    at.site.down = true;
    const id = await add(at.page, 'lost once');
    assert.equal((await becomes(at.page, id, 'on-device', 'offline')).kept, true);
    await at.page.evaluate(() => {
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
      };
    });
    const second = await add(at.page, 'lost for good');
    assert.equal((await becomes(at.page, second, 'on-device', 'offline')).kept, false);
    at.site.down = false;
    await becomes(at.page, id, 'received');
    await becomes(at.page, second, 'received');
    assert.deepEqual((await at.ids()).sort(), [id, second].sort());
  });

  fault(21, 'sends from memory, and the browser asks before the page is left', async () => {
    await at.begin();
    await at.page.goto(`${at.site.url}/blank.html`);
    // A frame without an origin: no IndexedDB, no locks, no session storage.
    await at.page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = `${url}/blank.html`;
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve));
    }, at.site.url);
    const frame = at.page.frames()[1]!;
    at.site.allowedHeaders = 'content-type, idempotency-key';
    at.site.down = true;
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
      Object.assign(globalThis, { outbox });
      return { id, kept: outbox.list()[0]?.kept };
    }, at.site.url);
    assert.equal(result.kept, false);
    assert.ok(await asksBeforeLeaving(frame));
    at.site.down = false;
    await frame.evaluate(async () => {
      const { outbox } = globalThis as unknown as Pick<typeof wf, 'outbox'>;
      await new Promise<void>((resolve) => {
        outbox.subscribe(([one]) => one?.receipt && resolve());
        if (outbox.list()[0]?.receipt) resolve();
      });
    });
    assert.equal(await asksBeforeLeaving(frame), false);
    assert.deepEqual(await at.ids(), [result.id]);
  });

  fault(22, 'what waits and what needs the person, in the middle of it', async () => {
    await at.arrive();
    at.site.faults = [{ status: 403, code: 'forbidden' }];
    // Nobody writes this one down again because of another try.
    const stopped = await add(at.page, 'cleared away');
    await becomes(at.page, stopped, 'needs-you', 'forbidden');
    at.site.down = true;
    const waits = await add(at.page, 'cleared away too');
    await becomes(at.page, waits, 'on-device', 'offline');
    const client = await at.context.newCDPSession(at.page);
    await client.send('Storage.clearDataForOrigin', { origin: at.site.url, storageTypes: 'all' });
    await at.focus();
    const back = async (ids: string[]): Promise<boolean> => {
      const kept = await wf.sdk.deviceOutbox().all();
      return ids.every((id) => kept.some((record) => record.id === id));
    };
    await until(at.page, back, [stopped, waits], 'the briefs are on the device again');
    await at.reload();
    at.site.down = false;
    for (const id of [stopped, waits]) await becomes(at.page, id, 'received');
    assert.deepEqual((await at.ids()).toSorted(), [stopped, waits].toSorted());
  });

  fault(22, 'the browser is asked to keep it as soon as it has to stay', async () => {
    await at.arrive(
      {},
      {
        prepare: (context) =>
          context.addInitScript(() => {
            let asked = 0;
            navigator.storage.persist = async () => ++asked > 0;
            Object.assign(globalThis, { asked: () => asked });
          }),
      },
    );
    const asked = (): Promise<number> =>
      at.page.evaluate(() => (globalThis as unknown as { asked(): number }).asked());
    await at.deliveredOnce(await add(at.page, 'gone in a moment'));
    // A question that nobody needs to be asked is not asked.
    assert.equal(await asked(), 0);
    at.site.down = true;
    const id = await add(at.page, 'has to stay');
    await becomes(at.page, id, 'on-device', 'offline');
    await at.page.waitForFunction(() => (globalThis as unknown as { asked(): number }).asked() === 1);
    at.site.down = false;
    await at.deliveredOnce(id);
    assert.equal(await asked(), 1);
  });

  fault(23, 'stored while nobody is there, sent eight days later', async () => {
    await at.arrive();
    at.site.down = true;
    const all = await at.page.evaluate(() =>
      Promise.all(Array.from({ length: 200 }, (_, i) => wf.add(`brief ${i}`))),
    );
    await went(at.page, all[0]!, 'on-device:offline');
    assert.equal((await list(at.page)).filter(({ kept, state }) => kept && state !== 'received').length, 200);
    await at.context.addInitScript(() => {
      const { now } = Date;
      Date.now = () => now() + 8 * 86_400_000;
    });
    await at.page.reload();
    at.site.down = false;
    await open(at.page, at.site);
    for (const id of all) await becomes(at.page, id, 'received');
    assert.deepEqual((await at.ids()).sort(), [...all].sort());
    // A flood of receipts is kept small, once they have been seen.
    assert.equal((await stored(at.page)).outbox.filter(({ json }) => json).length, 0);
  });

  fault(45, 'a draft from before the outbox; a record that a later version wrote', async () => {
    await at.begin();
    await at.page.goto(`${at.site.url}/blank.html`);
    await oldDatabase(at.page, { words: 'old' });
    await open(at.page, at.site);
    const draft = await at.page.evaluate(() => wf.sdk.openDraftStore({ mode: 'device' }).load('intake'));
    assert.deepEqual(draft, { words: 'old' });
    const id = await at.page.evaluate(() => wf.sdk.uuidv7());
    const json = JSON.stringify({ id, schemaVersion: 1, language: 'en', request: 'from a later version' });
    await putRecord(at.page, id, { v: 7, id, to: 'test', json, colour: 'red' });
    await at.reload();
    await becomes(at.page, id, 'received');
    assert.deepEqual(await at.ids(), [id]);
  });
});
