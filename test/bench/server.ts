/**
 * How fast the server starts and how many briefs a second it keeps, beside two yardsticks of the same run:
 * the plainest server that flushes every brief on its own, and the fastest thing a disk allows.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { close as closeFile, existsSync, fdatasync, mkdtempSync, openSync, rmSync, write } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { briefSchema } from '@wherefore/core/brief';
import type { Brief } from '@wherefore/core/brief';

export interface ServerFigures {
  /** `dist` when the packages are built, as in production; else `source`. */
  entry: 'dist' | 'source';
  /** Milliseconds from spawn to the first 200 of /healthz, in an empty folder; the median of `starts`. */
  startMs: number;
  /** Briefs a second through HTTP, every answer a 201 after its flush to disk. */
  briefsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Briefs answered with 201, and rows in the database afterwards: the same number. */
  acknowledged: number;
  stored: number;
  bodyBytes: number;
  connections: number;
  /** One fsynced SQLite commit for each brief, bare node:http. */
  commitEach: { briefsPerSecond: number; p99Ms: number };
  /** A file, appended and fsynced in groups, bare node:http. */
  fileGrouped: { briefsPerSecond: number; p99Ms: number };
  /** Aims: at least 2.5 and at least 0.5. */
  timesCommitEach: number;
  timesFileGrouped: number;
}

export interface BenchOptions {
  /** 32 when absent. */
  connections?: number;
  /** Measured seconds of load for each server and round, after one to warm up. 3 when absent. */
  seconds?: number;
  /** Turns of all three servers; the medians count. 3 when absent. */
  rounds?: number;
  /** Starts to take the median of. 5 when absent. */
  starts?: number;
}

/** @throws Error when an answer is not a 201 or an acknowledged brief is not in the database. */
export async function benchServer(options: BenchOptions = {}): Promise<ServerFigures> {
  const { connections = 32, seconds = 3, starts = 5, rounds = 3 } = options;
  const load = { connections, seconds };
  const times: number[] = [];
  for (let round = 0; round < starts; round++) times.push(await withFolder(measureStart));

  // In turns: a machine that gets slower or faster meanwhile does all three the same.
  const results: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    results.push({
      each: await withFolder((folder) => measure(yardstick('commit-each', folder), load)),
      ours: await withFolder((folder) => measureOurs(folder, load)),
      file: await withFolder((folder) => measure(yardstick('file-grouped', folder), load)),
    });
  }
  const middle = (figure: (round: Round) => number) => quantile(results.map(figure), 0.5);
  const total = (figure: (round: Round) => number) => results.reduce((sum, round) => sum + figure(round), 0);

  return {
    entry: existsSync(BUILT) ? 'dist' : 'source',
    startMs: quantile(times, 0.5),
    briefsPerSecond: middle(({ ours }) => ours.briefsPerSecond),
    p50Ms: middle(({ ours }) => ours.p50Ms),
    p99Ms: middle(({ ours }) => ours.p99Ms),
    acknowledged: total(({ ours }) => ours.acknowledged),
    stored: total(({ ours }) => ours.stored),
    bodyBytes: Buffer.byteLength(bodyOf(0)),
    connections,
    commitEach: {
      briefsPerSecond: middle(({ each }) => each.briefsPerSecond),
      p99Ms: middle(({ each }) => each.p99Ms),
    },
    fileGrouped: {
      briefsPerSecond: middle(({ file }) => file.briefsPerSecond),
      p99Ms: middle(({ file }) => file.p99Ms),
    },
    timesCommitEach: middle(({ ours, each }) => ours.briefsPerSecond / each.briefsPerSecond),
    timesFileGrouped: middle(({ ours, file }) => ours.briefsPerSecond / file.briefsPerSecond),
  };
}

interface Figures {
  briefsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  acknowledged: number;
}

interface Round {
  each: Figures;
  ours: Figures & { stored: number };
  file: Figures;
}

async function measureOurs(
  folder: string,
  load: { connections: number; seconds: number },
): Promise<Round['ours']> {
  const ours = await measure(wherefore(folder), load);
  const stored = countRows(folder);
  if (stored !== ours.acknowledged)
    throw new Error(`${ours.acknowledged} briefs acknowledged, ${stored} stored`);
  return { ...ours, stored };
}

const root = join(import.meta.dirname, '../..');
const BUILT = join(root, 'packages/server/dist/main.js');

interface Started {
  child: ChildProcess;
  port: Promise<number>;
}

function wherefore(folder: string): Started {
  const entry = existsSync(BUILT)
    ? [BUILT]
    : ['--conditions=wherefore-source', 'packages/server/src/main.ts'];
  return launch(entry, { PORT: '0', WHEREFORE_DATA_DIR: folder, WHEREFORE_RATE_LIMITS: 'off' });
}

