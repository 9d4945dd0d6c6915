import assert from 'node:assert/strict';
import { it } from 'node:test';
import { receive, receiptFor, serve } from '../test/server.ts';
import { createBrief, createClient } from './index.ts';

it('createClient is all three gateways', async (t) => {
  const { endpoint } = await serve(t, receive);
  const client = createClient({ endpoint });
  const brief = createBrief({ language: 'nl', request: 'een app' });
  assert.deepEqual(await client.submit(brief), receiptFor(brief.id));
  assert.deepEqual(Object.keys(client).sort(), [
    'changeStatus',
    'follow',
    'getBrief',
    'listBriefs',
    'listDeliveries',
    'listTargets',
    'retryDelivery',
    'retryTarget',
    'session',
    'signIn',
    'signOut',
    'submit',
    'testTarget',
  ]);
});

it('a method works without its client', async (t) => {
  const { endpoint } = await serve(t, receive);
  const { submit } = createClient({ endpoint });
  const brief = createBrief({ language: 'nl', request: 'een app' });
  assert.equal((await submit(brief)).id, brief.id);
});
