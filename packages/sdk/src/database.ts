/** The one IndexedDB database of the SDK: drafts and outbox share it, so that one becomes the other in one transaction. */
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { DATABASE } from './draft-places.ts';
import type { DraftRecord } from './draft-record.ts';

interface Tables extends DBSchema {
  drafts: { key: string; value: DraftRecord; indexes: { expiresAt: number } };
  /** Since version 2. Whatever is in it is read through `outbox-record.ts`. */
  outbox: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Tables>;

const VERSION = 2;
/** Milliseconds that a storage may take. Some browsers never answer; a requester must not wait for that. */
const PATIENCE = 3000;

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

/** Work on the database. A connection that the browser closed under us is opened once more before it gives up. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  if (typeof indexedDB === 'undefined') throw new Error('There is no IndexedDB here');
  try {
    return await work(await openDatabase());
  } catch {
    forgetDatabase();
    return work(await openDatabase());
  }
}

/**
 * A guard for one storage: the result of the work, or a rejection when it takes too long. A storage that was too slow
 * once is not asked again on this page.
 */
export function patiently(): <T>(work: () => Promise<T>) => Promise<T> {
  let stuck = false;
  return async (work) => {
    if (stuck) throw new Error('The storage does not answer');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        stuck = true;
        reject(new Error('The storage does not answer'));
      }, PATIENCE);
    });
    try {
      return await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

async function connect(): Promise<Database> {
  try {
    return await openDB<Tables>(DATABASE, VERSION, {
      // Each step from the version that is there: what people typed before an upgrade is still theirs after it.
      upgrade(database, from) {
        if (from < 1) database.createObjectStore('drafts').createIndex('expiresAt', 'expiresAt');
        if (from < 2) database.createObjectStore('outbox');
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
