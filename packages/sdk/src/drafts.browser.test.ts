import { expect, waitUntil } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { forgetDatabase, transact } from './database.ts';
import { openDraftStore } from './drafts.ts';
import { draftStoreContract } from './testing/index.ts';

const ttl = 7 * 86_400_000;

/** Puts something else in the place of a browser part until the test is over. */
const undo: (() => void)[] = [];
function replace<T extends object>(target: T, name: keyof T & string, value: unknown) {
  const old = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  undo.push(() => (old ? Object.defineProperty(target, name, old) : Reflect.deleteProperty(target, name)));
}
afterEach(() => undo.splice(0).forEach((one) => one()));

for (const mode of ['device', 'session'] as const) {
  describe(`drafts in mode ${mode}`, () => {
    const open = (now?: () => number) => openDraftStore(now ? { mode, now } : { mode });
    for (const { name, run } of draftStoreContract({ open, keeps: true, ttl })) it(name, run);

    it('keeps the drafts out of the other storages', async () => {
      await open().save('where', 'typed words');
      expect(JSON.stringify({ ...localStorage })).not.to.contain('typed words');
      if (mode === 'device') expect(JSON.stringify({ ...sessionStorage })).not.to.contain('typed words');
      await open().clear('where');
      expect(JSON.stringify({ ...sessionStorage })).not.to.contain('typed words');
    });

    it('takes a record of a later version, or no record at all, for no draft', async () => {
      const later = { v: 99, expiresAt: Date.now() + 1000, json: '"words"' };
      for (const record of [later, { ...later, v: 1, json: '{' }, { v: 1 }, 'words', null]) {
        if (mode === 'session') sessionStorage.setItem('wherefore:draft:odd', JSON.stringify(record));
        else await raw((database) => database.put('drafts', record, 'odd'));
        expect(await open().load('odd')).to.equal(undefined);
      }
      await open().clear('odd');
    });
  });
}

describe('drafts in mode device, when IndexedDB fails', () => {
  const store = () => openDraftStore({ mode: 'device' });

  it('holds the draft in memory where storage is forbidden', async () => {
    forgetDatabase();
    replace(IDBFactory.prototype, 'open', () => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    expect(await store().save('forbidden', 'words')).to.equal(false);
    expect(await store().load('forbidden')).to.equal('words');
    await store().clear('forbidden');
    expect(await store().load('forbidden')).to.equal(undefined);
  });

  it('says that nothing is kept when the disk is full, and still has the words', async () => {
    const drafts = store();
    await drafts.save('full', 'old');
    replace(IDBObjectStore.prototype, 'put', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await drafts.save('full', 'new')).to.equal(false);
    expect(await drafts.load('full')).to.equal('new');
  });

  it('says that nothing is kept when only the end of the transaction fails', async () => {
    replace(IDBTransaction.prototype, 'commit', IDBTransaction.prototype.abort);
    expect(await store().save('aborted', 'words')).to.equal(false);
    expect(await store().load('aborted')).to.equal('words');
  });

  it('is kept again, and only there, once the storage works again', async () => {
    const drafts = store();
    replace(IDBObjectStore.prototype, 'put', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await drafts.save('again', 'memory');
    undo.splice(0).forEach((one) => one());
    expect(await drafts.save('again', 'disk')).to.equal(true);
    expect(await drafts.load('again')).to.equal('disk');
  });

  it('does not bring a draft back that could not be removed', async () => {
    const drafts = store();
    await drafts.save('stays', 'words');
    replace(IDBObjectStore.prototype, 'delete', () => {
      throw new DOMException('broken', 'UnknownError');
    });
    await drafts.clear('stays');
    expect(await drafts.load('stays')).to.equal(undefined);
  });

  it('opens a connection once more when the browser lost it', async () => {
    const drafts = store();
    await drafts.save('lost', 'words');
    let losses = 1;
    const transaction = IDBDatabase.prototype.transaction;
    replace(
      IDBDatabase.prototype,
      'transaction',
      function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
        if (losses-- > 0)
          throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
        return transaction.apply(this, args);
      },
    );
    expect(await drafts.load('lost')).to.equal('words');
    expect(losses).to.equal(-1);
  });

  it('keeps the new connection when the browser tells late that it lost the old one', async () => {
    const connection = (): Promise<IDBDatabase> =>
      transact('readonly', async ({ drafts }) => drafts.transaction.db);
    const old = await connection();
    forgetDatabase();
    const fresh = await connection();
    expect(fresh).not.to.equal(old);
    old.dispatchEvent(new Event('close'));
    expect(await connection()).to.equal(fresh);
  });

  it('does not let a save that took two tries overtake the clear after it', async () => {
    const drafts = store();
    await drafts.load('order');
    let losses = 1;
    const put = IDBObjectStore.prototype.put;
    replace(
      IDBObjectStore.prototype,
      'put',
      function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        if (losses-- > 0)
          throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
        return put.apply(this, args);
      },
    );
    void drafts.save('order', 'sent already');
    await drafts.clear('order');
    expect(await store().load('order')).to.equal(undefined);
    expect(losses).to.equal(-1);
  });

  it('does not wait for a storage that never answers', async () => {
    // What a hanging browser looks like from here: an upgrade that another connection does not let through.
    const holder = await openDB('held', 1);
    const open = IDBFactory.prototype.open;
    let asked = 0;
    const opened = new Promise<void>((resolve) => {
      replace(IDBFactory.prototype, 'open', function (this: IDBFactory) {
        asked++;
        resolve();
        return open.call(this, 'held', 2);
      });
    });
    const timers: (() => void)[] = [];
    replace(window, 'setTimeout', (callback: () => void) => timers.push(callback));
    forgetDatabase();
    const drafts = store();
    const saved = drafts.save('hangs', 'words');
    await opened;
    timers.forEach((late) => late());
    expect(await saved).to.equal(false);
    expect(await drafts.load('hangs')).to.equal('words');
    // No timer of this one ever fires: it returns only when the storage is not asked a second time.
    expect(await drafts.load('something else')).to.equal(undefined);
    expect(asked).to.equal(1);
    // The storage answers after all, too late for that question: from here on it is asked again.
    undo.splice(0).forEach((one) => one());
    holder.close();
    await transact('readonly', async () => {});
    forgetDatabase();
    await deleteDB('held');
    await waitUntil(() => drafts.save('hangs', 'words'), 'it is never kept again');
  });
});

