import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProblemCode } from '@wherefore/core/wire';
import { defineConnector } from '@wherefore/sdk/connectors';
import { deliveryId } from './targets/outgoing.ts';
import { openTargets, parseTargetSettings } from '@wherefore/server';
import { assertProblem, briefOf, idOf, privateBrief, testApp, tokenIn } from '../test/support.ts';

const silent = defineConnector<{ key: string }>({
  name: 'silent',
  title: 'Silent',
  config: { safeParse: (value) => ({ success: true, data: value as { key: string } }) },
  secrets: ['key'],
  hosts: () => ['silent.example.org'],
  connect: ({ key }) => ({
    test: async () => `a board that is opened with ${key}`,
    create: async () => ({ id: '1', label: '#1' }),
    receive: async () => [],
  }),
});

/** A target with a secret in its settings, that nothing is delivered to. */
const connectors = {
  targets: openTargets({
    settings: parseTargetSettings({
      targets: { board: { connector: 'silent', settings: { key: { env: 'KEY' } } } },
    }),
    connectors: [silent],
    secrets: { env: { KEY: 'secret-key' }, folder: '.' },
    key: new Uint8Array(32),
    now: () => 0,
  }),
  wake: () => {},
};

/** Who may do what. Each answer is checked for what it must not hold. */
describe('roles and routes', () => {
  const change = { status: 'later', reason: 'Vol' };
  const everything = /secret/;
  type Cell = 'ok' | ProblemCode;
  type Row = [
    method: string,
    path: string,
    body: unknown,
    cells: { anonymous: Cell; requester: Cell; reviewer: Cell },
  ];
  const rows: Row[] = [
    ['POST', '/v1/briefs', privateBrief, { anonymous: 'ok', requester: 'ok', reviewer: 'ok' }],
    [
      'GET',
      '/v1/briefs',
      undefined,
      { anonymous: 'not-signed-in', requester: 'not-signed-in', reviewer: 'ok' },
    ],
    [
      'GET',
      `/v1/briefs/${idOf(1)}`,
      undefined,
      { anonymous: 'not-signed-in', requester: 'not-signed-in', reviewer: 'ok' },
    ],
    [
      'GET',
      `/v1/briefs/${idOf(9)}`,
      undefined,
      { anonymous: 'not-signed-in', requester: 'not-signed-in', reviewer: 'not-found' },
    ],
    [
      'PATCH',
      `/v1/briefs/${idOf(1)}`,
      change,
      { anonymous: 'not-signed-in', requester: 'not-signed-in', reviewer: 'ok' },
    ],
    [
      'POST',
      '/v1/follow',
      { token: 'of the role' },
      { anonymous: 'invalid-body', requester: 'ok', reviewer: 'invalid-body' },
    ],
    [
      'GET',
      '/v1/session',
      undefined,
      { anonymous: 'not-signed-in', requester: 'not-signed-in', reviewer: 'ok' },
    ],
    ...(
      [
        ['GET', '/v1/connectors', 'ok'],
        ['POST', '/v1/connectors/board/test', 'ok'],
        ['POST', '/v1/connectors/other/test', 'not-found'],
        ['POST', '/v1/connectors/board/retry', 'ok'],
        ['POST', '/v1/connectors/other/retry', 'not-found'],
        ['GET', '/v1/deliveries', 'ok'],
        ['POST', `/v1/deliveries/${deliveryId('board', idOf(1), 1)}/retry`, 'ok'],
        ['POST', '/v1/deliveries/other/retry', 'not-found'],
      ] as const
    ).map(([method, path, reviewer]): Row => [
      method,
      path,
      undefined,
      { anonymous: 'not-signed-in', requester: 'not-signed-in', reviewer },
    ]),
    ['POST', '/v1/connectors/board/webhook', [], { anonymous: 'ok', requester: 'ok', reviewer: 'ok' }],
    [
      'POST',
      '/v1/connectors/other/webhook',
      [],
      { anonymous: 'not-found', requester: 'not-found', reviewer: 'not-found' },
    ],
    ['DELETE', '/v1/session', undefined, { anonymous: 'ok', requester: 'ok', reviewer: 'ok' }],
    ['GET', '/v1/brief.schema.json', undefined, { anonymous: 'ok', requester: 'ok', reviewer: 'ok' }],
    ['GET', '/openapi.json', undefined, { anonymous: 'ok', requester: 'ok', reviewer: 'ok' }],
    ['GET', '/healthz', undefined, { anonymous: 'ok', requester: 'ok', reviewer: 'ok' }],
    ['GET', '/readyz', undefined, { anonymous: 'ok', requester: 'ok', reviewer: 'ok' }],
  ];
  /** The only answer that may hold what the requester confided. */
  const open = (role: string, path: string) => role === 'reviewer' && path === `/v1/briefs/${idOf(1)}`;

  for (const [method, path, body, cells] of rows) {
    for (const role of ['anonymous', 'requester', 'reviewer'] as const) {
      it(`${method} ${path.replace(/[\da-f]{8}-.*(\d)$/, '$1')} as ${role}: ${cells[role]}`, async () => {
        const { send, sendBrief, signIn, store } = testApp({ connectors });
        await store.openTargets(connectors.targets);
        const token = tokenIn((await sendBrief(privateBrief)).followUrl);
        const headers = {
          'if-match': '"1"',
          ...(role === 'reviewer' && (await signIn())),
          // A follow link is no key to anything else, wherever it is put.
          ...(role === 'requester' && { authorization: `Bearer ${token}`, cookie: `wherefore=${token}` }),
        };
        const sent = path === '/v1/follow' && role === 'requester' ? { token } : body;
        const answer = await send(method, path, sent, headers);
        const cell = cells[role];
        const text = await answer.clone().text();
        if (cell === 'ok') assert.ok(answer.ok, text);
        else await assertProblem(answer, cell);
        if (!open(role, path)) assert.doesNotMatch(text, everything);
      });
    }
  }

  it('covers every route', () => {
    const { app } = testApp();
    const routes = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    const tested = rows.map(
      ([method, path]) =>
        `${method} ${path
          .replace(/[\da-f]{8}-[^/]*/, ':id')
          .replace(/\/other\b/, '/:id')
          .replace(/connectors\/[^/]+/, 'connectors/:target')}`,
    );
    assert.deepEqual(new Set([...tested, 'POST /v1/session']), new Set(routes));
  });
});

