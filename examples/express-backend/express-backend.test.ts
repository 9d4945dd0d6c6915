import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { createBrief } from '@wherefore/sdk';
import { createIntakeGateway } from '@wherefore/sdk/intake';
import { runConformanceCommand } from '../../test/contracts/conformance-command.ts';
import { createBackend } from './server.js';

describe('the Express backend', () => {
  let folder: string;
  let file: string;
  let server: Server | undefined;

  async function start(): Promise<string> {
    server = (await createBackend(file)).listen(0, '127.0.0.1') as Server;
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  async function stop(): Promise<void> {
    server?.closeAllConnections();
    server?.close();
    if (server) await once(server, 'close');
    server = undefined;
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wherefore-express-'));
    file = join(folder, 'briefs.json');
  });
  afterEach(stop);
  after(() => rm(folder, { recursive: true }));

  it('reaches level basic, with everything that a server should do', async () => {
    const { code, stdout, stderr } = await runConformanceCommand(await start());
    assert.equal(stderr, '');
    assert.doesNotMatch(stdout, /✗/, stdout);
    assert.match(stdout, /\nlevel: basic\n$/);
    assert.equal(code, 0);
  });

  it('has every brief in the file when the receipt is there, and the same receipt after a restart', async () => {
    const gateway = createIntakeGateway({ endpoint: await start() });
    const briefs = Array.from({ length: 20 }, (_, i) =>
      createBrief({ language: 'en', request: `Number ${i}` }),
    );
    const receipts = await Promise.all(
      briefs.map(async (brief) => {
        const receipt = await gateway.submit(brief);
        const kept = JSON.parse(await readFile(file, 'utf8')) as Record<string, { brief: unknown }>;
        assert.deepEqual(kept[brief.id]?.brief, brief);
        return receipt;
      }),
    );
    await stop();
    const again = createIntakeGateway({ endpoint: await start() });
    assert.deepEqual(await Promise.all(briefs.map((brief) => again.submit(brief))), receipts);
  });

  it('does not write over a file that it cannot read', async () => {
    const other = join(folder, 'other.json');
    await writeFile(other, '{"half');
    await assert.rejects(createBackend(other), /other\.json can't be read/);
    assert.equal(await readFile(other, 'utf8'), '{"half');
  });
});
