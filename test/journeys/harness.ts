/** A running product and a real browser: the built server as a process of its own, on a free port, with its own data. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { CHROMIUM_ARGS, findWindowless } from '../../.config/browser.js';

const root = join(import.meta.dirname, '../..');
const PAGES = [
  'examples/intranet-page/public',
  'examples/intranet-page/dist',
  'packages/widget/dist/cdn',
  'packages/reviewer/dist/cdn',
];

export interface Product {
  url: string;
  signInLink: string;
  dataDir: string;
  /** Rows of the database, read from the file while the server runs. */
  rows(sql: string, ...values: string[]): Record<string, unknown>[];
  stop(): Promise<void>;
}

export async function startProduct(): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wherefore-journey-'));
  const server: ChildProcess = spawn(process.execPath, ['packages/server/dist/main.js'], {
    cwd: root,
    env: { ...process.env, PORT: '0', WHEREFORE_DATA_DIR: dataDir, WHEREFORE_PAGES: PAGES.join(delimiter) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => server.kill('SIGKILL'));
  const lines = createInterface({ input: server.stdout! })[Symbol.asyncIterator]();
  const next = async (pattern: RegExp): Promise<string> => {
    const { value } = (await lines.next()) as { value: string | undefined };
    const found = value?.match(pattern)?.[1];
    if (!found) throw new Error(`The server printed ${JSON.stringify(value)} where ${pattern} was expected`);
    return found;
  };
  return {
    url: await next(/^Wherefore is ready: (http:\/\/localhost:\d+)$/),
    signInLink: await next(/(http:\/\/\S+#sign-in=\S+)$/),
    dataDir,
    rows(sql, ...values) {
      const database = new DatabaseSync(join(dataDir, 'wherefore.db'), { readOnly: true });
      try {
        return database.prepare(sql).all(...values) as Record<string, unknown>[];
      } finally {
        database.close();
      }
    },
    async stop() {
      server.kill('SIGTERM');
      const [code] = (await once(server, 'exit')) as [number | null];
      rmSync(dataDir, { recursive: true, force: true });
      if (code !== 0) throw new Error(`The server ended with exit code ${code}`);
    },
  };
}

/** Milliseconds after the last test. */
const LEAVE = 20_000;
/** Milliseconds for a browser to end; after 30,000 it is killed by whoever started it. */
const CLOSE = 40_000;

// What a browser or a server leaves open would keep the process of a test file alive, and the whole run waits for that.
if (process.env['NODE_TEST_CONTEXT']) {
  after(() => {
    const timer = globalThis.setTimeout(() => {
      console.error(
        `${process.argv[1]}: ended with ${process.getActiveResourcesInfo().join(', ')} still open`,
      );
      process.exit();
    }, LEAVE);
    timer.unref();
  });
}

export async function startBrowser(executablePath = findWindowless()): Promise<Browser> {
  return chromium.launch({ executablePath, args: CHROMIUM_ARGS });
}

/**
 * Closes the browser. Its crash handler belongs to no group of processes and holds its output open: one that stays must not
 * keep everybody waiting.
 */
export async function endBrowser(browser: Browser | undefined): Promise<void> {
  await Promise.race([browser?.close(), setTimeout(CLOSE, undefined, { ref: false })]);
}

export interface Visit {
  page: Page;
  /** What the page did that it should not: errors, and anything that its strict CSP had to stop. */
  complaints: string[];
}

/** A page that remembers every error and every violation of its content security policy. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  // Half-faded text would be judged for its contrast.
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A violation is written to the console by the browser itself.
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  return { page, complaints };
}

/** WCAG 2.2 AA by axe, shadow roots included. Gives what is wrong, one line each. */
export async function wcag(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(' | ')}`,
  );
}

/** The name of what has the focus, through shadow roots: what a screen reader would say. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const labels = (element as HTMLTextAreaElement | null)?.labels;
    return (labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  });
}

/** Presses Tab until the focus is on something with this name; at most as often as a patient person would. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
    if (name.test(seen.at(-1)!)) return;
  }
  throw new Error(`Tab never reached ${name}; it passed ${JSON.stringify([...new Set(seen)])}`);
}

/** Waits until what has the focus has this name. */
export async function waitForFocus(page: Page, name: string): Promise<void> {
  const end = performance.now() + 15_000;
  for (;;) {
    const seen = await focused(page);
    if (seen === name) return;
    if (performance.now() > end) throw new Error(`The focus is on "${seen.slice(0, 80)}", not on "${name}"`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** All visible text of an element, shadow roots included, in reading order. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate((host) => {
    const read = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLElement && !node.checkVisibility()) return '';
      if (node instanceof HTMLTextAreaElement) return node.value;
      if (node instanceof HTMLStyleElement) return '';
      const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      return [...inside.childNodes].map(read).join(' ');
    };
    return read(host).replace(/\s+/g, ' ');
  });
}
