import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM_ARGS, findBrowser } from '../../.config/browser.js';
import { Requester, texts } from './requester.ts';
import { asksBeforeLeaving, Scene } from './scene.ts';
import { faultTable } from './table.ts';

describe('faults of the page around the element', () => {
  const fault = faultTable('page');
  const at = new Scene();
  const me = new Requester(at);
  const cached = new Scene(withBackForwardCache);

  fault(4, 'back to a page that the browser had put aside: it goes on sending', async () => {
    const me = new Requester(cached);
    await me.arrive();
    cached.site.down = true;
    await me.tellAndSend();
    await me.notSent();
    await cached.page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
    });
    await cached.page.goto(`${cached.site.url}/blank.html`, { waitUntil: 'commit' });
    cached.site.down = false;
    // The browser's own history can't be asked for while it swaps the two pages.
    await cached.page.evaluate(() => history.back());
    await me.received();
    const persisted = await cached.page.evaluate(() => (globalThis as { persisted?: boolean }).persisted);
    assert.ok(persisted, 'the page was made again, so this proves nothing');
    assert.equal((await cached.ids()).length, 1);
  });

  fault(21, 'the element in a sandboxed frame: sends, and asks before the page is left', async () => {
    await me.arrive({}, '/blank.html');
    at.site.allowedHeaders = 'content-type, idempotency-key';
    at.site.down = true;
    await at.page.evaluate(() => {
      // No storage, no locks, and no right to send forms.
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = '/';
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve));
    });
    const frame = at.page.frames()[1]!;
    const outside = at.page;
    at.page = frame as unknown as Page;
    await me.tellAndSend();
    await me.notSent();
    assert.ok((await me.text()).includes(texts.delivery.notKept));
    assert.ok(await asksBeforeLeaving(frame));
    at.site.down = false;
    await me.received();
    assert.equal(await asksBeforeLeaving(frame), false);
    assert.equal((await at.ids()).length, 1);
    at.page = outside;
  });

  fault(
    44,
    'the same file under three addresses: two warnings, and no more when elements are made',
    async () => {
      // Two copies of Lit need `'allow-duplicates'` under Trusted Types; the page of an old intranet has none of that.
      await me.arrive({}, '/plain.html');
      const warnings: string[] = [];
      at.page.on(
        'console',
        (message) => message.text().includes('registered') && warnings.push(message.text()),
      );
      const complaints: string[] = [];
      at.page.on('pageerror', (error) => complaints.push(error.message));
      await at.page.evaluate(async () => {
        const second = '/wherefore-intake.js?another';
        await import(second);
        const third = '/wherefore-intake.js?third';
        await import(third);
        document.querySelector('main')!.append(document.createElement('wherefore-intake'));
      });
      assert.equal(await me.field().count(), 2);
      await at.page.evaluate(() => document.querySelector('wherefore-intake')!.remove());
      await me.tellAndSend();
      await me.received();
      assert.deepEqual(complaints, []);
      // Once for each copy that came too late, and not again when elements are made.
      assert.deepEqual(
        warnings,
        Array(2).fill('<wherefore-intake> was already registered; the first registration stays.'),
      );
    },
  );

  fault(47, 'moved while it sends', async () => {
    await me.arrive({ faults: ['lose-answer'] });
    await me.tell();
    await me.element('.playback .primary').evaluate((send: HTMLElement) => {
      send.click();
      const intake = document.querySelector('wherefore-intake')!;
      const place = document.body.appendChild(document.createElement('section'));
      place.append(intake);
    });
    await me.received();
    assert.equal((await at.ids()).length, 1);
  });

  fault(47, 'removed while it sends, and another one made', async () => {
    await me.arrive({ faults: ['hang-stored'] });
    await me.tellAndSend();
    await at.site.asked(1);
    await at.page.evaluate(() => {
      document.querySelector('wherefore-intake')!.remove();
      document.body.append(document.createElement('wherefore-intake'));
    });
    await me.heading('Sending your request').waitFor();
    await at.page.reload();
    await me.received();
    assert.equal((await at.ids()).length, 1);
  });

  fault(47, 'moved with moveBefore, which never takes it off the page', async () => {
    await me.arrive({ faults: ['lose-answer'] });
    await me.tell();
    await me.element('.playback .primary').evaluate((send: HTMLElement) => {
      send.click();
      const place = document.body.appendChild(document.createElement('section'));
      const intake = document.querySelector('wherefore-intake');
      (place as unknown as { moveBefore(node: unknown, before: null): void }).moveBefore(intake, null);
    });
    await me.received();
    assert.equal((await at.ids()).length, 1);
  });

  fault(47, 'taken off while it sends, and the same element put back after the receipt', async () => {
    await me.arrive({ faults: ['lose-answer'] });
    await me.tell();
    await me.element('.playback .primary').evaluate((send: HTMLElement) => {
      send.click();
      const intake = document.querySelector('wherefore-intake')!;
      intake.remove();
      Object.assign(globalThis, { intake });
    });
    await at.site.asked(2);
    await at.page.evaluate(() => document.body.append((globalThis as unknown as { intake: Element }).intake));
    await me.received();
    assert.equal((await at.ids()).length, 1);
  });

  fault(48, 'an old Promise.finally, a fetch that throws for strings, frozen prototypes', async () => {
    await me.arrive({
      prepare: (context) =>
        context.addInitScript(() => {
          const { fetch: real } = globalThis;
          Object.assign(Array.prototype, { each: Array.prototype.forEach });
          // As the first polyfills had it: what the promise came to is lost.
          Object.assign(Promise.prototype, {
            finally(this: Promise<unknown>, done: () => void) {
              return this.then(done, done);
            },
          });
          globalThis.fetch = (input, init) => {
            if (typeof input === 'string') throw new TypeError('old polyfill');
            return real(input, init);
          };
          Object.freeze(Object.prototype);
          Object.freeze(Array.prototype);
        }),
    });
    await me.tellAndSend();
    await me.received();
    assert.equal((await at.ids()).length, 1);
  });
});

/** Tests run without it, because it makes them differ; a browser without a window does not have it. */
function withBackForwardCache(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser()!,
    args: CHROMIUM_ARGS,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}
