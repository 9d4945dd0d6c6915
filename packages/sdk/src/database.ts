/** The one IndexedDB database of the SDK: drafts and outbox share it, so that one becomes the other in one transaction. */
import { DATABASE, outcome } from './draft-places.ts';

/** What a transaction works on. */
export interface Tables {
  /** Records of `draft-record.ts`, with an index on `expiresAt`. */
  drafts: IDBObjectStore;
  /** Since version 2. Whatever is in it is read through `outbox-record.ts`. */
  outbox: IDBObjectStore;
}

const VERSION = 2;
/** Milliseconds that a storage may take. Some browsers never answer; a requester must not wait for that. */
const PATIENCE = 3000;

let connection: Promise<IDBDatabase> | undefined;

/**
 * Lets go of a connection: the next transaction makes a new one. Whoever finds theirs dead after somebody else did must not
 * take the new one away again.
 */
export function forgetDatabase(old = connection): void {
  if (connection !== old) return;
  connection = undefined;
  old?.then((database) => database.close()).catch(() => {});
}

/**
 * Work in one transaction; resolves with its result once the whole is on the disk. A connection that the browser closed under
 * us is opened once more before it gives up. Rejects where storage is forbidden, full or broken.
 */
export async function transact<T>(
  mode: 'readonly' | 'readwrite',
  work: (tables: Tables) => Promise<T>,
): Promise<T> {
  let used: typeof connection;
  const once = async (): Promise<T> => {
    const database = await (used = connection ??= connect());
    // `strict`: done means on the disk, so what we say about it stays true after a power cut.
    const transaction = database.transaction(['drafts', 'outbox'], mode, { durability: 'strict' });
    // Only the end of the transaction says that it is kept; a full disk shows up there and not before.
    const end = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error as Error));
    });
    const [drafts, outbox] = [transaction.objectStore('drafts'), transaction.objectStore('outbox')];
    const [result] = await Promise.all([work({ drafts, outbox }), end]);
    return result;
  };
  try {
    return await once();
  } catch {
    forgetDatabase(used);
    return once();
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

function connect(): Promise<IDBDatabase> {
  const opening = (async () => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      const { result } = request;
      // Each step from the version that is there: what people typed before an upgrade is still theirs after it.
      if (oldVersion < 1) result.createObjectStore('drafts').createIndex('expiresAt', 'expiresAt');
      if (oldVersion < 2) result.createObjectStore('outbox');
    });
    const database = await outcome(request);
    // A newer version of the widget in another tab wants to upgrade: make room, or it waits for ever.
    database.addEventListener('versionchange', forget);
    database.addEventListener('close', forget);
    return database;
  })();
  function forget(): void {
    forgetDatabase(opening);
  }
  opening.catch(forget);
  return opening;
}
