import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { json, loseAnswer, problem, reply, serve, signInPage } from '../test/server.ts';
import type { Reply } from '../test/server.ts';
import { createDeskGateway } from './desk.ts';

const token = 'd'.repeat(43);
const id = '0190163d-8694-739b-aea5-966c26f8ad91';
const session = { name: 'Jan', role: 'reviewer', expiresAt: '2026-11-22T09:30:00.000Z' };
const record = {
  brief: { id, schemaVersion: 1, language: 'nl', request: 'We willen een intranet' },
  status: 'received',
  receivedAt: '2026-11-21T09:30:00.000Z',
  updatedAt: '2026-11-21T09:30:00.000Z',
  version: 3,
  history: [{ at: '2026-11-21T09:30:00.000Z', status: 'received' }],
};
const page = { items: [], departments: ['Zorg'], counts: { received: 2 } };

async function start(t: TestContext, ...replies: [Reply, ...Reply[]]) {
  const { endpoint, seen } = await serve(t, ...replies);
  return { desk: createDeskGateway({ endpoint, random: () => 0 }), seen };
}

describe('signing in', () => {
  it('uses up a link and says who is there', async (t) => {
    const { desk, seen } = await start(t, json(200, session));
    assert.deepEqual(await desk.signIn(token), session);
    assert.equal(`${seen[0]?.method} ${seen[0]?.path}`, 'POST /v1/session');
    assert.deepEqual(JSON.parse(seen[0]?.body ?? ''), { token });
  });

  it('is never tried twice, because a link works once', async (t) => {
    const { desk, seen } = await start(t, loseAnswer, json(200, session));
    await assert.rejects(desk.signIn(token), { name: 'OfflineError' });
    assert.equal(seen.length, 1);
  });

  it('with a used or incomplete link fails as sign-in-failed', async (t) => {
    const { desk, seen } = await start(t, problem(401, 'sign-in-failed'));
    await assert.rejects(desk.signIn(token), { name: 'ProtocolError', code: 'sign-in-failed' });
    await assert.rejects(desk.signIn('half'), { code: 'sign-in-failed' });
    assert.equal(seen.length, 1);
  });
});

describe('session', () => {
  it('is who is signed in', async (t) => {
    const { desk } = await start(t, json(200, session));
    assert.deepEqual(await desk.session(), session);
  });

  it('is null when nobody is', async (t) => {
    const { desk } = await start(t, problem(401, 'not-signed-in'));
    assert.equal(await desk.session(), null);
  });

  it('is not null when nobody knows', async (t) => {
    const answers: Reply[] = [problem(503, 'store-unavailable'), signInPage, problem(500, 'internal-error')];
    for (const answer of answers) {
      const { desk } = await start(t, answer);
      await assert.rejects(desk.session());
    }
  });

  it('ends with any success, and not with a sign-in page', async (t) => {
    const { desk, seen } = await start(t, reply(204), json(200, {}), signInPage);
    assert.equal(await desk.signOut(), undefined);
    assert.equal(await desk.signOut(), undefined);
    await assert.rejects(desk.signOut(), { name: 'UnexpectedAnswerError' });
    assert.equal(`${seen[0]?.method} ${seen[0]?.path}`, 'DELETE /v1/session');
    assert.equal(seen[0]?.body, '');
  });
});

describe('briefs', () => {
  it('are listed with what narrows the list, and nothing that was not asked', async (t) => {
    const { desk, seen } = await start(t, json(200, page));
    assert.deepEqual(await desk.listBriefs(), page);
    await desk.listBriefs({ q: 'app & é', status: 'received', department: '', limit: 5 });
    assert.equal(seen[0]?.path, '/v1/briefs');
    assert.deepEqual(Object.fromEntries(new URL(seen[1]!.path, 'http://x').searchParams), {
      q: 'app & é',
      status: 'received',
      limit: '5',
    });
  });

  it('are read by id, which cannot lead elsewhere', async (t) => {
    const { desk, seen } = await start(t, json(200, record));
    assert.deepEqual(await desk.getBrief(id), record);
    await desk.getBrief('../session?x#y');
    assert.deepEqual(
      seen.map(({ path }) => path),
      [`/v1/briefs/${id}`, '/v1/briefs/..%2Fsession%3Fx%23y'],
    );
  });

  it('are read again when the answer is lost', async (t) => {
    const { desk, seen } = await start(t, loseAnswer, json(200, record));
    await desk.getBrief(id);
    assert.equal(seen.length, 2);
  });

  it('that were searched for do not stand in the error', async (t) => {
    const { desk } = await start(t, signInPage);
    await assert.rejects(
      desk.listBriefs({ q: 'jansen' }),
      (error: Error) => !/jansen/.test(String(error.stack)),
    );
  });
});

