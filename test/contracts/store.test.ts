import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryStore, openSqliteStore } from '@wherefore/server';
import { storeContract } from './store.ts';

storeContract('memory', () => createMemoryStore());

storeContract('SQLite', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-store-'));
  const store = openSqliteStore({ folder });
  t.after(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return store;
});
