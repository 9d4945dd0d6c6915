import type { DraftStore } from '@wherefore/core';
import { patiently, transact } from './database.ts';
import { outcome, sessionKey } from './draft-places.ts';
import { fromRecord, toRecord } from './draft-record.ts';
import type { DraftRecord } from './draft-record.ts';

/** Where drafts may live. */
export interface DraftOptions {
  /**
   * `device`: until it is sent or its time is over, also after the browser was closed. `session`: until this tab is
   * closed. `off`: nowhere.
   */
  mode: 'device' | 'session' | 'off';
  /**
   * Days that a draft is kept after it was last saved.
   * @default 7
   */
  ttlDays?: number;
  /**
   * Milliseconds since 1970.
   * @default Date.now
   */
  now?: () => number;
}

/** A place for records. Every method may fail; {@link openDraftStore} turns that into memory. */
interface Shelf {
  read(key: string): Promise<unknown>;
  write(key: string, record: DraftRecord): Promise<void>;
  remove(key: string): Promise<void>;
}

/**
 * What a shelf refused to take, and `undefined` for what it refused to remove: newer than what the shelf holds. Shared by
 * all stores of a page, so that an element which a single-page app throws away and makes again finds its text.
 */
const memories = {
  device: new Map<string, DraftRecord | undefined>(),
  session: new Map<string, DraftRecord | undefined>(),
};

/** Forgets what this page's memory holds of drafts. What a storage holds is another matter. */
export function forgetDraftsInMemory(): void {
  for (const memory of Object.values(memories)) memory.clear();
}

const DAY = 86_400_000;

/**
 * Opens the store of what requesters typed. Nothing is touched before the first call.
 *
 * It never throws. Where storage is forbidden, full or broken, this page's memory holds the draft and `save` resolves to
 * `false`, so that the page can say that closing it loses the text. Drafts must be JSON.
 */
export function openDraftStore({ mode, ttlDays = 7, now = Date.now }: DraftOptions): DraftStore {
  if (mode === 'off') {
    return { load: async () => undefined, save: async () => false, clear: async () => {} };
  }
  const shelf = mode === 'device' ? deviceShelf(now) : sessionShelf;
  const memory = memories[mode];
  const onShelf = patiently();
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: a save must not overtake the clear that was asked before it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  }

  return {
    load: (key) =>
      inTurn(async () => {
        if (memory.has(key)) return fromRecord(memory.get(key), now());
        try {
          return fromRecord(await onShelf(() => shelf.read(key)), now());
        } catch {
          return undefined;
        }
      }),
    save(key, draft) {
      let record: DraftRecord;
      try {
        // Before anything else, so that later changes to the object are not in this draft.
        record = toRecord(draft, now() + ttlDays * DAY);
      } catch {
        return Promise.resolve(false);
      }
      return inTurn(async () => {
        try {
          await onShelf(() => shelf.write(key, record));
          memory.delete(key);
          return true;
        } catch {
          memory.set(key, record);
          return false;
        }
      });
    },
    clear: (key) =>
      inTurn(async () => {
        memory.delete(key);
        try {
          await onShelf(() => shelf.remove(key));
        } catch {
          memory.set(key, undefined);
        }
      }),
  };
}

/** IndexedDB. */
function deviceShelf(now: () => number): Shelf {
  let swept = false;

  async function asked<T>(work: Promise<T>): Promise<T> {
    const result = await work;
    if (!swept) {
      swept = true;
      // Drafts of other pages, or of a colleague on this computer, that nobody came back for.
      void sweep(now()).catch(() => {});
    }
    return result;
  }

  const dropHeld = (key: string): void => localStorage.removeItem(sessionKey(key));

  return {
    // What was held before this file had loaded is newer.
    read: async (key) =>
      parsed(localStorage, key) ??
      asked(transact('readonly', ({ drafts }) => outcome<unknown>(drafts.get(key)))),
    async write(key, record) {
      await asked(transact('readwrite', ({ drafts }) => atOnce(drafts.put(record, key))));
      dropHeld(key);
    },
    async remove(key) {
      dropHeld(key);
      await asked(transact('readwrite', ({ drafts }) => atOnce(drafts.delete(key))));
    },
  };
}

const parsed = (storage: Storage, key: string): unknown =>
  JSON.parse(storage.getItem(sessionKey(key)) ?? 'null');

/** Commits without waiting: left to itself, a transaction waits for a page that may be gone by then, and is undone. */
async function atOnce(request: IDBRequest): Promise<void> {
  request.transaction!.commit();
  await outcome(request);
}

function sweep(now: number): Promise<void> {
  return transact('readwrite', async ({ drafts }) => {
    const over = drafts.index('expiresAt').getAllKeys(IDBKeyRange.upperBound(now));
    for (const key of await outcome(over)) await outcome(drafts.delete(key));
  });
}

/** sessionStorage, which throws by itself where it is forbidden or full. */
const sessionShelf: Shelf = {
  read: async (key) => parsed(sessionStorage, key),
  write: async (key, record) => sessionStorage.setItem(sessionKey(key), JSON.stringify(record)),
  remove: async (key) => sessionStorage.removeItem(sessionKey(key)),
};