function yardstick(kind: string, folder: string): Started {
  return launch(['--conditions=wherefore-source', import.meta.filename, kind, folder], {});
}

/** Starts a child that prints its address first. */
function launch(args: string[], env: Record<string, string>): Started {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  const line = once(lines, 'line').then(([first]) => Number(/:(\d+)$/.exec(String(first))?.[1]));
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A server ended before it answered, exit code ${code}`);
  });
  const port = Promise.race([line, ended]);
  ended.catch(() => {});
  return { child, port };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureStart(folder: string): Promise<number> {
  const began = performance.now();
  const { child, port } = wherefore(folder);
  try {
    const answer = await fetch(`http://127.0.0.1:${await port}/healthz`);
    if (answer.status !== 200) throw new Error(`/healthz answered ${answer.status}`);
    return performance.now() - began;
  } finally {
    await stop(child);
  }
}

async function measure(
  { child, port }: Started,
  load: { connections: number; seconds: number },
): Promise<Figures> {
  try {
    const warm = await fire(await port, 0, { ...load, seconds: 1 });
    const { latencies, elapsed } = await fire(await port, warm.latencies.length, load);
    return {
      briefsPerSecond: latencies.length / elapsed,
      p50Ms: quantile(latencies, 0.5),
      p99Ms: quantile(latencies, 0.99),
      acknowledged: warm.latencies.length + latencies.length,
    };
  } finally {
    await stop(child);
  }
}

/** Every connection sends its next brief when the last is answered; raw sockets leave the processor to the server. */
async function fire(
  port: number,
  from: number,
  { connections, seconds }: { connections: number; seconds: number },
) {
  let next = from;
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  const lanes = Array.from({ length: connections }, () => lane(port, () => next++, end, latencies));
  await Promise.all(lanes);
  return { latencies, elapsed: (performance.now() - began) / 1000 };
}

function lane(port: number, take: () => number, end: number, latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let seen = '';
    const send = () => {
      if (performance.now() >= end) return void socket.end(resolve);
      sentAt = performance.now();
      socket.write(requestOf(take()));
    };
    socket.setEncoding('latin1').on('connect', send).on('error', reject);
    socket.on('data', (chunk: string) => {
      seen += chunk;
      const head = seen.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/^content-length: (\d+)/im.exec(seen)?.[1]);
      if (seen.length < head + 4 + length) return;
      if (!seen.startsWith('HTTP/1.1 201')) return reject(new Error(`Not a 201: ${seen}`));
      latencies.push(performance.now() - sentAt);
      seen = '';
      send();
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

function bodyOf(index: number): string {
  return beforeId + idOf(index) + afterId;
}

function countRows(folder: string): number {
  const db = new DatabaseSync(join(folder, 'wherefore.db'), { readOnly: true });
  const row = db.prepare('SELECT count(*) AS briefs FROM brief').get();
  db.close();
  return Number(row?.['briefs']);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

type Keep = (id: string, body: string) => Promise<void>;

/** One commit, one flush, for every brief. */
function commitEach(folder: string): Keep {
  const db = new DatabaseSync(join(folder, 'plain.db'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE brief (id TEXT PRIMARY KEY, body TEXT)',
  );
  const insert = db.prepare('INSERT INTO brief VALUES (?, ?)');
  return async (id, body) => void insert.run(id, body);
}

/** The limit: no database, one append and one flush for all that wait. */
function fileGrouped(folder: string): Keep {
  const file = openSync(join(folder, 'briefs.ndjson'), 'a');
  const append = promisify<number, string, unknown>(write);
  const flush = promisify(fdatasync);
  process.once('exit', () => closeFile(file));
  let waiting: { body: string; done: () => void }[] = [];
  let running = false;
  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await append(file, group.map(({ body }) => `${body}\n`).join(''));
      await flush(file);
      for (const { done } of group) done();
    }
    running = false;
  }
  return (_id, body) =>
    new Promise((done) => {
      waiting.push({ body, done });
      if (running) return;
      running = true;
      setImmediate(drain);
    });
}

/** The least a server can do: parse, check, keep, answer. */
function serveYardstick(keep: Keep): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const brief = briefSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
      await keep(brief.id, JSON.stringify(brief));
      const text = JSON.stringify({ id: brief.id });
      response
        .writeHead(201, { 'content-type': 'application/json', 'content-length': text.length })
        .end(text);
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(`ready on :${(server.address() as AddressInfo).port}`));
  process.once('SIGTERM', () => process.exit(0));
}

if (import.meta.main) {
  const [kind, folder = ''] = process.argv.slice(2);
  if (kind === 'commit-each') serveYardstick(commitEach(folder));
  else if (kind === 'file-grouped') serveYardstick(fileGrouped(folder));
  else console.log(await benchServer());
}
