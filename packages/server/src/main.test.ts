/** Over real HTTP, in a real process. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { receiptSchema } from '@wherefore/core/wire';
import { briefOf, tokenIn } from '../test/support.ts';
import { StartError, optionsFrom, start } from './main.ts';

function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-main-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Running {
  child: ChildProcess;
  lines: string[];
  url: string;
}

/** Starts the server as a process of its own and waits for its first two lines. */
async function launch(t: TestContext, env: Record<string, string>): Promise<Running> {
  const child = spawn(
    process.execPath,
    ['--conditions=wherefore-source', join(import.meta.dirname, 'main.ts')],
    {
      env: { ...process.env, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  t.after(() => child.kill('SIGKILL'));
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) if (lines.push(line) === 2) break;
  const url = /^Wherefore is ready: (http:\/\/localhost:\d+)$/.exec(lines[0] ?? '')?.[1];
  assert.ok(url, lines.join('\n'));
  return { child, lines, url };
}

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Collects what a process says until it ends. */
async function outcome(child: ChildProcess): Promise<{ code: number | null; errors: string }> {
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, errors };
}

function fails(env: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const args = ['--conditions=wherefore-source', join(import.meta.dirname, 'main.ts')];
  return outcome(
    spawn(process.execPath, args, {
      env: { ...process.env, PORT: '0', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
}

describe('the process', () => {
  it('prints the address first, then a link that signs in once', async (t) => {
    const { child, lines, url } = await launch(t, { WHEREFORE_DATA_DIR: temporary(t) });
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    const link = /http\S+/.exec(lines[1] ?? '')?.[0] ?? '';
    assert.ok(link.startsWith(`${url}/desk.html#sign-in=`), lines[1]);
    const token = link.split('#sign-in=')[1];
    assert.equal((await post(`${url}/v1/session`, { token })).status, 200);
    assert.equal((await post(`${url}/v1/session`, { token })).status, 401);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('still has twenty acknowledged briefs after kill -9, and gives the same receipts', async (t) => {
    const folder = temporary(t);
    const first = await launch(t, {
      WHEREFORE_DATA_DIR: folder,
      WHEREFORE_PUBLIC_URL: 'http://wherefore.example.org',
    });
    const briefs = Array.from({ length: 20 }, (_, index) => briefOf(index));
    const receipts = await Promise.all(
      briefs.map(async (brief) =>
        receiptSchema.parse(await (await post(`${first.url}/v1/briefs`, brief)).json()),
      ),
    );
    first.child.kill('SIGKILL');
    assert.deepEqual(await once(first.child, 'exit'), [null, 'SIGKILL']);

    const second = await launch(t, {
      WHEREFORE_DATA_DIR: folder,
      WHEREFORE_PUBLIC_URL: 'http://wherefore.example.org',
    });
    for (const [index, brief] of briefs.entries()) {
      const again = await post(`${second.url}/v1/briefs`, brief);
      assert.equal(again.status, 200);
      assert.deepEqual(await again.json(), receipts[index]);
    }
    const token = tokenIn(receipts[0]?.followUrl ?? '');
    assert.equal((await post(`${second.url}/v1/follow`, { token })).status, 200);
  });

  it('finishes a running request when it is told to stop', async (t) => {
    const folder = temporary(t);
    const { child, url } = await launch(t, { WHEREFORE_DATA_DIR: folder });
    const body = JSON.stringify(briefOf(1));
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
    };
    const running = request(`${url}/v1/briefs`, {
      method: 'POST',
      headers,
      agent: new Agent({ keepAlive: true }),
    });
    running.flushHeaders();
    // The server has the head of the request when it asks for the rest.
    await once(running, 'continue');
    child.kill('SIGINT');
    const exited = once(child, 'exit');
    const answered = once(running, 'response');
    running.end(body);
    const [answer] = (await answered) as [import('node:http').IncomingMessage];
    assert.equal(answer.statusCode, 201);
    answer.resume();
    assert.deepEqual(await exited, [0, null]);
    const again = await launch(t, { WHEREFORE_DATA_DIR: folder });
    assert.equal((await post(`${again.url}/v1/briefs`, briefOf(1))).status, 200);
  });

  it('explains on standard error why it cannot start, without a stack', async (t) => {
    const one = await start({ port: 0, dataDir: temporary(t), print: () => {} });
    const { code, errors } = await fails({ WHEREFORE_DATA_DIR: temporary(t), PORT: String(one.port) });
    assert.equal(
      errors,
      `Wherefore can't start. Port ${one.port} is taken. Stop what is using it, or choose another with PORT.\n`,
    );
    assert.equal(code, 1);
    await one.stop();
  });
});

describe('start', () => {
  it('serves in this process and stops twice without harm', async (t) => {
    const printed: string[] = [];
    const server = await start({ port: 0, dataDir: temporary(t), print: (line) => printed.push(line) });
    assert.equal(printed[0], `Wherefore is ready: ${server.url}`);
    assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
    await Promise.all([server.stop(), server.stop()]);
    await assert.rejects(fetch(`${server.url}/readyz`));
  });

  it('lets go of the folder when the port is taken', async (t) => {
    const one = await start({ port: 0, dataDir: temporary(t), print: () => {} });
    const folder = temporary(t);
    await assert.rejects(start({ port: one.port, dataDir: folder, print: () => {} }), StartError);
    const two = await start({ port: 0, dataDir: folder, print: () => {} });
    await Promise.all([one.stop(), two.stop()]);
  });

  it('says plainly what is wrong with the folder', async (t) => {
    const folder = temporary(t);
    const one = await start({ port: 0, dataDir: folder, print: () => {} });
    const file = join(temporary(t), 'file');
    writeFileSync(file, '');
    for (const [dataDir, message] of [
      [folder, /^Another Wherefore server is using the database/],
      [file, /can't be written/],
    ] as const) {
      await assert.rejects(start({ port: 0, dataDir, print: () => {} }), (error) => {
        assert.ok(error instanceof StartError);
        assert.match(error.message, message);
        return true;
      });
    }
    await one.stop();
  });

  it('does not go on listening with settings that make no sense', async (t) => {
    const printed: string[] = [];
    const options = { port: 0, dataDir: temporary(t), print: (line: string) => void printed.push(line) };
    await assert.rejects(start({ ...options, allowedOrigins: ['*'] }), RangeError);
    assert.deepEqual(printed, []);
    await (await start(options)).stop();
  });

  it('counts requests by the address of the connection', async (t) => {
    const few = { burst: 1, perMinute: 1 };
    const rates = { briefs: few, follow: few, session: few, webhooks: few };
    const server = await start({ port: 0, dataDir: temporary(t), print: () => {}, rates });
    assert.equal((await post(`${server.url}/v1/briefs`, briefOf(1))).status, 201);
    assert.equal((await post(`${server.url}/v1/briefs`, briefOf(1))).status, 429);
    await server.stop();
  });
});

describe('the environment', () => {
  it('has defaults', () => {
    const { log: _log, jobLog: _jobLog, ...options } = optionsFrom({});
    assert.deepEqual(options, { port: 4747, dataDir: './data', pages: [], allowedOrigins: [] });
  });

  it('is read completely', () => {
    const {
      log: _log,
      jobLog: _jobLog,
      ...options
    } = optionsFrom({
      PORT: '0',
      WHEREFORE_DATA_DIR: '/data',
      WHEREFORE_PUBLIC_URL: 'https://wherefore.example.org/',
      WHEREFORE_PAGES: ['a', 'b'].join(process.platform === 'win32' ? ';' : ':'),
      WHEREFORE_ALLOWED_ORIGINS: 'https://a.example.org, https://b.example.org',
      WHEREFORE_HOST: '0.0.0.0',
      WHEREFORE_REVIEWER: 'Fatima',
      WHEREFORE_RATE_LIMITS: 'off',
      WHEREFORE_CONNECTORS: '/etc/connectors.json',
    });
    assert.deepEqual(options, {
      port: 0,
      dataDir: '/data',
      pages: ['a', 'b'],
      allowedOrigins: ['https://a.example.org', 'https://b.example.org'],
      publicUrl: 'https://wherefore.example.org',
      host: '0.0.0.0',
      reviewer: 'Fatima',
      rates: false,
      connectorsFile: '/etc/connectors.json',
    });
  });

  it('refuses a public address with a path, or without a scheme', () => {
    for (const WHEREFORE_PUBLIC_URL of [
      'example.org',
      'https://example.org/wherefore',
      'ftp://example.org',
    ]) {
      assert.throws(() => optionsFrom({ WHEREFORE_PUBLIC_URL }), StartError);
    }
  });

  for (const PORT of ['-1', '65536', '80.5', 'http']) {
    it(`refuses ${PORT} as a port`, () => assert.throws(() => optionsFrom({ PORT }), StartError));
  }
});
