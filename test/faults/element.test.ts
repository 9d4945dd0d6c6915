import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { waitForFocus, wcag } from '../journeys/harness.ts';
import { oldDatabase } from './device.ts';
import { Requester, texts, WORDS } from './requester.ts';
import { asksBeforeLeaving, Scene } from './scene.ts';
import { faultTable } from './table.ts';

describe('faults under the element', () => {
  const fault = faultTable('element');
  const at = new Scene();
  const me = new Requester(at);

  fault(3, 'in one tick', async () => {
    await me.arrive();
    await me.tell();
    await me.element('.playback .primary').evaluate((send: HTMLElement) => {
      for (let i = 0; i < 20; i++) send.click();
    });
    await me.received();
    // What had the focus is gone; a screen reader goes on at what took its place.
    await waitForFocus(at.page, 'Your request has arrived');
    assert.equal((await at.ids()).length, 1);
    assert.equal(at.site.seen.length, 1);
  });

  fault(4, 'reload while it is sent', async () => {
    await me.arrive({ faults: ['hang-stored'] });
    await me.tellAndSend();
    await at.site.asked(1);
    await at.page.reload();
    await me.received();
    assert.equal((await at.ids()).length, 1);
    await at.page.reload();
    await me.received();
    assert.equal(await me.field().count(), 0);
  });

  fault(4, 'back and forward after it was received, until another one is begun', async () => {
    await me.arrive();
    await me.tellAndSend();
    await me.received();
    await at.page.goto(`${at.site.url}/blank.html`);
    await at.page.goBack();
    await me.received();
    await me.button('Ask something else').click();
    await me.field().waitFor();
    await at.page.reload();
    await me.field().waitFor();
    assert.doesNotMatch(await me.text(), /has arrived/);
    assert.equal((await at.ids()).length, 1);
    assert.equal(at.site.seen.length, 1);
  });

  fault(4, 'back and forward while it is sent', async () => {
    await me.arrive({ faults: ['hang-stored'] });
    await me.tellAndSend();
    await at.site.asked(1);
    await at.page.goto(`${at.site.url}/blank.html`);
    await at.page.goBack();
    await me.received();
    assert.equal((await at.ids()).length, 1);
    assert.equal(new Set(at.site.seen.map(({ body }) => body)).size, 1);
  });

  fault(6, 'the other tab shows where the brief is, and then that it arrived', async () => {
    await me.arrive();
    const other = await at.context.newPage();
    await other.goto(at.site.url);
    // Who has begun stays here. An empty tab that looks at the device only later lands on what waits there.
    await other.getByLabel('What do you need').fill('Something else');
    at.site.down = true;
    await me.tellAndSend();
    await me.notSent();
    await other.getByLabel('What do you need').fill('Something else that takes a while');
    const elsewhere = other.getByRole('region', { name: 'From before' });
    await elsewhere.getByText('On this device').waitFor();
    assert.match(await elsewhere.innerText(), /the night shift does not know/);
    at.site.down = false;
    await at.focus();
    await elsewhere.getByText('Your request from before has arrived').waitFor();
    await me.received();
    assert.equal(
      await other.getByLabel('What do you need').inputValue(),
      'Something else that takes a while',
    );
    assert.equal((await at.ids()).length, 1);
  });

  fault(
    6,
    'the other tab has the same conversation: it says where it went, and sends nothing again',
    async () => {
      await me.arrive();
      await me.tell();
      const other = await at.context.newPage();
      await other.goto(at.site.url);
      await other.getByRole('heading', { name: 'Did we understand you?' }).waitFor();
      at.site.down = true;
      await me.send();
      await me.notSent();
      const elsewhere = other.getByRole('region', { name: 'From before' });
      await elsewhere.getByText('On this device').waitFor();
      at.site.down = false;
      await at.focus();
      await me.received();
      await elsewhere.getByText('Your request from before has arrived').waitFor();
      await other.getByRole('button', { name: 'Send', exact: true }).click();
      await other.getByRole('heading', { name: 'Your request has arrived' }).waitFor();
      assert.equal((await at.ids()).length, 1);
      assert.equal(at.site.seen.length, 1);
    },
  );

  fault(9, 'changed, and sent as a new request', async () => {
    await me.arrive({ faults: [{ status: 422, code: 'brief-differs' }] });
    await me.tellAndSend();
    await me.notSent();
    assert.match(await me.text(), /An earlier version of this request has already arrived/);
    assert.equal(await me.button('Send again').count(), 0);
    await me.button('Change it').click();
    await me.send();
    await me.received();
    const [first, second] = at.site.seen;
    assert.notEqual(first!.id, second!.id);
    assert.deepEqual(await at.ids(), [second!.id]);
    await at.page.reload();
    await me.received();
    assert.doesNotMatch(await me.text(), /Still on its way/);
  });

  fault(12, 'the next visit lands on the receipt', async () => {
    await me.arrive({ faults: ['hang'] });
    await me.tellAndSend();
    await at.site.asked(1);
    await at.page.close();
    at.page = await at.context.newPage();
    await at.page.goto(`${at.site.url}/again.html`);
    await me.received();
    assert.equal((await at.ids()).length, 1);
  });

  fault(13, 'in the middle of the questions, the answers are back', async () => {
    await me.arrive();
    await me.tell();
    await me.element('#slot-problem').fill('nobody knows what was said');
    await at.page.evaluate(async () => {
      const done = (target: IDBRequest | IDBOpenDBRequest): Promise<unknown> =>
        new Promise((resolve) => target.addEventListener('success', () => resolve(target.result)));
      const database = (await done(indexedDB.open('wherefore'))) as IDBDatabase;
      for (let kept = ''; !kept.includes('nobody knows what was said');) {
        kept = JSON.stringify(await done(database.transaction('drafts').objectStore('drafts').getAll()));
      }
      database.close();
    });
    await at.crash();
    at.page = await at.context.newPage();
    await at.page.goto(at.site.url);
    await me.heading('Did we understand you?').waitFor();
    assert.equal(await me.element('#slot-problem').inputValue(), 'nobody knows what was said');
  });

  fault(16, 'said in words and out loud, readable, and sent by itself', async () => {
    await me.arrive();
    await me.tell();
    await at.context.setOffline(true);
    await me.send();
    await me.notSent();
    const words = await me.text();
    for (const part of ['On this device', 'no connection', 'Nothing is lost', 'keep trying'])
      assert.match(words, new RegExp(part));
    assert.match(await me.element('[role=status].visually-hidden').innerText(), /On this device/);
    assert.doesNotMatch(words, /has arrived|Received/);
    await waitForFocus(at.page, 'Not sent yet');
    assert.deepEqual(await wcag(at.page), []);
    await at.context.setOffline(false);
    await me.received();
    assert.equal((await at.ids()).length, 1);
  });

  fault(18, 'says that it is not kept, asks before the page is left, and offers the text', async () => {
    await me.arrive();
    const client = await at.context.newCDPSession(at.page);
    await client.send('Storage.overrideQuotaForOrigin', { origin: at.site.url, quotaSize: 1 });
    at.site.down = true;
    await me.tellAndSend();
    await me.notSent();
    const words = await me.text();
    assert.ok(words.includes(texts.delivery.notKept));
    assert.doesNotMatch(words, /On this device|Nothing is lost/);
    for (const name of ['Copy my text', 'Print it']) await me.button(name).waitFor();
    assert.ok(await asksBeforeLeaving(at.page));
    at.site.down = false;
    await at.focus();
    await me.received();
    assert.equal(await asksBeforeLeaving(at.page), false);
    assert.equal((await at.ids()).length, 1);
  });

  fault(27, 'too large for the server: says so, can be changed, is sent with the same id', async () => {
    await me.arrive({ faults: [{ status: 413, body: '<html>nginx' }] });
    await me.tellAndSend();
    await me.notSent();
    assert.match(await me.text(), /Waiting for you/);
    await me.button('Change it').click();
    await me.heading('Did we understand you?').waitFor();
    await me.send();
    await me.received();
    assert.equal(new Set(at.site.seen.map(({ id }) => id)).size, 1);
    assert.equal((await at.ids()).length, 1);
  });

  fault(28, 'the field is named, marked and has the focus; sent again with the same id', async () => {
    const errors = [{ path: '/need/problem/statement', message: 'Too short' }];
    await me.arrive({ faults: [{ status: 422, code: 'invalid-body', errors }] });
    await me.tellAndSend();
    await me.notSent();
    assert.match(await me.text(), /Look at: What goes wrong/);
    await me.button('Change it').click();
    await waitForFocus(at.page, 'What goes wrong');
    assert.equal(await me.element('#slot-problem').getAttribute('aria-invalid'), 'true');
    await me.element('#slot-problem').fill('The night shift misses what was agreed');
    await me.send();
    await me.received();
    const [first, second] = at.site.seen;
    assert.equal(first!.id, second!.id);
    assert.match(second!.body, /misses what was agreed/);
    assert.equal((await at.ids()).length, 1);
  });

  fault(29, 'signed out: says so, keeps the text, sends when the person is back', async () => {
    await me.arrive({ faults: [{ status: 401, code: 'not-signed-in' }] });
    await me.tellAndSend();
    await me.notSent();
    assert.match(await me.text(), /Waiting for you.*signed out/);
    await at.focus();
    await me.received();
    assert.equal(at.site.seen[0]!.body, at.site.seen[1]!.body);
  });

  fault(30, 'a sign-in page is no receipt and no network fault', async () => {
    await me.arrive({ faults: ['sign-in-page'] });
    await me.tellAndSend();
    await me.notSent();
    assert.match(await me.text(), /signed out/);
    assert.doesNotMatch(await me.text(), /no connection|has arrived/);
    await me.button('Send again').click();
    await me.received();
  });

  fault(33, 'another question can be told meanwhile; both arrive', async () => {
    await me.arrive({
      faults: [
        { status: 500, code: 'internal-error' },
        { status: 500, code: 'internal-error' },
      ],
    });
    await me.tellAndSend('We want an app for the rota because swapping shifts takes all day');
    await me.notSent();
    await me.button('Ask something else').click();
    await me.field().waitFor();
    assert.match(await me.text(), /From before.*swapping shifts/);
    await me.tellAndSend();
    await me.received();
    await me.element('.others').getByText('from before has arrived').waitFor();
    assert.equal((await at.ids()).length, 2);
  });

  /** What the widget before the outbox kept. */
  const older = {
    version: 1,
    id: '0193a5d8-7c1e-7a3b-9f00-0123456789ab',
    language: 'en',
    step: 'question',
    request: WORDS,
    analysis: null,
    corrections: [],
    asked: [],
    question: 'last-time',
    typed: 'On Monday nobody knew',
    edits: {},
    brief: null,
    receipt: null,
    failure: null,
  };
  fault(45, 'typed under the widget before the outbox: every word is in place', async () => {
    await me.arrive({}, '/blank.html');
    await oldDatabase(at.page, older);
    await at.page.goto(at.site.url);
    await me.element('.answer').waitFor();
    await at.page.waitForFunction(() => {
      const answer = document.querySelector('wherefore-intake')!.shadowRoot!.querySelector('.answer');
      return (answer as HTMLTextAreaElement).value === 'On Monday nobody knew';
    });
    await me.button('Continue').click();
    await me.skipToPlayback();
    await me.send();
    await me.received();
    assert.deepEqual(await at.ids(), [older.id]);
    assert.match(at.site.seen[0]!.body, /On Monday nobody knew/);
  });

  fault(45, 'a send that had failed under the widget before the outbox is sent, under its id', async () => {
    const brief = { id: older.id, schemaVersion: 1, language: 'en', request: WORDS };
    await me.arrive({}, '/blank.html');
    await oldDatabase(at.page, {
      ...older,
      step: 'sending',
      question: null,
      typed: '',
      brief,
      failure: 'offline',
    });
    await at.page.goto(at.site.url);
    await me.received();
    assert.deepEqual(await at.ids(), [older.id]);
    assert.deepEqual(JSON.parse(at.site.seen[0]!.body), brief);
  });
});
