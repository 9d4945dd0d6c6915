import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startIntake } from '../test/gateway.ts';
import {
  breakOff,
  hang,
  hangInBody,
  json,
  loseAnswer,
  problem,
  receive,
  receiptFor,
  reply,
  serve,
} from '../test/server.ts';
import type { Reply } from '../test/server.ts';
import { createBrief } from './brief.ts';
import { createIntakeGateway } from './intake.ts';

const brief = createBrief({ language: 'en', request: 'can we get whatsapp for clients pls' });

describe('submit', () => {
  it('posts the brief as JSON under its own id and gives the receipt', async (t) => {
    const { gateway, seen } = await startIntake(t, [receive]);
    assert.deepEqual(await gateway.submit(brief), receiptFor(brief.id));
    assert.equal(seen.length, 1);
    const [request] = seen;
    assert.equal(request?.method, 'POST');
    assert.equal(request?.path, '/v1/briefs');
    assert.equal(request?.headers['idempotency-key'], `"${brief.id}"`);
    assert.match(request?.headers['content-type'] ?? '', /^application\/json/);
    assert.match(request?.headers.accept ?? '', /application\/problem\+json/);
    assert.deepEqual(JSON.parse(request?.body ?? ''), brief);
  });

  it('gives the same receipt for the same brief sent twice', async (t) => {
    const { gateway, seen } = await startIntake(t, [receive, json(200, receiptFor(brief.id))]);
    assert.deepEqual(await gateway.submit(brief), await gateway.submit(brief));
    assert.equal(seen[0]?.headers['idempotency-key'], seen[1]?.headers['idempotency-key']);
    assert.equal(seen[0]?.body, seen[1]?.body);
  });

  it('finds the server below a path, with or without a slash at the end', async (t) => {
    const { endpoint, seen } = await serve(t, receive);
    await createIntakeGateway({ endpoint: `${endpoint}/apps/wherefore/` }).submit(brief);
    await createIntakeGateway({ endpoint: new URL(`${endpoint}/apps/wherefore`) }).submit(brief);
    assert.deepEqual(
      seen.map(({ path }) => path),
      ['/apps/wherefore/v1/briefs', '/apps/wherefore/v1/briefs'],
    );
  });
});

describe('submit tries again, with the same key and the same words,', () => {
  const faults: [string, Reply][] = [
    ['when the answer is lost', loseAnswer],
    ['when the answer breaks off in the middle', breakOff],
    ['when the store is busy', problem(503, 'store-unavailable')],
    [
      'when a proxy has lost the server',
      reply(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' }),
    ],
    ['when a proxy has waited too long', reply(504)],
    ['when there are too many requests', problem(429, 'too-many-requests')],
    ['when the first try is still being stored', problem(409, 'still-running')],
  ];
  for (const [name, fault] of faults) {
    it(name, async (t) => {
      const { gateway, seen } = await startIntake(t, [fault, fault, receive]);
      assert.equal((await gateway.submit(brief)).id, brief.id);
      assert.equal(seen.length, 3);
      assert.deepEqual(
        [...new Set(seen.map(({ headers }) => headers['idempotency-key']))],
        [`"${brief.id}"`],
      );
      assert.equal(new Set(seen.map(({ body }) => body)).size, 1);
    });
  }

  it('when the server hangs before or in the middle of its answer', async (t) => {
    const { gateway, seen } = await startIntake(t, [hang, hangInBody, receive], { timeout: 80 });
    assert.equal((await gateway.submit(brief)).id, brief.id);
    assert.equal(seen.length, 3);
  });

  it('and gives up after the number of retries that was asked', async (t) => {
    for (const retries of [0, 1, 2]) {
      const { gateway, seen } = await startIntake(t, [loseAnswer], { retries });
      await assert.rejects(gateway.submit(brief), { name: 'OfflineError' });
      assert.equal(seen.length, retries + 1);
    }
  });
});

describe('Retry-After', () => {
  it('is never undercut', async (t) => {
    const { gateway, seen } = await startIntake(t, [
      problem(503, 'store-unavailable', {}, { 'retry-after': '1' }),
      receive,
    ]);
    await gateway.submit(brief);
    const pause = seen[1]!.at - seen[0]!.at;
    assert.ok(pause >= 1000, `came back after ${pause} ms`);
    assert.equal(seen.length, 2);
  });

  it('may be a date, and then the clock of the server counts', async (t) => {
    // Both five years ago: a device whose clock is that far ahead must not think that the wait is over.
    const answer = problem(
      429,
      'too-many-requests',
      {},
      { date: 'Sun, 21 Nov 2021 09:30:00 GMT', 'retry-after': 'Sun, 21 Nov 2021 09:30:01 GMT' },
    );
    const { gateway, seen } = await startIntake(t, [answer, receive]);
    await gateway.submit(brief);
    assert.ok(seen[1]!.at - seen[0]!.at >= 1000);
  });

  it('of more than five seconds is handed to the caller, not waited for', async (t) => {
    const { gateway, seen } = await startIntake(t, [
      problem(503, 'store-unavailable', {}, { 'retry-after': '6' }),
    ]);
    await assert.rejects(gateway.submit(brief), { name: 'UnavailableError', retryAfter: 6, status: 503 });
    assert.equal(seen.length, 1);
  });

  it('that does not fit in the time left is handed to the caller at once', async (t) => {
    const { gateway, seen } = await startIntake(
      t,
      [problem(429, 'too-many-requests', {}, { 'retry-after': '4' })],
      {
        totalTimeout: 1500,
      },
    );
    const began = performance.now();
    await assert.rejects(gateway.submit(brief), { name: 'TooManyRequestsError', retryAfter: 4 });
    assert.ok(performance.now() - began < 1000);
    assert.equal(seen.length, 1);
  });
});
