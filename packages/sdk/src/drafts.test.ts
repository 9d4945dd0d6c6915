import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDraftStore } from './drafts.ts';
import { draftStoreContract } from './testing/index.ts';

const ttl = 7 * 86_400_000;

// Node has no IndexedDB and no sessionStorage: the same as a browser where storage is forbidden.
for (const mode of ['device', 'session'] as const) {
  describe(`drafts in mode ${mode}, where there is no storage`, () => {
    const open = (now?: () => number) => openDraftStore(now ? { mode, now } : { mode });
    for (const { name, run } of draftStoreContract({ open, keeps: false, ttl })) it(name, run);

    it('finds the text again in a new store of the same page', async () => {
      await open().save('page', 'typed');
      assert.equal(await open().load('page'), 'typed');
      await open().clear('page');
      assert.equal(await open().load('page'), undefined);
    });
  });
}

describe('drafts in mode off', () => {
  it('keeps nothing and says so', async () => {
    const store = openDraftStore({ mode: 'off' });
    assert.equal(await store.save('key', 'words'), false);
    assert.equal(await store.load('key'), undefined);
    await store.clear('key');
  });

  it('does not show what another mode keeps', async () => {
    await openDraftStore({ mode: 'session' }).save('shared', 'words');
    assert.equal(await openDraftStore({ mode: 'off' }).load('shared'), undefined);
    assert.equal(await openDraftStore({ mode: 'device' }).load('shared'), undefined);
  });
});
