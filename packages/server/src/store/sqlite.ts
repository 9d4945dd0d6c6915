/** The embedded default: one file, written by one process, every answer durable. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Status } from '@wherefore/core/brief';
import type { BriefRecord, Session } from '@wherefore/core/wire';
import { departmentName, recordFrom, sameHistory, searchText } from './digest.ts';
import { groupCommit } from './group-commit.ts';
import type { Settled } from './group-commit.ts';
import { checkpointsBeside } from './sqlite-checkpoint.ts';
import type { Checkpoints } from './sqlite-checkpoint.ts';
import { DatabaseOpenError, asStoreError, claimFolder, prepareFolder } from './sqlite-file.ts';
import { prepareList, stateOf } from './sqlite-list.ts';
import type { Row } from './sqlite-list.ts';
import { prepareOutbox } from './sqlite-outbox.ts';
import { migrate } from './sqlite-schema.ts';
import { StoreUnavailableError } from './store.ts';
import type { Added, KeptBrief, RecordedChange, Store, StoredSession } from './store.ts';

export { DatabaseOpenError } from './sqlite-file.ts';

export interface SqliteOptions {
  /** Folder for `wherefore.db`; made when absent. */
  folder: string;
  /** Milliseconds to wait for another program that is writing the file. 1000 when absent. */
  busyTimeout?: number;
  /** Milliseconds to wait for another server that is just stopping. 1000 when absent. */
  claimTimeout?: number;
  /** Upper bound of the file in pages of 8 KiB; beyond it nothing is stored. None when absent. */
  maxPages?: number;
}

