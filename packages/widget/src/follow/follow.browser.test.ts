import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { STATUSES, WhereforeError } from '@wherefore/core';
import type { FollowGateway } from '@wherefore/core';
import type { FollowView } from '@wherefore/core/wire';
import { followTexts, statusTexts } from '@wherefore/core/text';
import { define } from '@wherefore/ui';
import { Follow } from './follow.ts';
import type { ViewLoadedEvent } from './view-loaded-event.ts';

define('wherefore-follow', Follow);

const view: FollowView = {
  id: '0198c0de-0000-7000-8000-000000000001',
  language: 'nl',
  request: 'We willen een intranet,\nwant <b>collega’s</b> weten niet wat er speelt',
  need: {
    who: ['collega’s op locatie', 'de nachtdienst'],
    problem: { statement: 'Collega’s weten niet wat er speelt' },
    outcome: { statement: 'Iedereen weet het dezelfde dag' },
  },
  means: [{ words: 'een intranet' }],
  status: 'reviewing',
  receivedAt: '2026-03-03T09:00:00.000Z',
  updatedAt: '2026-03-05T09:00:00.000Z',
  history: [
    { at: '2026-03-03T09:00:00.000Z', status: 'received' },
    {
      at: '2026-03-05T09:00:00.000Z',
      status: 'reviewing',
      reason: 'Ik loop donderdag een dienst mee.',
      by: 'Anna',
    },
  ],
};

/** Answers with a view or a failure, whatever stands in `next`. */
class FakeFollow implements FollowGateway {
  readonly tokens: string[] = [];
  next: FollowView | string;
  constructor(next: FollowView | string) {
    this.next = next;
  }
  async follow(token: string): Promise<FollowView> {
    this.tokens.push(token);
    if (typeof this.next === 'string') throw new WhereforeError(this.next, 'as the test wants it');
    return this.next;
  }
}

