import assert from 'node:assert/strict';
import { after, afterEach, before, describe } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowser, textOf, waitForFocus, wcag } from '../journeys/harness.ts';
import { startSite } from './site.ts';
import type { Fault, Site } from './site.ts';
import { faultTable } from './table.ts';

const WORDS = 'We want an intranet because the night shift does not know what was said during the day';

describe('faults under the element', () => {
  const fault = faultTable('element');
  let browser: Browser;
  let site: Site;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser?.close());
  afterEach(async () => {
    await context?.close();
    await site?.stop();
  });

  async function arrive(faults: Fault[] = [], always: Fault = 'pass'): Promise<void> {
    site = await startSite();
    Object.assign(site, { faults, always });
    context = await browser.newContext({ reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(site.url);
  }
  const element = (selector: string) => page.locator(`wherefore-intake ${selector}`);
  const heading = (name: string) => page.getByRole('heading', { name });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const receipt = () => heading('Your request has arrived').waitFor();
  const text = (): Promise<string> => textOf(page, 'wherefore-intake');
  const ids = (): Promise<string[]> => site.backend.ids();

  /** From the first word to the playback. */
  async function tell(words = WORDS): Promise<void> {
    await page.getByLabel('What do you need').fill(words);
    await button('Continue').click();
    const title = heading('Did we understand you?');
    for (let i = 0; i < 4; i++) {
      await element('.question, .playback').first().waitFor();
      if (await title.isVisible()) return;
      const asked = await element('.question h2').innerText();
      await button('Skip').click();
      await page.waitForFunction((asked) => {
        const root = document.querySelector('wherefore-intake')!.shadowRoot!;
        return root.querySelector('.question h2')?.textContent?.trim() !== asked;
      }, asked);
    }
    await title.waitFor();
  }
  const send = () => button('Send').click();

  fault(3, 'in one tick', async () => {
    await arrive();
    await tell();
    await element('.playback .primary').evaluate((send: HTMLElement) => {
      for (let i = 0; i < 20; i++) send.click();
    });
    await receipt();
    assert.equal((await ids()).length, 1);
    assert.equal(site.seen.length, 1);
  });

  fault(4, 'reload while it is sent', async () => {
    await arrive(['hang-stored']);
    await tell();
    await send();
    await site.asked(1);
    await page.reload();
    await receipt();
    assert.equal((await ids()).length, 1);
    await page.reload();
    await receipt();
    assert.equal(await page.getByLabel('What do you need').count(), 0);
  });

  fault(4, 'back and forward after it was received, until another one is begun', async () => {
    await arrive();
    await tell();
    await send();
    await receipt();
    await page.goto(`${site.url}/blank.html`);
    await page.goBack();
    await receipt();
    await button('Ask something else').click();
    await page.getByLabel('What do you need').waitFor();
    await page.reload();
    await page.getByLabel('What do you need').waitFor();
    assert.doesNotMatch(await text(), /has arrived/);
    assert.equal((await ids()).length, 1);
    assert.equal(site.seen.length, 1);
  });

  fault(12, 'the next visit lands on the receipt', async () => {
    await arrive(['hang']);
    await tell();
    await send();
    await site.asked(1);
    await page.close();
    page = await context.newPage();
    await page.goto(`${site.url}/again.html`);
    await receipt();
    assert.equal((await ids()).length, 1);
  });

  fault(13, 'in the middle of the questions, the answers are back', async () => {
    await arrive();
    await tell();
    await element('#slot-problem').fill('nobody knows what was said');
    await page.evaluate(async () => {
      const done = (target: IDBRequest | IDBOpenDBRequest): Promise<unknown> =>
        new Promise((resolve) => target.addEventListener('success', () => resolve(target.result)));
      const database = (await done(indexedDB.open('wherefore'))) as IDBDatabase;
      for (let kept = ''; !kept.includes('nobody knows what was said');) {
        kept = JSON.stringify(await done(database.transaction('drafts').objectStore('drafts').getAll()));
      }
      database.close();
    });
    const crashed = page.waitForEvent('crash');
    page.goto('chrome://crash').catch(() => {});
    await crashed;
    page = await context.newPage();
    await page.goto(site.url);
    await heading('Did we understand you?').waitFor();
    assert.equal(await element('#slot-problem').inputValue(), 'nobody knows what was said');
  });

  fault(16, 'said in words and out loud, readable, and sent by itself', async () => {
    await arrive();
    await tell();
    await context.setOffline(true);
    await send();
    await heading('Not sent yet').waitFor();
    const words = await text();
    for (const part of ['On this device', 'no connection', 'Nothing is lost', 'keep trying'])
      assert.match(words, new RegExp(part));
    assert.match(await element('[role=status].visually-hidden').innerText(), /On this device/);
    assert.doesNotMatch(words, /has arrived|Received/);
    await waitForFocus(page, 'Not sent yet');
    assert.deepEqual(await wcag(page), []);
    await context.setOffline(false);
    await receipt();
    assert.equal((await ids()).length, 1);
  });

  fault(23, 'copied, printed or mailed, and only then removed', async () => {
    await arrive([], { status: 422, code: 'invalid-body' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await tell();
    await send();
    await heading('Not sent yet').waitFor();
    assert.equal(await button('Remove from this device').count(), 0);
    const mail = await page.getByRole('link', { name: 'Mail my text' }).getAttribute('href');
    assert.ok(decodeURIComponent(mail!).includes(WORDS));
    await button('Copy my text').click();
    assert.ok((await page.evaluate(() => navigator.clipboard.readText())).includes(WORDS));
    await button('Remove from this device').click();
    await page.getByLabel('What do you need').waitFor();
    await page.reload();
    await page.getByLabel('What do you need').waitFor();
    assert.doesNotMatch(await text(), /intranet/);
  });

  fault(28, 'the field is named, marked and has the focus; sent again with the same id', async () => {
    const errors = [{ path: '/need/problem/statement', message: 'Too short' }];
    await arrive([{ status: 422, code: 'invalid-body', errors }]);
    await tell();
    await send();
    await heading('Not sent yet').waitFor();
    assert.match(await text(), /Look at: What goes wrong/);
    await button('Change it').click();
    await waitForFocus(page, 'What goes wrong');
    assert.equal(await element('#slot-problem').getAttribute('aria-invalid'), 'true');
    await element('#slot-problem').fill('The night shift misses what was agreed');
    await send();
    await receipt();
    const [first, second] = site.seen;
    assert.equal(first!.id, second!.id);
    assert.match(second!.body, /misses what was agreed/);
    assert.equal((await ids()).length, 1);
  });

  fault(29, 'signed out: says so, keeps the text, sends when the person is back', async () => {
    await arrive([{ status: 401, code: 'not-signed-in' }]);
    await tell();
    await send();
    await heading('Not sent yet').waitFor();
    assert.match(await text(), /Waiting for you.*signed out/);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await receipt();
    assert.equal(site.seen[0]!.body, site.seen[1]!.body);
  });

  fault(30, 'a sign-in page is no receipt and no network fault', async () => {
    await arrive(['sign-in-page']);
    await tell();
    await send();
    await heading('Not sent yet').waitFor();
    assert.match(await text(), /signed out/);
    assert.doesNotMatch(await text(), /no connection|has arrived/);
    await button('Send again').click();
    await receipt();
  });

  fault(33, 'another question can be told meanwhile; both arrive', async () => {
    await arrive([
      { status: 500, code: 'internal-error' },
      { status: 500, code: 'internal-error' },
    ]);
    await tell('We want an app for the rota because swapping shifts takes all day');
    await send();
    await heading('Not sent yet').waitFor();
    await button('Ask something else').click();
    await page.getByLabel('What do you need').waitFor();
    assert.match(await text(), /Still on its way from before.*swapping shifts/);
    await tell();
    await send();
    await receipt();
    await page.waitForFunction(() =>
      document
        .querySelector('wherefore-intake')!
        .shadowRoot!.textContent!.includes('from before has arrived'),
    );
    assert.equal((await ids()).length, 2);
  });

  fault(44, 'the same file twice under two addresses', async () => {
    await arrive();
    // Two copies of Lit need `'allow-duplicates'` under Trusted Types; the page of an old intranet has none of that.
    await page.goto(`${site.url}/plain.html`);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.evaluate(async () => {
      const second = '/wherefore-intake.js?another';
      await import(second);
      document.querySelector('main')!.append(document.createElement('wherefore-intake'));
    });
    assert.equal(await page.getByLabel('What do you need').count(), 2);
    await page.evaluate(() => document.querySelector('wherefore-intake')!.remove());
    await tell();
    await send();
    await receipt();
    assert.deepEqual(complaints, []);
  });

  fault(47, 'moved while it sends', async () => {
    await arrive(['lose-answer']);
    await tell();
    await element('.playback .primary').evaluate((send: HTMLElement) => {
      send.click();
      const intake = document.querySelector('wherefore-intake')!;
      const place = document.body.appendChild(document.createElement('section'));
      place.append(intake);
    });
    await receipt();
    assert.equal((await ids()).length, 1);
  });

  fault(47, 'removed while it sends, and another one made', async () => {
    await arrive(['hang-stored']);
    await tell();
    await send();
    await site.asked(1);
    await page.evaluate(() => {
      document.querySelector('wherefore-intake')!.remove();
      document.body.append(document.createElement('wherefore-intake'));
    });
    await heading('Sending your request').waitFor();
    await page.reload();
    await receipt();
    assert.equal((await ids()).length, 1);
  });

  fault(48, 'an old Promise.finally, a fetch that throws for strings, frozen prototypes', async () => {
    site = await startSite();
    context = await browser.newContext({ reducedMotion: 'reduce' });
    await context.addInitScript(() => {
      const { fetch: real } = globalThis;
      Object.assign(Array.prototype, { each: Array.prototype.forEach });
      globalThis.fetch = (input, init) => {
        if (typeof input === 'string') throw new TypeError('old polyfill');
        return real(input, init);
      };
      Object.freeze(Object.prototype);
      Object.freeze(Array.prototype);
    });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(site.url);
    await tell();
    await send();
    await receipt();
    assert.equal((await ids()).length, 1);
  });
});
