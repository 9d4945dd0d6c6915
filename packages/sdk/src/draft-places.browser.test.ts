import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { forgetDatabase } from './database.ts';
import { DATABASE, mayHoldDrafts } from './draft-places.ts';
import { openDraftStore } from './drafts.ts';

describe('whether a draft may be there', () => {
  beforeEach(async () => {
    forgetDatabase();
    await deleteDB(DATABASE);
    sessionStorage.clear();
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