/** @throws DatabaseOpenError with a message for the person who started the server. */
export function openSqliteStore({
  folder,
  busyTimeout = 1000,
  claimTimeout = 1000,
  maxPages,
}: SqliteOptions): Store {
  prepareFolder(folder);
  const lock = claimFolder(folder, claimTimeout);
  try {
    const path = join(folder, 'wherefore.db');
    const db = new DatabaseSync(path, { timeout: busyTimeout });
    // A brief fits a page of 8 KiB. FULL: a commit is on the disk before it returns.
    db.exec('PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    db.exec('PRAGMA cache_size = -16000; PRAGMA trusted_schema = OFF');
    migrate(db);
    if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${Math.trunc(maxPages)}`);
    return createStore(db, lock, checkpointsBeside(db, path));
  } catch (cause) {
    lock.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseOpenError(`The database in ${folder} can't be opened: ${reason}`, { cause });
  }
}

function createStore(db: DatabaseSync, lock: DatabaseSync, checkpoints: Checkpoints): Store {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const insertBrief = db.prepare(`
    INSERT INTO brief (id, body, search, department, status, version, received_at, updated_at, follow_revision, follow_hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`);
  const selectBrief = db.prepare('SELECT * FROM brief WHERE id = ?');
  const selectChanges = db.prepare(
    'SELECT at, status, reason, by FROM change WHERE seq = ? ORDER BY version',
  );
  const insertChange = db.prepare(
    'INSERT INTO change (seq, version, status, reason, by, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const updateBrief = db.prepare('UPDATE brief SET status = ?, version = ?, updated_at = ? WHERE seq = ?');
  const updateFollow = db.prepare('UPDATE brief SET follow_revision = ?, follow_hash = ? WHERE id = ?');
  const forgetSignIns = db.prepare('DELETE FROM sign_in WHERE expires_at <= ?');
  const insertSignIn = db.prepare('INSERT INTO sign_in (hash, name, role, expires_at) VALUES (?, ?, ?, ?)');
  const takeSignIn = db.prepare('DELETE FROM sign_in WHERE hash = ? RETURNING name, role, expires_at');
  const forgetSessions = db.prepare('DELETE FROM session WHERE expires_at <= ?');
  const insertSession = db.prepare(
    'INSERT INTO session (hash, name, role, seen_at, expires_at) VALUES (?, ?, ?, ?, ?)',
  );
  const selectSession = db.prepare('SELECT name, role, seen_at, expires_at FROM session WHERE hash = ?');
  const updateSession = db.prepare('UPDATE session SET seen_at = ? WHERE hash = ?');
  const deleteSession = db.prepare('DELETE FROM session WHERE hash = ?');
  const writeProbe = db.prepare('INSERT OR REPLACE INTO probe (id, filler) VALUES (1, zeroblob(32768))');
  const eraseProbe = db.prepare('DELETE FROM probe');
  const list = prepareList(db);

  /** All or nothing. @throws StoreUnavailableError */
  function transaction<T>(work: () => T): T {
    try {
      begin.run();
      const result = work();
      commit.run();
      checkpoints.committed();
      return result;
    } catch (error) {
      // Some failures end the transaction by themselves.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw asStoreError(error);
    }
  }

  function keep({ id, body, values, receivedAt, follow, changes, deliveries, links }: NewRow): Added {
    const inserted = insertBrief.run(id, body, ...values);
    if (inserted.changes === 1) {
      for (const [index, change] of changes.entries()) {
        const { status, reason, by, at } = change;
        insertChange.run(inserted.lastInsertRowid, index + 2, status, reason, by, at);
      }
      if (deliveries) enqueue(deliveries, id, null, receivedAt);
      if (links) link(links, id);
      return { outcome: 'stored', receivedAt, followRevision: follow.revision };
    }
    const known = selectBrief.get(id) ?? {};
    return {
      outcome: known['body'] === body ? 'same' : 'differs',
      receivedAt: String(known['received_at']),
      followRevision: Number(known['follow_revision']),
    };
  }

  function keepAll(rows: NewRow[]): Settled<Added>[] {
    try {
      return transaction(() => rows.map((row) => ({ value: keep(row) })));
    } catch (error) {
      if (rows.length === 1 || error instanceof StoreUnavailableError) throw error;
      // A row that can't be kept took the whole transaction along: its neighbours get one each.
      return rows.map((row) => {
        try {
          return { value: transaction(() => keep(row)) };
        } catch (own) {
          return { error: own };
        }
      });
    }
  }

  function recordOf(row: Row): BriefRecord {
    const state = stateOf(row);
    const changes = selectChanges.all(row['seq'] ?? null).map((change) => ({
      at: String(change['at']),
      status: String(change['status']) as Status,
      reason: String(change['reason']),
      by: String(change['by']),
    }));
    return { ...state, history: [{ at: state.receivedAt, status: 'received' }, ...changes] };
  }

  function sessionOf(row: Row): StoredSession {
    return {
      name: String(row['name']),
      role: String(row['role']) as Session['role'],
      seenAt: String(row['seen_at']),
      expiresAt: String(row['expires_at']),
    };
  }

  /** Inside a running transaction. */
  function change(
    id: string,
    { status, reason, by, at, version, deliveries }: RecordedChange,
  ): BriefRecord | 'not-found' | 'version-mismatch' {
    const row = selectBrief.get(id);
    if (!row) return 'not-found';
    if (row['version'] !== version) return 'version-mismatch';
    const seq = row['seq'] ?? null;
    insertChange.run(seq, version + 1, status, reason, by, at);
    updateBrief.run(status, version + 1, at, seq);
    if (deliveries) enqueue(deliveries, id, version + 1, at);
    return recordOf({ ...row, status, version: version + 1, updated_at: at });
  }

  const briefs = groupCommit(keepAll);
  const { enqueue, link, ...outbox } = prepareOutbox(db, { transaction, change, recordOf });

  // Every method is async: SQLite answers at once, another store won't.
  return {
    ...outbox,

    add: async (entry) => briefs.add(newRow({ ...entry, changes: [], links: [] })),

    async restore(entry) {
      const { outcome } = await briefs.add(newRow(entry));
      const row = outcome === 'same' ? selectBrief.get(entry.brief.id) : undefined;
      return row && !sameHistory(recordOf(row), recordFrom(entry)) ? 'differs' : outcome;
    },

    async get(id) {
      const row = selectBrief.get(id);
      return row && recordOf(row);
    },

    async list(query) {
      return list(query);
    },

    async changeStatus(id, decision) {
      return transaction(() => change(id, decision));
    },

    async getForFollow(id) {
      const row = selectBrief.get(id);
      if (!row) return undefined;
      const hash = row['follow_hash'];
      const revision = Number(row['follow_revision']);
      return { record: recordOf(row), revision, hash: hash instanceof Uint8Array ? hash : null };
    },

    async replaceFollow(id, { revision, hash }) {
      return transaction(() => updateFollow.run(revision, hash, id).changes === 1);
    },

    async addSignIn({ hash, name, role, expiresAt }, at) {
      transaction(() => {
        forgetSignIns.run(at);
        insertSignIn.run(hash, name, role, expiresAt);
      });
    },

    async exchangeSignIn(signInHash, { hash, at, expiresAt, replaces }) {
      return transaction(() => {
        const signIn = takeSignIn.get(signInHash);
        if (!signIn || String(signIn['expires_at']) <= at) return undefined;
        forgetSessions.run(at);
        if (replaces) deleteSession.run(replaces);
        const { name = null, role = null } = signIn;
        insertSession.run(hash, name, role, at, expiresAt);
        return sessionOf({ name, role, seen_at: at, expires_at: expiresAt });
      });
    },

    async getSession(hash) {
      const row = selectSession.get(hash);
      return row && sessionOf(row);
    },

    async touchSession(hash, at) {
      transaction(() => updateSession.run(at, hash));
    },

    async endSession(hash) {
      transaction(() => deleteSession.run(hash));
    },

    async probe() {
      // Written and committed, because a full disk only shows at the commit.
      transaction(() => {
        writeProbe.run();
        eraseProbe.run();
      });
    },

    async close() {
      await checkpoints.stop();
      briefs.flush();
      try {
        db.exec('PRAGMA optimize');
      } catch {
        // Only housekeeping: a full disk must not keep the process from stopping.
      }
      db.close();
      checkpoints.release();
      lock.close();
    },
  };
}

type NewRow = ReturnType<typeof newRow>;

/** What a brief becomes in the table, computed while it waits for its commit: nobody else waits for that. */
function newRow(entry: KeptBrief) {
  const { brief, receivedAt, follow, changes, deliveries, links } = entry;
  const { status, version, updatedAt } = recordFrom(entry);
  const department = departmentName(brief.requester?.department) ?? null;
  return {
    id: brief.id,
    body: JSON.stringify(brief),
    values: [
      searchText(brief),
      department,
      status,
      version,
      receivedAt,
      updatedAt,
      follow.revision,
      follow.hash,
    ],
    receivedAt,
    follow,
    changes,
    deliveries,
    links,
  };
}
