import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { receiptSchema } from '@wherefore/core/wire';
import { MAX_BODY } from '../http/body.ts';
import { assertProblem, briefOf, idOf, testApp, tokenIn } from '../../test/support.ts';

describe('POST /v1/briefs', () => {
  it('answers 201 with a receipt', async () => {
    const { send } = testApp();
    const answer = await send('POST', '/v1/briefs', briefOf(1), { 'idempotency-key': `"${idOf(1)}"` });
    assert.equal(answer.status, 201);
    const receipt = receiptSchema.parse(await answer.json());
    assert.equal(receipt.id, idOf(1));
    assert.equal(receipt.receivedAt, '2026-03-01T08:00:00.000Z');
    assert.match(receipt.followUrl ?? '', /^http:\/\/localhost:4747\/follow\.html#[\w-]{54}$/);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });

  it('answers the same brief again with 200 and the same receipt, a month later too', async () => {
    const { send, sendBrief, clock } = testApp();
    const first = await sendBrief(briefOf(1));
    clock.ms += 30 * 24 * 3600 * 1000;
    const again = await send('POST', '/v1/briefs', briefOf(1));
    assert.equal(again.status, 200);
    assert.deepEqual(await again.json(), first);
  });

  it('does not mind the order of keys, spaces, or keys that it does not know', async () => {
    const { send, sendBrief, store } = testApp();
    await sendBrief(briefOf(1));
    const { id, ...rest } = briefOf(1);
    const again = await send('POST', '/v1/briefs', JSON.stringify({ ...rest, vent: 'private', id }, null, 2));
    assert.equal(again.status, 200);
    assert.deepEqual((await store.get(id))?.brief, briefOf(1));
  });

  it('gives the same follow link after a restart with the same secret, and another with another', async () => {
    const { sendBrief, store, send } = testApp();
    const { followUrl } = await sendBrief(briefOf(1));
    const again = receiptSchema.parse(
      await (await testApp({ store }).send('POST', '/v1/briefs', briefOf(1))).json(),
    );
    assert.equal(again.followUrl, followUrl);
    const other = testApp({ secret: new Uint8Array(32).fill(8) });
    assert.notEqual((await other.sendBrief(briefOf(1))).followUrl, followUrl);
    assert.equal((await send('POST', '/v1/follow', { token: tokenIn(followUrl) })).status, 200);
  });

  it('refuses another brief under the same id', async () => {
    const { send, sendBrief, store } = testApp();
    await sendBrief(briefOf(1));
    const answer = await send('POST', '/v1/briefs', briefOf(1, { request: 'Iets anders' }));
    await assertProblem(answer, 'brief-differs');
    assert.equal((await store.get(idOf(1)))?.brief.request, 'Vraag 1');
  });

  it('makes one brief of fifty equal requests at once', async () => {
    const { send, store } = testApp();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => send('POST', '/v1/briefs', briefOf(1))),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    assert.deepEqual(statuses, [...Array<number>(49).fill(200), 201]);
    assert.equal(new Set(await Promise.all(answers.map((answer) => answer.text()))).size, 1);
    assert.equal((await store.list({ limit: 10 })).items.length, 1);
  });

  const keys: [string, string | undefined, boolean][] = [
    ['none', undefined, true],
    ['the id in quotes', `"${idOf(1)}"`, true],
    ['blanks and a parameter', ` "${idOf(1)}" ;a=1`, true],
    ['no quotes', idOf(1), false],
    ['another id', `"${idOf(2)}"`, false],
    ['nothing in the quotes', '""', false],
    ['two keys', `"${idOf(1)}", "${idOf(1)}"`, false],
    ['an open quote', `"${idOf(1)}`, false],
  ];
  for (const [what, key, fine] of keys) {
    it(`${fine ? 'takes' : 'refuses'} an Idempotency-Key with ${what}`, async () => {
      const answer = await testApp().send(
        'POST',
        '/v1/briefs',
        briefOf(1),
        key ? { 'idempotency-key': key } : {},
      );
      if (fine) assert.equal(answer.status, 201);
      else await assertProblem(answer, 'idempotency-key-mismatch');
    });
  }

  const types: [string | undefined, boolean][] = [
    ['application/json', true],
    ['Application/JSON; charset=utf-8', true],
    [undefined, false],
    ['text/plain', false],
    ['application/x-www-form-urlencoded', false],
    ['multipart/form-data; boundary=x', false],
    ['application/problem+json', false],
    ['text/plain; application/json', false],
    ['application/jsonp', false],
  ];
  for (const [type, fine] of types) {
    it(`${fine ? 'takes' : 'refuses'} the content type ${type}`, async () => {
      const { app } = testApp();
      const body = new TextEncoder().encode(JSON.stringify(briefOf(1)));
      const answer = await app.request('/v1/briefs', {
        method: 'POST',
        body,
        headers: type ? { 'content-type': type } : {},
      });
      if (fine) assert.equal(answer.status, 201);
      else await assertProblem(answer, 'unsupported-media-type');
    });
  }

  it('refuses more than 512 KiB by its announced length, before reading', async () => {
    const { app } = testApp();
    let read = 0;
    const body = new ReadableStream({ pull: () => void read++ }, { highWaterMark: 0 });
    const init = { method: 'POST', body, duplex: 'half' };
    const headers = { 'content-type': 'application/json', 'content-length': String(MAX_BODY + 1) };
    await assertProblem(await app.request('/v1/briefs', { ...init, headers }), 'body-too-large');
    assert.equal(read, 0);
  });

  it('stops reading an unannounced body after 512 KiB', async () => {
    const { app } = testApp();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 64 * 1024;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
    await assertProblem(await app.request('/v1/briefs', init), 'body-too-large');
    assert.ok(sent <= MAX_BODY + 4 * 64 * 1024, `${sent} bytes were taken`);
  });

  it('takes exactly 512 KiB', async () => {
    const text = JSON.stringify(briefOf(1));
    const answer = await testApp().send('POST', '/v1/briefs', text + ' '.repeat(MAX_BODY - text.length));
    assert.equal(answer.status, 201);
  });

  for (const [what, body] of [
    ['nothing', ''],
    ['half a body', '{"id":'],
    ['a word', 'hello'],
    ['two values', '{} {}'],
  ] as const) {
    it(`refuses ${what} as JSON`, async () => {
      await assertProblem(await testApp().send('POST', '/v1/briefs', body), 'invalid-json');
    });
  }

  it('refuses bytes that are not UTF-8 instead of changing words silently', async () => {
    const { app } = testApp();
    const body = Buffer.from(JSON.stringify(briefOf(1, { request: 'caf\u00e9' })), 'latin1');
    const answer = await app.request('/v1/briefs', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    await assertProblem(answer, 'invalid-json');
  });

  const invalid: [string, unknown, string][] = [
    ['no object', [], ''],
    ['null', null, ''],
    ['no request', { ...briefOf(1), request: undefined }, '/request'],
    ['a blank request', briefOf(1, { request: ' \n ' }), '/request'],
    ['a request that is too long', briefOf(1, { request: 'a'.repeat(4001) }), '/request'],
    ['another id version', { ...briefOf(1), id: 'c56a4180-65aa-42ec-a945-5fd21dec0538' }, '/id'],
    ['a newer schema', { ...briefOf(1), schemaVersion: 2 }, '/schemaVersion'],
    ['another language', { ...briefOf(1), language: 'de' }, '/language'],
    ['a number among who', { ...briefOf(1), need: { who: ['a', 1] } }, '/need/who/1'],
    [
      'too many people',
      { ...briefOf(1), need: { problem: { statement: 'x', people: 1e9 } } },
      '/need/problem/people',
    ],
  ];
  for (const [what, body, path] of invalid) {
    it(`points at ${what}`, async () => {
      const { errors } = await assertProblem(
        await testApp().send('POST', '/v1/briefs', body),
        'invalid-body',
      );
      assert.equal(errors?.[0]?.path, path);
      assert.notEqual(errors[0].message, 'Invalid input');
    });
  }

  it('complains about twenty fields at most', async () => {
    const body = {
      ...briefOf(1),
      means: Array.from({ length: 5 }, () => ({})),
      analysis: { spans: Array.from({ length: 40 }, () => ({})) },
    };
    const { errors } = await assertProblem(await testApp().send('POST', '/v1/briefs', body), 'invalid-body');
    assert.equal(errors?.length, 20);
  });
});