describe('changeStatus', () => {
  const change = { status: 'accepted', reason: 'Wij gaan dit doen' } as const;

  it('changes the version that was looked at', async (t) => {
    const { desk, seen } = await start(t, json(200, { ...record, version: 4 }, { etag: '"4"' }));
    assert.equal((await desk.changeStatus(id, change, 3)).version, 4);
    assert.equal(`${seen[0]?.method} ${seen[0]?.path}`, `PATCH /v1/briefs/${id}`);
    assert.equal(seen[0]?.headers['if-match'], '"3"');
    assert.deepEqual(JSON.parse(seen[0]?.body ?? ''), change);
  });

  it('says when somebody was first', async (t) => {
    const { desk } = await start(t, problem(412, 'version-mismatch'));
    await assert.rejects(desk.changeStatus(id, change, 3), {
      name: 'VersionMismatchError',
      code: 'version-mismatch',
    });
  });

  it('is never tried twice: the second would meet the first', async (t) => {
    for (const answer of [loseAnswer, problem(503, 'store-unavailable')]) {
      const { desk, seen } = await start(t, answer, json(200, record));
      await assert.rejects(desk.changeStatus(id, change, 3));
      assert.equal(seen.length, 1);
    }
  });
});

describe('what goes to other systems', () => {
  const delivery = {
    id: 'd/1',
    target: 'helpdesk',
    title: 'Tickets',
    kind: 'brief',
    briefId: id,
    request: 'We willen een intranet',
    state: 'dead',
    paused: false,
    attempts: 20,
    reason: 'Tickets answered 500.',
    createdAt: '2026-11-21T09:30:00.000Z',
    updatedAt: '2026-11-21T09:30:00.000Z',
  };

  it('is listed, page by page', async (t) => {
    const answer = { items: [delivery], nextCursor: 'next' };
    const { desk, seen } = await start(t, json(200, answer));
    assert.deepEqual(await desk.listDeliveries({ state: 'stuck', cursor: 'a b' }), answer);
    assert.equal(seen[0]?.path, '/v1/deliveries?state=stuck&cursor=a+b');
  });

  it('is tried again, also after a lost answer, because twice is the same as once', async (t) => {
    const { desk, seen } = await start(t, loseAnswer, json(200, delivery));
    assert.deepEqual(await desk.retryDelivery('d/1'), delivery);
    assert.deepEqual(
      seen.map(({ method, path }) => `${method} ${path}`),
      Array(2).fill('POST /v1/deliveries/d%2F1/retry'),
    );
  });

  it('is tried again with everything of its target, which a lost answer does not hurt either', async (t) => {
    const { desk, seen } = await start(t, loseAnswer, json(200, { count: 3 }));
    assert.deepEqual(await desk.retryTarget('help desk'), { count: 3 });
    assert.deepEqual(
      seen.map(({ method, path }) => `${method} ${path}`),
      Array(2).fill('POST /v1/connectors/help%20desk/retry'),
    );
  });

  it('has targets that can be listed and tested', async (t) => {
    const list = { items: [{ target: 'helpdesk', title: 'Tickets', waiting: 0, done: 1, dead: 0 }] };
    const { desk, seen } = await start(t, json(200, list), json(200, { ok: true, message: 'acme/needs' }));
    assert.deepEqual(await desk.listTargets(), list);
    assert.deepEqual(await desk.testTarget('help desk'), { ok: true, message: 'acme/needs' });
    assert.equal(seen[1]?.path, '/v1/connectors/help%20desk/test');
  });

  it('is not read by a link that is no web address', async (t) => {
    const link = { target: 'helpdesk', title: 'Tickets', label: '#1', url: 'javascript:alert(1)' };
    const { desk } = await start(t, json(200, { ...record, links: [link] }));
    await assert.rejects(desk.getBrief(id), { code: 'unexpected-answer' });
  });
});
