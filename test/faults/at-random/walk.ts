/** Random walks: a requester who submits while everything around breaks, in an order that a seed decides. */
import assert from 'node:assert/strict';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { KillableBackend } from '../backend.ts';
import { startSite } from '../site.ts';
import type { Site } from '../site.ts';
import { open, PATIENCE } from '../visitor.ts';
import type { Settings } from '../visitor.ts';
import { ANSWERS, planOf } from './walk-plan.ts';
import type { Step } from './walk-plan.ts';

/** Small pauses, so that a walk is over in moments; the proportions are those of the real ones. */
const PAUSES: Settings = { timeout: 200, totalTimeout: 350, retries: 1, base: 5, cap: 30 };

const WALKS_IN_CONTEXT = 10;
/** Milliseconds for one walk, many times what it takes. */
const WALK = 90_000;

/** One visitor with a site and a server of their own, for one walk after another. */
export class Walker {
  readonly #browser: Browser;
  readonly #site: Site;
  readonly #backend: KillableBackend;
  #context!: BrowserContext;
  #pages: Page[] = [];
  #clients = new Map<Page, CDPSession>();
  #submitted: string[] = [];
  #log: string[] = [];
  #settings: Settings = PAUSES;
  #walked = 0;
  #full = false;

  private constructor(browser: Browser, site: Site, backend: KillableBackend) {
    this.#browser = browser;
    this.#site = site;
    this.#backend = backend;
  }

  /** @param backend Shared with other walkers: when one kills it, it is gone for all of them. */
  static async start(browser: Browser, backend: KillableBackend): Promise<Walker> {
    return new Walker(browser, await startSite({ backend: { ...backend, stop: async () => {} } }), backend);
  }

  async stop(): Promise<void> {
    await this.#context?.close();
    await this.#site.stop();
  }

