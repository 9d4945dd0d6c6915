/** Where an outbox may live: on the device, in the tab, or in the memory of the page. */
import { patiently, transact } from './database.ts';
import { outcome, sessionKey } from './draft-places.ts';
import { parsed, readRecord } from './outbox-record.ts';
import type { OutboxRecord } from './outbox-record.ts';

/** A place for records. Every method may reject; then the outbox holds the record in memory and says so. */
export interface OutboxStore {
  /** Whether it outlives the page. */
  readonly keeps: boolean;
  /** Whether all tabs of this origin see the same records. */
  readonly shared: boolean;
  /** Everything in it; what is no record is left where it is. */
  all(): Promise<OutboxRecord[]>;
  /**
   * Replaces the record of a brief with what `edit` makes of it, `undefined` for no record, as one step that no other tab
   * can come between. When `draftKey` is there, the draft under that key ends in the same step.
   *
   * Resolves when it is on the disk, not before.
   */
  change(id: string, edit: Edit, draftKey?: string): Promise<void>;
}

export type Edit = (record: OutboxRecord | undefined) => OutboxRecord | undefined;

/** IndexedDB: for all tabs, until the brief was received. */
export function deviceOutbox(): OutboxStore {
  const onTime = patiently();
  return {
    keeps: true,
    shared: true,
    all: () =>
      onTime(() =>
        transact('readonly', async ({ outbox }) =>
          (await outcome<unknown[]>(outbox.getAll())).flatMap(asRecord),
        ),
      ),
    change: (id, edit, draftKey) =>
      onTime(() =>
        transact('readwrite', async ({ drafts, outbox }) => {
          const old = readRecord(await outcome<unknown>(outbox.get(id)));
          const next = edit(old);
          if (!next) await outcome(outbox.delete(id));
          else if (next !== old) await outcome(outbox.put(next, id));
          if (draftKey !== undefined) await outcome(drafts.delete(draftKey));
        }),
      ),
  };
}

const SESSION_OUTBOX = 'wherefore:outbox:';

/** sessionStorage: for this tab, until it is closed. */
export function sessionOutbox(): OutboxStore {
  return {
    keeps: true,
    shared: false,
    async all() {
      const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(SESSION_OUTBOX));
      return keys.flatMap((key) => asRecord(parsed(sessionStorage.getItem(key) ?? '')));
    },
    async change(id, edit, draftKey) {
      const key = SESSION_OUTBOX + id;
      const next = edit(readRecord(parsed(sessionStorage.getItem(key) ?? '')));
      if (next) sessionStorage.setItem(key, JSON.stringify(next));
      else sessionStorage.removeItem(key);
      if (draftKey !== undefined) sessionStorage.removeItem(sessionKey(draftKey));
    },
  };
}

/** The memory of this page, for where nothing may be kept. */
export function memoryOutbox(): OutboxStore {
  const records = new Map<string, OutboxRecord>();
  return {
    keeps: false,
    shared: false,
    all: async () => [...records.values()],
    async change(id, edit) {
      const next = edit(records.get(id));
      if (next) records.set(id, next);
      else records.delete(id);
    },
  };
}

function asRecord(value: unknown): OutboxRecord[] {
  const record = readRecord(value);
  return record ? [record] : [];
}
