import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { checkpointsBeside } from './sqlite-checkpoint.ts';

const PAGE = 8192;
/** Commits of these many pages make the log long enough for a checkpoint at the first look. */
const COMMITS = 32;
const PAGES = 150;

function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-checkpoint-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** @param seenAs Where the checkpoints look for the file. */
function open(t: TestContext, seenAs?: string) {
  const path = join(temporary(t), 'some.db');
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA page_size = ${PAGE}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL`);
  db.exec('CREATE TABLE filler (pages BLOB)');
  const checkpoints = checkpointsBeside(db, seenAs ?? path);
  const insert = db.prepare('INSERT INTO filler VALUES (zeroblob(?))');
  const look = db.prepare('PRAGMA wal_checkpoint(NOOP)');
  return {
    path,
    checkpoints,
    write(commits: number, pages: number): void {
      for (let done = 0; done < commits; done++) {
        insert.run(pages * PAGE - 500);
        checkpoints.committed();
      }
    },
    /** Pages in the log, and how many of them are in the database file. */
    log: () => ({ ...look.get() }) as { log: number; checkpointed: number },
    /** The most pages that the log ever held. */
    longest: () => Math.floor(statSync(`${path}-wal`).size / PAGE),
    async close(): Promise<void> {
      await checkpoints.stop();
      db.close();
      checkpoints.release();
    },
  };
}

/** The thread that the work starts. */
async function threadOf(work: () => void): Promise<Worker> {
  const starting = once(process, 'worker');
  work();
  const [worker] = (await starting) as [Worker];
  worker.ref();
  return worker;
}

/** Unlike `once`, whatever went before it. */
function exitOf(thread: Worker): Promise<number> {
  return new Promise((resolve) => thread.once('exit', resolve));
}

function rows(path: string): number {
  const db = new DatabaseSync(path, { readOnly: true });
  const { n } = db.prepare('SELECT count(*) AS n FROM filler').get() ?? {};
  assert.equal(db.prepare('PRAGMA integrity_check').get()?.['integrity_check'], 'ok');
  db.close();
  return Number(n);
}

describe('checkpoints beside the answers', () => {
  it('have no thread while the log is short', async (t) => {
    const started = t.mock.fn();
    process.on('worker', started);
    t.after(() => process.off('worker', started));
    const file = open(t);
    file.write(COMMITS * 10, 1);
    await turn();
    assert.equal(started.mock.callCount(), 0);
    await file.close();
    assert.equal(existsSync(`${file.path}-wal`), false);
  });

  it('copy a long log whole, so that the next commit starts it from the beginning, again and again', async (t) => {
    const file = open(t);
    const thread = await threadOf(() => file.write(COMMITS, PAGES));
    for (let time = 0; time < 4; time++) {
      await once(thread, 'message');
      const { log, checkpointed } = file.log();
      assert.ok(log > 4000, `${log} pages`);
      assert.equal(checkpointed, log);
      file.write(1, PAGES);
      assert.ok(file.log().log < PAGES * 2);
      file.write(COMMITS - 1, PAGES);
    }
    assert.ok(file.longest() < COMMITS * PAGES * 1.1, `${file.longest()} pages`);
    await file.close();
    assert.equal(rows(file.path), COMMITS * 5);
  });

  it('take along what is committed meanwhile', async (t) => {
    const file = open(t);
    const thread = await threadOf(() => file.write(COMMITS, PAGES));
    let done = false;
    thread.once('message', () => (done = true));
    let meanwhile = 0;
    for (; !done; meanwhile++) {
      file.write(1, 1);
      await turn();
    }
    assert.ok(meanwhile > 0);
    file.write(1, 1);
    assert.ok(file.log().log < 50, 'the log goes on growing');
    await file.close();
    assert.equal(existsSync(`${file.path}-wal`), false);
    assert.equal(rows(file.path), COMMITS + meanwhile + 1);
  });

  it('wait for somebody who reads an older state, and catch up once that is over', async (t) => {
    const file = open(t);
    file.write(1, 1);
    const reader = new DatabaseSync(file.path, { readOnly: true });
    reader.exec('BEGIN; SELECT count(*) FROM filler');
    const thread = await threadOf(() => file.write(COMMITS, PAGES));
    await once(thread, 'message');
    const { log, checkpointed } = file.log();
    assert.ok(checkpointed < 10 && log > 4000);
    reader.exec('COMMIT');
    file.write(COMMITS, 1);
    await once(thread, 'message');
    assert.equal(file.log().checkpointed, file.log().log);
    reader.close();
    await file.close();
    assert.equal(rows(file.path), COMMITS * 2 + 1);
  });

  it('end whenever they are told to, and leave no log behind', async (t) => {
    for (const turns of [0, 100, 10_000]) {
      const fresh = open(t);
      await threadOf(() => fresh.write(COMMITS, PAGES));
      for (let left = turns; left > 0; left--) await turn();
      await fresh.close();
      assert.equal(existsSync(`${fresh.path}-wal`), false);
      assert.equal(rows(fresh.path), COMMITS);

      const warm = open(t);
      const thread = await threadOf(() => warm.write(COMMITS, PAGES));
      await once(thread, 'message');
      warm.write(COMMITS, PAGES);
      for (let left = turns; left > 0; left--) await turn();
      const ended = exitOf(thread);
      await warm.close();
      await ended;
      assert.equal(existsSync(`${warm.path}-wal`), false);
      assert.equal(rows(warm.path), COMMITS * 2);
    }
  });

  it('start nothing any more once they were stopped', async (t) => {
    const started = t.mock.fn();
    process.on('worker', started);
    t.after(() => process.off('worker', started));
    const file = open(t);
    await file.checkpoints.stop();
    file.write(COMMITS * 2, PAGES);
    await turn();
    assert.equal(started.mock.callCount(), 0);
    await file.close();
    assert.equal(rows(file.path), COMMITS * 2);
  });

  const skip = existsSync('/proc/locks') ? false : 'Only Linux says who has which lock';
  it('leave the lock alone that tells other programs of the log', { skip }, async (t) => {
    const file = open(t);
    const { ino } = statSync(file.path);
    const locks = () =>
      readFileSync('/proc/locks', 'utf8')
        .split('\n')
        .filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `));
    const before = locks().length;
    assert.ok(before > 0);
    const thread = await threadOf(() => file.write(COMMITS, PAGES));
    await once(thread, 'message');
    assert.equal(locks().length, before);
    await file.checkpoints.stop();
    assert.equal(locks().length, before);
    await file.close();
    assert.equal(locks().length, 0);
  });
});

