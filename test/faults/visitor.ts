/** A page with an outbox of the built SDK in it, small pauses, and nothing else. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Brief } from '@wherefore/core';
import type * as Sdks from '@wherefore/sdk';
import type * as Intake from '@wherefore/sdk/intake';
import type * as Outboxes from '@wherefore/sdk/outbox';
import type * as Uuid from '@wherefore/sdk/uuid';
import type { Site } from './site.ts';

export type Sdk = typeof Intake &
  typeof Outboxes &
  typeof Uuid &
  Pick<typeof Sdks, 'deviceOutbox'> & {
    createGate(random: () => number, backoff: Outboxes.Backoff): { failed(): void; left(): number };
    transact(mode: 'readwrite', work: (tables: { outbox: IDBObjectStore }) => Promise<void>): Promise<void>;
  };
export type Delivery = Outboxes.Delivery;

export interface Settings {
  endpoint?: string;
  to?: string;
  mode?: 'device' | 'session' | 'off';
  /** Milliseconds: one try, one call, pauses between calls. */
  timeout?: number;
  totalTimeout?: number;
  retries?: number;
  base?: number;
  cap?: number;
}

/** What a visitor's page has in `wf`. */
export interface InPage {
  sdk: Sdk;
  outbox: Outboxes.Outbox;
  /** Every state that each brief went through, as `state:reason`. */
  story: Record<string, string[]>;
  keepalive: boolean[];
  add(words: string, extra?: Partial<Brief>): Promise<string>;
}
declare global {
  // oxlint-disable-next-line no-var -- how TypeScript knows a global.
  var wf: InPage;
}

/** Opens the page and the outbox in it; again after a reload. */
export async function open(page: Page, site: Site, settings: Settings = {}): Promise<void> {
  if (!page.url().startsWith(site.url)) await page.goto(`${site.url}/blank.html`);
  await page.evaluate(async (settings) => {
    const at = '/sdk.js';
    const sdk = (await import(at)) as Sdk;
    const { endpoint = '/', to = 'test', mode = 'device', base = 20, cap = 100 } = settings;
    const { timeout = 3000, totalTimeout = 7000, retries = 1 } = settings;
    // Another outbox on the same page comes in the place of this one.
    (globalThis as Partial<typeof globalThis>).wf?.outbox.close();
    const keepalive: boolean[] = [];
    const story: Record<string, string[]> = {};
    const outbox = sdk.createOutbox({
      gateway: sdk.createIntakeGateway({
        endpoint,
        timeout,
        totalTimeout,
        retries,
        fetch: (request) => {
          keepalive.push(request.keepalive);
          return fetch(request);
        },
      }),
      to,
      mode,
      backoff: { base, cap },
    });
    outbox.subscribe((deliveries) => {
      for (const { id, state, reason } of deliveries) {
        const words = reason ? `${state}:${reason}` : state;
        const mine = (story[id] ??= []);
        if (mine.at(-1) !== words) mine.push(words);
      }
    });
    await outbox.ready;
    globalThis.wf = {
      sdk,
      outbox,
      story,
      keepalive,
      async add(words, extra = {}) {
        const brief = {
          id: sdk.uuidv7(),
          schemaVersion: 1 as const,
          language: 'nl' as const,
          request: words,
        };
        await outbox.add({ ...brief, ...extra }, { draft: { words }, draftKey: 'intake' });
        return brief.id;
      },
    };
  }, settings);
}

export async function visitor(
  browser: Browser,
  site: Site,
  settings: Settings = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await open(page, site, settings);
  return { context, page };
}

export const add = (page: Page, words: string, extra: Partial<Brief> = {}): Promise<string> =>
  page.evaluate(([words, extra]) => wf.add(words, extra), [words, extra] as const);

export const list = (page: Page): Promise<readonly Delivery[]> => page.evaluate(() => wf.outbox.list());

export const story = (page: Page, id: string): Promise<string[]> =>
  page.evaluate((id) => wf.story[id] ?? [], id);

/** Resolves when a brief is in this state, for this reason if one is given. */
export async function becomes(page: Page, id: string, state: string, reason?: string): Promise<Delivery> {
  const handle = await page.waitForFunction(
    ([id, state, reason]) =>
      wf.outbox
        .list()
        .find((one) => one.id === id && one.state === state && (reason === null || one.reason === reason)),
    [id, state, reason ?? null] as const,
    // Not with each frame: a tab in the background has none.
    { polling: 10 },
  );
  return (await handle.jsonValue())!;
}

/** Resolves when a brief has been in this state, however shortly. */
export async function went(page: Page, id: string, words: string): Promise<void> {
  await page.waitForFunction(([id, words]) => wf.story[id!]?.includes(words!), [id, words], { polling: 10 });
}
