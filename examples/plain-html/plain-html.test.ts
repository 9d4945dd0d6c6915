import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { start } from '@wherefore/server/main';
import type { RunningServer } from '@wherefore/server/main';
import { endBrowser, startBrowser, visit } from '../../test/journeys/harness.ts';
import { serve } from './serve.js';

describe('the plain page, on another origin than the backend', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wherefore-plain-'));
  let site: Server;
  let backend: RunningServer;
  let browser: Browser;
  let origin: string;

  before(async () => {
    // The backend has to know the page's origin and the page the backend's address: first a free port for the page.
    const probe = await serve(0);
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, 'close');
    origin = `http://localhost:${port}`;
    backend = await start({ port: 0, dataDir, allowedOrigins: [origin], print: () => {} });
    site = await serve(port, backend.url);
    browser = await startBrowser();
  });
  after(async () => {
    await endBrowser(browser);
    await backend?.stop();
    site?.close();
    await once(site, 'close');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('takes a request from the first sentence to the receipt, with the one file alone', async () => {
    const { page, complaints } = await visit(browser);
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await page.goto(`${origin}/`);
    await page
      .getByLabel('What do you need, or what is not working?')
      .fill('The printer on the second floor is never ready');
    await page.getByRole('button', { name: 'Continue' }).click();
    const playback = page.getByRole('heading', { name: 'Did we understand you?' });
    for (let i = 0; i < 3; i++) {
      const skip = page.getByRole('button', { name: 'Skip' });
      await skip.or(playback).first().waitFor();
      if (await playback.isVisible()) break;
      await skip.click();
    }
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
    assert.deepEqual(scripts, [`${origin}/wherefore-intake.js`]);
    assert.deepEqual(complaints, []);
  });
});