describe('a checkpoint that fails', () => {
  /** Checkpoints that find something else than the database until it is mended. */
  function broken(t: TestContext) {
    const seenAs = join(temporary(t), 'link');
    writeFileSync(seenAs, 'this is no database, but it is long enough to look like one'.repeat(200));
    const file = open(t, seenAs);
    const mend = () => {
      rmSync(seenAs);
      symlinkSync(file.path, seenAs);
    };
    return { file, mend };
  }

  it('ends the thread and nothing else, and is tried again later', async (t) => {
    const { file, mend } = broken(t);
    const thread = await threadOf(() => file.write(COMMITS, PAGES));
    assert.equal(await exitOf(thread), 1);
    mend();
    const next = await threadOf(() => file.write(1024, 1));
    await once(next, 'message');
    const { log, checkpointed } = file.log();
    assert.equal(checkpointed, log);
    await file.close();
    assert.equal(rows(file.path), COMMITS + 1024);
  });

  it('leaves a log that commits copy by themselves before it gets too long', async (t) => {
    const { file } = broken(t);
    const thread = await threadOf(() => file.write(COMMITS, PAGES));
    await exitOf(thread);
    file.write(COMMITS * 5, PAGES);
    assert.ok(file.longest() < 17_000, `${file.longest()} pages`);
    assert.ok(file.log().log < 16_000);
    await file.close();
    assert.equal(existsSync(`${file.path}-wal`), false);
    assert.equal(rows(file.path), COMMITS * 6);
  });

  it('is none at all when there is no such file, or the thread is ended by somebody else', async (t) => {
    const lost = open(t, join(temporary(t), 'nothing', 'here'));
    lost.write(COMMITS * 2, PAGES);
    await lost.close();
    assert.equal(rows(lost.path), COMMITS * 2);

    const file = open(t);
    const thread = await threadOf(() => file.write(COMMITS, PAGES));
    await thread.terminate();
    await file.close();
    assert.equal(existsSync(`${file.path}-wal`), false);
    assert.equal(rows(file.path), COMMITS);
  });
});

