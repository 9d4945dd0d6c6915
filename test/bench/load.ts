/** Servers as processes of their own, and the load for them: what the figures of the server have in common. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Brief } from '@wherefore/core/brief';

export const root = join(import.meta.dirname, '../..');
export const BUILT = join(root, 'packages/server/dist/main.js');

export interface Started {
  child: ChildProcess;
  port: Promise<number>;
}

/** Our server, as built when it is built. @param flags For Node. */
export function wherefore(folder: string, env: Record<string, string> = {}, flags: string[] = []): Started {
  const entry = existsSync(BUILT)
    ? [BUILT]
    : ['--conditions=wherefore-source', 'packages/server/src/main.ts'];
  const settings = { PORT: '0', WHEREFORE_DATA_DIR: folder, WHEREFORE_RATE_LIMITS: 'off', ...env };
  return launch([...flags, ...entry], settings);
}

export function yardstick(kind: string, folder: string): Started {
  return launch(
    ['--conditions=wherefore-source', join(import.meta.dirname, 'yardsticks.ts'), kind, folder],
    {},
  );
}

/** Starts a child that prints its address first. */
function launch(args: string[], env: Record<string, string>): Started {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const lines = createInterface(child.stdout!);
  const line = once(lines, 'line').then(([first]) => Number(/:(\d+)$/.exec(String(first))?.[1]));
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A server ended before it answered, exit code ${code}`);
  });
  const port = Promise.race([line, ended]);
  ended.catch(() => {});
  return { child, port };
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How much: until either is reached. */
export interface Load {
  connections: number;
  seconds?: number;
  briefs?: number;
  /** As many as the server takes when absent. */
  perSecond?: number;
}

/**
 * Sends briefs numbered from `from`: every connection the next one when its last is answered, or when it is time for it.
 * Raw sockets leave the processor to the server.
 * @throws Error when an answer is not a 201.
 */
export async function fire(port: number, from: number, load: Load) {
  const { connections, seconds = Infinity, briefs = Infinity, perSecond = Infinity } = load;
  const latencies: number[] = [];
  const began = performance.now();
  let next = 0;
  /** The next brief and the milliseconds until it is its turn. */
  const take = (): [index: number, wait: number] | undefined => {
    const wait = began + (next * 1000) / perSecond - performance.now();
    if (next >= briefs || performance.now() + Math.max(0, wait) >= began + seconds * 1000) return undefined;
    return [from + next++, wait];
  };
  await Promise.all(Array.from({ length: connections }, () => lane(port, take, latencies)));
  return { latencies, elapsed: (performance.now() - began) / 1000 };
}

function lane(
  port: number,
  take: () => [index: number, wait: number] | undefined,
  latencies: number[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let seen = '';
    const send = (index: number): void => {
      sentAt = performance.now();
      socket.write(requestOf(index));
    };
    const more = (): void => {
      const [index, wait] = take() ?? [];
      if (index === undefined) socket.end(resolve);
      else if (wait! > 0) setTimeout(send, wait, index);
      else send(index);
    };
    socket.setEncoding('latin1').on('connect', more).on('error', reject);
    socket.on('data', (chunk: string) => {
      seen += chunk;
      const head = seen.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/^content-length: (\d+)/im.exec(seen)?.[1]);
      if (seen.length < head + 4 + length) return;
      if (!seen.startsWith('HTTP/1.1 201')) return reject(new Error(`Not a 201: ${seen}`));
      latencies.push(performance.now() - sentAt);
      seen = '';
      more();
    });
  });
}

function requestOf(index: number): string {
  const body = bodyOf(index);
  return `POST /v1/briefs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nIdempotency-Key: "${idOf(index)}"\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

function idOf(index: number): string {
  return `019a0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

const sentence =
  'Invoices arrive in three mailboxes, nobody sees which are paid, and suppliers call twice a week. ';
const sample: Brief = {
  id: idOf(0),
  schemaVersion: 1,
  language: 'en',
  request: `We need an app for invoices. ${sentence.repeat(3)}`,
  need: {
    who: ['My team', 'Suppliers', 'Controllers'],
    problem: {
      statement: sentence.repeat(4),
      lastTime: sentence.repeat(2),
      howOften: 'every week',
      people: 12,
    },
    outcome: {
      statement: sentence.repeat(3),
      measure: { what: 'calls about invoices', from: '20', to: '2' },
    },
  },
  means: [{ words: 'an app for invoices', spans: [{ start: 8, end: 27 }], stillNeeded: true }],
  currentWay: { tools: ['Outlook', 'Excel'], channels: ['mail', 'phone'], workaround: sentence },
  answers: Array.from({ length: 3 }, (_, index) => ({ question: `question-${index}`, words: sentence })),
  requester: { name: 'Ann Example', email: 'ann@example.org', department: 'Accounts payable, Utrecht' },
  origin: { page: 'https://intranet.example.org/invoices', createdAt: '2026-01-05T09:30:00.000Z' },
};
const [beforeId = '', afterId = ''] = JSON.stringify(sample).split(sample.id);

export function bodyOf(index: number): string {
  return beforeId + idOf(index) + afterId;
}

/** Rows in the database of our server. */
export function countRows(folder: string): number {
  const db = new DatabaseSync(join(folder, 'wherefore.db'), { readOnly: true });
  const row = db.prepare('SELECT count(*) AS briefs FROM brief').get();
  db.close();
  return Number(row?.['briefs']);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
