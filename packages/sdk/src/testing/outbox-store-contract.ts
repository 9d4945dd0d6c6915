import type { Brief } from '@wherefore/core';
import { freshRecord, receivedRecord } from '../outbox-record.ts';
import type { OutboxRecord } from '../outbox-record.ts';
import type { OutboxStore } from '../outbox-store.ts';
import type { ContractCase } from './draft-store-contract.ts';

/** The store under test. */
export interface OutboxStoreSubject {
  /** Opens the store. Called again, it opens the same storage where the store `keeps`, as after a reload. */
  open(): OutboxStore;
  /** Puts a draft where this store ends drafts, and says whether it is still there. Left out when it ends none. */
  drafts?: { put(key: string): Promise<void>; has(key: string): Promise<boolean> };
}

/**
 * Every promise of `OutboxStore`, for any implementation.
 *
 * @example
 * ```ts
 * for (const { name, run } of outboxStoreContract({ open: () => myStore() })) it(name, run);
 * ```
 */
export function outboxStoreContract({ open, drafts }: OutboxStoreSubject): ContractCase[] {
  let count = 0;
  const fresh = (): OutboxRecord => {
    const brief: Brief = {
      id: `contract-${Date.now()}-${count++}`,
      schemaVersion: 1,
      language: 'nl',
      request: 'Wij willen één app 📱\u0000\u2028 <b>"\'\\',
    };
    return freshRecord(brief, 'contract', { step: 'sending' }, 1000 + count);
  };
  const receipt = (id: string) => ({ id, receivedAt: '2026-11-21T09:30:00.000Z', followUrl: '/follow#t' });
  const find = async (store: OutboxStore, id: string): Promise<OutboxRecord | undefined> =>
    (await store.all()).find((record) => record.id === id);
  const cases: ContractCase[] = [];
  const promise = (name: string, check: (store: OutboxStore, record: OutboxRecord) => Promise<void>) =>
    cases.push({ name, run: () => check(open(), fresh()) });

  promise('knows nothing of a brief that was never put in', async (store, record) => {
    same(await find(store, record.id), undefined);
  });

  promise('gives back exactly what was put in', async (store, record) => {
    await store.change(record.id, () => record);
    same(await find(store, record.id), record);
  });

  promise('keeps briefs apart, and removes only the one that is meant', async (store, record) => {
    const other = fresh();
    await store.change(record.id, () => record);
    await store.change(other.id, () => other);
    await store.change(record.id, () => undefined);
    same(await find(store, record.id), undefined);
    same(await find(store, other.id), other);
  });

  promise('shows each change what the change before it made, also without waiting', async (store, record) => {
    void store.change(record.id, () => record);
    const more = Array.from({ length: 20 }, () =>
      store.change(record.id, (old) => old && { ...old, tries: old.tries + 1 }),
    );
    await Promise.all(more);
    same((await find(store, record.id))?.tries, 20);
  });

  promise('shows a change nothing where there is nothing, and leaves it so', async (store, record) => {
    let seen: unknown = 'not asked';
    await store.change(record.id, (old) => (seen = old) as undefined);
    same(seen, undefined);
    same(await find(store, record.id), undefined);
  });

  promise('holds what is left of a received brief, without its words', async (store, record) => {
    await store.change(record.id, () => record);
    await store.change(record.id, (old) => old && receivedRecord(old, receipt(record.id)));
    const left = await find(store, record.id);
    same(left?.receipt, receipt(record.id));
    if (JSON.stringify(left).includes('één app')) throw new Error('The words are still there');
  });

  promise('changes nothing when the edit throws', async (store, record) => {
    await store.change(record.id, () => record);
    const failed = await store
      .change(record.id, () => {
        throw new Error('no');
      })
      .then(
        () => false,
        () => true,
      );
    same(failed, true);
    same(await find(store, record.id), record);
  });

  if (open().keeps) {
    promise('still has it when it is opened again', async (store, record) => {
      await store.change(record.id, () => record);
      same(await find(open(), record.id), record);
    });
  }

  if (drafts) {
    promise('ends the draft in the same step', async (store, record) => {
      await drafts.put('contract');
      await store.change(record.id, () => record, 'contract');
      same(await drafts.has('contract'), false);
      same(await find(store, record.id), record);
    });

    promise('keeps the draft when the brief could not be put in', async (store, record) => {
      await drafts.put('contract');
      await store
        .change(
          record.id,
          () => {
            throw new Error('no');
          },
          'contract',
        )
        .catch(() => {});
      same(await drafts.has('contract'), true);
      same(await find(store, record.id), undefined);
    });
  }
  return cases;
}

/** JSON is all that a record is, so JSON is what is compared. */
function same(actual: unknown, expected: unknown): void {
  const [got, wanted] = [sorted(actual), sorted(expected)];
  if (got !== wanted) throw new Error(`Expected ${wanted ?? 'undefined'}, got ${got ?? 'undefined'}`);
}

function sorted(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort());
}
