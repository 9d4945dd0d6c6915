/** How long the SDK's outbox needs for 500 briefs that waited for the network: real Chromium, real server, no proxy. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSite } from '../faults/site.ts';
import { open } from '../faults/visitor.ts';
import { findBrowser } from '../../.config/browser.js';
import { startBrowser } from '../journeys/harness.ts';
import { countRows, stop, wherefore, withFolder } from './load.ts';
import type { Figure } from './main.ts';

const BRIEFS = 500;
/** Milliseconds, many times what it takes. */
const PATIENCE = 120_000;

export async function benchFlush(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    writeFileSync(join(pages, 'blank.html'), '<!doctype html><title>blank</title>');
    writeFileSync(join(pages, 'sdk.js'), await builtSdk());
    const { child, port } = wherefore(folder, { WHEREFORE_PAGES: pages });
    const browser = await startBrowser(findBrowser());
    try {
      const context = await browser.newContext();
      const page = await context.newPage();
      const site = { url: `http://127.0.0.1:${await port}` };
      await open(page, site, { timeout: PATIENCE, totalTimeout: PATIENCE });
      await context.setOffline(true);
      await page.evaluate(async (briefs) => {
        for (let i = 0; i < briefs; i++) await wf.add(`Brief ${i}: the rota changes and nobody hears of it`);
      }, BRIEFS);
      const waiting = await page.evaluate(
        () => wf.outbox.list().filter(({ kept, state }) => kept && state !== 'received').length,
      );
      if (waiting !== BRIEFS) throw new Error(`${waiting} of ${BRIEFS} briefs wait on the device`);
      const done = page.evaluate(
        (briefs) =>
          new Promise<number>((resolve) => {
            let began = 0;
            addEventListener('online', () => (began = performance.now()), { once: true });
            wf.outbox.subscribe((deliveries) => {
              const received = deliveries.filter(({ state }) => state === 'received').length;
              if (began > 0 && received === briefs) resolve(performance.now() - began);
            });
          }),
        BRIEFS,
      );
      await context.setOffline(false);
      const ms = await done;
      const stored = countRows(folder);
      if (stored !== BRIEFS) throw new Error(`${BRIEFS} receipts, ${stored} stored`);
      return [
        { name: 'outbox flush of 500 queued briefs', value: ms / 1000, unit: 's' },
        { name: 'the same, a brief', value: ms / BRIEFS, unit: 'ms' },
      ];
    } finally {
      await browser.close();
      await stop(child);
    }
  });
}

/** The SDK as one module, as the fault tests load it. */
async function builtSdk(): Promise<string> {
  const site = await startSite();
  try {
    return await (await fetch(`${site.url}/sdk.js`)).text();
  } finally {
    await site.stop();
  }
}

if (import.meta.main) console.log(await benchFlush());
