/** The one IndexedDB database of the SDK, so that later stores can share a transaction with the drafts. */
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { DATABASE } from './draft-places.ts';
import type { DraftRecord } from './draft-record.ts';

interface Tables extends DBSchema {
  drafts: { key: string; value: DraftRecord; indexes: { expiresAt: number } };
}

export type Database = IDBPDatabase<Tables>;

const VERSION = 1;

let connection: Promise<Database> | undefined;

/** Opens the database, or gives the connection that is open already. Rejects where storage is forbidden. */
export function openDatabase(): Promise<Database> {
  connection ??= connect();
  return connection;
}

/** Lets go of the connection: the next {@link openDatabase} makes a new one. */
export function forgetDatabase(): void {
  const old = connection;
  connection = undefined;
  old?.then((database) => database.close()).catch(() => {});
}

async function connect(): Promise<Database> {
  try {
    return await openDB<Tables>(DATABASE, VERSION, {
      upgrade(database) {
        database.createObjectStore('drafts').createIndex('expiresAt', 'expiresAt');
      },
      // A newer version of the widget in another tab wants to upgrade: make room, or it waits for ever.
      blocking: forgetDatabase,
      terminated: forgetDatabase,
    });
  } catch (error) {
    connection = undefined;
    throw error;
  }
}
