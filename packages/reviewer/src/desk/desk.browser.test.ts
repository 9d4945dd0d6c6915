import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { deliveryTexts, deskTexts, fill } from '@wherefore/core/text';
import { FakeDesk, ID, deliveryOf, recordOf, textOf } from '../../test/fake-desk.ts';
import '../define/desk.ts';
import type { Desk } from './desk.ts';
import type { SessionStartedEvent } from './session-started-event.ts';

const nl = deskTexts.nl;

async function open(
  desk = new FakeDesk(),
  { token, language = 'nl' }: { token?: string; language?: string } = {},
): Promise<Desk> {
  const el = await fixture<Desk>(
    html`<wherefore-desk .gateway=${desk} .signInToken=${token} .language=${language}></wherefore-desk>`,
  );
  await waitUntil(() => el.shadowRoot?.querySelector('h1'));
  if (desk.signedIn) await waitUntil(() => rows(el).length);
  return el;
}
const out = (): FakeDesk => Object.assign(new FakeDesk(), { signedIn: false });
const all = (root: Element, selector: string) => [
  ...root.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (root: Element, selector: string) => all(root, selector)[0]!;
const text = (node?: Element | null) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const inbox = (el: Desk) => one(el, 'wherefore-inbox');
const brief = (el: Desk) => one(el, 'wherefore-brief');
const form = (el: Desk) => one(brief(el), 'wherefore-status-form');
const rows = (el: Desk) => (inbox(el) ? all(inbox(el), '.row a') : []);
const seen = (node: Element) => node.getClientRects().length > 0;
const inBrief = (el: Desk) => brief(el).shadowRoot?.activeElement;

/** Opens the first brief and waits for it. */
async function openFirst(el: Desk): Promise<void> {
  rows(el)[0]!.click();
  await waitUntil(() => brief(el).shadowRoot?.querySelector('.need'));
}

describe('<wherefore-desk>', function () {
  // axe takes its time when every core is busy.
  this.timeout(10_000);

  beforeEach(async () => {
    await setViewport({ width: 1280, height: 860 });
    history.replaceState(null, '', location.pathname + location.search);
  });
  after(() => history.replaceState(null, '', location.pathname + location.search));

  for (const language of ['nl', 'en'] as const) {
    it(`explains how to get in, in ${language}`, async () => {
      const el = await open(out(), { language });
      expect(textOf(el))
        .to.contain(deskTexts[language].signInHow)
        .and.contain(deskTexts[language].signInLocal);
      expect(all(el, 'button, wherefore-inbox').length).to.equal(0);
      await expect(el).to.be.accessible();
    });

    it(`shows list and brief side by side, in ${language}`, async () => {
      const el = await open(new FakeDesk(), { language });
      expect(text(one(el, 'h1'))).to.equal(deskTexts[language].title);
      expect(one(el, '.empty').checkVisibility({ visibilityProperty: true })).to.equal(true);
      await openFirst(el);
      expect(seen(inbox(el)) && seen(brief(el))).to.equal(true);
      await expect(el).to.be.accessible();
    });
  }

  it('tells nobody to choose a request while there is none', async () => {
    const desk = new FakeDesk();
    desk.pages = () => ({ items: [], departments: [], counts: {} });
    const el = await fixture<Desk>(html`<wherefore-desk .gateway=${desk} language="nl"></wherefore-desk>`);
    await waitUntil(
      () => el.shadowRoot?.querySelector('h1') && inbox(el).shadowRoot!.querySelector('.notice'),
    );
    expect(text(one(inbox(el), '.notice h2'))).to.equal(nl.emptyTitle);
    expect(one(el, '.empty').checkVisibility({ visibilityProperty: true })).to.equal(false);
    await expect(el).to.be.accessible();
  });

  it('uses a sign-in link up by a press on the button, never before', async () => {
    const desk = out();
    const el = await open(desk, { token: 'link' });
    expect(desk.calls).to.deep.equal(['session']);
    await expect(el).to.be.accessible();
    const started = oneEvent(el, 'wherefore-session-started');
    await sendKeys({ press: 'Tab' });
    expect(text(el.shadowRoot?.activeElement)).to.equal(nl.signIn);
    await sendKeys({ press: 'Enter' });
    const event = (await started) as SessionStartedEvent;
    expect(event.detail.session.name).to.equal('Anna de Vries');
    expect(desk.calls).to.deep.equal(['session', 'signIn link']);
    await waitUntil(() => rows(el).length);
    expect(text(one(el, '[role=status]'))).to.equal(nl.signedIn);
    expect(el.signInToken).to.equal(undefined);
  });

  it('keeps a link for later when somebody is signed in already', async () => {
    const desk = new FakeDesk();
    await open(desk, { token: 'link' });
    expect(desk.calls).to.deep.equal(['session']);
  });

  it('says that a link is used up, and how to get another', async () => {
    const desk = out();
    desk.failures.signIn = ['sign-in-failed'];
    const el = await open(desk, { token: 'used' });
    one(el, 'button').click();
    await waitUntil(() => el.shadowRoot?.activeElement?.matches('.trouble'));
    expect(text(one(el, '[role=alert]'))).to.equal(nl.signInFailed);
    expect(textOf(el)).to.contain(nl.signInHow);
    expect(all(el, 'button').length).to.equal(0);
    await expect(el).to.be.accessible();
  });

  it('keeps the link when only the connection is away', async () => {
    const desk = out();
    desk.failures.signIn = ['offline'];
    const el = await open(desk, { token: 'link' });
    one(el, 'button').click();
    await waitUntil(() => one(el, '[role=alert]'));
    expect(text(one(el, '[role=alert]'))).to.equal(nl.offline);
    one(el, 'button.primary').click();
    await waitUntil(() => rows(el).length);
  });

  it('tries again when it could not ask who is signed in', async () => {
    const desk = new FakeDesk();
    desk.failures.session = ['offline'];
    const el = await fixture<Desk>(html`<wherefore-desk .gateway=${desk} language="nl"></wherefore-desk>`);
    await waitUntil(() => one(el, '[role=alert]'));
    await expect(el).to.be.accessible();
    one(el, '[role=alert] button').click();
    await waitUntil(() => rows(el).length);
  });

  it('opens a brief from the list: the address says which, focus goes to it, back goes back to the row', async () => {
    const el = await open();
    rows(el)[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => inBrief(el)?.matches('h2'));
    expect(location.hash).to.equal(`#brief=${ID}`);
    expect(rows(el)[0]!.getAttribute('aria-current')).to.equal('true');
    history.back();
    await waitUntil(() => inbox(el).shadowRoot?.activeElement === rows(el)[0]);
    expect(seen(brief(el))).to.equal(false);
  });

  it('opens the brief that stands in the address, and leaves focus where it is', async () => {
    history.replaceState(null, '', `#brief=${ID}`);
    const el = await open();
    await waitUntil(() => brief(el).shadowRoot?.querySelector('.need'));
    expect(document.activeElement).to.equal(document.body);
  });

  it('is there for everybody before a brief is chosen', async () => {
    const el = await open();
    await expect(el).to.be.accessible();
  });

  it('shows one at a time on a narrow screen, with a way back', async () => {
    await setViewport({ width: 360, height: 780 });
    const el = await open();
    expect(seen(one(el, '.empty'))).to.equal(false);
    await openFirst(el);
    expect(seen(inbox(el))).to.equal(false);
    one(el, '.back a').click();
    await waitUntil(() => inbox(el).shadowRoot?.activeElement === rows(el)[0]);
    expect(seen(inbox(el))).to.equal(true);
    expect(seen(brief(el))).to.equal(false);
  });

  for (const width of [320, 360]) {
    it(`is there for everybody at ${width} pixels, and never scrolls sideways`, async () => {
      await setViewport({ width, height: 780 });
      const el = await open();
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      await openFirst(el);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      await expect(el).to.be.accessible();
    });
  }

  it('shows a change at once: in the history, on the page and in the list', async () => {
    const desk = new FakeDesk();
    const el = await open(desk);
    await openFirst(el);
    await waitUntil(() => form(el).shadowRoot?.querySelector('textarea'));
    (one(form(el), 'textarea') as HTMLTextAreaElement).value = 'We beginnen maandag.';
    one(form(el), 'input[value=accepted]').click();
    one(form(el), 'button').click();
    await waitUntil(() => one(form(el), '.saved'));
    expect(text(one(brief(el), '.history li'))).to.contain('We beginnen maandag.');
    expect(text(one(brief(el), '.pill'))).to.equal('We gaan dit doen');
    await waitUntil(() => text(one(inbox(el), '.row .pill')) === 'We gaan dit doen');
    expect(desk.queries.length).to.equal(1);
  });

  it('keeps what was typed when the session runs out, and goes on there after signing in again', async () => {
    const desk = new FakeDesk();
    const el = await open(desk);
    await openFirst(el);
    (one(form(el), 'textarea') as HTMLTextAreaElement).value = 'half a reason';
    desk.signedIn = false;
    desk.failures.listBriefs = ['not-signed-in'];
    const ended = oneEvent(el, 'wherefore-session-ended');
    all(inbox(el), '.chip')[1]!.click();
    await ended;
    await el.updateComplete;
    expect(textOf(el)).to.contain(nl.sessionEnded);
    expect(seen(brief(el))).to.equal(false);
    await expect(el).to.be.accessible();
    location.hash = 'sign-in=new-link';
    await waitUntil(() => el.signInToken === 'new-link');
    expect(location.hash).to.equal(`#brief=${ID}`);
    await waitUntil(() => one(el, '.welcome button'));
    one(el, '.welcome button').click();
    await waitUntil(() => seen(brief(el)));
    expect((one(form(el), 'textarea') as HTMLTextAreaElement).value).to.equal('half a reason');
    await waitUntil(() => desk.queries.length === 3);
  });

  it('forgets everything on sign-out', async () => {
    const desk = new FakeDesk();
    const el = await open(desk);
    await openFirst(el);
    one(el, '.me button').click();
    await oneEvent(el, 'wherefore-session-ended');
    await waitUntil(() => el.shadowRoot?.activeElement?.matches('h1'));
    expect(desk.calls.at(-1)).to.equal('signOut');
    expect(all(el, 'wherefore-inbox, wherefore-brief').length).to.equal(0);
    expect(textOf(el)).not.to.match(/Fatima|Anna/);
  });

  it('does not say that it signed out when it could not', async () => {
    const desk = new FakeDesk();
    desk.failures.signOut = ['offline'];
    const el = await open(desk);
    one(el, '.me button').click();
    await waitUntil(() => text(one(el, '[role=status]')) === nl.offline);
    expect(rows(el).length).to.equal(3);
  });

  it('leaves no listener behind', async () => {
    const desk = new FakeDesk();
    const el = await open(desk);
    el.remove();
    const changed = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
    location.hash = 'brief=x';
    await changed;
    expect(desk.calls).to.deep.equal(['session']);
  });

  it('says above the list what could not be delivered, and counts down when it is sent again', async () => {
    const desk = new FakeDesk();
    const counted = (count: number) => fill(deliveryTexts.nl.stuckCount, { count });
    desk.targets = [{ target: 'board', title: 'GitHub Issues', waiting: 0, done: 2, dead: 2 }];
    desk.stuck = [deliveryOf('1'), deliveryOf('2', { briefId: 'b' })];
    desk.record = recordOf({ deliveries: [deliveryOf('1')] });
    const el = await open(desk);
    const connections = one(el, 'wherefore-connections');
    await waitUntil(() => all(connections, '.open').length);
    expect(text(one(connections, '.open'))).to.equal(counted(2));
    await openFirst(el);
    const again = () => one(brief(el), 'wherefore-elsewhere')?.shadowRoot?.querySelector('button');
    await waitUntil(again);
    again()?.click();
    await waitUntil(() => text(one(connections, '.open')) === counted(1));
    await expect(el).to.be.accessible();
  });

  it('has nothing about other systems where there are none', async () => {
    const el = await open();
    expect(all(one(el, 'wherefore-connections'), 'button').length).to.equal(0);
  });
});
