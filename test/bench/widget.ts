/** What the first question costs a slow device, beside a plain Lit form in the same run, and what a key costs. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import * as terser from '@rollup/plugin-terser';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { rollup } from 'rollup';
import type { Plugin } from 'rollup';
import { findBrowser } from '../../.config/browser.js';
import { startBrowser } from '../journeys/harness.ts';
import type { Figure } from './main.ts';

// Its types are those of the CommonJS build, where the default is the module itself.
const minify = terser.default as unknown as (options: object) => Plugin;
const root = join(import.meta.dirname, '../..');
const LOADS = 15;
const KEYS = 200;
/** A processor four times slower than this one. */
const SLOWER = 4;

const PAGES = {
  form: { tag: 'eight-fields', script: 'eight-fields.js', field: 'textarea' },
  intake: { tag: 'wherefore-intake', script: 'wherefore-intake.js', field: 'textarea' },
} as const;
type Name = keyof typeof PAGES;

interface Load {
  script: number;
  /** Tasks of 50 ms and more, from start to end, as the Long Tasks API tells them; and what of them is over 50 ms. */
  longTasks: number;
  over: number;
  usable: number;
}

export async function benchWidget(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-bench-'));
  const browser = await startBrowser(findBrowser());
  const site = await serve(folder);
  try {
    const loads: Record<Name, Load[]> = { form: [], intake: [] };
    // In turns, so that a busy moment of the machine hits both alike. The first of each warms up.
    for (let i = 0; i <= LOADS; i++) {
      for (const name of Object.keys(PAGES) as Name[]) {
        const load = await measureLoad(browser, site.url, name);
        if (i > 0) loads[name].push(load);
      }
    }
    const [form, intake] = [medianOf(loads.form), medianOf(loads.intake)];
    const [formKey, intakeKey] = [
      await measureKeys(browser, site.url, 'form'),
      await measureKeys(browser, site.url, 'intake'),
    ];
    return [
      { name: 'plain Lit form, script on mount, 4× slower', value: form.script, unit: 'ms' },
      { name: 'intake, script on mount, 4× slower', value: intake.script, unit: 'ms' },
      {
        name: 'intake ÷ form, script on mount',
        value: intake.script / form.script,
        unit: '×',
        goal: { atMost: 1.5 },
      },
      { name: 'plain Lit form, long tasks, 4× slower', value: form.longTasks, unit: 'ms' },
      // At most 1.5 times the form's; where the form has none, at most one.
      {
        name: 'intake, long tasks, 4× slower',
        value: intake.longTasks,
        unit: 'ms',
        goal: { atMost: Math.max(form.longTasks * 1.5, 66) },
      },
      { name: 'plain Lit form, over 50 ms of them', value: form.over, unit: 'ms' },
      { name: 'intake, over 50 ms of them', value: intake.over, unit: 'ms' },
      { name: 'plain Lit form, usable, 4× slower', value: form.usable, unit: 'ms' },
      { name: 'intake, usable, 4× slower', value: intake.usable, unit: 'ms' },
      { name: 'plain Lit form, main thread a key', value: formKey.task, unit: 'ms' },
      { name: 'intake, main thread a key', value: intakeKey.task, unit: 'ms' },
      { name: 'intake, keys lost while it loads', value: intakeKey.lost, unit: '', goal: { atMost: 0 } },
    ];
  } finally {
    await browser.close();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function serve(folder: string): Promise<{ url: string; close: () => void }> {
  const bundle = await rollup({
    input: join(root, 'test/bench/pages/eight-fields.js'),
    plugins: [nodeResolve({ browser: true, exportConditions: ['production'] }), minify({ module: true })],
    onwarn: () => {},
  });
  await bundle.write({ dir: folder, format: 'es' });
  const files = new Map<string, Buffer>();
  for (const place of [folder, join(root, 'packages/widget/dist/cdn')]) {
    for (const file of readdirSync(place).filter((path) => path.endsWith('.js')))
      files.set(`/${file}`, readFileSync(join(place, file)));
  }
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (file) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(file);
    const page = PAGES[request.url?.slice(1) as Name];
    if (!page) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><html lang="en"><title>${page.tag}</title><${page.tag}></${page.tag}><script type="module" src="/${page.script}"></script>`,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** A fresh page with a slow processor, and the connection to measure it. */
async function open(browser: Browser): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    const tasks: number[] = ((window as unknown as { tasks: number[] }).tasks = []);
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask', buffered: true });
  });
  return { page, cdp };
}

async function metrics(cdp: CDPSession): Promise<Record<string, number>> {
  const { metrics: list } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

async function measureLoad(browser: Browser, url: string, name: Name): Promise<Load> {
  const { page, cdp } = await open(browser);
  await page.goto(`${url}/${name}`, { waitUntil: 'commit' });
  // Asked by hand: Playwright's own locators would run a script of their own inside the figure.
  const expression = `new Promise((resolve) => {
    const look = () => document.querySelector('${PAGES[name].tag}')?.shadowRoot?.querySelector('${PAGES[name].field}')
      ? resolve(performance.now()) : setTimeout(look, 1);
    look();
  })`;
  const { result } = await cdp.send('Runtime.evaluate', { expression, awaitPromise: true });
  const usable = Number(result.value);
  const { ScriptDuration = 0 } = await metrics(cdp);
  // What the element does once the page is quiet counts for long tasks: it could still block a key.
  await page.evaluate(
    () =>
      new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(() => resolve(undefined)))),
  );
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  await page.context().close();
  return {
    script: ScriptDuration * 1000,
    longTasks: tasks.reduce((sum, time) => sum + time, 0),
    over: tasks.reduce((sum, time) => sum + time - 50, 0),
    usable,
  };
}

async function measureKeys(
  browser: Browser,
  url: string,
  name: Name,
): Promise<{ task: number; lost: number }> {
  const { page, cdp } = await open(browser);
  await page.goto(`${url}/${name}`);
  const field = page.locator(`${PAGES[name].tag} ${PAGES[name].field}`).first();
  await field.click();
  const before = await metrics(cdp);
  for (let i = 0; i < KEYS; i++) {
    const text = 'abcdefghi '[i % 10]!;
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
  }
  // The pause after the last key, with what is done in it.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
  const after = await metrics(cdp);
  const typed = await field.inputValue();
  await page.context().close();
  return {
    task: ((after['TaskDuration']! - before['TaskDuration']!) * 1000) / KEYS,
    lost: KEYS - typed.length,
  };
}

function medianOf(loads: readonly Load[]): Load {
  const middle = (key: keyof Load): number =>
    loads.map((load) => load[key]).sort((a, b) => a - b)[Math.floor(loads.length / 2)]!;
  return {
    script: middle('script'),
    longTasks: middle('longTasks'),
    over: middle('over'),
    usable: middle('usable'),
  };
}
