import assert from 'node:assert/strict';
import { after, afterEach, before, describe } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Brief } from '@wherefore/core';
import { startBrowser } from '../journeys/harness.ts';
import { startSite } from './site.ts';
import type { Fault, Site } from './site.ts';
import { faultTable } from './table.ts';
import { add, becomes, list, open, story, visitor, went } from './visitor.ts';
import type { Settings } from './visitor.ts';

describe('faults of network and server', () => {
  const fault = faultTable('network');
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

  async function arrive(settings: Settings = {}, faults: Fault[] = []): Promise<void> {
    site = await startSite();
    site.faults = faults;
    ({ context, page } = await visitor(browser, site, settings));
  }
  /** One row, one receipt, nothing that waits. */
  async function deliveredOnce(id: string): Promise<void> {
    const { receipt } = await becomes(page, id, 'received');
    assert.equal(receipt?.id, id);
    assert.deepEqual(
      (await site.backend.ids()).filter((one) => one === id),
      [id],
    );
    assert.deepEqual(
      (await list(page)).filter((one) => one.state !== 'received'),
      [],
    );
  }

  fault(1, 'same key on both, one row', async () => {
    await arrive({ retries: 0, base: 60_000, cap: 60_000 });
    await becomes(page, await add(page, 'opens the connection'), 'received');
    site.faults = ['lose-answer'];
    const id = await add(page, 'goes over the connection that is open');
    await deliveredOnce(id);
    const tries = site.seen.filter((one) => one.id === id);
    assert.equal(tries.length, 2);
    assert.equal(new Set(tries.map(({ headers }) => headers['idempotency-key'])).size, 1);
    assert.equal(new Set(tries.map(({ body }) => body)).size, 1);
  });

  for (const [lost, how] of [
    ['lose-answer', 'the answer never comes'],
    ['cut-answer', 'the answer breaks off'],
  ] as const) {
    fault(2, how, async () => {
      await arrive({ retries: 0 }, [lost, lost, lost]);
      const id = await add(page, 'an answer gets lost');
      await deliveredOnce(id);
      assert.ok(site.seen.length >= 4);
    });
  }

  fault(9, 'needs-you with brief-differs, nothing overwritten', async () => {
    await arrive();
    const id = await add(page, 'the first version');
    await becomes(page, id, 'received');
    // Another device, or storage that was cleared: here nobody knows that it was received.
    await page.evaluate((id) => wf.outbox.dismiss(id), id);
    await page.evaluate(() => wf.sdk.forgetThisDevice());
    await page.reload();
    await open(page, site);
    await page.evaluate(
      (id) => wf.outbox.add({ id, schemaVersion: 1, language: 'nl', request: 'the second version' }),
      id,
    );
    const { editable, brief } = await becomes(page, id, 'needs-you', 'brief-differs');
    assert.equal(editable, true);
    assert.equal(brief?.request, 'the second version');
    assert.deepEqual(await site.backend.ids(), [id]);
  });

  fault(14, '50 to 80 kB, and with the allowance used up by others', async () => {
    await arrive({ timeout: 1500 });
    for (const size of [50_000, 59_000, 61_000, 66_000, 80_000]) {
      await page.evaluate(() => void (wf.keepalive.length = 0));
      const id = await add(page, 'long', briefOf(size));
      await deliveredOnce(id);
      // `fetch` is called with the request that it is about to send: one try was enough each time.
      assert.deepEqual(await page.evaluate(() => wf.keepalive), [size < 60_000]);
    }
    // Another script of the page holds most of what a browser allows.
    await page.evaluate(() => {
      const hang = { method: 'POST', body: 'x'.repeat(60_000), keepalive: true };
      void fetch('/hangs', hang).catch(() => {});
    });
    site.faults = ['hang'];
    const id = await add(page, 'the allowance is used up', briefOf(30_000));
    await deliveredOnce(id);
  });

  fault(17, 'a closed port: on this device until it opens', async () => {
    await arrive();
    site.down = true;
    const id = await add(page, 'nobody is there');
    assert.equal(await page.evaluate(() => navigator.onLine), true);
    await becomes(page, id, 'on-device', 'offline');
    site.down = false;
    await deliveredOnce(id);
  });

  fault(25, 'four hundred statuses, no receipt among them', async () => {
    await arrive();
    const wrong = await page.evaluate(async () => {
      const { createIntakeGateway, createOutbox, uuidv7 } = wf.sdk;
      const results = Array.from({ length: 400 }, async (_, i) => {
        const status = 200 + i;
        const gateway = createIntakeGateway({ endpoint: `/status/${status}/`, retries: 0 });
        const outbox = createOutbox({ gateway, to: String(status), backoff: { base: 60_000 } });
        const failed = new Promise((resolve) =>
          outbox.subscribe(([one]) => one && (one.reason || one.receipt) && resolve(one)),
        );
        await outbox.add({ id: uuidv7(), schemaVersion: 1, language: 'nl', request: `status ${status}` });
        await failed;
        outbox.close();
        const [one] = outbox.list();
        return one?.state === 'received' || one?.brief?.request !== `status ${status}` ? [status] : [];
      });
      return (await Promise.all(results)).flat();
    });
    assert.deepEqual(wrong, []);
    assert.deepEqual(await site.backend.ids(), []);
  });

  const inSeconds = (status: number): Fault => ({ status, headers: { 'retry-after': '1' } });
  const asDate = (): Fault => {
    const now = Math.ceil(Date.now() / 1000) * 1000;
    const headers = {
      date: new Date(now).toUTCString(),
      'retry-after': new Date(now + 1000).toUTCString(),
    };
    return { status: 503, headers };
  };
  for (const [how, answer] of [
    ['429 with seconds', () => inSeconds(429)],
    ['503 with seconds', () => inSeconds(503)],
    ['503 with a date', asDate],
  ] as const) {
    fault(26, how, async () => {
      await arrive({ totalTimeout: 900 }, [answer()]);
      const id = await add(page, 'too busy');
      await went(page, id, 'sending');
      await becomes(page, id, 'on-device');
      // Impatience and a reload change nothing about it, and a second brief does not come early either.
      await page.evaluate(() => wf.outbox.retry());
      await page.reload();
      await open(page, site);
      await page.evaluate(() => wf.outbox.retry());
      await becomes(page, await add(page, 'another one'), 'received');
      await deliveredOnce(id);
      const [first, ...others] = site.seen;
      for (const { at } of others) assert.ok(at - first!.at >= 1000, `${at - first!.at} ms later`);
      assert.equal(others.length, 2);
    });
  }

  fault(27, 'kept with its reason', async () => {
    await arrive({}, [{ status: 413, body: '<html>nginx' }]);
    const id = await add(page, 'too much');
    const { editable, brief } = await becomes(page, id, 'needs-you', 'body-too-large');
    assert.equal(editable, true);
    assert.equal(brief?.request, 'too much');
    assert.equal(site.seen.length, 1);
  });

  fault(28, 'kept with its fields, also with a code that is new', async () => {
    const errors = [{ path: '/need/who', message: 'Required' }];
    await arrive({}, [
      { status: 422, code: 'invalid-body', errors },
      { status: 400, code: 'of-a-newer-server' },
    ]);
    const id = await add(page, 'not like this');
    assert.deepEqual((await becomes(page, id, 'needs-you', 'invalid-body')).fields, errors);
    const newer = await add(page, 'nor like this');
    await becomes(page, newer, 'needs-you', 'of-a-newer-server');
    // Sent again as it is, it would get the same answer: a new visit leaves it to the requester.
    await page.reload();
    await open(page, site);
    await becomes(page, newer, 'received');
    assert.equal((await becomes(page, id, 'needs-you')).brief?.request, 'not like this');
  });

  for (const status of [401, 403]) {
    fault(29, `${status}: sent when the person is back`, async () => {
      const code = status === 401 ? 'not-signed-in' : 'forbidden';
      await arrive({}, [{ status, code }]);
      const id = await add(page, 'the session is over');
      const { brief, kept } = await becomes(page, id, 'needs-you', code);
      assert.deepEqual([brief?.request, kept], ['the session is over', true]);
      if (status === 401) await page.evaluate(() => dispatchEvent(new Event('focus')));
      else await page.evaluate((id) => wf.outbox.retry(id), id);
      await deliveredOnce(id);
    });
  }

  for (const [how, answer] of [
    ['a page with status 200', 'sign-in-page'],
    ['a redirect', 'sign-in-redirect'],
    ['a 401 with a page', { status: 401, headers: { 'content-type': 'text/html' }, body: '<html>' }],
  ] as const) {
    fault(30, how, async () => {
      await arrive({}, [answer, answer]);
      const id = await add(page, 'somebody else answers');
      await becomes(page, id, 'needs-you', 'not-signed-in');
      assert.deepEqual(await site.backend.ids(), []);
      await page.evaluate((id) => wf.outbox.retry(id), id);
      await becomes(page, id, 'needs-you', 'not-signed-in');
      await page.evaluate(() => dispatchEvent(new Event('focus')));
      await deliveredOnce(id);
    });
  }

  fault(31, 'with a warning that names the header', async () => {
    await arrive();
    const other = await startSite();
    try {
      other.allowedHeaders = 'content-type';
      const warned = page.waitForEvent('console', (message) =>
        message.text().includes('Idempotency-Key (CORS)'),
      );
      await open(page, site, { endpoint: other.url, to: 'elsewhere' });
      const id = await add(page, 'to another origin');
      await becomes(page, id, 'received');
      await warned;
      assert.deepEqual(await other.backend.ids(), [id]);
      assert.equal(other.seen.at(-1)?.headers['idempotency-key'], undefined);
    } finally {
      await other.stop();
    }
  });

  fault(32, 'without its headers, then cut in half, then with the receipt of another', async () => {
    const wrong = {
      id: '0190163d-8694-739b-aea5-966c26f8ad91',
      receivedAt: '2026-11-21T09:30:00.000Z',
      followUrl: '/follow#t',
    };
    const headers = { 'content-type': 'application/json' };
    const another: Fault = { status: 200, headers, body: JSON.stringify(wrong) };
    await arrive({ retries: 0 }, ['strip-headers', 'cut-body', another, 'pass']);
    await deliveredOnce(await add(page, 'stripped'));
    const id = await add(page, 'cut');
    await deliveredOnce(id);
    assert.equal(site.seen.filter((one) => one.id === id).length, 3);
  });

  for (const hang of ['hang', 'hang-stored'] as const) {
    fault(33, hang === 'hang' ? 'nothing was stored' : 'stored, and nobody says so', async () => {
      await arrive({ timeout: 150, totalTimeout: 300 }, [hang, hang, hang]);
      const id = await add(page, 'no answer');
      await went(page, id, 'on-device:timeout');
      await deliveredOnce(id);
    });
  }

  fault(34, 'reset on the way there and on the way back', async () => {
    await arrive({ retries: 0 }, ['reset', 'cut-answer', 'reset', 'lose-answer']);
    const id = await add(page, 'breaks off');
    await deliveredOnce(id);
    assert.equal(new Set(site.seen.map(({ body }) => body)).size, 1);
    assert.ok((await story(page, id)).includes('on-device:offline'));
  });
});

/** A valid brief of about so many bytes. */
function briefOf(bytes: number): Partial<Brief> {
  const words = (length: number): string => 'w'.repeat(Math.max(1, Math.min(4000, length)));
  const parts: string[] = [];
  for (let left = bytes - 1200; left > 0; left -= 4000) parts.push(words(left));
  const [request = 'x', problem, outcome, customers, colleagues, worseOff, workaround, ...rest] = parts;
  return {
    request,
    need: { problem: { statement: problem! }, outcome: { statement: outcome! } },
    effects: { customers: customers!, colleagues: colleagues!, worseOff: worseOff! },
    currentWay: { workaround: workaround! },
    means: rest.slice(0, 5).map((part) => ({ words: part })),
    answers: rest.slice(5, 15).map((part) => ({ question: 'q', words: part })),
  };
}
