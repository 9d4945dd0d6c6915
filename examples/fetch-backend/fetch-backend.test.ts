import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createBrief } from '@wherefore/sdk';
import { createIntakeGateway } from '@wherefore/sdk/intake';
import { runConformanceCommand } from '../../test/contracts/conformance-command.ts';
import { serve } from './serve.js';
import worker from './worker.js';

describe('the fetch handler', () => {
  let server: Server;
  let url: string;

  before(async () => {
    server = (await serve(0)) as Server;
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it('reaches level basic, with everything that a server should do', async () => {
    const { code, stdout, stderr } = await runConformanceCommand(url);
    assert.equal(stderr, '');
    assert.doesNotMatch(stdout, /✗/, stdout);
    assert.match(stdout, /\nlevel: basic\n$/);
    assert.equal(code, 0);
  });

  it('gives the SDK a receipt without a link', async () => {
    const brief = createBrief({ language: 'nl', request: 'We willen een intranet' });
    const receipt = await createIntakeGateway({ endpoint: url }).submit(brief);
    assert.deepEqual(Object.keys(receipt), ['id', 'receivedAt']);
  });

  it('lets pages of one other origin in, and no others unless told so', async () => {
    const ask = () => new Request('https://edge.example.org/v1/briefs', { method: 'OPTIONS' });
    const open = await worker.fetch(ask(), { ALLOWED_ORIGIN: 'https://intranet.example.org' });
    assert.equal(open.headers.get('access-control-allow-origin'), 'https://intranet.example.org');
    assert.match(open.headers.get('access-control-allow-headers') ?? '', /idempotency-key/);
    const closed = await worker.fetch(ask());
    assert.equal(closed.headers.get('access-control-allow-origin'), null);
  });
});