describe('calls from other sites', () => {
  const writes: [string, string, unknown][] = [
    ['PATCH', `/v1/briefs/${idOf(1)}`, { status: 'later', reason: 'Vol' }],
    ['DELETE', '/v1/session', undefined],
    ['POST', '/v1/connectors/board/test', undefined],
    ['POST', '/v1/connectors/board/retry', undefined],
    ['POST', '/v1/deliveries/other/retry', undefined],
    ['POST', '/v1/session', { token: 'x'.repeat(43) }],
  ];
  for (const [method, path, body] of writes) {
    for (const headers of [
      { origin: 'https://evil.example.org' },
      { origin: 'null' },
      { origin: 'http://localhost:4748' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:4747' },
    ]) {
      it(`refuses ${method} ${path.slice(0, 11)} with ${JSON.stringify(headers)}`, async () => {
        const { send, sendBrief, signIn, store } = testApp();
        await sendBrief(briefOf(1));
        const session = await signIn();
        await assertProblem(
          await send(method, path, body, { ...session, 'if-match': '"1"', ...headers }),
          'forbidden',
        );
        assert.equal((await store.get(idOf(1)))?.version, 1);
        assert.equal((await send('GET', '/v1/session', undefined, session)).status, 200);
      });
    }
    it(`takes ${method} ${path.slice(0, 11)} from our own pages`, async () => {
      const { send, sendBrief, signIn } = testApp();
      await sendBrief(briefOf(1));
      const headers = {
        ...(await signIn()),
        'if-match': '"1"',
        origin: 'http://localhost:4747',
        'sec-fetch-site': 'same-origin',
      };
      assert.notEqual((await send(method, path, body, headers)).status, 403);
    });
  }

  it('lets listed origins send briefs, without cookies', async () => {
    const { send } = testApp({ allowedOrigins: ['https://intranet.example.org'] });
    const origin = 'https://intranet.example.org';
    const asked = await send('OPTIONS', '/v1/briefs', undefined, {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,idempotency-key',
    });
    assert.equal(asked.status, 204);
    assert.equal(asked.headers.get('access-control-allow-origin'), origin);
    assert.match(asked.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/);
    const answer = await send('POST', '/v1/briefs', briefOf(1), { origin });
    assert.equal(answer.headers.get('access-control-allow-origin'), origin);
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    const failed = await send('POST', '/v1/briefs', '{', { origin });
    assert.equal(failed.headers.get('access-control-allow-origin'), origin, 'a page may read why it failed');
  });

  it('lets no other origin read an answer', async () => {
    for (const allowedOrigins of [[], ['https://intranet.example.org']]) {
      const { send } = testApp({ allowedOrigins });
      for (const origin of [
        'https://evil.example.org',
        'null',
        'https://intranet.example.org.evil.org',
        'http://intranet.example.org',
      ]) {
        for (const method of ['OPTIONS', 'POST']) {
          const answer = await send(method, '/v1/briefs', method === 'POST' ? briefOf(1) : undefined, {
            origin,
          });
          assert.equal(answer.headers.get('access-control-allow-origin'), null);
        }
      }
    }
  });

  for (const origin of [
    '*',
    'null',
    'intranet.example.org',
    'https://intranet.example.org/',
    'https://a.example.org/page',
  ]) {
    it(`does not start with "${origin}" as an allowed origin`, () => {
      assert.throws(() => testApp({ allowedOrigins: [origin] }), RangeError);
    });
  }
});