describe('a process with checkpoints beside its answers', () => {
  /** Stores briefs, and says how many it acknowledged and what the thread does. */
  const program = `
    import { openSqliteStore } from '@wherefore/server';
    const [folder, name, enough] = process.argv.slice(1);
    const store = openSqliteStore({ folder });
    let checkpoints = 0;
    process.on('worker', (worker) => {
      console.log('started');
      worker.on('message', () => console.log('checkpoint', ++checkpoints));
    });
    const request = 'The rota changes and nobody hears of it. '.repeat(90);
    for (let n = 0; checkpoints < Number(enough); ) {
      const ids = Array.from({ length: 64 }, () => name + '-0000-7000-8000-' + String(n++).padStart(12, '0'));
      await Promise.all(ids.map((id) => store.add({
        brief: { id, schemaVersion: 1, language: 'en', request },
        receivedAt: '2026-03-01T08:00:00.000Z', follow: { revision: 1, hash: new Uint8Array(32) },
      })));
      console.log(n);
      await new Promise((resolve) => setImmediate(resolve));
    }`;
  function run(t: TestContext, folder: string, name: string, enough = Infinity) {
    const flags = ['--conditions=wherefore-source', '--input-type=module', '--eval'];
    const child = spawn(process.execPath, [...flags, program, folder, name, String(enough)], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    t.after(() => child.kill('SIGKILL'));
    return { child, lines: createInterface({ input: child.stdout }), exit: once(child, 'exit') };
  }

  it('is killed at any moment and loses nothing that it acknowledged', async (t) => {
    const folder = temporary(t);
    const moments = [
      { said: 'started', more: 0 },
      { said: 'started', more: 5 },
      { said: 'checkpoint 1', more: 0 },
      { said: 'checkpoint 2', more: 5 },
    ];
    for (const [time, { said, more }] of moments.entries()) {
      const name = `019a000${time}`;
      const { child, lines, exit } = run(t, folder, name);
      let acknowledged = 0;
      let left = Infinity;
      for await (const line of lines) {
        if (line === said) left = more;
        if (!/^\d+$/.test(line)) continue;
        acknowledged = Number(line);
        if (--left < 0) child.kill('SIGKILL');
      }
      assert.deepEqual(await exit, [null, 'SIGKILL']);
      // Reading only: closing it leaves the log to the next one.
      const db = new DatabaseSync(join(folder, 'wherefore.db'), { readOnly: true });
      const kept = db.prepare("SELECT count(*) AS n FROM brief WHERE id LIKE ? || '%'").get(name)?.['n'];
      assert.ok(Number(kept) >= acknowledged, `${acknowledged} acknowledged, ${kept} kept`);
      assert.equal(db.prepare('PRAGMA integrity_check').get()?.['integrity_check'], 'ok');
      db.close();
    }
  });

  it(
    'ends when it has nothing left to do, although nobody closed the store',
    { timeout: 60_000 },
    async (t) => {
      const { exit, lines } = run(t, temporary(t), '019a0000', 1);
      lines.resume();
      assert.deepEqual(await exit, [0, null]);
    },
  );
});
