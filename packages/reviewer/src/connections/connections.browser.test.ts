import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { deliveryTexts, fill } from '@wherefore/core/text';
import { define } from '@wherefore/ui';
import { FakeDesk, ID, deliveryOf } from '../../test/fake-desk.ts';
import { Connections } from './connections.ts';

define('wherefore-connections', Connections);
const nl = deliveryTexts.nl;

function troubled(): FakeDesk {
  const desk = new FakeDesk();
  desk.targets = [
    { target: 'needs-board', title: 'GitHub Issues', waiting: 1, done: 40, dead: 3 },
    {
      target: 'helpdesk',
      title: 'TOPdesk',
      paused: 'TOPdesk answered 401: the sign-in is wrong',
      waiting: 2,
      done: 0,
      dead: 0,
    },
    { target: 'mail', title: 'E-mail', waiting: 0, done: 9, dead: 0 },
  ];
  desk.stuck = ['1', '2', '3'].map((id) => deliveryOf(id, { request: `Vraag ${id}` }));
  return desk;
}

async function open(desk = troubled(), language: 'nl' | 'en' = 'nl') {
  const el = await fixture<Connections>(
    html`<wherefore-connections .gateway=${desk} .language=${language}></wherefore-connections>`,
  );
  await el.refresh();
  await el.updateComplete;
  return { el, desk };
}
const all = (el: Element, selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const one = (el: Element, selector: string) => all(el, selector)[0]!;
const text = (node?: Element | null) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const button = (el: Element, words: string) => all(el, 'button').find((each) => text(each) === words)!;
async function expand(el: Connections): Promise<void> {
  one(el, '.open').click();
  await waitUntil(() => all(el, '.stuck li').length);
}

describe('<wherefore-connections>', function () {
  // axe takes its time when every core is busy.
  this.timeout(10_000);

  it('is not there where briefs go nowhere else, or the backend knows no other systems', async () => {
    const { el } = await open(new FakeDesk());
    expect(all(el, 'button').length).to.equal(0);
    const plain = new FakeDesk();
    Object.assign(plain, { listTargets: undefined });
    expect(all((await open(plain)).el, 'button').length).to.equal(0);
  });

  it('is a quiet button when all is well', async () => {
    const desk = troubled();
    desk.targets = desk.targets.slice(2);
    desk.stuck = [];
    const { el } = await open(desk);
    expect(text(one(el, '.open'))).to.equal(nl.connections);
    one(el, '.open').click();
    await waitUntil(() => text(one(el, '.panel')).includes(nl.stuckNone));
    expect(text(one(el, '.targets li'))).to.contain(nl.targetGood);
    await expect(el).to.be.accessible();
  });

  for (const language of ['nl', 'en'] as const) {
    it(`counts what is stuck and lists it with the reason, in ${language}`, async () => {
      const { el } = await open(troubled(), language);
      const texts = deliveryTexts[language];
      expect(text(one(el, '.open'))).to.equal(fill(texts.stuckCount, { count: 5 }));
      expect(one(el, '.open').getAttribute('aria-expanded')).to.equal('false');
      await expand(el);
      const targets = all(el, '.targets li').map(text);
      expect(targets[0]).to.contain(fill(texts.targetDead, { count: 3 }));
      expect(targets[1]).to.contain(texts.targetPaused).and.contain('the sign-in is wrong');
      expect(targets[0]).to.contain(fill(texts.targetWaiting, { count: 1 }));
      expect(targets[1])
        .to.contain(fill(texts.targetHeld, { count: 2 }))
        .and.not.contain(fill(texts.targetWaiting, { count: 2 }));
      expect(targets[2]).to.contain(texts.targetGood);
      const [first] = all(el, '.stuck li');
      expect(text(first)).to.contain('Vraag 1').and.contain('GitHub answered 500');
      expect(first!.querySelector('a')!.hash).to.equal(`#brief=${ID}`);
      await expect(el).to.be.accessible();
    });
  }

  it('says why something is still on its way, and that it is tried again', async () => {
    const desk = troubled();
    desk.targets = [
      {
        target: 'mail',
        title: 'E-mail',
        reason: 'The mail server did not answer',
        waiting: 4,
        done: 9,
        dead: 0,
      },
    ];
    const { el } = await open(desk);
    await expand(el);
    const [row] = all(el, '.targets li');
    expect(text(row))
      .to.contain(nl.targetRetrying)
      .and.contain(fill(nl.targetWaiting, { count: 4 }))
      .and.not.contain(nl.targetGood);
    expect(text(row!.querySelector('[lang="en"]'))).to.equal('The mail server did not answer');
    await expect(el).to.be.accessible();
  });

  it('sends again, takes it off the list, counts again and keeps focus', async () => {
    const { el, desk } = await open();
    await expand(el);
    const heard = oneEvent(el, 'wherefore-delivery-retried');
    one(el, '.stuck button').focus();
    await sendKeys({ press: 'Space' });
    await heard;
    await waitUntil(() => text(one(el, '.open')) === fill(nl.stuckCount, { count: 4 }));
    expect(desk.calls).to.deep.equal(['retryDelivery 1']);
    expect(text(one(el, '.stuck li'))).to.contain('Vraag 2');
    expect(el.shadowRoot?.activeElement).to.equal(one(el, '#stuck'));
    await waitUntil(() => text(one(el, '.visually-hidden[role=status]')).includes('GitHub Issues'));
  });

  for (const language of ['nl', 'en'] as const) {
    it(`sends everything again that is stuck in one target, in ${language}`, async () => {
      const { el, desk } = await open(troubled(), language);
      const texts = deliveryTexts[language];
      await expand(el);
      const rows = () => all(el, '.targets li');
      const retryAll = (row: Element) =>
        [...row.querySelectorAll('button')].find((each) => text(each) === texts.retryAll);
      expect(rows().map((row) => retryAll(row) !== undefined)).to.deep.equal([true, true, false]);
      desk.failures.retryTarget = ['timeout'];
      retryAll(rows()[1]!)!.click();
      await waitUntil(() => text(one(el, '.result')) === texts.notRetried);
      retryAll(rows()[1]!)!.focus();
      await sendKeys({ press: 'Space' });
      await waitUntil(() => all(el, '.result').length && text(one(el, '.result')).includes('2'));
      expect(text(one(el, '.result'))).to.equal(fill(texts.retriedAll, { count: 2 }));
      expect(retryAll(rows()[1]!), 'nothing is stuck there any more').to.equal(undefined);
      expect(retryAll(rows()[0]!), 'another target is left alone').not.to.equal(undefined);
      expect(el.shadowRoot?.activeElement).to.equal(one(el, '#connections'));
      expect(text(one(el, '.open'))).to.equal(fill(texts.stuckCount, { count: 3 }));
      expect(desk.calls).to.deep.equal(['retryTarget helpdesk', 'retryTarget helpdesk']);
      await expect(el).to.be.accessible();
    });
  }

  it('says why a connection has stopped once, not at everything that waits for it', async () => {
    const desk = troubled();
    const paused = { state: 'waiting', paused: true, title: 'TOPdesk', reason: 'answered 401' } as const;
    desk.stuck = [deliveryOf('1', paused), deliveryOf('2', { title: 'TOPdesk', reason: 'answered 400' })];
    const { el } = await open(desk);
    await expand(el);
    const [waits, failed] = all(el, '.stuck li').map(text);
    expect(waits)
      .to.contain(fill(nl.paused, { title: 'TOPdesk' }))
      .and.not.contain('401');
    expect(failed).to.contain('answered 400');
  });

  it('shows that it was sent again where it stays in the list', async () => {
    const desk = troubled();
    const row = deliveryOf('1', { state: 'waiting', paused: true, title: 'TOPdesk' });
    desk.stuck = [row];
    desk.retryDelivery = async () => row;
    const { el } = await open(desk);
    await expand(el);
    one(el, '.stuck button').click();
    await waitUntil(() => text(one(el, '.stuck .result')) === fill(nl.retried, { title: 'TOPdesk' }));
    await expect(el).to.be.accessible();
  });

  it('tests a connection and says what came of it, beside the button and aloud', async () => {
    const { el, desk } = await open();
    await expand(el);
    const test = () => all(el, '.targets li')[1]!.querySelector('button')!;
    desk.tested = { ok: false, message: 'TOPdesk answered 401: the sign-in is wrong' };
    test().click();
    await waitUntil(() => one(el, '.result'));
    expect(text(one(el, '.result'))).to.equal(fill(nl.testBad, { message: desk.tested.message }));
    await expect(el).to.be.accessible();
    desk.tested = { ok: true, message: 'https://topdesk.example.org' };
    test().click();
    await waitUntil(
      () => text(one(el, '.result')) === fill(nl.testGood, { message: 'https://topdesk.example.org' }),
    );
    expect(text(one(el, '.visually-hidden[role=status]'))).to.contain('topdesk.example.org');
    desk.failures.testTarget = ['timeout'];
    test().click();
    await waitUntil(() => text(one(el, '.result')) === nl.testFailed);
    expect(desk.calls).to.deep.equal(Array(3).fill('testTarget helpdesk'));
  });

  it('shows the next page and no row twice', async () => {
    const { el } = await open();
    await expand(el);
    expect(all(el, '.stuck li').length).to.equal(2);
    button(el, nl.more).click();
    await waitUntil(() => all(el, '.stuck li').length === 3);
    expect(button(el, nl.more)).to.equal(undefined);
  });

  it('says when the list can not be loaded, and tries again', async () => {
    const desk = troubled();
    const { el } = await open(desk);
    desk.failures.listDeliveries = ['offline'];
    one(el, '.open').click();
    await waitUntil(() => all(el, '[role=alert]').length);
    expect(text(one(el, '[role=alert]'))).to.contain(nl.failed);
    button(el, nl.again).click();
    await waitUntil(() => all(el, '.stuck li').length === 2);
    expect(all(el, '[role=alert]').length).to.equal(0);
  });

  it('does not get in the way when the count can not be read', async () => {
    const desk = troubled();
    desk.failures.listTargets = ['failed', 'failed'];
    const { el } = await open(desk);
    expect(all(el, 'button, [role=alert]').length).to.equal(0);
  });

  it('fits a narrow screen', async () => {
    await setViewport({ width: 320, height: 800 });
    const { el } = await open();
    await expand(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 1280, height: 860 });
  });
});
