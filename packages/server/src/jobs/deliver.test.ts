import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectorError } from '@wherefore/sdk/connectors';
import type { ClaimedDelivery } from '../store/deliveries.ts';
import type { Target } from '../targets/target.ts';
import { openTargets, parseTargetSettings } from '@wherefore/server';
import { briefOf } from '../../test/support.ts';
import { deliver } from './deliver.ts';

const at = '2026-03-01T08:00:00.000Z';
const claim: ClaimedDelivery = {
  id: '1',
  attempts: 1,
  triedBefore: false,
  record: { brief: briefOf(1), status: 'received', receivedAt: at, updatedAt: at, version: 1, history: [] },
};

/** A target whose every call fails with this. */
function failing(error: unknown): Target {
  const [target] = openTargets({
    settings: parseTargetSettings({ targets: { own: { connector: 'own', settings: {} } } }),
    connectors: [
      {
        name: 'own',
        title: 'Own',
        config: { safeParse: () => ({ success: true, data: {} }) },
        secrets: [],
        hosts: () => [],
        connect: () => ({ test: () => Promise.reject(error), create: () => Promise.reject(error) }),
      },
    ],
    secrets: { env: {}, folder: '.' },
    key: new Uint8Array(32),
    now: () => 0,
  });
  return target!;
}

const options = { now: () => 0, random: () => 0, deskUrl: () => '', signal: new AbortController().signal };

describe('a try that fails', () => {
  it('means the same when the connector has a copy of the SDK of its own', async () => {
    // The same file under another address is another module, as in another node_modules.
    const address: string = `${new URL('../../../sdk/src/connectors/connector.ts', import.meta.url).href}?copy`;
    const copy = (await import(address)) as { ConnectorError: typeof ConnectorError };
    for (const kind of ['retry', 'config', 'refused'] as const) {
      const details: ConstructorParameters<typeof ConnectorError> = [
        kind,
        'Own is not well.',
        { retryAfter: 7000 },
      ];
      const theirs = new copy.ConnectorError(...details);
      assert.ok(!(theirs instanceof ConnectorError));
      const outcome = await deliver(failing(theirs), claim, options);
      assert.deepEqual(outcome, await deliver(failing(new ConnectorError(...details)), claim, options));
      assert.match(JSON.stringify(outcome), /Own is not well/);
    }
  });

  it('says nothing of an error that was not written for people', async () => {
    for (const error of [
      new TypeError('secret words'),
      'secret words',
      { name: 'ConnectorError', kind: 'refused', message: 'secret words' },
    ]) {
      const outcome = await deliver(failing(error), claim, options);
      assert.equal(outcome.state, 'waiting');
      assert.doesNotMatch(JSON.stringify(outcome), /secret/);
    }
  });
});
