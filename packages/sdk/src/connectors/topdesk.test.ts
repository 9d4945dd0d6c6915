import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startTopdesk } from '../../test/targets/topdesk.ts';
import { HOSTILE, contractDelivery } from '../testing/connector-faults.ts';
import { testConnector } from '../testing/index.ts';
import { topdesk } from './topdesk.ts';

const context = { fetch: (request: Request) => fetch(request), now: Date.now };
const { signal } = new AbortController();

describe('the TOPdesk connector', () => {
  for (const { name, run } of testConnector({ connector: topdesk, start: startTopdesk })) it(name, run);

  it('keeps the id of the brief as the external number, under the caller that was set', async (t) => {
    const target = await startTopdesk();
    t.after(target.stop);
    const delivery = contractDelivery();
    const link = await topdesk.connect(target.config, context).create(delivery, signal);
    const [incident] = target.incidents;
    assert.equal(incident!.externalNumber, delivery.brief.id);
    assert.deepEqual(incident!['callerLookup'], { email: 'wherefore@example.org' });
    assert.deepEqual(incident!['category'], { name: 'Needs' });
    assert.equal(link.label, 'I 2611 001');
    assert.equal(link.url, `${target.server.origin}/tas/secure/incident?action=show&unid=${incident!.id}`);
  });

  it('says who asked in the text only, and only when that is set', async (t) => {
    const target = await startTopdesk();
    t.after(target.stop);
    await topdesk
      .connect({ ...target.config, includeRequester: true }, context)
      .create(contractDelivery(), signal);
    const { request, callerLookup } = target.incidents[0]!;
    assert.match(request, /Requester Requesterson/);
    assert.deepEqual(callerLookup, { email: 'wherefore@example.org' });
  });

  it('says since when it is completed', async (t) => {
    const target = await startTopdesk();
    t.after(target.stop);
    const connection = topdesk.connect(target.config, context);
    const link = await connection.create(contractDelivery(), signal);
    Object.assign(target.incidents[0]!, { completed: true, completedDate: '2026-11-22T09:00:00.000+0000' });
    assert.equal((await connection.state!(link, signal)).at, '2026-11-22T09:00:00.000Z');
  });

  it('sends no tags but those that TOPdesk takes', async (t) => {
    const target = await startTopdesk();
    t.after(target.stop);
    await topdesk.connect(target.config, context).create(contractDelivery({ request: HOSTILE }), signal);
    assert.doesNotMatch(target.incidents[0]!.request, /<(?!\/?b>|br>|\/?a\b)/);
  });

  it('takes a caller that nobody is registered as for a brief that is refused', async (t) => {
    const target = await startTopdesk();
    t.after(target.stop);
    const connection = topdesk.connect({ ...target.config, caller: 'nobody@example.org' }, context);
    await assert.rejects(connection.create(contractDelivery(), signal), { kind: 'refused' });
  });
});
