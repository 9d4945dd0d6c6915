/** The two servers behind the fault proxy: one inside the test, and one that can be killed. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { createApp, createMemoryStore } from '@wherefore/server';

const root = join(import.meta.dirname, '../..');

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Takes what the proxy lets through. */
export interface Backend {
  /** @throws when there is nobody to take it. */
  handle(path: string, headers: Record<string, string>, body: string): Promise<Reply>;
  /** Ids of what is stored, one for each row. */
  ids(): Promise<string[]>;
  stop(): Promise<void>;
}

/** The real app on a store in memory, in this process. */
export function inProcess(): Backend {
  const store = createMemoryStore();
  const app = createApp({ store, secret: new Uint8Array(32), rates: false });
  const ids: string[] = [];
  return {
    async handle(path, headers, body) {
      const url = `http://127.0.0.1${path}`;
      const response = await app.fetch(new Request(url, { method: 'POST', headers, body }));
      const answer = {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
      // 201 is a new row; the same brief again is a 200.
      if (answer.status === 201) ids.push((JSON.parse(body) as { id: string }).id);
      return answer;
    },
    ids: async () => [...ids],
    stop: async () => store.close(),
  };
}

export interface KillableBackend extends Backend {
  /** Where it keeps its database. */
  folder: string;
  /** The same after each kill. */
  port: number;
  /** `kill -9` of our own child, and a new one on the same data. Resolves when that one answers. */
  kill(): Promise<void>;
}

/** The built server as a process of its own on SQLite. */
export async function killable(): Promise<KillableBackend> {
  const data = mkdtempSync(join(tmpdir(), 'wherefore-faults-'));
  let child: ChildProcess;
  let port = 0;
  let killing = Promise.resolve();

  async function start(): Promise<void> {
    child = spawn(process.execPath, ['packages/server/dist/main.js'], {
      cwd: root,
      env: { ...process.env, PORT: String(port), WHEREFORE_DATA_DIR: data, WHEREFORE_RATE_LIMITS: 'off' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout! })) {
      const found = /ready: http:\/\/localhost:(\d+)/.exec(line)?.[1];
      if (!found) continue;
      port = Number(found);
      return;
    }
    throw new Error('The server ended before it was ready');
  }
  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    // One that ended by itself never ends again.
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  await start();
  process.once('exit', () => child.kill('SIGKILL'));
  return {
    folder: data,
    port,
    handle: (path, headers, body) =>
      new Promise((resolve, reject) => {
        const out = request(
          { port, host: '127.0.0.1', path, method: 'POST', headers, agent: false },
          async (response) => {
            let text = '';
            try {
              for await (const chunk of response.setEncoding('utf8')) text += chunk;
            } catch (error) {
              return reject(error as Error);
            }
            const headers = Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            );
            resolve({ status: response.statusCode ?? 0, headers, body: text });
          },
        );
        out.on('error', reject);
        out.end(body);
      }),
    async ids() {
      // Somebody else may have killed it just now; and what starts again takes the file for itself while it looks through it.
      await killing;
      const database = new DatabaseSync(join(data, 'wherefore.db'), { readOnly: true, timeout: 30_000 });
      try {
        return database
          .prepare('SELECT id FROM brief')
          .all()
          .map((row) => String(row['id']));
      } finally {
        database.close();
      }
    },
    // One after the other: two at once would end the same process twice.
    kill: () =>
      (killing = killing.then(async () => {
        await end('SIGKILL');
        await start();
      })),
    async stop() {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}
