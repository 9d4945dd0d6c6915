import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { everythingKept, keeps } from './device.ts';
import { Requester, texts, WORDS } from './requester.ts';
import { asksBeforeLeaving, Scene } from './scene.ts';
import { faultTable } from './table.ts';

describe('what stays on a device, and what of it one can take along', () => {
  const fault = faultTable('left');
  const at = new Scene();
  const me = new Requester(at);

  fault(49, 'not a word anywhere: while it is told, cannot be sent, and was received', async () => {
    await me.arrive({}, '/off.html');
    await me.tell();
    await me.element('#slot-problem').fill('nobody knows what was said');
    assert.deepEqual(await everythingKept(at.page), {});
    at.site.down = true;
    await me.send();
    await me.notSent();
    assert.ok((await me.text()).includes(texts.delivery.notKept));
    assert.ok(await asksBeforeLeaving(at.page));
    assert.deepEqual(await everythingKept(at.page), {});
    at.site.down = false;
    await at.focus();
    await me.received();
    assert.deepEqual(await everythingKept(at.page), {});
    assert.equal((await at.ids()).length, 1);
    await at.page.reload();
    await me.field().waitFor();
  });

  fault(
    50,
    'in the tab only; back after a reload, gone with the tab, and the browser asks before that',
    async () => {
      await me.arrive({}, '/session.html');
      await me.tell();
      await at.page.reload();
      await me.heading('Did we understand you?').waitFor();
      at.site.down = true;
      await me.send();
      await me.notSent();
      const kept = await everythingKept(at.page);
      assert.deepEqual(Object.keys(kept), ['sessionStorage']);
      assert.match(kept['sessionStorage']!, /the night shift/);
      assert.ok(await asksBeforeLeaving(at.page), 'closing the tab would lose it');
      await at.page.close();
      at.page = await at.context.newPage();
      await at.page.goto(`${at.site.url}/session.html`);
      await me.field().waitFor();
      assert.deepEqual(await everythingKept(at.page), {});
    },
  );

  /** Says something that is for nobody else, and waits until a reload would bring it back. */
  async function vent(): Promise<void> {
    await me.element('.vent summary').click();
    await me.element('#vent').fill('nobody ever listens to me');
    await keeps(at.page, 'nobody ever listens');
    const kept = await everythingKept(at.page);
    assert.match(kept['sessionStorage']!, /nobody ever listens/);
    assert.doesNotMatch(JSON.stringify({ ...kept, sessionStorage: '' }), /ever listens/);
  }
  const venting = async (): Promise<string> => {
    await me.element('.vent summary').click();
    return me.element('#vent').inputValue();
  };

  fault(
    54,
    'there after a reload, not in another tab, gone with the tab; the request is still there',
    async () => {
      await me.arrive();
      await me.tell();
      await vent();
      await at.page.reload();
      assert.equal(await venting(), 'nobody ever listens to me');
      const first = at.page;
      at.page = await at.context.newPage();
      await at.page.goto(`${at.site.url}/`);
      assert.equal(await venting(), '');
      await first.close();
      await at.page.reload();
      await me.heading('Did we understand you?').waitFor();
      assert.doesNotMatch(JSON.stringify(await everythingKept(at.page)), /ever listens/);
    },
  );

  fault(54, 'gone from the device with the receipt, and no server was told', async () => {
    await me.arrive();
    await me.tell();
    await vent();
    await me.send();
    await me.received();
    await at.page.reload();
    await me.received();
    assert.doesNotMatch(JSON.stringify(await everythingKept(at.page)), /ever listens/);
    assert.equal(at.site.seen.length, 1);
    assert.doesNotMatch(JSON.stringify(at.site.seen), /ever listens/);
  });

  fault(54, 'not to be had without a connection: it says so, and is there at the next try', async () => {
    await me.arrive();
    await me.tell();
    await at.page.route('**/*-vent-*', (route) => route.abort());
    const summary = me.element('.vent summary');
    await summary.click();
    await me.element('.vent').getByText(texts.failed.why.offline).waitFor();
    await at.page.unroute('**/*-vent-*');
    await summary.click();
    await summary.click();
    await me.element('#vent').waitFor();
    await me.send();
    await me.received();
  });

  fault(54, 'wiped on a shared computer, by whoever presses it in another tab', async () => {
    await me.arrive();
    await me.tell();
    await vent();
    const other = await at.context.newPage();
    await other.goto(`${at.site.url}/`);
    await forget(other);
    await me.field().waitFor();
    assert.doesNotMatch(await me.text(), /night shift|ever listens/);
    assert.doesNotMatch(JSON.stringify(await everythingKept(at.page)), /night shift|ever listens/);
  });

  for (const [drafts, path] of [
    ['device', '/'],
    ['session', '/session.html'],
  ] as const) {
    fault(
      53,
      `reloaded in the first question, an answer and the playback, with drafts="${drafts}"`,
      async () => {
        await me.arrive({}, path);
        await me.field().fill('We want an intrane');
        await reloadAtKey(me.field(), 't');
        assert.equal(await me.field().inputValue(), 'We want an intranet');
        await me.button('Continue').click();
        await me.element('#answer').fill('nobody know');
        await reloadAtKey(me.element('#answer'), 's');
        assert.equal(await me.element('#answer').inputValue(), 'nobody knows');
        await me.skipToPlayback();
        await me.element('#slot-outcome').fill('everybody know');
        await reloadAtKey(me.element('#slot-outcome'), 's');
        assert.equal(await me.element('#slot-outcome').inputValue(), 'everybody knows');
      },
    );
  }

  fault(53, 'the tab is closed', async () => {
    await me.arrive();
    await me.field().fill('We want an intrane');
    await keeps(at.page, 'an intrane');
    await me.field().press('t');
    await at.page.close();
    at.page = await at.context.newPage();
    await at.page.goto(at.site.url);
    await me.element('.restored').waitFor();
    assert.equal(await me.field().inputValue(), 'We want an intranet');
  });

  for (const [drafts, path] of [
    ['device', '/'],
    ['session', '/session.html'],
    ['off', '/off.html'],
  ] as const) {
    fault(53, `reloaded before all of the element has loaded, with drafts="${drafts}"`, async () => {
      await me.arrive({}, path);
      await holdBack(at.context);
      await me.field().fill('We want an intrane');
      await me.field().press('t');
      await at.page.reload();
      await letThrough(at.context);
      if (drafts === 'off') {
        assert.deepEqual(await everythingKept(at.page), {});
        return;
      }
      await me.element('.restored').waitFor();
      assert.equal(await me.field().inputValue(), 'We want an intranet');
      await me.button('Continue').click();
      await me.skipToPlayback();
      await me.send();
      await me.received();
      assert.doesNotMatch(JSON.stringify(await everythingKept(at.page)), /an intranet|draft:/);
      await at.page.reload();
      await me.received();
    });
  }

  fault(53, 'the tab is closed before all of the element has loaded', async () => {
    await me.arrive();
    await holdBack(at.context);
    await me.field().fill('We want an intranet');
    await at.page.close();
    at.page = await at.context.newPage();
    await letThrough(at.context);
    await at.page.goto(at.site.url);
    await me.element('.restored').waitFor();
    assert.equal(await me.field().inputValue(), 'We want an intranet');
  });

  fault(51, 'drafts and receipts are gone, in every tab; what was not sent stays', async () => {
    await me.arrive();
    await me.tellAndSend('We want an app for the rota because swapping shifts takes all day');
    await me.received();
    const other = await at.context.newPage();
    await other.goto(`${at.site.url}/session.html`);
    await other.getByLabel('What do you need').fill('a draft in another tab');
    await other.waitForFunction(() =>
      JSON.stringify({ ...sessionStorage }).includes('a draft in another tab'),
    );
    at.site.down = true;
    await me.button('Ask something else').click();
    await me.tellAndSend();
    await me.notSent();
    await me.button('Ask something else').click();
    await me.field().fill('half a sentence');
    // A draft is written after a pause in typing.
    await keeps(at.page, 'half a sentence');
    await at.page.reload();
    await me.field().waitFor();
    await at.page.goto(`${at.site.url}/again.html`);
    at.site.down = true;
    await forget(at.page);
    await other.waitForFunction(() => !JSON.stringify({ ...sessionStorage }).includes('a draft'));
    // What is on screen would be kept again at the next key.
    const onScreen = other.locator('wherefore-intake #request');
    await other.waitForFunction(
      (field) => (field as HTMLTextAreaElement).value === '',
      await onScreen.elementHandle(),
    );
    const kept = JSON.stringify(await everythingKept(at.page));
    assert.doesNotMatch(kept, /half a sentence|swapping shifts|followUrl/);
    assert.match(kept, /the night shift/);
    at.site.down = false;
    await at.page.reload();
    await me.received();
    assert.equal((await at.ids()).length, 2);
    await me.button('This is a shared computer').click();
    await me.field().waitFor();
    assert.doesNotMatch(JSON.stringify(await everythingKept(at.page)), /the night shift|followUrl/);
    await at.page.reload();
    await me.field().waitFor();
    assert.doesNotMatch(await me.text(), /night shift|arrived/);
  });

  fault(52, 'on paper: every word of it, and nothing of the page around it', async () => {
    await me.arrive({
      always: { status: 503 },
      prepare: (context) =>
        context.addInitScript(() => {
          // The dialog of the browser would stand in the way; what it would have printed is what counts.
          globalThis.print = () => {
            const { body } = document;
            const lines = [...body.children].map((line) => (line as HTMLElement).innerText);
            Object.assign(top!, { printed: { lines, seen: body.checkVisibility(), whole: self === top } });
            dispatchEvent(new Event('afterprint'));
          };
        }),
    });
    await me.tell();
    await me.element('#slot-problem').fill('Nobody knows.\n\n<b>Nobody</b> at all.');
    await me.send();
    await me.notSent();
    assert.equal(await me.button('Remove from this device').count(), 0);
    await me.button('Print it').click();
    const { lines, seen, whole } = await at.page.evaluate(
      () =>
        (globalThis as unknown as { printed: { lines: string[]; seen: boolean; whole: boolean } }).printed,
    );
    assert.deepEqual([seen, whole], [true, false]);
    assert.equal(lines[0], `Your request: ${WORDS}`);
    assert.ok(lines.join('\n').includes('Nobody knows.'));
    assert.ok(lines.join('\n').includes('<b>Nobody</b> at all.'));
    assert.ok(!lines.join('\n').includes('Intranet'));
    await me.button('Remove from this device').waitFor();
    assert.equal(await at.page.locator('iframe').count(), 0);
  });

  fault(52, 'copied or mailed, and only then removed', async () => {
    await me.arrive({ always: { status: 422, code: 'invalid-body' } });
    await at.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await me.tellAndSend();
    await me.notSent();
    assert.equal(await me.button('Remove from this device').count(), 0);
    const mail = await at.page.getByRole('link', { name: 'Mail my text' }).getAttribute('href');
    const letter = new URL(mail!);
    assert.equal(letter.protocol, 'mailto:');
    assert.ok(letter.searchParams.get('body')!.includes(WORDS));
    await me.button('Copy my text').click();
    const copied = await at.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, letter.searchParams.get('body'));
    await me.button('Remove from this device').click();
    await me.field().waitFor();
    await at.page.reload();
    await me.field().waitFor();
    assert.doesNotMatch(await me.text(), /intranet/);
  });
});

/** "This is a shared computer", as the SDK has it. */
const forget = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const at = '/sdk.js';
    return ((await import(at)) as { forgetThisDevice(): Promise<number> }).forgetThisDevice();
  });

/** A real key, and the page is gone before anything else can run. What came before it has had its pause. */
async function reloadAtKey(field: Locator, key: string): Promise<void> {
  const page = field.page();
  await keeps(page, await field.inputValue());
  await page.evaluate(() => addEventListener('input', () => location.reload(), { once: true }));
  const loaded = page.waitForEvent('load');
  await field.press(key);
  await loaded;
  await page.locator('.restored').waitFor();
}

/** All but the first file of the element. */
const REST = '**/wherefore-intake-*.js';
/** They are asked for, and no answer comes. */
const holdBack = (context: BrowserContext): Promise<unknown> => context.route(REST, () => {});
const letThrough = (context: BrowserContext): Promise<void> => context.unroute(REST);
