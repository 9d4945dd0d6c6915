import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { forgetDatabase } from './database.ts';
import { DATABASE, hasDatabase, hold, mayHoldDrafts } from './draft-places.ts';
import { openDraftStore } from './drafts.ts';
import { forgetThisDevice } from './forget-device.ts';
import { freshRecord, receivedRecord } from './outbox-record.ts';
import { deviceOutbox, sessionOutbox } from './outbox-store.ts';

describe('whether a draft may be there', () => {
  beforeEach(async () => {
    forgetDatabase();
    await deleteDB(DATABASE);
    sessionStorage.clear();
    localStorage.clear();
  });

  it('is no in a browser that never kept one, and asking leaves nothing behind', async () => {
    for (const mode of ['device', 'session', 'off'] as const)
      expect(await mayHoldDrafts(mode)).to.equal(false);
    expect(await indexedDB.databases()).to.deep.equal([]);
  });

  for (const mode of ['device', 'session'] as const) {
    it(`is yes after one was kept, in mode ${mode}`, async () => {
      await openDraftStore({ mode }).save('intake', { words: 'typed' });
      expect(await mayHoldDrafts(mode)).to.equal(true);
    });
  }

  for (const mode of ['device', 'session'] as const) {
    it(`is yes after words were held, which are the draft until another one is kept, in mode ${mode}`, async () => {
      const drafts = openDraftStore({ mode });
      await drafts.save('intake', { words: 'from before' });
      hold(mode, 'typed at once');
      expect(await mayHoldDrafts(mode)).to.equal(true);
      expect(await drafts.load('intake')).to.equal('typed at once');
      await drafts.save('intake', { words: 'typed later' });
      expect(await drafts.load('intake')).to.deep.equal({ words: 'typed later' });
      hold(mode, 'typed at once');
      await drafts.clear('intake');
      expect(await drafts.load('intake')).to.equal(undefined);
      expect(await mayHoldDrafts(mode)).to.equal(false);
    });

    it(`keeps words that are held no longer than a draft, and a shared computer forgets them, in mode ${mode}`, async () => {
      hold(mode, 'typed at once');
      const now = () => Date.now() + 8 * 86_400_000;
      expect(await openDraftStore({ mode, now }).load('intake')).to.equal(undefined);
      await forgetThisDevice();
      expect(await mayHoldDrafts(mode)).to.equal(false);
      expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.contain('typed at once');
    });
  }

  it('is no again when the draft is gone, though the database is still there', async () => {
    const drafts = openDraftStore({ mode: 'device' });
    await drafts.save('intake', { words: 'typed' });
    await drafts.clear('intake');
    expect(await hasDatabase()).to.equal(true);
    expect(await mayHoldDrafts('device')).to.equal(false);
  });

  const fresh = freshRecord(
    { id: 'a', schemaVersion: 1, language: 'nl', request: 'een intranet' },
    '/',
    undefined,
    Date.now(),
  );
  const receipt = { id: 'a', receivedAt: '2026-11-21T09:30:00Z', followUrl: '/follow#t' };
  const received = receivedRecord(fresh, receipt);
  for (const [expected, what, record] of [
    [true, 'a brief that is not received', fresh],
    [true, 'a receipt that nobody saw', received],
    [true, 'a receipt of a moment ago', { ...received, shownAt: Date.now() - 60_000 }],
    [false, 'a receipt of an hour ago', { ...received, shownAt: Date.now() - 3_600_000 }],
    [false, 'a receipt that is done with', { ...received, dismissed: true }],
  ] as const) {
    it(`is ${expected ? 'yes' : 'no'} for ${what}, on the device`, async () => {
      await deviceOutbox().change('a', () => record);
      expect(await mayHoldDrafts('device')).to.equal(expected);
    });
  }

  it('is yes for a brief that waits in the tab', async () => {
    await sessionOutbox().change('a', () => fresh);
    expect(await mayHoldDrafts('session')).to.equal(true);
  });

  it('does not stand in the way of a newer version that wants to upgrade', async () => {
    await openDraftStore({ mode: 'device' }).save('intake', {});
    expect(await mayHoldDrafts('device')).to.equal(true);
    forgetDatabase();
    await deleteDB(DATABASE);
    expect(await hasDatabase()).to.equal(false);
  });

  it('is yes where the browser can’t tell', async () => {
    const { databases } = IDBFactory.prototype;
    IDBFactory.prototype.databases = () => Promise.reject(new DOMException('no', 'SecurityError'));
    try {
      expect(await mayHoldDrafts('device')).to.equal(true);
    } finally {
      IDBFactory.prototype.databases = databases;
    }
  });
});
