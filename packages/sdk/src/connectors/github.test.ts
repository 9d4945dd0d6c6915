import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { startGitHub } from '../../test/targets/github.ts';
import type { GitHubTarget } from '../../test/targets/github.ts';
import type { Answer } from '../../test/targets/target-server.ts';
import { HOSTILE, contractDelivery } from '../testing/connector-faults.ts';
import { testConnector } from '../testing/index.ts';
import type { Connection } from './connector.ts';
import { github } from './github.ts';

const { signal } = new AbortController();
const NOW = Date.now();

async function connected(t: TestContext): Promise<{ target: GitHubTarget; connection: Connection }> {
  const target = await startGitHub();
  t.after(target.stop);
  const context = { fetch: (request: Request) => fetch(request), now: () => NOW };
  return { target, connection: github.connect(target.config, context) };
}

describe('the GitHub connector', () => {
  for (const { name, run } of testConnector({ connector: github, start: () => startGitHub() })) it(name, run);

  it('reaches GitHub Enterprise Server under its own address', async () => {
    for (const { name, run } of testConnector({ connector: github, start: () => startGitHub('/api/v3') }))
      if (/creates|finds|settings/.test(name)) await run();
    assert.deepEqual(github.hosts({ repository: 'a/b', token: 'x' }), ['api.github.com']);
    assert.deepEqual(
      github.hosts({ repository: 'a/b', token: 'x', url: 'https://github.example.org:8443/api/v3' }),
      ['github.example.org:8443'],
    );
  });

  it('finds an issue that search does not know yet, and one that has left the list', async (t) => {
    const { target, connection } = await connected(t);
    const delivery = contractDelivery();
    const link = await connection.create(delivery, signal);
    assert.deepEqual(await connection.find!(delivery.brief.id, signal), link);
    assert.ok(!target.server.asked.some(({ path }) => path === '/search/issues'));

    for (let more = 0; more < 100; more++)
      target.issues.push({ ...target.issues[0]!, number: more + 2, body: 'other' });
    assert.equal(await connection.find!(delivery.brief.id, signal), undefined);
    target.index();
    assert.deepEqual(await connection.find!(delivery.brief.id, signal), link);
    target.search.incomplete = true;
    await assert.rejects(connection.find!(contractDelivery().brief.id, signal), { kind: 'retry' });
  });

  it('gives the issue its labels, and words that call nobody', async (t) => {
    const { target, connection } = await connected(t);
    await connection.create(contractDelivery({ request: HOSTILE }), signal);
    const { labels, body } = target.issues[0]!;
    assert.deepEqual(labels, ['need']);
    assert.doesNotMatch(body, /@\w|<b>|<!channel/);
  });

  const limits: [name: string, answer: Answer, retryAfter: number][] = [
    ['retry-after on a 403', { status: 403, headers: { 'retry-after': '42' } }, 42_000],
    [
      'a reset when nothing remains',
      {
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(NOW / 1000) + 90) },
      },
      Math.floor(NOW / 1000) * 1000 + 90_000 - NOW,
    ],
    ['a 429 without a time', { status: 429 }, 60_000],
    [
      'words without a time',
      { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
      60_000,
    ],
  ];
  for (const [name, answer, retryAfter] of limits) {
    it(`comes back when GitHub says: ${name}`, async (t) => {
      const { target, connection } = await connected(t);
      target.limit(answer);
      await assert.rejects(connection.create(contractDelivery(), signal), { kind: 'retry', retryAfter });
    });
  }

  it('takes a 403 that is about rights as a matter of settings', async (t) => {
    const { target, connection } = await connected(t);
    target.limit({ status: 403, body: { message: 'Resource not accessible by personal access token' } });
    await assert.rejects(connection.create(contractDelivery(), signal), { kind: 'config' });
  });

  it('says so when a repository takes no issues', async (t) => {
    const { target, connection } = await connected(t);
    target.repository.has_issues = false;
    await assert.rejects(connection.test(signal), { kind: 'config' });
    await assert.rejects(connection.create(contractDelivery(), signal), { kind: 'config' });
  });

  it('asks how it stands when a webhook comes in, and leaves what is not ours alone', async (t) => {
    const { target, connection } = await connected(t);
    const { id } = await connection.create(contractDelivery(), signal);
    const old = target.inbound(id);
    Object.assign(target.issues[0]!, { state: 'closed', state_reason: 'not_planned' });
    // An old event that is sent again brings no old state back.
    const [said] = await connection.receive!(old);
    assert.deepEqual(said, { id, state: { state: 'closed as not planned', status: 'declined' } });
    assert.deepEqual(await connection.receive!(target.inbound(id, { event: 'ping' })), []);
    assert.deepEqual(await connection.receive!(target.inbound(id, { repository: 'acme/other' })), []);
    target.issues[0]!.body = 'written by somebody there';
    assert.deepEqual(await connection.receive!(target.inbound(id)), []);
  });

  it('says since when it is closed', async (t) => {
    const { target, connection } = await connected(t);
    const link = await connection.create(contractDelivery(), signal);
    await target.states![0]!.happen(link.id);
    assert.equal((await connection.state!(link, signal)).at, '2026-11-22T09:00:00.000Z');
  });

  it('receives nothing without a secret', async (t) => {
    const { target } = await connected(t);
    const { webhookSecret, ...config } = target.config;
    assert.ok(webhookSecret);
    assert.equal(github.connect(config, { fetch, now: Date.now } as never).receive, undefined);
  });
});
