import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { startJira } from '../../../test/targets/jira.ts';
import type { JiraTarget } from '../../../test/targets/jira.ts';
import { HOSTILE, WORDS, contractDelivery } from '../../testing/connector-faults.ts';
import { testConnector } from '../../testing/index.ts';
import type { Connection } from '../connector.ts';
import type { JiraConfig } from './config.ts';
import { jira } from './jira.ts';

const { signal } = new AbortController();

async function connected(
  t: TestContext,
  deployment: JiraConfig['deployment'],
  more: Partial<JiraConfig> = {},
): Promise<{ target: JiraTarget; connection: Connection }> {
  const target = await startJira(deployment);
  t.after(target.stop);
  const config = { ...target.config, ...more } as JiraConfig;
  return { target, connection: jira.connect(config, { fetch: (request) => fetch(request), now: Date.now }) };
}

for (const deployment of ['cloud', 'data-center'] as const) {
  describe(`the Jira connector, ${deployment}`, () => {
    for (const { name, run } of testConnector({ connector: jira, start: () => startJira(deployment) }))
      it(name, run);

    it('marks the issue with a label beside those that were set, and fills fields of one’s own', async (t) => {
      const { target, connection } = await connected(t, deployment, {
        fields: {
          priority: { name: 'Low' },
          customfield_10010: { from: 'need.who' },
          customfield_10030: { from: 'need.problem.people' },
          customfield_10040: { value: { from: 'need.problem.howOften' } },
          customfield_10041: [{ value: { from: 'currentWay.workaround' } }],
          customfield_10011: { from: 'deskUrl' },
        },
      });
      const delivery = contractDelivery();
      await connection.create(delivery, signal);
      const { fields } = target.issues[0]!;
      assert.deepEqual(fields.labels, ['need', `wherefore-${delivery.brief.id}`]);
      assert.deepEqual(fields['priority'], { name: 'Low' });
      assert.equal(fields['customfield_10010'], WORDS.who);
      assert.equal(fields['customfield_10030'], 40);
      assert.deepEqual(fields['customfield_10040'], { value: 'every week' });
      assert.ok(!('customfield_10041' in fields), 'what the brief does not have is left out as a whole');
      assert.equal(fields['customfield_10011'], delivery.deskUrl);
    });

    it('says what is wrong with the project, the type or the rights before anything is sent', async (t) => {
      const { target, connection } = await connected(t, deployment);
      assert.equal(await connection.test(signal), 'Needs (NEED)');
      target.rights.create = false;
      await assert.rejects(connection.test(signal), { kind: 'config', message: /may not create/ });
      const story = await connected(t, deployment, { issueType: 'Story' });
      await assert.rejects(story.connection.test(signal), { kind: 'config', message: /no issue type Story/ });
      const other = await connected(t, deployment, { project: 'OTHER' });
      await assert.rejects(other.connection.test(signal), { kind: 'config' });
    });

    it('uses the meaning that was set for a status or a resolution', async (t) => {
      const statuses = { 'in review': 'reviewing', obsolete: 'later' } as const;
      const { target, connection } = await connected(t, deployment, { statuses });
      const link = await connection.create(contractDelivery(), signal);
      const { fields } = target.issues[0]!;
      Object.assign(fields, { status: { name: 'In Review', statusCategory: { key: 'indeterminate' } } });
      assert.equal((await connection.state!(link, signal)).status, 'reviewing');
      Object.assign(fields, { resolution: { name: 'Obsolete' } });
      assert.equal((await connection.state!(link, signal)).status, 'later');
    });

    it('says since when it is so, by the resolution once there is one', async (t) => {
      const { target, connection } = await connected(t, deployment);
      const link = await connection.create(contractDelivery(), signal);
      const { fields } = target.issues[0]!;
      Object.assign(fields, { statuscategorychangedate: '2026-11-22T10:00:00.000+0100' });
      assert.equal((await connection.state!(link, signal)).at, '2026-11-22T09:00:00.000Z');
      Object.assign(fields, { resolution: { name: 'Done' }, resolutiondate: '2026-11-22T12:00:00.000+0000' });
      assert.equal((await connection.state!(link, signal)).at, '2026-11-22T12:00:00.000Z');
    });

    it('asks how it stands when a webhook comes in, and leaves what is not ours alone', async (t) => {
      const { target, connection } = await connected(t, deployment);
      const { id } = await connection.create(contractDelivery(), signal);
      const old = target.inbound(id);
      Object.assign(target.issues[0]!.fields, { status: { name: 'Done', statusCategory: { key: 'done' } } });
      assert.deepEqual(await connection.receive!(old), [
        { id, state: { state: 'Done', status: 'delivered' } },
      ]);
      target.issues[0]!.fields.labels = ['need'];
      assert.deepEqual(await connection.receive!(target.inbound(id)), []);
    });
  });
}

describe('the Jira connector', () => {
  it('finds an issue that the search of the cloud does not know yet', async (t) => {
    const { target, connection } = await connected(t, 'cloud');
    target.fill(40);
    const delivery = contractDelivery();
    const link = await connection.create(delivery, signal);
    target.issues.push({
      id: '1',
      key: 'NEED-42',
      fields: { summary: 'later', description: '', labels: [] },
    });
    assert.deepEqual(await connection.find!(delivery.brief.id, signal), link);
    assert.ok(target.server.asked.some(({ path }) => path.endsWith('/bulkfetch')));
    target.server.asked.length = 0;
    target.index();
    assert.deepEqual(await connection.find!(delivery.brief.id, signal), link);
    assert.ok(!target.server.asked.some(({ path }) => path.endsWith('/bulkfetch')));
  });

  it('writes what nobody can turn into markup: text nodes in the cloud, escaped notation elsewhere', async (t) => {
    const cloud = await connected(t, 'cloud');
    await cloud.connection.create(contractDelivery({ request: HOSTILE }), signal);
    const description = JSON.stringify(cloud.target.issues[0]!.fields.description);
    assert.match(description, /"type":"doc"/);
    assert.doesNotMatch(description, /"type":"(?:mention|inlineCard|table)"/);
    const own = await connected(t, 'data-center');
    await own.connection.create(contractDelivery({ request: HOSTILE }), signal);
    assert.match(
      String(own.target.issues[0]!.fields.description),
      /\\<b\\>.*\\\*\\\*b\\\*\\\*.*\\\{quote\\\}/,
    );
  });

  it('wants an address that people can be signed in at, and an e-mail in the cloud only', () => {
    const shared = { url: 'https://acme.atlassian.net', token: 'x', project: 'NEED' };
    const takes = (config: object): boolean => jira.config.safeParse({ ...shared, ...config }).success;
    assert.ok(takes({ deployment: 'data-center' }));
    assert.ok(takes({ deployment: 'cloud', email: 'robot@example.org' }));
    assert.ok(!takes({ deployment: 'cloud' }));
    assert.ok(!takes({ deployment: 'data-center', url: 'https://user:pass@jira.example.org' }));
    assert.ok(!takes({ deployment: 'data-center', project: 'need" OR 1=1' }));
    assert.ok(!takes({ deployment: 'data-center', token: 'line\nbreak' }));
  });
});
