import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startServiceNow } from '../../test/targets/servicenow.ts';
import { contractDelivery } from '../testing/connector-faults.ts';
import { testConnector } from '../testing/index.ts';
import { serviceNow } from './servicenow.ts';

const context = { fetch: (request: Request) => fetch(request), now: Date.now };
const { signal } = new AbortController();

describe('the ServiceNow connector', () => {
  for (const signIn of ['basic', 'token'] as const) {
    describe(`with ${signIn}`, () => {
      for (const { name, run } of testConnector({
        connector: serviceNow,
        start: () => startServiceNow(signIn),
      }))
        it(name, run);
    });
  }

  it('signs in with a user and a password, in UTF-8', async (t) => {
    const target = await startServiceNow('basic');
    t.after(target.stop);
    const connection = serviceNow.connect(target.config, context);
    assert.equal(await connection.test(signal), `incident at ${new URL(target.config.url).host}`);
    await assert.rejects(
      serviceNow.connect(target.wrongConfig!, context).create(contractDelivery(), signal),
      {
        kind: 'config',
      },
    );
  });

  it('keeps the id of the brief as the correlation, with fields of one’s own', async (t) => {
    const target = await startServiceNow();
    t.after(target.stop);
    const delivery = contractDelivery();
    const link = await serviceNow.connect(target.config, context).create(delivery, signal);
    const [row] = target.rows;
    assert.equal(row!['correlation_id'], delivery.brief.id);
    assert.equal(row!['correlation_display'], 'Wherefore');
    assert.equal(row!['assignment_group'], 'Needs');
    assert.deepEqual(link, {
      id: row!['sys_id'],
      url: `${target.config.url}/incident.do?sys_id=${row!['sys_id']}`,
      label: 'INC7000001',
    });
  });

  it('takes no record for ours because the table has no correlation', async (t) => {
    const target = await startServiceNow();
    t.after(target.stop);
    target.columns.delete('correlation_id');
    const connection = serviceNow.connect(target.config, context);
    const delivery = contractDelivery();
    await connection.create(delivery, signal);
    assert.equal(await connection.find!(contractDelivery().brief.id, signal), undefined);
  });

  it('uses the meaning that was set for a state, by name or by value', async (t) => {
    const target = await startServiceNow();
    t.after(target.stop);
    for (const statuses of [{ 'on hold': 'later' }, { 3: 'later' }] as const) {
      const connection = serviceNow.connect({ ...target.config, statuses }, context);
      const link = await connection.create(contractDelivery(), signal);
      Object.assign(target.rows.at(-1)!, { state: '3' });
      assert.deepEqual(await connection.state!(link, signal), { state: 'On Hold', status: 'later' });
    }
  });

  it('says since when it is resolved, in UTC', async (t) => {
    const target = await startServiceNow();
    t.after(target.stop);
    const connection = serviceNow.connect(target.config, context);
    const link = await connection.create(contractDelivery(), signal);
    Object.assign(target.rows[0]!, { state: '6', resolved_at: '2026-11-22 09:00:00' });
    assert.equal((await connection.state!(link, signal)).at, '2026-11-22T09:00:00.000Z');
  });

  it('wants one way to sign in', () => {
    const takes = (config: object): boolean =>
      serviceNow.config.safeParse({ url: 'https://acme.service-now.com', ...config }).success;
    assert.ok(takes({ token: 'x' }));
    assert.ok(takes({ user: 'x', password: 'y' }));
    assert.ok(!takes({}));
    assert.ok(!takes({ user: 'x' }));
    assert.ok(!takes({ user: 'x', password: 'y', token: 'z' }));
  });
});
