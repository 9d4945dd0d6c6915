import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OTHER_SECRET, SECRET, sign, startWebhook } from '../../test/targets/webhook.ts';
import { contractDelivery } from '../testing/connector-faults.ts';
import { testConnector } from '../testing/index.ts';
import { ConnectorError } from './connector.ts';
import { webhook } from './webhook.ts';

const context = { fetch: (request: Request) => fetch(request), now: Date.now };
const { signal } = new AbortController();

describe('the webhook connector', () => {
  for (const { name, run } of testConnector({ connector: webhook, start: () => startWebhook() }))
    it(name, run);

  it('sends the whole brief, without who asked unless that is set', async (t) => {
    const target = await startWebhook();
    t.after(target.stop);
    const delivery = contractDelivery();
    await webhook.connect(target.config, context).create(delivery, signal);
    const { type, data } = target.events.get(delivery.deliveryId)!;
    const { requester, contact, ...said } = delivery.brief;
    assert.equal(type, 'wherefore.brief.received');
    assert.deepEqual(data['brief'], said);
    assert.equal(data['deskUrl'], delivery.deskUrl);

    const more = contractDelivery({ requester, contact });
    await webhook.connect({ ...target.config, includeRequester: true }, context).create(more, signal);
    assert.deepEqual(target.events.get(more.deliveryId)!.data['brief'], more.brief);
  });

  it('signs with every secret under one id, so that both sides can change theirs', async (t) => {
    const target = await startWebhook();
    t.after(target.stop);
    const config = { ...target.config, secrets: [OTHER_SECRET, SECRET] };
    const delivery = contractDelivery();
    const connection = webhook.connect(config, context);
    await connection.create(delivery, signal);
    await connection.create(delivery, signal);
    assert.equal(target.events.size, 1);
    assert.equal(target.server.asked[0]!.text, target.server.asked[1]!.text);
    const { headers, text } = target.server.asked[0]!;
    assert.equal(headers['webhook-id'], delivery.deliveryId);
    const seconds = Number(headers['webhook-timestamp']);
    assert.equal(
      headers['webhook-signature'],
      [OTHER_SECRET, SECRET].map((secret) => sign(secret, delivery.deliveryId, seconds, text)).join(' '),
    );
  });

  it('links to where the receiver says it put the brief', async (t) => {
    const target = await startWebhook((id) => ({
      id: `T-${id}`,
      url: 'https://tickets.example.org/9',
      label: 'T-9',
    }));
    t.after(target.stop);
    const delivery = contractDelivery();
    const link = await webhook.connect(target.config, context).create(delivery, signal);
    assert.deepEqual(link, {
      id: `T-${delivery.brief.id}`,
      url: 'https://tickets.example.org/9',
      label: 'T-9',
    });
  });

  it('takes no link that is not one for people', async (t) => {
    const target = await startWebhook(() => ({ url: 'javascript:alert(1)' }));
    t.after(target.stop);
    const link = await webhook.connect(target.config, context).create(contractDelivery(), signal);
    assert.equal(link.url, undefined);
  });

  it('believes any of its secrets, and nothing older or newer than five minutes', async (t) => {
    const target = await startWebhook();
    t.after(target.stop);
    const connection = webhook.connect({ ...target.config, secrets: [OTHER_SECRET, SECRET] }, context);
    const data = { id: 'x', state: 'Busy', status: 'accepted' };
    for (const secret of [SECRET, OTHER_SECRET])
      assert.equal((await connection.receive!(target.event(data, { secret })))[0]!.state.status, 'accepted');
    const minutes = 60_000;
    const at = Date.now() - 4 * minutes;
    assert.deepEqual(await connection.receive!(target.event(data, { at })), [
      { id: 'x', state: { state: 'Busy', status: 'accepted', at: new Date(at).toISOString() } },
    ]);
    for (const at of [Date.now() - 6 * minutes, Date.now() + 6 * minutes])
      await assert.rejects(connection.receive!(target.event(data, { at })), { kind: 'refused' });
    const third = `whsec_${btoa('a third secret')}`;
    await assert.rejects(connection.receive!(target.event(data, { secret: third })), ConnectorError);
  });

  it('tells what was decided at the desk, without who decided, the same for every try', async (t) => {
    const target = await startWebhook();
    t.after(target.stop);
    const { brief } = contractDelivery();
    const link = { id: 'T-9', label: 'T-9' };
    const decided = {
      status: 'later',
      reason: 'After the move',
      by: 'Somebody',
      at: '2026-11-22T09:00:00.000Z',
    } as const;
    const connection = webhook.connect(target.config, context);
    await connection.update!({ brief, link, ...decided, deliveryId: 'd-1' }, signal);
    await connection.update!({ brief, link, ...decided, deliveryId: 'd-1' }, signal);
    assert.deepEqual(Array.from(target.events), [
      [
        'd-1',
        {
          type: 'wherefore.brief.decided',
          timestamp: decided.at,
          data: { id: 'T-9', brief: brief.id, status: 'later', reason: 'After the move' },
        },
      ],
    ]);
  });

  it('makes nothing of an event that it does not know, or of a status that does not exist', async (t) => {
    const target = await startWebhook();
    t.after(target.stop);
    const { receive } = webhook.connect(target.config, context);
    assert.deepEqual(await receive!(target.event({ id: 'x', state: 'y' }, { type: 'other' })), []);
    assert.deepEqual(await receive!(target.event({ id: 'x', state: 'y', status: 'won' })), []);
  });

  it('wants an address without a user, and secrets that are keys', () => {
    const good = { url: 'https://example.org/hook', secrets: [SECRET] };
    assert.equal(webhook.config.safeParse(good).success, true);
    for (const wrong of [
      { url: 'https://user:pass@example.org/' },
      { url: 'file:///etc/passwd' },
      { secrets: [] },
      { secrets: ['whsec_'] },
      { secrets: ['not base64!'] },
      { secrets: [`whsec_${btoa('too short')}`] },
    ])
      assert.equal(webhook.config.safeParse({ ...good, ...wrong }).success, false, JSON.stringify(wrong));
  });
});
