/** A page with an outbox of the built SDK in it, small pauses, and nothing else. */
import type { Page } from 'playwright-core';
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
  };
export type Delivery = Outboxes.Delivery;

/** Milliseconds for anything that a test waits for, many times what it takes: the machine may be busy. */
export const PATIENCE = 40_000;

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
  /** From here on a try may take as long as it likes. */
  patient(): void;
  add(words: string, extra?: Partial<Brief>): Promise<string>;
}
declare global {
  // oxlint-disable-next-line no-var -- how TypeScript knows a global.
  var wf: InPage;
}

/** Opens the page and the outbox in it; again after a reload. */
export async function open(page: Page, site: Pick<Site, 'url'>, settings: Settings = {}): Promise<void> {
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
    const connect = (timeout: number, totalTimeout: number) =>
      sdk.createIntakeGateway({
        endpoint,
        timeout,
        totalTimeout,
        retries,
        fetch: (request) => {
          keepalive.push(request.keepalive);
          return fetch(request);
        },
      });
    let gateway = connect(timeout, totalTimeout);
    const outbox = sdk.createOutbox({
      gateway: { submit: (brief) => gateway.submit(brief) },
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
      patient: () => void (gateway = connect(30_000, 60_000)),
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

/**
 * Resolves when what is asked of the page is true. For questions that the page answers later: `waitForFunction` takes the
 * promise itself for a yes.
 */
export async function until<Arg>(
  page: Page,
  ask: (arg: Arg) => Promise<boolean>,
  arg: Arg,
  what: string,
): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await page.evaluate(ask as never, arg))) {
    if (performance.now() > end) throw new Error(`It never came true: ${what}`);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }
}