async function open(
  next: FollowView | string,
  language = 'nl',
): Promise<{ el: Follow; gateway: FakeFollow }> {
  const gateway = new FakeFollow(next);
  const el = await fixture<Follow>(
    html`<wherefore-follow .gateway=${gateway} .token=${'secret'} .language=${language}></wherefore-follow>`,
  );
  await waitUntil(() => el.shadowRoot?.querySelector('h1'));
  return { el, gateway };
}
const all = (el: Follow, selector: string) => [
  ...(el.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const text = (el: Follow, selector = 'article') =>
  (el.shadowRoot?.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('<wherefore-follow>', function () {
  // axe takes its time when every core is busy.
  this.timeout(10_000);

  for (const language of ['nl', 'en'] as const) {
    it(`shows the letter, in ${language}, to everybody`, async () => {
      const { el } = await open(view, language);
      await expect(el).to.be.accessible();
      expect(text(el, 'h1')).to.equal(
        language === 'nl' ? 'Je vraag van 3 maart 2026' : 'Your request of 3 March 2026',
      );
      expect(text(el, '.pill')).to.equal(statusTexts[language].reviewing);
      expect(text(el, '.now')).to.contain(followTexts[language].next.reviewing);
      expect(el.shadowRoot?.querySelector('article')?.lang).to.equal(language);
      expect(
        all(el, 'h1, h2, h3')
          .map((h) => h.tagName)
          .join(' '),
      ).to.equal('H1 H2 H3 H2 H2');
    });
  }

  it('keeps the requester’s words as they are: every character, their language, their own font', async () => {
    const { el } = await open(view, 'en');
    const request = all(el, '.request')[0];
    expect(request?.textContent).to.equal(view.request);
    expect(request?.lang).to.equal('nl');
    expect(request?.matches('.words')).to.equal(true);
    expect(all(el, 'dd.words').every((dd) => dd.lang === 'nl')).to.equal(true);
  });

  for (const status of STATUSES) {
    it(`keeps the state “${status}” inside its card on a narrow screen`, async () => {
      const { el } = await open({ ...view, status });
      el.style.width = '18rem';
      const right = (selector: string) => all(el, selector)[0]!.getBoundingClientRect().right;
      expect(right('.pill')).to.be.at.most(right('.now'));
    });
  }

  it('tells who, problem, outcome, and the idea last', async () => {
    const { el } = await open(view);
    const { who, problem, outcome, idea } = followTexts.nl;
    expect(all(el, 'dt').map((dt) => dt.textContent)).to.deep.equal([who, problem, outcome, idea]);
    expect(all(el, '.slot.who dd').map((dd) => dd.textContent)).to.deep.equal(view.need?.who);
  });

  it('says that the idea waits only while nothing is decided', async () => {
    const notes: string[] = [];
    for (const status of STATUSES) {
      const { el } = await open({ ...view, status });
      if (text(el, '[part="need"]').includes(followTexts.nl.ideaNote)) notes.push(status);
    }
    expect(notes).to.deep.equal(['received', 'reviewing']);
  });

  it('leads with the newest reason, who gave it and when; the way there stands below', async () => {
    const { el } = await open(view);
    expect(text(el, '.now .reason')).to.equal('Ik loop donderdag een dienst mee.');
    expect(text(el, '.now .by')).to.equal('Anna');
    expect(all(el, '.now time')[0]?.getAttribute('datetime')).to.equal('2026-03-05T09:00:00.000Z');
    expect(all(el, '.history li').length).to.equal(1);
    expect(text(el, '.history li')).to.contain('3 maart 2026').and.contain(followTexts.nl.arrived);
  });

  it('has nothing to tell before there is a reason, a need or an idea, and says only what it knows', async () => {
    const { need: _need, means: _means, ...bare } = view;
    const { el } = await open({ ...bare, status: 'received', history: view.history.slice(0, 1) });
    expect(all(el, 'section').length).to.equal(1);
    expect(text(el, '.now')).to.contain(followTexts.nl.next.received);
    await expect(el).to.be.accessible();
  });

  for (const status of STATUSES) {
    it(`says what happens next when it is ${status}`, async () => {
      const history = [
        { at: view.receivedAt, status: 'received' as const },
        { at: view.updatedAt, status, reason: 'Daarom.' },
      ];
      const { el } = await open({ ...view, status, history });
      expect(text(el, '.next')).to.equal(followTexts.nl.next[status]);
      await expect(el).to.be.accessible();
    });
  }

  it('never shows who the requester is, even when a backend says too much', async () => {
    const tooMuch = {
      ...view,
      requester: { name: 'Fatima Bouali', email: 'f@example.org' },
      contact: { person: 'Jan' },
    };
    const { el } = await open(tooMuch as FollowView);
    expect(el.shadowRoot?.innerHTML).not.to.match(/Fatima|f@example|Jan/);
    expect(el.outerHTML).not.to.contain('secret');
  });

  it('treats words as words, never as markup', async () => {
    const { el } = await open({ ...view, request: '<img src=x onerror=alert(1)>' });
    expect(all(el, 'img').length).to.equal(0);
    expect(text(el, '.request')).to.equal('<img src=x onerror=alert(1)>');
  });

  it('says that it is loading, and waits for a gateway without a word', async () => {
    const el = await fixture<Follow>(
      html`<wherefore-follow .token=${'secret'} language="nl"></wherefore-follow>`,
    );
    expect(text(el, '[role=status]')).to.equal(followTexts.nl.loading);
    await expect(el).to.be.accessible();
  });

  it('explains an unknown link, without an offer to try the same again', async () => {
    const { el } = await open('not-found');
    expect(text(el, '[role=status] h1')).to.equal(followTexts.nl.unknownTitle);
    expect(all(el, 'button').length).to.equal(0);
    await expect(el).to.be.accessible();
  });

  it('asks nothing without a token', async () => {
    const gateway = new FakeFollow(view);
    const el = await fixture<Follow>(
      html`<wherefore-follow .gateway=${gateway} language="en"></wherefore-follow>`,
    );
    await waitUntil(() => text(el).includes(followTexts.en.unknownTitle));
    expect(gateway.tokens).to.deep.equal([]);
  });

  for (const [code, title] of [
    ['offline', 'offlineTitle'],
    ['timeout', 'offlineTitle'],
    ['internal-error', 'failedTitle'],
  ] as const) {
    it(`${code}: says so, and the keyboard tries again`, async () => {
      const { el, gateway } = await open(code, 'en');
      expect(text(el, 'h1')).to.equal(followTexts.en[title]);
      await expect(el).to.be.accessible();
      gateway.next = view;
      await sendKeys({ press: 'Tab' });
      expect(el.shadowRoot?.activeElement?.textContent?.trim()).to.equal(followTexts.en.again);
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => all(el, '.pill').length);
      expect(gateway.tokens).to.deep.equal(['secret', 'secret']);
    });
  }

  it('comes back by itself when the connection does', async () => {
    const { el, gateway } = await open('offline');
    gateway.next = view;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => all(el, '.pill').length);
  });

  it('tells news that came in meanwhile, aloud as well', async () => {
    const { el, gateway } = await open(view);
    const accepted = {
      at: '2026-03-09T09:00:00.000Z',
      status: 'accepted' as const,
      reason: 'Drie teams missen hetzelfde.',
    };
    gateway.next = { ...view, status: 'accepted', history: [...view.history, accepted] };
    setTimeout(() => void el.refresh());
    const event = (await oneEvent(el, 'wherefore-view-loaded')) as ViewLoadedEvent;
    expect(event.detail.view.status).to.equal('accepted');
    expect(event.bubbles).to.equal(false);
    await el.updateComplete;
    expect(text(el, '.now .reason')).to.equal('Drie teams missen hetzelfde.');
    expect(text(el, '[role=status]')).to.equal(`Er is nieuws over je vraag: ${statusTexts.nl.accepted}.`);
  });

  it('keeps the letter when only the connection is away, and drops it when the link was withdrawn', async () => {
    const { el, gateway } = await open(view);
    gateway.next = 'offline';
    await el.refresh();
    await el.updateComplete;
    expect(text(el, 'h1')).to.contain('3 maart');
    gateway.next = 'not-found';
    await el.refresh();
    await el.updateComplete;
    expect(text(el, 'h1')).to.equal(followTexts.nl.unknownTitle);
  });

  it('shows the brief of the newest token, whichever answer comes last', async () => {
    const answers = new Map<string, (view: FollowView) => void>();
    const gateway: FollowGateway = {
      follow: (token) => new Promise((resolve) => answers.set(token, resolve)),
    };
    const el = await fixture<Follow>(
      html`<wherefore-follow .gateway=${gateway} .token=${'old'}></wherefore-follow>`,
    );
    el.token = 'new';
    await waitUntil(() => answers.has('new'));
    answers.get('new')?.({ ...view, request: 'the new one' });
    answers.get('old')?.({ ...view, request: 'the old one' });
    await waitUntil(() => all(el, '.request').length);
    expect(text(el, '.request')).to.equal('the new one');
  });

  it('leaves no listener behind', async () => {
    const { el, gateway } = await open('offline');
    el.remove();
    window.dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(gateway.tokens.length).to.equal(1);
  });

  it('stays readable in forced colours and in the dark', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const { el } = await open(view);
    await expect(el).to.be.accessible();
    await emulateMedia({ forcedColors: 'none', colorScheme: 'dark' });
    document.documentElement.style.colorScheme = 'dark';
    await expect(el).to.be.accessible();
    document.documentElement.style.colorScheme = '';
    await emulateMedia({ colorScheme: 'light' });
  });
});
