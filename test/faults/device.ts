/** What a browser keeps on the device, read and written past the product. */
import type { Page } from 'playwright-core';
import { PATIENCE } from './visitor.ts';

export interface Kept {
  drafts: unknown[];
  outbox: { id: string; json: string; receipt: unknown }[];
}

/** What stands in the database. */
export const stored = (page: Page): Promise<Kept> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('wherefore');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const transaction = database.transaction(['drafts', 'outbox']);
          const drafts = transaction.objectStore('drafts').getAll();
          const outbox = transaction.objectStore('outbox').getAll();
          transaction.addEventListener('complete', () => {
            database.close();
            resolve({ drafts: drafts.result, outbox: outbox.result });
          });
        });
      }),
  );

/** Puts a record into the outbox, as another version of the product might. */
export const putRecord = (page: Page, id: string, record: object): Promise<unknown> =>
  page.evaluate(
    ([id, record]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('wherefore');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('outbox', 'readwrite');
          transaction.objectStore('outbox').put(record, id);
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve(undefined);
          });
        });
      }),
    [id, record] as const,
  );

/** Makes the database as version 1 did, before there was an outbox, with a draft of the intake in it. */
export const oldDatabase = (page: Page, draft: object): Promise<unknown> =>
  page.evaluate(
    (json) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('wherefore', 1);
        opening.addEventListener('upgradeneeded', () => {
          const drafts = opening.result.createObjectStore('drafts');
          drafts.createIndex('expiresAt', 'expiresAt');
          drafts.put({ v: 1, expiresAt: Date.now() + 600_000, json }, 'intake');
        });
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve(undefined);
        });
      }),
    JSON.stringify(draft),
  );

/** Everything that a page can leave behind on a device, by place; places that are empty are left out. */
export function everythingKept(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const databases: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      for (const store of database.objectStoreNames)
        databases.push([store, await done(database.transaction(store).objectStore(store).getAll())]);
      database.close();
    }
    const files: string[] = [];
    for await (const file of (await navigator.storage.getDirectory()).keys()) files.push(file);
    const places = {
      localStorage: Object.entries(localStorage),
      sessionStorage: Object.entries(sessionStorage),
      indexedDB: databases,
      caches: await caches.keys(),
      cookies: document.cookie ? [document.cookie] : [],
      files,
      workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      address: [location.search + location.hash, history.state].filter(Boolean),
      window: window.name ? [window.name] : [],
    };
    const found = Object.entries(places).filter(([, kept]) => kept.length > 0);
    return Object.fromEntries(found.map(([place, kept]) => [place, JSON.stringify(kept)]));
  });
}

/** Resolves when these words are kept somewhere on the device. */
export async function keeps(page: Page, words: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!JSON.stringify(await everythingKept(page)).includes(words)) {
    if (performance.now() > end) throw new Error(`Nothing on the device says: ${words}`);
  }
}
