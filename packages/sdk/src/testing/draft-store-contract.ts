import type { DraftStore } from '@wherefore/core';

/** The store under test. */
export interface DraftStoreSubject {
  /**
   * Opens the store. Called again, it opens the same storage, as after a reload.
   * @param now The store's clock, where it has one; without it, the cases about time are not run.
   */
  open(now?: () => number): DraftStore;
  /** Whether the store outlives a reload. `save` must say the same. */
  keeps: boolean;
  /** Milliseconds that a draft is kept, when `open` takes a clock. */
  ttl?: number;
}

/** One promise: give `name` and `run` to the test runner of your choice. */
export interface ContractCase {
  name: string;
  /** Rejects with an error that says what was expected. */
  run(): Promise<void>;
}

/**
 * Every promise of `DraftStore`, for any implementation.
 *
 * @example
 * ```ts
 * for (const { name, run } of draftStoreContract({ open: () => myStore(), keeps: true })) it(name, run);
 * ```
 */
export function draftStoreContract(subject: DraftStoreSubject): ContractCase[] {
  const { keeps, ttl } = subject;
  let keys = 0;
  const freshKey = () => `contract-${Date.now()}-${keys++}`;
  const cases: ContractCase[] = [];
  const promise = (name: string, check: (store: DraftStore, key: string) => Promise<void>) =>
    cases.push({ name, run: () => check(subject.open(), freshKey()) });

  promise('knows nothing under a key that was never saved', async (store, key) => {
    same(await store.load(key), undefined);
  });

  promise('says truthfully whether the draft is kept', async (store, key) => {
    same(await store.save(key, { request: 'an intranet' }), keeps);
  });

  promise('gives back what was saved, whatever the words', async (store, key) => {
    const draft = {
      request: 'Wij willen één app 📱\u0000\u2028 <b>"\'\\',
      lone: '\ud83d',
      deep: [{ answers: [null, 0, -1.5, true, ''] }],
    };
    await store.save(key, draft);
    same(await store.load(key), draft);
  });

  promise('gives the last draft that was saved, also without waiting in between', async (store, key) => {
    void store.save(key, { step: 1 });
    void store.save(key, { step: 2 });
    void store.save(key, { step: 3 });
    same(await store.load(key), { step: 3 });
  });

  promise('keeps a copy, not the object', async (store, key) => {
    const draft = { words: ['one'] };
    const saved = store.save(key, draft);
    draft.words.push('after');
    await saved;
    ((await store.load(key)) as typeof draft).words.push('later');
    same(await store.load(key), { words: ['one'] });
  });

  promise('keeps drafts under different keys apart', async (store, key) => {
    await store.save(key, 'mine');
    await store.save(`${key}:`, 'yours');
    await store.clear(`${key}:`);
    same(await store.load(key), 'mine');
    same(await store.load(`${key}:`), undefined);
  });

  promise('forgets what was cleared, in the order that was asked', async (store, key) => {
    void store.save(key, 'gone');
    void store.clear(key);
    same(await store.load(key), undefined);
    void store.clear(key);
    await store.save(key, 'new');
    same(await store.load(key), 'new');
  });

  promise('clears a key that holds nothing', async (store, key) => {
    await store.clear(key);
    same(await store.load(key), undefined);
  });

  promise('never throws: what cannot be a draft is not kept, and what was kept stays', async (store, key) => {
    await store.save(key, 'before');
    const circle: { self?: unknown } = {};
    circle.self = circle;
    for (const draft of [circle, { id: 10n }, undefined, () => 'code'])
      same(await store.save(key, draft), false);
    same(await store.load(key), 'before');
  });

  promise('takes any string as a key', async (store, key) => {
    const odd = `${key}/../é "'\n`;
    await store.save(odd, 'odd');
    same(await store.load(odd), 'odd');
    await store.clear(odd);
  });

  if (keeps) {
    promise('still has the draft when it is opened again', async (store, key) => {
      await store.save(key, { request: 'still here' });
      same(await subject.open().load(key), { request: 'still here' });
    });

    promise('still knows that a draft was cleared when it is opened again', async (store, key) => {
      await store.save(key, 'gone');
      await store.clear(key);
      same(await subject.open().load(key), undefined);
    });
  }

  if (ttl !== undefined) {
    promise('lets a draft go when its time is over, and not before', async (_store, key) => {
      let time = Date.now();
      const store = subject.open(() => time);
      await store.save(key, 'old words');
      time += ttl - 1;
      same(await store.load(key), 'old words');
      time += 1;
      same(await store.load(key), undefined);
    });

    promise('counts the time from the last save', async (_store, key) => {
      let time = Date.now();
      const store = subject.open(() => time);
      await store.save(key, 'first');
      time += ttl - 1;
      await store.save(key, 'second');
      time += ttl - 1;
      same(await store.load(key), 'second');
    });

    promise('loses nothing when the clock is set back by years', async (_store, key) => {
      let time = Date.now();
      const store = subject.open(() => time);
      await store.save(key, 'words');
      time -= 5 * 365 * 86_400_000;
      same(await store.load(key), 'words');
    });
  }
  return cases;
}

/** JSON is all that a draft is, so JSON is what is compared. */
function same(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`Expected ${wanted ?? 'undefined'}, got ${got ?? 'undefined'}`);
}
