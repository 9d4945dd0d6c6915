import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { briefSchema } from '@wherefore/core/brief';
import { endBrowser, startBrowser, startProduct, textOf, visit, wcag } from './harness.ts';
import type { Product, Visit } from './harness.ts';

const SENTENCE =
  'Wij willen een app voor de roosters, want flexwerkers horen te laat dat hun dienst is geruild';
const OUTCOME = 'Dan weet elke flexwerker de avond ervoor waar de dienst is';
const REASON = 'We praten volgende week met drie flexwerkers uit Noord over hoe ruilen nu gaat.';

describe('a Dutch requester and a product owner, with the mouse', () => {
  let product: Product;
  let browser: Browser;
  let requester: Visit;
  let owner: Visit;
  let followUrl = '';

  before(async () => {
    [product, browser] = await Promise.all([startProduct(), startBrowser()]);
    requester = await visit(browser, { viewport: { width: 1280, height: 900 } });
    owner = await visit(browser, { viewport: { width: 1280, height: 900 } });
  });
  after(async () => {
    await endBrowser(browser);
    await product?.stop();
  });

  it('types one sentence, sees it marked, and is not stopped by anything', async () => {
    const { page } = requester;
    await page.goto(`${product.url}/?language=nl`);
    assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
    assert.deepEqual(await wcag(page), []);
    await page.getByLabel('Wat heb je nodig, of wat loopt niet lekker?').fill(SENTENCE);
    await page.locator('wherefore-intake .mirror mark').first().waitFor();
    assert.deepEqual(await wcag(page), []);
    await page.getByRole('button', { name: 'Verder' }).click();
  });

  it('corrects a mark with one tap, and back again', async () => {
    const { page } = requester;
    const idea = page.getByRole('button', { name: /app.*je idee/ });
    await idea.click();
    assert.deepEqual(await wcag(page), []);
    await page.getByRole('button', { name: 'wat beter moet', exact: true }).click();
    const changed = page.getByRole('button', { name: /app.*wat beter moet/ });
    await changed.click();
    await page.getByRole('button', { name: 'je idee', exact: true }).click();
    await idea.waitFor();
  });

  it('takes a mark away with literally one tap, and has it back with one', async () => {
    const { page } = requester;
    await page.getByRole('button', { name: 'Klopt niet: je idee' }).click();
    const back = page.getByRole('button', { name: 'zet ‘je idee’ terug' });
    await back.waitFor();
    assert.deepEqual(await wcag(page), []);
    await back.click();
    await page.getByRole('button', { name: /app.*je idee/ }).waitFor();
  });

  it('is asked only what is missing, at most three questions, each of which can be skipped', async () => {
    const { page } = requester;
    const playback = page.getByRole('heading', { name: 'Begrijpen we het zo goed?' });
    const question = page.locator('wherefore-intake .question h2');
    const asked: string[] = [];
    while (!(await playback.isVisible())) {
      asked.push(await question.innerText());
      assert.ok(asked.length <= 3, asked.join(' / '));
      assert.deepEqual(await wcag(page), []);
      const answer = page.locator('wherefore-intake .answer');
      // What would be better is answered; everything else is skipped.
      const better = /beter|moeten gaan/i.test(asked.at(-1)!);
      if (better) await answer.fill(OUTCOME);
      await page.getByRole('button', { name: better ? 'Verder' : 'Sla over' }).click();
      await page.waitForFunction((before) => {
        const root = document.querySelector('wherefore-intake')!.shadowRoot!;
        return root.querySelector('.question h2')?.textContent?.trim() !== before;
      }, asked.at(-1));
    }
    assert.ok(asked.length >= 1);
    assert.equal(new Set(asked).size, asked.length);
  });

  it('reads the need back with the means last, changes it in place, and sends', async () => {
    const { page } = requester;
    assert.deepEqual(await wcag(page), []);
    const labels = await page.locator('wherefore-intake .slot label').allInnerTexts();
    assert.deepEqual(labels, ['Voor wie', 'Wat er misgaat', 'Wat er beter moet', 'Je idee']);
    assert.match(await page.getByLabel('Je idee').inputValue(), /app/);
    assert.equal(await page.getByLabel('Wat er beter moet').inputValue(), OUTCOME);
    await page.getByLabel('Voor wie').fill('flexwerkers in Noord');
    await page.getByRole('button', { name: 'Verstuur' }).click();
    await page.getByRole('heading', { name: 'Je vraag is aangekomen' }).waitFor();
    assert.deepEqual(await wcag(page), []);
    followUrl = (await page.getByRole('link', { name: 'Volg je vraag' }).getAttribute('href'))!;
    assert.match(followUrl, new RegExp(`^${product.url}/follow\\.html#`));
  });

  it('stands on the receipt after going away and coming back: no second form, no second brief', async () => {
    const { page } = requester;
    await page.reload();
    await page.getByRole('heading', { name: 'Je vraag is aangekomen' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Volg je vraag' }).getAttribute('href'), followUrl);
    assert.equal(await page.locator('wherefore-intake textarea').count(), 0);
    assert.equal(product.rows('SELECT id FROM brief').length, 1);
  });

  it('follows it without an account', async () => {
    const { page } = requester;
    await page.goto(followUrl);
    await page.getByText(SENTENCE).first().waitFor();
    assert.match(await textOf(page, 'wherefore-follow'), /Ontvangen/);
    assert.deepEqual(await wcag(page), []);
  });

  it('signs in at the desk with the printed link, which works once', async () => {
    const { page } = owner;
    await page.goto(product.signInLink);
    assert.deepEqual(await wcag(page), []);
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await page.getByRole('heading', { name: 'Vragen van collega’s' }).waitFor();
    assert.doesNotMatch(page.url(), /sign-in/);

    const second = await visit(browser);
    await second.page.goto(product.signInLink);
    await second.page.getByRole('button', { name: 'Aanmelden' }).click();
    await second.page.getByText('Deze link werkt niet meer').waitFor();
  });

  it('reads the brief on one screen: who, problem and outcome first, in the requester’s words', async () => {
    const { page } = owner;
    await page
      .getByRole('link', { name: /flexwerkers/ })
      .first()
      .click();
    const brief = page.locator('wherefore-brief');
    await brief.getByText(OUTCOME).first().waitFor();
    const text = await textOf(page, 'wherefore-brief');
    const order = ['flexwerkers in Noord', OUTCOME, 'De vraag, zoals gesteld', 'Hun idee'].map((part) =>
      text.indexOf(part),
    );
    assert.ok(
      order.every((at, i) => at >= 0 && (i === 0 || at > order[i - 1]!)),
      `${order}\n${text}`,
    );
    assert.deepEqual(await wcag(page), []);
  });

  it('can’t change the state without a reason', async () => {
    const { page } = owner;
    await page.getByRole('radio', { name: /We kijken ernaar/ }).check();
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Schrijf een reden').waitFor();
    assert.deepEqual(await wcag(page), []);
    assert.equal(product.rows('SELECT status FROM brief')[0]!['status'], 'received');
  });

  it('saves it with one, and the requester reads that reason', async () => {
    const { page } = owner;
    await page.getByRole('textbox', { name: /reden/i }).fill(REASON);
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.locator('wherefore-brief').getByText(REASON).first().waitFor();
    assert.deepEqual(await wcag(page), []);

    await requester.page.reload();
    await requester.page.getByText(REASON).waitFor();
    assert.match(await textOf(requester.page, 'wherefore-follow'), /We kijken ernaar/);
  });

  it('has kept one whole brief, word for word, and nothing about moods', () => {
    const [row, ...others] = product.rows('SELECT * FROM brief');
    assert.deepEqual(others, []);
    const brief = briefSchema.parse(JSON.parse(String(row!['body'])));
    assert.equal(brief.request, SENTENCE);
    assert.equal(brief.language, 'nl');
    assert.deepEqual(brief.need?.who, ['flexwerkers in Noord']);
    assert.equal(brief.need?.outcome?.statement, OUTCOME);
    assert.match(brief.means![0]!.words, /app/);
    assert.equal(brief.requester?.department, 'Thuiszorg Noord');
    assert.doesNotMatch(String(row!['body']), /frustration|privateData/);
    assert.equal(row!['status'], 'reviewing');
  });

  it('did all that without an error or anything that the strict CSP had to stop', () => {
    assert.deepEqual(requester.complaints, []);
    assert.deepEqual(
      owner.complaints.filter((line) => !/401/.test(line)),
      [],
    );
  });
});
