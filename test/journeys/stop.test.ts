/** How `npm start` ends, after its build: as processes, because that is what it is about. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { openSqliteStore } from '@wherefore/server';

const root = join(import.meta.dirname, '../..');
const serve = join(root, '.config/serve.js');

interface Running {
  child: ChildProcess;
  dataDir: string;
  url: string;
  /** Ends when nobody below the child holds its standard output any more: the server has stopped. */
  ended: Promise<unknown>;
}

/** Starts a process that has the server below it, and waits for the address. */
async function launch(t: TestContext, args: string[]): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wherefore-stop-'));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORT: '0', WHEREFORE_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  t.after(() => child.kill('SIGKILL'));
  // Should the server outlive a failed test: this stops it.
  child.on('message', (pid) => t.after(() => endIfRunning(Number(pid))));
  const output = child.stdout as Readable;
  const lines = createInterface(output);
  const [line] = (await once(lines, 'line')) as [string];
  const url = /http:\S+/.exec(line)?.[0];
  assert.ok(url, line);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  return { child, dataDir, url, ended: once(lines, 'close') };
}

function endIfRunning(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It is gone, as it should be.
  }
}

/** The server answers no more, and has let go of its data. */
async function assertStopped({ url, dataDir, ended }: Running): Promise<void> {
  await ended;
  await assert.rejects(fetch(`${url}/healthz`), TypeError);
  await openSqliteStore({ folder: dataDir }).close();
}

describe('npm start', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`stops the server on ${signal} and ends well`, async (t) => {
      const running = await launch(t, [serve]);
      const exit = once(running.child, 'exit');
      running.child.kill(signal);
      assert.deepEqual(await exit, [0, null]);
      await assertStopped(running);
    });
  }

  it('leaves no server behind when whoever started it is gone', { timeout: 30_000 }, async (t) => {
    const starter = `
      const { spawn } = require('node:child_process');
      const started = spawn(process.execPath, [${JSON.stringify(serve)}], { stdio: 'inherit' });
      process.send(started.pid);`;
    const running = await launch(t, ['--eval', starter]);
    running.child.kill('SIGKILL');
    await assertStopped(running);
  });
});
