/** Our own server reaches the highest level on each store, and a server that breaks a promise does not. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { LIMITS } from '@wherefore/core/brief';
import { runConformance } from '@wherefore/sdk/testing';
import type { ConformanceReport } from '@wherefore/sdk/testing';
import { createMemoryStore, openSqliteStore } from '@wherefore/server';
import type { Store } from '@wherefore/server';
import { largestBrief } from '../../packages/sdk/src/testing/conformance/briefs.ts';
import { runConformanceCommand } from './conformance-command.ts';
import { appOn, listen, page } from './conformance-servers.ts';
import type { Handle } from './conformance-servers.ts';

const STORES: Record<string, (t: TestContext) => Store | Promise<Store>> = {
  memory: () => createMemoryStore(),
  SQLite(t) {
    const folder = mkdtempSync(join(tmpdir(), 'wherefore-conformance-'));
    const store = openSqliteStore({ folder });
    t.after(async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return store;
  },
};

describe('our server', () => {
  for (const [name, open] of Object.entries(STORES)) {
    it(`reaches level follow on ${name}, with everything that it should do, by the command itself`, async (t) => {
      const app = appOn(await open(t));
      const { code, stdout, stderr } = await runConformanceCommand(
        await listen(t, (request) => app.fetch(request)),
      );
      assert.equal(stderr, '');
      assert.doesNotMatch(stdout, /✗|–/, stdout);
      assert.match(stdout, /\nlevel: follow\n$/);
      assert.equal(code, 0);
    });
  }
});

/** Our app in memory, with something done to it. */
function altered(change: (handle: Handle) => Handle): Handle {
  const app = appOn(createMemoryStore());
  return change((request) => app.fetch(request));
}

/** Changes what is answered to a path, where `change` wants to. */
const answering = (
  path: string,
  change: (body: Record<string, unknown>, response: Response) => Response | Promise<Response>,
): Handle =>
  altered((handle) => async (request) => {
    const response = await handle(request);
    if (new URL(request.url).pathname !== path) return response;
    const body = (await response
      .clone()
      .json()
      .catch(() => undefined)) as Record<string, unknown> | undefined;
    return typeof body === 'object' ? change(body, response) : response;
  });

const json = (value: unknown, { status, headers }: { status: number; headers?: Headers }): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: {
      'content-type': headers?.get('content-type') ?? 'application/json',
      'cache-control': 'no-store',
    },
  });