  /** Walks, and rejects when a brief was lost, doubled, or not told about. */
  async walk(seed: number): Promise<{ briefs: number; steps: number }> {
    const plan = planOf(seed);
    this.#log = [];
    this.#submitted = [];
    this.#full = false;
    Object.assign(this.#site, { faults: [], always: 'pass', seen: [], down: false });
    // An outbox of its own for each walk; a browser of its own would take longer than the walk.
    this.#settings = { ...PAUSES, to: `walk-${seed}` };
    if (this.#walked++ % WALKS_IN_CONTEXT === 0) {
      await this.#context?.close();
      this.#context = await this.#browser.newContext();
      this.#pages = [];
      this.#clients.clear();
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The walk does not come to an end')), WALK);
    });
    try {
      await Promise.race([this.#steps(plan), late]);
    } catch (error) {
      const how = `WHEREFORE_SEED=${seed} npm run soak`;
      clearTimeout(timer);
      const where = await this.#where();
      // What is left of this walk is no place to begin the next one in.
      this.#walked = 0;
      throw new Error(`Walk ${seed} (${this.#log.join(' ')}). Replay: ${how}\n${where}`, { cause: error });
    }
    clearTimeout(timer);
    return { briefs: this.#submitted.length, steps: plan.length };
  }

  async #steps(plan: ReturnType<typeof planOf>): Promise<void> {
    for (const page of this.#pages.splice(1)) await page.close();
    if (this.#pages[0]) await open(this.#pages[0], this.#site, this.#settings);
    else await this.#openTab();
    for (const { step, choice } of plan) {
      this.#log.push(step);
      await this.#do(step, choice);
    }
    this.#log.push('(settle)');
    await this.#settle();
  }

  async #openTab(): Promise<Page> {
    // Pages come over the network too.
    await this.#context.setOffline(false);
    const page = await this.#context.newPage();
    page.setDefaultTimeout(PATIENCE);
    this.#pages.push(page);
    await open(page, this.#site, this.#settings);
    return page;
  }

  /** The tab that the person looks at; a new one when there is none left. */
  async #tab(choice: number): Promise<Page> {
    return this.#pages[Math.floor(choice * this.#pages.length)] ?? this.#openTab();
  }

  async #leave(page: Page): Promise<void> {
    // What is only in the memory of a page cannot outlive it: the page asks, and this person stays.
    const asks = await page.evaluate(() => {
      const leaving = new Event('beforeunload', { cancelable: true });
      dispatchEvent(leaving);
      return leaving.defaultPrevented;
    });
    const unkept = await page.evaluate(() => wf.outbox.list().some((one) => !one.receipt && !one.kept));
    assert.ok(asks || !unkept, 'the page would have let go of what it alone has');
    if (asks) throw new Stays();
  }

  async #do(step: Step, choice: number): Promise<void> {
    const site = this.#site;
    const page = await this.#tab(choice);
    try {
      switch (step) {
        case 'submit':
        case 'submitTwice': {
          const twice = step === 'submitTwice';
          const id = await page.evaluate(async (twice) => {
            const id = await wf.add('submitted on a walk');
            const brief = wf.outbox.list().find((one) => one.id === id)?.brief;
            if (twice && brief) await wf.outbox.add(brief);
            return id;
          }, twice);
          // Told at once: from here on it must never be lost.
          this.#submitted.push(id);
          return;
        }
        case 'answer':
          return void site.faults.push(ANSWERS[Math.floor(choice * ANSWERS.length)]!);
        case 'offline':
        case 'online':
          return await this.#context.setOffline(step === 'offline');
        case 'down':
        case 'up':
          return void (site.down = step === 'down');
        case 'reload':
          await this.#context.setOffline(false);
          await this.#leave(page);
          await page.reload();
          return await open(page, site, this.#settings);
        case 'close':
          await this.#leave(page);
          this.#pages = this.#pages.filter((one) => one !== page);
          return await page.close();
        case 'crash': {
          // No page can ask before a crash: what it alone had was said not to be kept.
          await this.#leave(page);
          const crashed = page.waitForEvent('crash');
          page.goto('chrome://crash').catch(() => {});
          await crashed;
          this.#pages = this.#pages.filter((one) => one !== page);
          return await page.close();
        }
        case 'second':
          await this.#context.setOffline(false);
          if (this.#pages.length < 3) await this.#openTab();
          return;
        case 'full':
        case 'room':
          return await this.#quota(page, step === 'full');
        case 'focus':
          return await page.evaluate(() => void dispatchEvent(new Event('focus')));
        case 'retry':
          return await page.evaluate(() => wf.outbox.retry());
        case 'kill':
          return await this.#backend.kill();
      }
    } catch (error) {
      if (!(error instanceof Stays)) throw error;
    }
  }

  async #quota(page: Page, full: boolean): Promise<void> {
    if (full === this.#full) return;
    this.#full = full;
    const client = this.#clients.get(page) ?? (await this.#context.newCDPSession(page));
    this.#clients.set(page, client);
    await client.send('Storage.overrideQuotaForOrigin', {
      origin: this.#site.url,
      ...(full && { quotaSize: 1 }),
    });
  }

  /** Everything works again. One stored brief for each submit, every one with its receipt in sight. */
  async #settle(): Promise<void> {
    const site = this.#site;
    // Before that: what is not stored yet is visible to its requester in one of the tabs.
    await this.#context.setOffline(false);
    const page = await this.#tab(0);
    const seen = await this.#visible();
    const stored = new Set(await this.#backend.ids());
    for (const id of this.#submitted) {
      assert.ok(stored.has(id) || seen.has(id), `${id} is neither stored nor in sight`);
    }
    await this.#quota(page, false);
    Object.assign(site, { faults: [], always: 'pass', down: false });
    // Short limits have shown what they can; on a busy machine they would keep even a good answer out.
    for (const tab of this.#pages) {
      await tab.evaluate(() => {
        wf.patient();
        wf.outbox.retry();
      });
    }
    for (const tab of this.#pages) {
      await tab.waitForFunction(
        () => wf.outbox.list().every(({ state }) => state === 'received'),
        undefined,
        { polling: 10 },
      );
    }
    const told = await this.#visible();
    const rows = (await this.#backend.ids()).filter((id) => this.#submitted.includes(id));
    assert.deepEqual(rows.toSorted(), this.#submitted.toSorted(), 'stored');
    for (const id of this.#submitted) assert.equal(told.get(id), 'received', `${id} has no receipt in sight`);
    const mine = site.seen.filter(({ id }) => this.#submitted.includes(id));
    const versions = new Set(mine.map(({ body }) => body));
    assert.equal(versions.size, new Set(mine.map(({ id }) => id)).size, 'a brief was changed between tries');
  }

  /** For whoever looks into a walk that failed. */
  async #where(): Promise<string> {
    const tabs = this.#pages.map((tab) => {
      const shown = tab.evaluate(() =>
        wf.outbox.list().map(({ id, state, reason, kept }) => `${id} ${state} ${reason} kept: ${kept}`),
      );
      const late = new Promise<string[]>((resolve) => setTimeout(resolve, 2000, ['does not answer']));
      return Promise.race([shown.catch(String), late]);
    });
    const asked = this.#site.seen.map(({ id, fault }) => `${id} ${JSON.stringify(fault)}`);
    return JSON.stringify({ tabs: await Promise.all(tabs), asked: asked.slice(-10) }, null, 1);
  }

  /** What the tabs show, by brief. */
  async #visible(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const tab of this.#pages) {
      for (const [id, state] of await tab.evaluate(() =>
        wf.outbox.list().map(({ id, state }) => [id, state] as const),
      ))
        found.set(id, state);
    }
    return found;
  }
}

class Stays extends Error {}
