import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BriefRecord } from '@wherefore/core/wire';
import { deliveryTexts, fill } from '@wherefore/core/text';
import { define } from '@wherefore/ui';
import { FakeDesk, deliveryOf, recordOf } from '../../test/fake-desk.ts';
import type { DeliveryRetriedEvent } from '../connections/delivery-retried-event.ts';
import { Elsewhere } from './elsewhere.ts';

define('wherefore-elsewhere', Elsewhere);

async function open(changes: Partial<BriefRecord>, language: 'nl' | 'en' = 'nl', desk = new FakeDesk()) {
  const el = await fixture<Elsewhere>(
    html`<wherefore-elsewhere
      .gateway=${desk}
      .language=${language}
      .record=${recordOf(changes)}
    ></wherefore-elsewhere>`,
  );
  return { el, desk, texts: deliveryTexts[language] };
}
const all = (el: Element, selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const one = (el: Element, selector: string) => all(el, selector)[0]!;
const text = (node?: Element | null) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

const links = [
  {
    target: 'board',
    title: 'GitHub Issues',
    label: 'acme/needs#12',
    url: 'https://example.org/12',
    state: 'In Progress',
  },
  { target: 'mail', title: 'E-mail', label: 'team@example.org' },
];

describe('<wherefore-elsewhere>', function () {
  // axe takes its time when every core is busy.
  this.timeout(10_000);

  for (const language of ['nl', 'en'] as const) {
    it(`says where the brief is and what did not arrive, in ${language}`, async () => {
      const deliveries = [
        deliveryOf('1'),
        deliveryOf('2', { state: 'waiting', title: 'Jira', reason: 'Jira answered 503' }),
        deliveryOf('3', { state: 'waiting', paused: true, title: 'TOPdesk', kind: 'status' }),
      ];
      const { el, texts } = await open({ links, deliveries }, language);
      const rows = all(el, 'li').map(text);
      expect(rows[0]).to.equal('GitHub Issues: acme/needs#12 In Progress');
      expect(rows[1]).to.equal('E-mail: team@example.org');
      expect(rows[2])
        .to.contain(fill(texts.dead, { title: 'GitHub Issues' }))
        .and.contain('GitHub answered 500');
      expect(rows[3])
        .to.contain(fill(texts.waiting, { title: 'Jira' }))
        .and.not.contain(texts.retry);
      expect(rows[4]).to.contain(fill(texts.pausedStatus, { title: 'TOPdesk' }));
      expect(all(el, 'a').length).to.equal(1);
      expect(one(el, 'a').getAttribute('href')).to.equal('https://example.org/12');
      expect(one(el, 'a').getAttribute('rel')).to.contain('noopener');
      expect(one(el, '.why').lang).to.equal('en');
      await expect(el).to.be.accessible();
    });
  }

  it('is not there for a brief that goes nowhere', async () => {
    const { el } = await open({});
    expect(all(el, 'section, h3').length).to.equal(0);
  });

  it('sends again by keyboard, says so, and keeps focus near', async () => {
    const { el, desk, texts } = await open({ deliveries: [deliveryOf('1')] });
    one(el, 'button').focus();
    expect(one(el, 'button').getAttribute('aria-label')).to.contain('We willen een intranet');
    const heard = oneEvent(el, 'wherefore-delivery-retried') as Promise<DeliveryRetriedEvent>;
    await sendKeys({ press: 'Enter' });
    expect((await heard).detail.delivery.state).to.equal('waiting');
    await waitUntil(() => all(el, 'button').length === 0);
    expect(desk.calls).to.deep.equal(['retryDelivery 1']);
    expect(text(one(el, 'li'))).to.equal(fill(texts.waiting, { title: 'GitHub Issues' }));
    await waitUntil(() => el.shadowRoot?.activeElement === one(el, 'h3'));
    await waitUntil(() => text(one(el, '.visually-hidden[role=status]')).includes('GitHub Issues'));
  });

  it('says when that did not work, and the button is still there', async () => {
    const desk = new FakeDesk();
    desk.failures.retryDelivery = ['offline'];
    const { el, texts } = await open({ deliveries: [deliveryOf('1')] }, 'nl', desk);
    one(el, 'button').click();
    await waitUntil(() => one(el, '[role=alert]'));
    expect(text(one(el, '[role=alert]'))).to.equal(texts.notRetried);
    await expect(el).to.be.accessible();
    one(el, 'button').click();
    await waitUntil(() => all(el, 'button, [role=alert]').length === 0);
  });

  it('asks to sign in again when the session has ended', async () => {
    const desk = new FakeDesk();
    desk.failures.retryDelivery = ['not-signed-in'];
    const { el } = await open({ deliveries: [deliveryOf('1')] }, 'nl', desk);
    const ended = oneEvent(el, 'wherefore-session-ended');
    one(el, 'button').click();
    await ended;
    expect(all(el, '[role=alert]').length).to.equal(0);
  });

  it('has no button where the backend can send nothing again', async () => {
    const { el } = await open({ deliveries: [deliveryOf('1')] });
    const { retryDelivery: _none, ...rest } = { ...new FakeDesk(), retryDelivery: undefined };
    el.gateway = rest as unknown as FakeDesk;
    await el.updateComplete;
    expect(all(el, 'button').length).to.equal(0);
  });
});
