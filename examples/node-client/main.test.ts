import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { start } from '@wherefore/server/main';
import type { RunningServer } from '@wherefore/server/main';

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the example as a process of its own, as a reader of the README would. */
function run(endpoint: string, ...args: string[]): Promise<Ended> {
  const main = join(import.meta.dirname, 'src/main.ts');
  const env = { ...process.env, WHEREFORE_URL: endpoint };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=wherefore-source', main, ...args],
      { env },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

describe('the node client, with the real server', () => {
  let folder: string;
  let server: RunningServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wherefore-node-client-'));
    server = await start({ port: 0, host: '127.0.0.1', dataDir: folder, print: () => {} });
  });
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const endpoint = () => `http://127.0.0.1:${server.port}`;

  it('sends the sentence and reads it back', async () => {
    const request = "We willen een intranet, want collega's op locatie weten niet wat er speelt";
    const { code, stdout, stderr } = await run(endpoint(), '--language', 'nl', request);
    assert.equal(stderr, '');
    assert.equal(code, 0);
    assert.match(stdout, /^Received: +\d{4}-\d\d-\d\dT/m);
    assert.match(stdout, /^Follow it: http:\S+#[\w-]{22,}$/m);
    assert.match(stdout, /^State: +received$/m);
    assert.ok(stdout.includes(`Request:   ${request}\n`));
  });

  it('sends a sentence of its own without arguments, a new brief every time', async () => {
    const number = async () => /^Number: +(\S+)$/m.exec((await run(endpoint())).stdout)?.[1];
    const [one, two] = [await number(), await number()];
    assert.ok(one && two);
    assert.notEqual(one, two);
  });
});

describe('the node client, when it goes wrong', () => {
  it('says that nothing answers, without a stack', async () => {
    const { code, stdout, stderr } = await run('http://127.0.0.1:1');
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^Not received\. Nothing answers at http:\/\/127\.0\.0\.1:1\./);
    assert.doesNotMatch(stderr, /\n +at /);
  });

  it('does not take a web page for a receipt', async (t) => {
    const site = createServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>'),
    ).listen(0, '127.0.0.1');
    t.after(() => site.close());
    await once(site, 'listening');
    const { code, stdout, stderr } = await run(`http://127.0.0.1:${(site.address() as AddressInfo).port}`);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /is not a Wherefore server, or a sign-in page/);
  });

  it('ends with 2 for what makes no brief, and sends nothing', async () => {
    for (const args of [['x'.repeat(4001)], ['   '], ['--language', 'de', 'Hallo'], ['--unknown']]) {
      const { code, stdout, stderr } = await run('http://127.0.0.1:1', ...args);
      assert.equal(code, 2, args.join(' ').slice(0, 40));
      assert.equal(stdout, '');
      assert.match(stderr, /Usage:|\/request is/);
    }
  });
});
