/** The two servers that ours is measured beside; a process of its own for each: `yardsticks.ts <kind> <folder>`. */
import { close as closeFile, fdatasync, openSync, write } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { briefSchema } from '@wherefore/core/brief';

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

const [kind, folder = ''] = process.argv.slice(2);
serveYardstick(kind === 'commit-each' ? commitEach(folder) : fileGrouped(folder));
