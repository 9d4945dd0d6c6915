import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { forgetDatabase, transact } from './database.ts';
import { DATABASE, outcome } from './draft-places.ts';
import { openDraftStore } from './drafts.ts';
import { freshRecord, readRecord, waitLeft } from './outbox-record.ts';
import { deviceOutbox, memoryOutbox, sessionOutbox } from './outbox-store.ts';
import { outboxStoreContract } from './testing/index.ts';

const draftsIn = (mode: 'device' | 'session') => ({
  put: async (key: string) => void (await openDraftStore({ mode }).save(key, { words: 'typed' })),
  has: async (key: string) => (await openDraftStore({ mode }).load(key)) !== undefined,
});

describe('the outbox on the device', () => {
  for (const { name, run } of outboxStoreContract({ open: deviceOutbox, drafts: draftsIn('device') }))
    it(name, run);
});
describe('the outbox in the tab', () => {
  for (const { name, run } of outboxStoreContract({ open: sessionOutbox, drafts: draftsIn('session') }))
    it(name, run);
});
describe('the outbox in memory', () => {
  for (const { name, run } of outboxStoreContract({ open: memoryOutbox })) it(name, run);
});

const brief = { id: 'a', schemaVersion: 1 as const, language: 'nl' as const, request: 'een intranet' };

describe('a record', () => {
  it('of a later version is shown and sent as far as we know it, and what we do not know stays in it', () => {
    const later = { ...freshRecord(brief, '/', undefined, 1), v: 9, priority: 'high', fields: 'odd' };
    expect(readRecord(later)).to.deep.equal({ ...later, fields: [] });
  });

  it('with only an id, a server and a brief can still be sent', () => {
    const bare = { id: 'a', to: '/', json: JSON.stringify(brief) };
    expect(readRecord(bare)).to.include({ ...bare, tries: 0, stopped: false });
  });

  it('is nothing else', () => {
    const cut = { ...freshRecord(brief, '/', undefined, 1), json: '{"id":' };
    for (const odd of [null, 'words', {}, { id: 'a' }, { id: 1, to: '', json: '{}' }, cut])
      expect(readRecord(odd)).to.equal(undefined);
  });

  it('waits as long as the server asked, whatever happens to the clock of the device', () => {
    const year = 365 * 86_400_000;
    const record = { ...freshRecord(brief, '/', undefined, 1), wait: { from: 10 * year, ms: 60_000 } };
    expect(waitLeft(record, 10 * year + 20_000)).to.equal(40_000);
    expect(waitLeft(record, 5 * year)).to.equal(60_000);
    expect(waitLeft(record, 15 * year)).to.equal(0);
    expect(waitLeft({ ...record, wait: null }, 0)).to.equal(0);
  });
});

describe('a database of version 1, with a draft in it', () => {
  beforeEach(async () => {
    forgetDatabase();
    await deleteDB(DATABASE);
    const old = await openDB(DATABASE, 1, {
      upgrade: (database) => database.createObjectStore('drafts').createIndex('expiresAt', 'expiresAt'),
    });
    const record = { v: 1, expiresAt: Date.now() + 60_000, json: '{"words":"from before"}' };
    await old.put('drafts', record, 'intake');
    old.close();
  });

  it('gets an outbox, and the draft is still there', async () => {
    const store = deviceOutbox();
    expect(await store.all()).to.deep.equal([]);
    await store.change('a', () => freshRecord(brief, '/', undefined, 1));
    expect(await openDraftStore({ mode: 'device' }).load('intake')).to.deep.equal({ words: 'from before' });
    expect(await transact('readonly', async ({ outbox }) => outbox.transaction.db.version)).to.equal(2);
  });

  it('leaves alone what is no record', async () => {
    await transact('readwrite', ({ outbox }) => outcome(outbox.put({ odd: true }, 'odd')));
    expect(await deviceOutbox().all()).to.deep.equal([]);
    expect(await transact('readonly', ({ outbox }) => outcome<unknown>(outbox.get('odd')))).to.deep.equal({
      odd: true,
    });
  });
});