describe('the database of the drafts', () => {
  it('is written with durability strict', async () => {
    const durabilities: unknown[] = [];
    const transaction = IDBDatabase.prototype.transaction;
    replace(
      IDBDatabase.prototype,
      'transaction',
      function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
        if (args[1] === 'readwrite') durabilities.push(args[2]?.durability);
        return transaction.apply(this, args);
      },
    );
    await openDraftStore({ mode: 'device' }).save('strict', 'words');
    expect(durabilities[0]).to.equal('strict');
    expect(new Set(durabilities).size).to.equal(1);
  });

  it('removes what is over its time under every key, on first use', async () => {
    const long = Date.now() - 1;
    await raw((database) =>
      database.put('drafts', { v: 1, expiresAt: long, json: '"left behind"' }, 'somebody else'),
    );
    await raw((database) =>
      database.put('drafts', { v: 1, expiresAt: Date.now() + ttl, json: '"fresh"' }, 'fresh'),
    );
    await openDraftStore({ mode: 'device' }).load('mine');
    // The sweep was started before this transaction, so this one sees its end.
    const keys = await raw(async (database) => {
      const sweep = database.transaction('drafts', 'readwrite');
      await sweep.done;
      return database.getAllKeys('drafts');
    });
    expect(keys).not.to.include('somebody else');
    expect(keys).to.include('fresh');
  });

  it('makes room for a newer version in another tab', async () => {
    await openDraftStore({ mode: 'device' }).save('upgrade', 'words');
    const newer = await openDB('wherefore', 99);
    expect(newer.version).to.equal(99);
    // An old page that is still open cannot read the newer database, and must not break it either.
    expect(await openDraftStore({ mode: 'device' }).save('old page', 'words')).to.equal(false);
    newer.close();
    await deleteDB('wherefore');
  });
});

/** Works on the database past the store, as another version of this package would. */
async function raw<T>(work: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  await openDraftStore({ mode: 'device' }).load('make sure that it exists');
  const database = await openDB('wherefore');
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
