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
  return (connection ??= connect());
}

/**
 * Lets go of a connection: the next {@link openDatabase} makes a new one. Whoever finds theirs dead after somebody else did
 * must not take the new one away again.
 */
export function forgetDatabase(old = connection): void {
  if (connection !== old) return;
  connection = undefined;
  old?.then((database) => database.close()).catch(() => {});
}

/** Work on the database. A connection that the browser closed under us is opened once more before it gives up. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  if (typeof indexedDB === 'undefined') throw new Error('There is no IndexedDB here');
  const first = openDatabase();
  try {
    return await work(await first);
  } catch {
    forgetDatabase(first);
    return work(await openDatabase());
  }
}

/**
 * A guard for one storage: the result of the work, or a rejection when it takes too long. A storage that was too slow
 * is not asked again before it has answered that question after all.
 */
export function patiently(): <T>(work: () => Promise<T>) => Promise<T> {
  let stuck = false;
  return async (work) => {
    if (stuck) throw new Error('The storage does not answer');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const working = work();
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        stuck = true;
        const answered = (): boolean => (stuck = false);
        working.then(answered, answered);
        reject(new Error('The storage does not answer'));
      }, PATIENCE);
    });
    try {
      return await Promise.race([working, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

function connect(): Promise<Database> {
  const opening: Promise<Database> = (async () =>
    openDB<Tables>(DATABASE, VERSION, {
      // Each step from the version that is there: what people typed before an upgrade is still theirs after it.
      upgrade(database, from) {
        if (from < 1) database.createObjectStore('drafts').createIndex('expiresAt', 'expiresAt');
        if (from < 2) database.createObjectStore('outbox');
      },
      // A newer version of the widget in another tab wants to upgrade: make room, or it waits for ever.
      blocking: forget,
      terminated: forget,
    }))();
  function forget(): void {
    forgetDatabase(opening);
  }
  opening.catch(forget);
  return opening;
}
