import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PROBLEMS } from '@wherefore/core/wire';
import { DEFAULT_RATES, StoreUnavailableError, createApp, createMemoryStore } from '@wherefore/server';
import type { Store } from '@wherefore/server';
import { SECRET, assertProblem, briefOf, idOf, privateBrief, testApp, tokenIn } from '../test/support.ts';

describe('answers', () => {
  it('has strict headers on data', async () => {
    const { headers } = await testApp().send('GET', '/healthz');
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('strict-transport-security'), null, 'nothing to insist on over http');
    assert.equal(headers.get('x-powered-by'), null);
  });

  it('has them on errors too', async () => {
    const { send } = testApp();
    for (const answer of [
      await send('POST', '/v1/briefs', '{'),
      await send('GET', '/nowhere'),
      await send('PUT', '/v1/briefs'),
    ]) {
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    }
  });

  it('knows its addresses and methods', async () => {
    const { send } = testApp();
    await assertProblem(await send('GET', '/v1/nothing'), 'not-found');
    await assertProblem(await send('GET', '/'), 'not-found');
    const answer = await send('PUT', '/v1/briefs');
    assert.equal(answer.headers.get('allow'), 'POST, GET, HEAD');
    await assertProblem(answer, 'method-not-allowed');
    await assertProblem(await send('DELETE', `/v1/briefs/${idOf(1)}`), 'method-not-allowed');
  });

  it('tells nothing about an unexpected failure, and logs where it was', async () => {
    const store: Store = {
      ...createMemoryStore(),
      add: () => Promise.reject(new TypeError(`broken near ${privateBrief.requester?.email}`)),
    };
    const { send, entries } = testApp({ store });
    const answer = await send('POST', '/v1/briefs', privateBrief);
    assert.doesNotMatch(await answer.clone().text(), /broken|TypeError/);
    const { requestId } = await assertProblem(answer, 'internal-error');
    const entry = entries.at(-1);
    assert.equal(entry?.level, 'error');
    assert.equal(entry?.requestId, requestId);
    assert.equal(entry?.error?.name, 'TypeError');
    assert.ok(entry.error.stack.length > 0);
    assert.doesNotMatch(JSON.stringify(entry), /secret/);
  });

  it('says when to come back while nothing can be stored, and goes on reading', async () => {
    const memory = createMemoryStore();
    const full = () => Promise.reject(new StoreUnavailableError());
    const { sendBrief, signIn, clock } = testApp({ store: memory });
    const token = tokenIn((await sendBrief(briefOf(1))).followUrl);
    const headers = { ...(await signIn()), 'if-match': '"1"' };
    const { send, clock: later } = testApp({
      store: { ...memory, add: full, changeStatus: full, touchSession: full, probe: full },
    });
    later.ms = clock.ms + 3600_000;
    for (const answer of [
      await send('POST', '/v1/briefs', briefOf(2)),
      await send('PATCH', `/v1/briefs/${idOf(1)}`, { status: 'later', reason: 'Vol' }, headers),
      await send('GET', '/readyz'),
      await send('GET', '/readyz'),
    ]) {
      assert.equal(answer.headers.get('retry-after'), '5');
      await assertProblem(answer, 'store-unavailable');
    }
    assert.equal((await send('GET', '/v1/briefs', undefined, headers)).status, 200);
    assert.equal((await send('POST', '/v1/follow', { token })).status, 200);
    assert.equal((await send('GET', '/healthz')).status, 200);
  });

  it('logs the route, never what was in the address or the body', async () => {
    const { send, signIn, entries } = testApp();
    const headers = await signIn();
    await send('GET', '/v1/briefs?q=secret', undefined, headers);
    await send('GET', '/v1/briefs/secret', undefined, headers);
    await send('GET', '/secret', undefined, headers);
    assert.deepEqual(
      entries.map(({ method, route, status }) => [method, route, status]),
      [
        ['POST', '/v1/session', 200],
        ['GET', '/v1/briefs', 200],
        ['GET', '/v1/briefs/{id}', 404],
        ['GET', 'other', 404],
      ],
    );
    assert.doesNotMatch(JSON.stringify(entries), /secret|wherefore=|Fatima/);
  });

  it('takes the address of the request for links when it knows no public one', async () => {
    const app = createApp({ store: createMemoryStore(), secret: SECRET });
    const answer = await app.request('http://intranet.local:81/v1/briefs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(briefOf(1)),
    });
    assert.match(await answer.text(), /"http:\/\/intranet\.local:81\/follow\.html#/);
  });

  it('does not start with a secret that can be guessed', () => {
    assert.throws(() => testApp({ secret: new Uint8Array(16) }), RangeError);
  });
});

describe('limits', () => {
  it('asks a client to wait, and only that client', async () => {
    let address = '192.0.2.1';
    const rates = {
      briefs: { burst: 2, perMinute: 6 },
      follow: { burst: 1, perMinute: 60 },
      session: { burst: 1, perMinute: 60 },
      webhooks: { burst: 1, perMinute: 60 },
    };
    const { send, clock } = testApp({ rates, clientAddress: () => address });
    const statuses = async () => (await send('POST', '/v1/briefs', briefOf(1))).status;
    assert.deepEqual([await statuses(), await statuses()], [201, 200]);
    const answer = await send('POST', '/v1/briefs', briefOf(1));
    assert.equal(answer.headers.get('retry-after'), '10');
    await assertProblem(answer, 'too-many-requests');
    address = '192.0.2.2';
    assert.equal(await statuses(), 200);
    address = '192.0.2.1';
    clock.ms += 10_000;
    assert.equal(await statuses(), 200);
    assert.equal(await statuses(), 429);
  });

  it('are for webhooks as well, which anybody can send', async () => {
    const few = { burst: 2, perMinute: 60 };
    const { send } = testApp({ rates: { ...DEFAULT_RATES, webhooks: few } });
    const knock = async () => (await send('POST', '/v1/connectors/helpdesk/webhook', {})).status;
    assert.deepEqual([await knock(), await knock(), await knock()], [404, 404, 429]);
  });
});

describe('whatever is sent', () => {
  const codes = new Set<string>(Object.keys(PROBLEMS));
  const key = fc.constantFrom(
    'id',
    'schemaVersion',
    'language',
    'request',
    'need',
    'who',
    'means',
    'words',
    'requester',
    '__proto__',
    'constructor',
  );
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 6 }),
    ),
  })).value;
  const nearlyBrief = fc
    .record({
      change: fc.dictionary(key, json, { maxKeys: 3 }),
      request: fc.string({ unit: 'binary', minLength: 1 }),
    })
    .map(({ change, request }) => ({ ...briefOf(1, { request }), ...change }));

  for (const [method, path] of [
    ['POST', '/v1/briefs'],
    ['POST', '/v1/follow'],
    ['POST', '/v1/session'],
    ['PATCH', `/v1/briefs/${idOf(1)}`],
  ] as const) {
    it(`${method} ${path.slice(0, 11)} answers well or with a listed code, never with a 500`, async () => {
      const { send, sendBrief, signIn } = testApp();
      await sendBrief(briefOf(1));
      const headers = { ...(await signIn()), 'if-match': '"1"' };
      await fc.assert(
        fc.asyncProperty(fc.oneof(json, nearlyBrief), async (body) => {
          const answer = await send(method, path, JSON.stringify(body) ?? 'null', headers);
          assert.notEqual(answer.status, 500);
          if (answer.ok) return;
          const { code } = (await answer.json()) as { code: string };
          assert.ok(codes.has(code), code);
        }),
        { numRuns: 300 },
      );
    });
  }
});
