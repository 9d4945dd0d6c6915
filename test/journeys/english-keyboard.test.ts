import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { briefSchema } from '@wherefore/core/brief';
import {
  endBrowser,
  startBrowser,
  startProduct,
  tabTo,
  textOf,
  visit,
  waitForFocus,
  wcag,
} from './harness.ts';
import type { Product, Visit } from './harness.ts';

const SENTENCE = 'can we get a chat group for the drivers pls';

describe('an English requester and a product owner, with the keyboard only', () => {
  let product: Product;
  let browser: Browser;
  let requester: Visit;
  let owner: Visit;
  let followUrl = '';

  before(async () => {
    [product, browser] = await Promise.all([startProduct(), startBrowser()]);
    requester = await visit(browser, { viewport: { width: 360, height: 780 } });
    owner = await visit(browser, { viewport: { width: 360, height: 780 } });
  });
  after(async () => {
    await endBrowser(browser);
    await product?.stop();
  });

  it('writes a sentence and goes on', async () => {
    const { page } = requester;
    await page.goto(`${product.url}/?language=en`);
    await page.getByLabel('What do you need, or what is not working?').waitFor();
    await tabTo(page, /What do you need/);
    await page.keyboard.type(SENTENCE);
    await tabTo(page, /^Continue$/);
    await page.keyboard.press('Enter');
    await page.locator('wherefore-intake .answer').waitFor();
    assert.deepEqual(await wcag(page), []);
  });

  it('answers or skips each question; the focus is in the answer each time', async () => {
    const { page } = requester;
    const title = page.getByRole('heading', { name: 'Did we understand you?' });
    const question = page.locator('wherefore-intake .question h2');
    for (let i = 0; !(await title.isVisible()); i++) {
      assert.ok(i < 3);
      const asked = await question.innerText();
      await waitForFocus(page, asked.replace(/\s+/g, ' '));
      if (i === 0) {
        await page.keyboard.type('Drivers would know about a closed road before they leave');
        await page.keyboard.press('Control+Enter');
      } else {
        await tabTo(page, /^Skip$/);
        await page.keyboard.press('Space');
      }
      await page.waitForFunction((before) => {
        const root = document.querySelector('wherefore-intake')!.shadowRoot!;
        return root.querySelector('.question h2')?.textContent?.trim() !== before;
      }, asked);
    }
    // The heading of the playback has the focus: a screen reader starts reading there.
    await waitForFocus(page, 'Did we understand you?');
  });

  it('changes the playback in place and sends', async () => {
    const { page } = requester;
    await tabTo(page, /^For whom$/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('drivers');
    await tabTo(page, /^Send$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
    await waitForFocus(page, 'Your request has arrived');
    followUrl = (await page.getByRole('link', { name: 'Follow your request' }).getAttribute('href'))!;
  });

  it('fits on a narrow screen: nothing sticks out sideways', async () => {
    for (const { page } of [requester]) {
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide`);
    }
  });

  it('opens the follow page from the receipt', async () => {
    const { page } = requester;
    await tabTo(page, /^Follow your request$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/follow\.html#/);
    await page.getByText(SENTENCE).first().waitFor();
    assert.equal(page.url(), followUrl);
    assert.deepEqual(await wcag(page), []);
  });

  it('reviews the brief at the desk and declines it with a reason', async () => {
    const { page } = owner;
    await page.goto(product.signInLink.replace('desk.html', 'desk.html?language=en'));
    await tabTo(page, /^Sign in$/);
    await page.keyboard.press('Enter');
    await page.locator('wherefore-inbox .row').first().waitFor();
    await tabTo(page, /drivers|chat group|closed road/i);
    await page.keyboard.press('Enter');
    await page.locator('wherefore-brief').getByText('Their idea').waitFor();
    assert.ok((await textOf(page, 'wherefore-brief')).includes('closed road before they leave'));
    await page.getByRole('radio', { name: /will not do this/i }).focus();
    await page.keyboard.press('Space');
    await tabTo(page, /reason/i);
    await page.keyboard.type('The planners will send a text message about closed roads instead.');
    await tabTo(page, /^Save/);
    await page.keyboard.press('Enter');
    await page.locator('wherefore-brief').getByText('The planners will send').first().waitFor();
    assert.deepEqual(await wcag(page), []);
  });

  it('has stored one brief with the state and the reason', () => {
    const rows = product.rows('SELECT body, status FROM brief');
    assert.equal(rows.length, 1);
    const brief = briefSchema.parse(JSON.parse(String(rows[0]!['body'])));
    assert.equal(brief.request, SENTENCE);
    assert.equal(brief.language, 'en');
    assert.deepEqual(brief.need?.who, ['drivers']);
    assert.equal(rows[0]!['status'], 'declined');
    assert.match(
      String(product.rows('SELECT reason FROM change')[0]!['reason']),
      /text message about closed roads/,
    );
  });

  it('did all that without an error or anything that the strict CSP had to stop', () => {
    assert.deepEqual([...requester.complaints, ...owner.complaints.filter((line) => !/401/.test(line))], []);
  });
});
