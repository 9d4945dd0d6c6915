import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createMemoryStore, openSqliteStore } from '@wherefore/server';
import { deliveryContract } from './store-deliveries.ts';
import { storeContract } from './store.ts';

function openSqlite(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-store-'));
  const store = openSqliteStore({ folder });
  t.after(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return store;
}

for (const contract of [storeContract, deliveryContract]) {
  contract('memory', () => createMemoryStore());
  contract('SQLite', openSqlite);
}
