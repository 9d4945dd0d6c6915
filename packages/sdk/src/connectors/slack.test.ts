import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { startSlack } from '../../test/targets/slack.ts';
import type { SlackTarget } from '../../test/targets/slack.ts';
import { HOSTILE, contractDelivery } from '../testing/connector-faults.ts';
import { testConnector } from '../testing/index.ts';
import type { Connection } from './connector.ts';
import { slack } from './slack.ts';
import type { SlackConfig } from './slack.ts';

const { signal } = new AbortController();

async function connected(
  t: TestContext,
  way: 'app' | 'webhook',
  more: Partial<SlackConfig> = {},
): Promise<{ target: SlackTarget; connection: Connection }> {
  const target = await startSlack(way);
  t.after(target.stop);
  const context = { fetch: (request: Request) => fetch(request), now: Date.now };
  return { target, connection: slack.connect({ ...target.config, ...more }, context) };
}

describe('the Slack connector, through an app', () => {
  for (const { name, run } of testConnector({ connector: slack, start: () => startSlack('app') }))
    it(name, run);

  it('links to the message, and finds it among hundreds of others', async (t) => {
    const { target, connection } = await connected(t, 'app');
    const delivery = contractDelivery();
    const link = await connection.create(delivery, signal);
    assert.match(link.url!, /^https:\/\/acme\.slack\.com\/archives\/C0123456789\/p\d+$/);
    const { metadata, ...other } = target.messages[0]!;
    assert.deepEqual(metadata!.event_payload, { brief_id: delivery.brief.id });
    for (let more = 0; more < 450; more++) target.messages.push({ ...other, ts: `9.${more}` });
    assert.deepEqual(await connection.find!(delivery.brief.id, signal), link);
    assert.equal(target.server.asked.filter(({ path }) => path.endsWith('history')).length, 3);
  });

  it('calls nobody, and makes no link of a requester’s words', async (t) => {
    const { target, connection } = await connected(t, 'app');
    await connection.create(contractDelivery({ need: undefined, request: HOSTILE }), signal);
    const { text, blocks } = target.messages[0]!;
    assert.match(text, /&lt;b&gt;.*&lt;!channel&gt;/);
    assert.doesNotMatch(JSON.stringify(blocks), /"mrkdwn"|"type":"(?:user|broadcast|usergroup|channel)"/);
  });

  const faults: [error: string, kind: string][] = [
    ['not_in_channel', 'config'],
    ['missing_scope', 'config'],
    ['is_archived', 'config'],
    ['invalid_blocks', 'refused'],
    ['msg_too_long', 'refused'],
    ['internal_error', 'retry'],
    ['ratelimited', 'retry'],
    ['something_new', 'refused'],
  ];
  for (const [error, kind] of faults) {
    it(`takes ${error}, said with a 200, for what it is: ${kind}`, async (t) => {
      const { target, connection } = await connected(t, 'app');
      target.fail({ status: 200, body: { ok: false, error } });
      await assert.rejects(connection.create(contractDelivery(), signal), {
        kind,
        message: `Slack answered ${error}`,
      });
    });
  }

  it('wants to be in the channel', async (t) => {
    const { target, connection } = await connected(t, 'app');
    assert.equal(await connection.test(signal), '#needs, Acme');
    target.channel.is_member = false;
    await assert.rejects(connection.test(signal), { kind: 'config', message: /invite it/ });
  });
});

describe('the Slack connector, through an incoming webhook', () => {
  const subject = { connector: slack, start: () => startSlack('webhook'), twice: 'two' } as const;
  for (const { name, run } of testConnector(subject)) it(name, run);

  it('can’t be searched, and says nothing that it does not know', async (t) => {
    const { connection } = await connected(t, 'webhook');
    assert.equal(connection.find, undefined);
    assert.equal(connection.state, undefined);
    assert.equal((await connection.create(contractDelivery(), signal)).url, undefined);
  });

  it('tells an address that is not a webhook from one that is, and posts nothing for that', async (t) => {
    const { target, connection } = await connected(t, 'webhook');
    await connection.test(signal);
    assert.deepEqual(target.messages, []);
    const wrong = await connected(t, 'webhook', { webhookUrl: `${target.server.origin}/services/T/B/x` });
    await assert.rejects(wrong.connection.test(signal), { kind: 'config' });
  });
});

describe('the Slack connector', () => {
  it('wants an app with a channel, or a webhook', () => {
    const takes = (config: object): boolean => slack.config.safeParse(config).success;
    assert.ok(takes({ token: 'xoxb-1', channel: 'C0123456789' }));
    assert.ok(takes({ webhookUrl: 'https://hooks.slack.com/services/T/B/x' }));
    assert.ok(!takes({ token: 'xoxb-1' }));
    assert.ok(
      !takes({
        token: 'xoxb-1',
        channel: 'C0123456789',
        webhookUrl: 'https://hooks.slack.com/services/T/B/x',
      }),
    );
    assert.ok(!takes({ webhookUrl: 'ftp://hooks.slack.com/services/T/B/x' }));
  });
});
