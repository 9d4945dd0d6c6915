import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import fc from 'fast-check';
import { STATUSES } from '@wherefore/core/brief';
import type { Brief } from '@wherefore/core/brief';
import { briefOf, idOf } from '../../test/support.ts';
import { createMemoryStore } from './memory.ts';
import { DatabaseOpenError, openSqliteStore } from './sqlite.ts';
import type { SqliteOptions } from './sqlite.ts';
import { StoreUnavailableError } from './store.ts';
import type { StoreQuery } from './store.ts';

const AT = '2026-03-01T08:00:00.000Z';
const entryOf = (brief: Brief) => ({
  brief,
  receivedAt: AT,
  follow: { revision: 1, hash: new Uint8Array(32) },
});

function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-sqlite-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

function open(t: TestContext, options: Partial<SqliteOptions> = {}) {
  const folder = options.folder ?? temporary(t);
  const store = openSqliteStore({ folder, busyTimeout: 10, claimTimeout: 0, ...options });
  return { folder, store };
}

describe('the SQLite store', () => {
  it('flushes every commit, in a file that others can read meanwhile', async (t) => {
    const { folder, store } = open(t);
    await store.add(entryOf(briefOf(1)));
    const reader = new DatabaseSync(join(folder, 'wherefore.db'), { readOnly: true });
    assert.equal(reader.prepare('PRAGMA journal_mode').get()?.['journal_mode'], 'wal');
    assert.equal(reader.prepare('SELECT count(*) AS n FROM brief').get()?.['n'], 1);
    const tables = reader.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").all();
    for (const { name, strict } of tables)
      if (name !== 'sqlite_schema') assert.equal(strict, 1, String(name));
    reader.close();
    await store.close();
  });

  it('keeps everything over a restart', async (t) => {
    const { folder, store } = open(t);
    await store.add(entryOf(briefOf(1)));
    await store.changeStatus(idOf(1), { status: 'later', reason: 'Vol', by: 'Fatima', at: AT, version: 1 });
    const before = await store.get(idOf(1));
    await store.close();
    const again = openSqliteStore({ folder });
    assert.deepEqual(await again.get(idOf(1)), before);
    assert.equal((await again.add(entryOf(briefOf(1)))).outcome, 'same');
    await again.close();
  });

  it('stores what still waits when it is closed', async (t) => {
    const { folder, store } = open(t);
    const adding = store.add(entryOf(briefOf(1)));
    await store.close();
    assert.equal((await adding).outcome, 'stored');
    const again = openSqliteStore({ folder });
    assert.notEqual(await again.get(idOf(1)), undefined);
    await again.close();
  });

  it('says plainly that another server has the folder', async (t) => {
    const { folder, store } = open(t);
    assert.throws(
      () => open(t, { folder }),
      (error) => {
        assert.ok(error instanceof DatabaseOpenError);
        assert.match(error.message, /Another Wherefore server is using/);
        return true;
      },
    );
    await store.close();
    await open(t, { folder }).store.close();
  });

  it('says plainly that the folder is no folder, or the file no database', (t) => {
    const folder = temporary(t);
    writeFileSync(join(folder, 'file'), '');
    assert.throws(() => open(t, { folder: join(folder, 'file') }), /can't be written/);
    writeFileSync(
      join(folder, 'wherefore.db'),
      'this is no database, but it is long enough to look like one'.repeat(200),
    );
    assert.throws(() => open(t, { folder }), /can't be opened: file is not a database/);
  });

  it('leaves a file alone that a newer version made', async (t) => {
    const { folder, store } = open(t);
    await store.close();
    const db = new DatabaseSync(join(folder, 'wherefore.db'));
    db.exec('PRAGMA user_version = 99');
    db.close();
    assert.throws(() => open(t, { folder }), /newer version of Wherefore/);
  });

  it('gives up on writing while another program writes, goes on reading, and recovers', async (t) => {
    const { folder, store } = open(t);
    await store.add(entryOf(briefOf(1)));
    const other = new DatabaseSync(join(folder, 'wherefore.db'));
    other.exec('BEGIN IMMEDIATE');
    const change = { status: 'later', reason: 'Vol', by: 'Fatima', at: AT, version: 1 } as const;
    await assert.rejects(
      Promise.all([2, 3].map((index) => store.add(entryOf(briefOf(index))))),
      StoreUnavailableError,
    );
    await assert.rejects(store.changeStatus(idOf(1), change), StoreUnavailableError);
    await assert.rejects(store.probe(), StoreUnavailableError);
    assert.equal((await store.get(idOf(1)))?.status, 'received');
    assert.equal((await store.list({ limit: 10 })).items.length, 1);
    other.exec('ROLLBACK');
    other.close();
    assert.equal((await store.add(entryOf(briefOf(2)))).outcome, 'stored');
    await store.probe();
    await store.close();
  });

  it('refuses new briefs when the disk is full and keeps the old ones', async (t) => {
    const { store } = open(t, { maxPages: 24 });
    let kept = 0;
    const request = 'a'.repeat(4000);
    await assert.rejects(async () => {
      for (; kept < 100; kept++) await store.add(entryOf(briefOf(kept, { request })));
    }, StoreUnavailableError);
    assert.ok(kept > 0);
    await assert.rejects(store.probe(), StoreUnavailableError);
    assert.equal((await store.list({ limit: 100 })).items.length, kept);
    assert.notEqual(await store.get(idOf(0)), undefined);
    await store.close();
  });
});

describe('a database from before there were other systems', () => {
  it('keeps its briefs and gets an outbox', async (t) => {
    const { folder, store } = open(t);
    await store.add(entryOf(briefOf(1)));
    await store.close();
    const db = new DatabaseSync(join(folder, 'wherefore.db'));
    db.exec('DROP TABLE delivery; DROP TABLE link; DROP TABLE target; PRAGMA user_version = 1');
    db.close();
    const { store: again } = open(t, { folder });
    assert.equal((await again.get(idOf(1)))?.brief.request, briefOf(1).request);
    await again.add({ ...entryOf(briefOf(2)), deliveries: [{ id: 'a', target: 'helpdesk' }] });
    assert.equal((await again.listDeliveries({ limit: 5 })).items.length, 1);
    await again.close();
  });
});

describe('memory and SQLite', () => {
  it('find the same, whatever the briefs and the query', async (t) => {
    const word = fc.constantFrom(
      'intranet',
      'Cliënt',
      'app',
      'één',
      'ij',
      'İ',
      'ß',
      '%',
      '_',
      '\u0000',
      "'",
      '’',
      '🙂',
    );
    const text = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary', minLength: 1 }),
    );
    const department = fc.option(fc.oneof(fc.constantFrom('Zorg', ' zorg', 'Één'), text), { nil: undefined });
    const brief = fc.record({
      request: text,
      department,
      status: fc.option(fc.constantFrom(...STATUSES), { nil: undefined }),
    });
    const query: fc.Arbitrary<StoreQuery> = fc.record({
      q: fc.option(text, { nil: undefined }),
      status: fc.option(fc.constantFrom(...STATUSES), { nil: undefined }),
      department,
      before: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
      limit: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(brief, { maxLength: 6 }),
        fc.array(query, { maxLength: 5 }),
        async (briefs, queries) => {
          const stores = [createMemoryStore(), open(t).store];
          for (const store of stores) {
            for (const [index, { request, department: name, status }] of briefs.entries()) {
              const requester = name === undefined ? {} : { requester: { department: name } };
              await store.add(entryOf(briefOf(index, { request, ...requester })));
              if (status)
                await store.changeStatus(idOf(index), { status, reason: 'x', by: 'y', at: AT, version: 1 });
            }
          }
          for (const one of queries) {
            const [memory, sqlite] = await Promise.all(stores.map((store) => store.list(one)));
            assert.deepEqual(sqlite, memory);
          }
          await stores[1]?.close();
        },
      ),
      { numRuns: 40 },
    );
  });
});
