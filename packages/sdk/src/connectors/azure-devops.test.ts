import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { startAzureDevOps } from '../../test/targets/azure-devops.ts';
import type { AzureTarget } from '../../test/targets/azure-devops.ts';
import { basicOf } from '../../test/targets/target-server.ts';
import { HOSTILE, contractDelivery } from '../testing/connector-faults.ts';
import { testConnector } from '../testing/index.ts';
import { azureDevOps } from './azure-devops.ts';
import type { AzureDevOpsConfig } from './azure-devops.ts';
import type { Connection } from './connector.ts';

const { signal } = new AbortController();

async function connected(
  t: TestContext,
  more: Partial<AzureDevOpsConfig> = {},
): Promise<{ target: AzureTarget; connection: Connection }> {
  const target = await startAzureDevOps();
  t.after(target.stop);
  const context = { fetch: (request: Request) => fetch(request), now: Date.now };
  return { target, connection: azureDevOps.connect({ ...target.config, ...more }, context) };
}

describe('the Azure DevOps connector', () => {
  for (const { name, run } of testConnector({ connector: azureDevOps, start: startAzureDevOps }))
    it(name, run);

  it('fills fields and tags, and marks the item with a tag of its own', async (t) => {
    const { target, connection } = await connected(t);
    const delivery = contractDelivery();
    const link = await connection.create(delivery, signal);
    const { fields } = target.items[0]!;
    assert.equal(fields['System.Tags'], `need; wherefore-${delivery.brief.id}`);
    assert.equal(fields['System.AreaPath'], 'Our needs\\Intake');
    assert.equal(fields['Custom.Urgent'], false);
    assert.equal(link.url, `${target.server.origin}/acme/Our%20needs/_workitems/edit/1`);
  });

  it('has the settings checked by a work item that is not kept', async (t) => {
    const { target, connection } = await connected(t);
    assert.equal(await connection.test(signal), 'Our needs, as User Story');
    assert.equal(target.server.asked[0]!.query.get('validateOnly'), 'true');
    assert.deepEqual(target.items, []);
    const other = await connected(t, { type: 'Bug' });
    await assert.rejects(other.connection.test(signal), { kind: 'config' });
  });

  it('takes the page to sign in on for a wrong token, in every call', async (t) => {
    const { connection } = await connected(t, { token: 'expired' });
    const link = { id: '1', label: '1' };
    for (const call of [
      () => connection.test(signal),
      () => connection.find!('x', signal),
      () => connection.state!(link, signal),
    ])
      await assert.rejects(call(), { kind: 'config', message: /token is wrong/ });
  });

  it('lets no word become HTML', async (t) => {
    const { target, connection } = await connected(t, { descriptionField: 'Microsoft.VSTS.TCM.ReproSteps' });
    await connection.create(contractDelivery({ request: HOSTILE }), signal);
    const { fields } = target.items[0]!;
    assert.equal(fields['System.Description'], undefined);
    assert.doesNotMatch(String(fields['Microsoft.VSTS.TCM.ReproSteps']), /<b>&amp;|<!channel/);
  });

  it('uses the meaning that was set for a state, and says since when', async (t) => {
    const { target, connection } = await connected(t, { statuses: { opgelost: 'solved' } });
    const link = await connection.create(contractDelivery(), signal);
    Object.assign(target.items[0]!.fields, {
      'System.State': 'Opgelost',
      'Microsoft.VSTS.Common.StateChangeDate': '2026-11-22T09:00:00.12Z',
    });
    const at = '2026-11-22T09:00:00.120Z';
    assert.deepEqual(await connection.state!(link, signal), { state: 'Opgelost', status: 'solved', at });
  });

  it('reads every kind of work item event, and leaves what is not ours alone', async (t) => {
    const { target, connection } = await connected(t);
    const { id } = await connection.create(contractDelivery(), signal);
    target.items[0]!.fields['System.State'] = 'Klaar';
    const said = [{ id, state: { state: 'Klaar', status: 'delivered' } }];
    for (const eventType of ['workitem.updated', 'workitem.created', 'workitem.commented'])
      assert.deepEqual(await connection.receive!(target.inbound(id, eventType)), said, eventType);
    assert.deepEqual(await connection.receive!(target.inbound(id, 'git.push')), []);
    const wrong = {
      ...target.inbound(id),
      headers: new Headers({ authorization: basicOf('hooks', 'other') }),
    };
    await assert.rejects(connection.receive!(wrong), { kind: 'refused' });
    target.items[0]!.fields['System.Tags'] = 'need';
    assert.deepEqual(await connection.receive!(target.inbound(id)), []);
  });
});