/** Each breaks one promise. `names` is a check that must say so. */
const BROKEN: { what: string; level: string; names: string; handle(): Handle }[] = [
  {
    what: 'answers everything with a web page and 200',
    level: 'none',
    names: 'a new brief gets 201 and a receipt about it',
    handle: () => () => page(),
  },
  {
    what: 'stores a repeat as if it were new',
    level: 'none',
    names: 'the same brief again gets 200 and the same receipt',
    handle() {
      let count = 0;
      return answering('/v1/briefs', (body, { status, headers }) =>
        'receivedAt' in body
          ? json({ ...body, receivedAt: new Date(1e12 + count++).toISOString() }, { status: 201, headers })
          : json(body, { status, headers }),
      );
    },
  },
  {
    what: 'gives a receipt with a number of its own',
    level: 'none',
    names: 'a new brief gets 201 and a receipt about it',
    handle: () =>
      answering('/v1/briefs', (body, response) =>
        json('receivedAt' in body ? { ...body, id: 'T-7' } : body, response),
      ),
  },
  {
    what: 'forgets the moment in the receipt',
    level: 'none',
    names: 'a new brief gets 201 and a receipt about it',
    handle: () =>
      answering('/v1/briefs', (body, response) => json({ ...body, receivedAt: undefined }, response)),
  },
  {
    what: 'says 409 for other words under the same id',
    level: 'none',
    names: 'other words under the same id get 422 brief-differs, and the first brief stays',
    handle: () =>
      answering('/v1/briefs', (body, response) =>
        body['code'] === 'brief-differs'
          ? json({ ...body, status: 409 }, { status: 409, headers: response.headers })
          : json(body, response),
      ),
  },
  {
    what: 'takes the newer words under the same id',
    level: 'none',
    names: 'other words under the same id get 422 brief-differs, and the first brief stays',
    handle: () =>
      answering('/v1/briefs', (body, response) =>
        body['code'] === 'brief-differs'
          ? json({ id: 'x', receivedAt: '2026-11-21T09:30:00Z' }, { status: 200 })
          : json(body, response),
      ),
  },
  {
    what: 'looks first and stores later, with room in between',
    level: 'none',
    names: 'the same brief several times at once is one brief',
    handle() {
      const kept = new Set<string>();
      return altered((handle) => async (request) => {
        const text = await request.clone().text();
        const isNew = !kept.has(text);
        // As long as a disk may take: the others arrive meanwhile.
        for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
        kept.add(text);
        const response = await handle(request);
        if (!isNew || response.status !== 200 || !request.url.endsWith('/v1/briefs')) return response;
        return json(await response.json(), { status: 201 });
      });
    },
  },
  {
    what: 'takes bodies up to 100 kB only',
    level: 'none',
    names: 'a brief that is as large as the protocol allows is taken',
    handle: () =>
      altered(
        (handle) => async (request) =>
          (await request.clone().text()).length > 100_000 ? page(413) : handle(request),
      ),
  },
  {
    what: 'takes anything as a brief',
    level: 'none',
    names: 'what is no brief gets 422 invalid-body, and nothing is stored',
    handle: () =>
      answering('/v1/briefs', (body, response) =>
        body['code'] === 'invalid-body'
          ? json({ id: 'x', receivedAt: '2026-11-21T09:30:00Z' }, { status: 201 })
          : json(body, response),
      ),
  },
  {
    what: 'refuses a version newer than it knows',
    level: 'none',
    names: 'keys that a server does not know are no trouble',
    handle: () =>
      altered((handle) => async (request) => {
        if (!(await request.clone().text()).includes('ofALaterVersion')) return handle(request);
        return json({ error: 'unknown key' }, { status: 422 });
      }),
  },
  {
    what: 'sends to a sign-in page',
    level: 'none',
    names: 'a new brief gets 201 and a receipt about it',
    handle: () => () => new Response(null, { status: 302, headers: { location: '/login' } }),
  },
  {
    what: 'shows the requester in the follow view',
    level: 'basic',
    names: 'nothing about a person is in the view',
    handle() {
      const requesters = new Map<string, unknown>();
      return altered((handle) => async (request) => {
        const sent = (await request
          .clone()
          .json()
          .catch(() => ({}))) as { id?: string; requester?: unknown };
        if (sent.id) requesters.set(sent.id, sent.requester);
        const response = await handle(request);
        if (!request.url.endsWith('/v1/follow') || response.status !== 200) return response;
        const view = (await response.json()) as { id: string };
        return json({ ...view, requester: requesters.get(view.id) }, response);
      });
    },
  },
  {
    what: 'shows one person among other words of the view',
    level: 'basic',
    names: 'nothing about a person is in the view',
    handle() {
      let name = '';
      return altered((handle) => async (request) => {
        name = /canary-name-\w+/.exec(await request.clone().text())?.[0] ?? name;
        const response = await handle(request);
        if (!request.url.endsWith('/v1/follow') || response.status !== 200) return response;
        return json({ ...((await response.json()) as object), summary: `Asked by ${name}` }, response);
      });
    },
  },
  {
    what: 'opens the brief to whoever has the token in an address',
    level: 'basic',
    names: 'a token in the address opens nothing',
    handle: () =>
      altered((handle) => async (request) => {
        const { pathname, searchParams, origin } = new URL(request.url);
        const token = searchParams.get('token');
        if (pathname !== '/v1/follow' || !token) return handle(request);
        const headers = { 'content-type': 'application/json' };
        return handle(
          new Request(`${origin}/v1/follow`, { method: 'POST', headers, body: JSON.stringify({ token }) }),
        );
      }),
  },
  {
    what: 'opens a brief once only',
    level: 'basic',
    names: 'reading uses nothing up, and neither does a GET',
    handle() {
      const used = new Set<string>();
      return altered((handle) => async (request) => {
        const body = await request.clone().text();
        const response = await handle(request);
        if (!request.url.endsWith('/v1/follow') || response.status !== 200) return response;
        if (!used.has(body)) return used.add(body) && response;
        return json({ type: 'about:blank', title: 'Gone', status: 404, code: 'not-found' }, { status: 404 });
      });
    },
  },
  {
    what: 'changes the words of the requester in the view',
    level: 'basic',
    names: 'the token opens its own brief, word for word',
    handle: () =>
      answering('/v1/follow', (body, response) =>
        json(
          'request' in body ? { ...body, request: String(body['request']).replaceAll(/\s+/g, ' ') } : body,
          response,
        ),
      ),
  },
  {
    what: 'puts the token before the #',
    level: 'basic',
    names: 'the receipt has a link to follow the brief, with the token in its fragment',
    handle: () =>
      answering('/v1/briefs', (body, response) =>
        json(
          typeof body['followUrl'] === 'string'
            ? { ...body, followUrl: body['followUrl'].replace(/#(.*)/, '?t=$1#$1') }
            : body,
          response,
        ),
      ),
  },
  {
    what: 'tells wrong tokens from unknown ones',
    level: 'basic',
    names: 'a token that is not right gets 404 not-found',
    handle: () =>
      answering('/v1/follow', (body, response) =>
        body['code'] === 'not-found'
          ? json({ ...body, status: 403 }, { status: 403, headers: response.headers })
          : json(body, response),
      ),
  },
];

const failed = ({ results }: ConformanceReport): string[] =>
  results.filter(({ outcome, need }) => outcome === 'failed' && need === 'must').map(({ name }) => name);

describe('a server that', () => {
  for (const { what, level, names, handle } of BROKEN) {
    it(`${what}: level ${level}`, async (t) => {
      const report = await runConformance({ url: await listen(t, handle()) });
      assert.equal(report.level, level);
      assert.ok(failed(report).includes(names), JSON.stringify(failed(report)));
      const result = report.results.find(({ name }) => name === names)!;
      assert.ok(result.reason && result.exchanges.length > 0);
      assert.ok(result.exchanges.at(-1)!.answer, 'the answer that failed');
    });
  }

  it('only falls short of what it should do keeps its level, and is told so', async (t) => {
    const handle = altered((inner) => async (request) => {
      const answer = await inner(request);
      const response = new Response(answer.body, answer);
      response.headers.delete('cache-control');
      response.headers.append('set-cookie', 'seen=1');
      return response;
    });
    const report = await runConformance({ url: await listen(t, handle) });
    assert.equal(report.level, 'follow');
    assert.deepEqual(
      report.results.filter(({ outcome }) => outcome === 'failed').map(({ need, name }) => [need, name]),
      [
        ['should', 'a receipt may not be cached'],
        ['should', 'no cookie is set'],
        ['should', 'a view may not be cached'],
      ],
    );
  });
});

it('the largest brief fits into what a server has to take', () => {
  const bytes = Buffer.byteLength(JSON.stringify(largestBrief()));
  assert.ok(bytes <= LIMITS.body && bytes > LIMITS.body * 0.7, `${bytes}`);
});
