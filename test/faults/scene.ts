/** What the tests of one file share: a browser for all of them, and for each a site, a visitor and what became of a brief. */
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { endBrowser, startBrowser } from '../journeys/harness.ts';
import { startSite } from './site.ts';
import type { Site, SiteOptions } from './site.ts';
import { becomes, list, open, PATIENCE } from './visitor.ts';
import type { Settings } from './visitor.ts';

interface Given extends SiteOptions {
  context?: BrowserContextOptions;
  /** Done to the browser before there is a page in it. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
}

/** Made inside `describe`: it sets up and clears away by itself. */
export class Scene {
  browser!: Browser;
  site!: Site;
  context!: BrowserContext;
  page!: Page;

  constructor(launch: () => Promise<Browser> = startBrowser) {
    before(async () => {
      this.browser = await launch();
    });
    after(() => endBrowser(this.browser));
    afterEach(async () => {
      const { context, site } = this as Partial<Scene>;
      Object.assign(this, { context: undefined, site: undefined });
      await context?.close();
      await site?.stop();
    });
  }

  /** A site, and a visitor with an empty page. */
  async begin({ context = {}, prepare, ...site }: Given = {}): Promise<void> {
    this.site = await startSite(site);
    this.context = await this.browser.newContext(context);
    this.context.setDefaultTimeout(PATIENCE);
    await prepare?.(this.context);
    this.page = await this.context.newPage();
  }

  /** A site, and a visitor on a page with the outbox of the SDK. */
  async arrive(settings: Settings = {}, given: Given = {}): Promise<void> {
    await this.begin(given);
    await open(this.page, this.site, settings);
  }

  /** Another tab of the same visitor, with an outbox of its own on the same storage. */
  async tab(settings: Settings = {}): Promise<Page> {
    const tab = await this.context.newPage();
    await open(tab, this.site, settings);
    return tab;
  }

  async reload(settings: Settings = {}): Promise<void> {
    await this.page.reload();
    await open(this.page, this.site, settings);
  }

  /** The renderer of the page goes down, and the page with it. */
  async crash(): Promise<void> {
    const crashed = this.page.waitForEvent('crash');
    this.page.goto('chrome://crash').catch(() => {});
    await crashed;
  }

  /** The person comes back to this window. */
  async focus(): Promise<void> {
    await this.page.evaluate(() => void dispatchEvent(new Event('focus')));
  }

  ids(): Promise<string[]> {
    return this.site.backend.ids();
  }

  /** One row, one receipt, and nothing that waits. */
  async deliveredOnce(id: string): Promise<void> {
    const { receipt } = await becomes(this.page, id, 'received');
    assert.equal(receipt?.id, id);
    const rows = (await this.ids()).filter((one) => one === id);
    assert.deepEqual(rows, [id]);
    const waiting = (await list(this.page)).filter((one) => one.state !== 'received');
    assert.deepEqual(waiting, []);
  }
}

/** Whether the browser would ask the person if they really want to leave. */
export const asksBeforeLeaving = (page: Page | Frame): Promise<boolean> =>
  page.evaluate(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });
