/** The tables of the SQLite store, as numbered steps. A step that was released is never edited. */
import type { DatabaseSync } from 'node:sqlite';

// `seq` is the order of arrival by the only clock that never jumps; pages of the list hang on it.
const MIGRATIONS = [
  `
  CREATE TABLE brief (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    search TEXT NOT NULL,
    department TEXT,
    status TEXT NOT NULL,
    version INTEGER NOT NULL,
    received_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    follow_revision INTEGER NOT NULL,
    follow_hash BLOB
  ) STRICT;
  CREATE INDEX brief_by_status ON brief (status);
  CREATE INDEX brief_by_department ON brief (department, status);

  CREATE TABLE change (
    seq INTEGER NOT NULL REFERENCES brief (seq),
    version INTEGER NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (seq, version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sign_in (
    hash BLOB PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, expires_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE session (
    hash BLOB PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, seen_at TEXT NOT NULL, expires_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE probe (id INTEGER PRIMARY KEY, filler BLOB NOT NULL) STRICT;
  `,
  `
  CREATE TABLE delivery (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    brief INTEGER NOT NULL REFERENCES brief (seq),
    version INTEGER,
    target TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    tried INTEGER NOT NULL,
    next_at TEXT NOT NULL,
    holder TEXT,
    lease_until TEXT,
    reason TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX delivery_by_target ON delivery (target, state, next_at);
  CREATE INDEX delivery_by_brief ON delivery (brief, target);
  CREATE INDEX delivery_leased ON delivery (target, lease_until) WHERE lease_until IS NOT NULL;

  CREATE TABLE target (
    name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, paused TEXT, hold_until TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE link (
    brief INTEGER NOT NULL REFERENCES brief (seq),
    target TEXT NOT NULL,
    id TEXT NOT NULL,
    url TEXT,
    label TEXT NOT NULL,
    state TEXT,
    status TEXT,
    checked_at TEXT NOT NULL,
    poll_at TEXT,
    quiet INTEGER NOT NULL,
    PRIMARY KEY (brief, target)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX link_by_id ON link (target, id);
  CREATE INDEX link_to_poll ON link (target, poll_at) WHERE poll_at IS NOT NULL;
  `,
];

/** The newest shape that this code knows. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Brings the tables up to date, each step in its own transaction.
 * @throws Error when a newer version of Wherefore made the file.
 */
export function migrate(db: DatabaseSync): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > SCHEMA_VERSION) {
    throw new Error(
      'The database was made by a newer version of Wherefore. Install that version to open it.',
    );
  }
  MIGRATIONS.slice(version).forEach((step, index) => {
    db.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${version + index + 1}; COMMIT`);
  });
}
