import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Brief } from '@wherefore/core';
import { Scene } from './scene.ts';
import { startSite } from './site.ts';
import type { Fault } from './site.ts';
import { faultTable } from './table.ts';
import { add, becomes, open, story, went } from './visitor.ts';

const HTML = { 'content-type': 'text/html' };

describe('faults of network and server', () => {
  const fault = faultTable('network');
  const at = new Scene();

  fault(1, 'same key on both, one row', async () => {
    await at.arrive({ retries: 0, base: 60_000, cap: 60_000 });
    await becomes(at.page, await add(at.page, 'opens the connection'), 'received');
    at.site.faults = ['lose-answer'];
    const id = await add(at.page, 'goes over the connection that is open');
    await at.deliveredOnce(id);
    const tries = at.site.seen.filter((one) => one.id === id);
    assert.equal(tries.length, 2);
    assert.equal(new Set(tries.map(({ headers }) => headers['idempotency-key'])).size, 1);
    assert.equal(new Set(tries.map(({ body }) => body)).size, 1);
  });

  for (const [lost, how] of [
    ['lose-answer', 'the answer never comes'],
    ['cut-answer', 'the answer breaks off'],
  ] as const) {
    fault(2, how, async () => {
      await at.arrive({ retries: 0 }, { faults: [lost, lost, lost] });
      const id = await add(at.page, 'an answer gets lost');
      await at.deliveredOnce(id);
      assert.ok(at.site.seen.length >= 4);
    });
  }

  fault(9, 'needs-you with brief-differs, nothing overwritten', async () => {
    await at.arrive();
    const id = await add(at.page, 'the first version');
    await becomes(at.page, id, 'received');
    // Another device, or storage that was cleared: here nobody knows that it was received.
    await at.page.evaluate((id) => wf.outbox.dismiss(id), id);
    await at.page.evaluate(() => wf.sdk.forgetThisDevice());
    await at.reload();
    await at.page.evaluate(
      (id) => wf.outbox.add({ id, schemaVersion: 1, language: 'nl', request: 'the second version' }),
      id,
    );
    const { editable, brief } = await becomes(at.page, id, 'needs-you', 'brief-differs');
    assert.equal(editable, true);
    assert.equal(brief?.request, 'the second version');
    assert.deepEqual(await at.site.backend.ids(), [id]);
  });

  fault(14, '50 to 80 kB, and with the allowance used up by others', async () => {
    await at.arrive();
    for (const size of [50_000, 59_000, 61_000, 66_000, 80_000]) {
      await at.page.evaluate(() => void (wf.keepalive.length = 0));
      const id = await add(at.page, 'long', briefOf(size));
      await at.deliveredOnce(id);
      // `fetch` is called with the request that it is about to send: one try was enough each time.
      assert.deepEqual(await at.page.evaluate(() => wf.keepalive), [size < 60_000]);
    }
    // Another script of the page holds most of what a browser allows.
    at.site.faults = ['hang'];
    const asked = at.site.asked(at.site.seen.length + 1);
    await at.page.evaluate(() => {
      const hang = { method: 'POST', body: 'x'.repeat(60_000), keepalive: true };
      void fetch('/hangs', hang).catch(() => {});
    });
    await asked;
    const id = await add(at.page, 'the allowance is used up', briefOf(30_000));
    await at.deliveredOnce(id);
  });

  fault(17, 'a closed port: on this device until it opens', async () => {
    await at.arrive();
    at.site.down = true;
    const id = await add(at.page, 'nobody is there');
    assert.equal(await at.page.evaluate(() => navigator.onLine), true);
    await becomes(at.page, id, 'on-device', 'offline');
    at.site.down = false;
    await at.deliveredOnce(id);
  });

  fault(25, 'four hundred statuses, no receipt among them', async () => {
    await at.arrive();
    const wrong = await at.page.evaluate(async () => {
      const { createIntakeGateway, createOutbox, uuidv7 } = wf.sdk;
      const results = Array.from({ length: 400 }, async (_, i) => {
        const status = 200 + i;
        const gateway = createIntakeGateway({ endpoint: `/status/${status}/`, retries: 0 });
        const outbox = createOutbox({ gateway, mode: 'off', backoff: { base: 60_000 } });
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
    assert.deepEqual(await at.site.backend.ids(), []);
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
      await at.arrive({ retries: 0 }, { faults: [answer()] });
      const id = await add(at.page, 'too busy');
      await went(at.page, id, 'sending');
      await becomes(at.page, id, 'on-device');
      // Impatience and a reload change nothing about it, and a second brief does not come early either.
      await at.page.evaluate(() => wf.outbox.retry());
      await at.reload();
      await at.page.evaluate(() => wf.outbox.retry());
      await becomes(at.page, await add(at.page, 'another one'), 'received');
      await at.deliveredOnce(id);
      const [first, ...others] = at.site.seen;
      for (const { at } of others) assert.ok(at - first!.at >= 1000, `${at - first!.at} ms later`);
      assert.equal(others.length, 2);
    });
  }

  fault(27, 'kept with its reason', async () => {
    await at.arrive({}, { faults: [{ status: 413, body: '<html>nginx' }] });
    const id = await add(at.page, 'too much');
    const { editable, brief } = await becomes(at.page, id, 'needs-you', 'body-too-large');
    assert.equal(editable, true);
    assert.equal(brief?.request, 'too much');
    assert.equal(at.site.seen.length, 1);
  });

  fault(28, 'kept with its fields, also with a code that is new', async () => {
    const errors = [{ path: '/need/who', message: 'Required' }];
    await at.arrive(
      {},
      {
        faults: [
          { status: 422, code: 'invalid-body', errors },
          { status: 400, code: 'of-a-newer-server' },
        ],
      },
    );
    const id = await add(at.page, 'not like this');
    assert.deepEqual((await becomes(at.page, id, 'needs-you', 'invalid-body')).fields, errors);
    const newer = await add(at.page, 'nor like this');
    await becomes(at.page, newer, 'needs-you', 'of-a-newer-server');
    // Sent again as it is, it would get the same answer: a new visit leaves it to the requester.
    await at.reload();
    await becomes(at.page, newer, 'received');
    assert.equal((await becomes(at.page, id, 'needs-you')).brief?.request, 'not like this');
  });

  for (const status of [401, 403]) {
    fault(29, `${status}: sent when the person is back`, async () => {
      const code = status === 401 ? 'not-signed-in' : 'forbidden';
      await at.arrive({}, { faults: [{ status, code }] });
      const id = await add(at.page, 'the session is over');
      const { brief, kept } = await becomes(at.page, id, 'needs-you', code);
      assert.deepEqual([brief?.request, kept], ['the session is over', true]);
      if (status === 401) await at.focus();
      else await at.page.evaluate((id) => wf.outbox.retry(id), id);
      await at.deliveredOnce(id);
    });
  }

  for (const [how, answer] of [
    ['a page with status 200', 'sign-in-page'],
    ['a redirect', 'sign-in-redirect'],
    ['a redirect to another origin', 'sign-in-elsewhere'],
    ['a 401 with a page', { status: 401, headers: HTML, body: '<html>' }],
  ] as const) {
    fault(30, how, async () => {
      await at.arrive({}, { faults: [answer, answer] });
      const id = await add(at.page, 'somebody else answers');
      await becomes(at.page, id, 'needs-you', 'not-signed-in');
      assert.deepEqual(await at.site.backend.ids(), []);
      await at.page.evaluate((id) => wf.outbox.retry(id), id);
      // The second time, not still the first.
      await at.page.waitForFunction(
        (id) => wf.story[id]!.filter((words) => words === 'needs-you:not-signed-in').length === 2,
        id,
      );
      await at.focus();
      await at.deliveredOnce(id);
    });
  }

  for (const [how, status] of [
    ['a captive portal', 511],
    ['a proxy without a server', 502],
    ['a proxy that gave up', 504],
  ] as const) {
    fault(30, `${how} (${status} with a page) is no sign-in, and passes`, async () => {
      await at.arrive({ retries: 0 }, { faults: [{ status, headers: HTML, body: '<!doctype html><form>' }] });
      const id = await add(at.page, 'something in between answers');
      await at.deliveredOnce(id);
      assert.ok(!(await story(at.page, id)).some((words) => words.startsWith('needs-you')));
    });
  }

  fault(31, 'with a warning that names the header', async () => {
    await at.arrive();
    const other = await startSite();
    try {
      other.allowedHeaders = 'content-type';
      const warned = at.page.waitForEvent('console', (message) =>
        message.text().includes('Idempotency-Key (CORS)'),
      );
      await open(at.page, at.site, { endpoint: other.url, to: 'elsewhere' });
      const id = await add(at.page, 'to another origin');
      await becomes(at.page, id, 'received');
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
    await at.arrive({ retries: 0 }, { faults: ['strip-headers', 'cut-body', another, 'pass'] });
    await at.deliveredOnce(await add(at.page, 'stripped'));
    const id = await add(at.page, 'cut');
    await at.deliveredOnce(id);
    assert.equal(at.site.seen.filter((one) => one.id === id).length, 3);
  });

  for (const hang of ['hang', 'hang-stored'] as const) {
    fault(33, hang === 'hang' ? 'nothing was stored' : 'stored, and nobody says so', async () => {
      await at.arrive({ timeout: 300, totalTimeout: 600 }, { faults: [hang, hang, hang] });
      const id = await add(at.page, 'no answer');
      await went(at.page, id, 'on-device:timeout');
      await at.deliveredOnce(id);
    });
  }

  fault(34, 'reset on the way there and on the way back', async () => {
    await at.arrive({ retries: 0 }, { faults: ['reset', 'cut-answer', 'reset', 'lose-answer'] });
    const id = await add(at.page, 'breaks off', briefOf(80_000));
    await at.deliveredOnce(id);
    assert.equal(new Set(at.site.seen.map(({ body }) => body)).size, 1);
    assert.ok((await story(at.page, id)).includes('on-device:offline'));
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
