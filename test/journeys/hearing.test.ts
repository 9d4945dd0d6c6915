import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { endBrowser, startBrowser, startProduct, textOf, visit, wcag } from './harness.ts';
import type { Product } from './harness.ts';

const SENTENCES = {
  nl: ['We willen een app voor de roosters', 'een app voor de roosters', 'je idee'],
  en: ['We want an app for the rota', 'an app for the rota', 'your idea'],
} as const;

describe('the page that shows what is heard in a sentence', () => {
  let product: Product;
  let browser: Browser;

  before(async () => {
    [product, browser] = await Promise.all([startProduct(), startBrowser()]);
  });
  after(async () => {
    await endBrowser(browser);
    await product?.stop();
  });

  for (const [language, [sentence, means, kind]] of Object.entries(SENTENCES)) {
    it(`marks a sentence, names the cues and asks the next question, in ${language}`, async () => {
      const { page, complaints } = await visit(browser, { viewport: { width: 320, height: 640 } });
      await page.goto(`${product.url}/hear.html?language=${language}`);
      await page.getByRole('textbox').fill(sentence);
      await page.locator('mark').first().waitFor();
      const text = await textOf(page, 'hear-page');
      assert.ok(text.includes(kind), text);
      assert.match(await page.locator('code').first().innerText(), /^means\./);
      assert.ok((await page.locator('.question').innerText()).includes(means), text);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      assert.deepEqual(await wcag(page), []);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }
});
