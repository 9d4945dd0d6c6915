import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { Brief } from '@wherefore/core';
import { deskTexts, readinessTexts } from '@wherefore/core/text';
import { define } from '@wherefore/ui';
import { FakeDesk, ID, brief, deliveryOf, recordOf } from '../../test/fake-desk.ts';
import { Elsewhere } from '../elsewhere/elsewhere.ts';
import { StatusForm } from '../status-form/status-form.ts';
import { BriefView } from './brief.ts';

define('wherefore-status-form', StatusForm);
define('wherefore-elsewhere', Elsewhere);
define('wherefore-brief', BriefView);
const nl = deskTexts.nl;

async function open(
  changes: Partial<Brief> = {},
  language = 'nl',
): Promise<{ el: BriefView; desk: FakeDesk }> {
  const desk = new FakeDesk();
  desk.record = recordOf({ brief: { ...brief, ...changes } });
  const el = await fixture<BriefView>(
    html`<wherefore-brief .gateway=${desk} .briefId=${ID} .language=${language}></wherefore-brief>`,
  );
  await waitUntil(() => el.shadowRoot?.querySelector('h2'));
  return { el, desk };
}
const all = (el: BriefView, selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const one = (el: BriefView, selector: string) => all(el, selector)[0]!;
const text = (node?: Element | null) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
/** Without what is there but unknown, as an absent key would be. */
const without = (...keys: (keyof Brief)[]) =>
  Object.fromEntries(keys.map((key) => [key, undefined])) as Partial<Brief>;

describe('<wherefore-brief>', function () {
  // axe takes its time when every core is busy.
  this.timeout(10_000);

  for (const language of ['nl', 'en'] as const) {
    it(`shows the brief to everybody, in ${language}`, async () => {
      const { el } = await open({}, language);
      await expect(el).to.be.accessible();
      expect(text(one(el, '.pill'))).to.equal(language === 'nl' ? 'We kijken ernaar' : 'Being looked at');
    });
  }

  it('leads with who, problem and outcome, in the requester’s words and language; the problem is the heading', async () => {
    const { el } = await open({}, 'en');
    const slots = all(el, '.need .slot');
    expect(slots.map((slot) => slot.className)).to.deep.equal(['slot who', 'slot problem', 'slot outcome']);
    expect(text(one(el, '.slot.who .words'))).to.equal('collega’s op locatie en de nachtdienst');
    expect(text(one(el, 'h2'))).to.equal(brief.need?.problem?.statement);
    expect(all(el, '.need .words').every((words) => words.lang === 'nl')).to.equal(true);
    expect(one(el, '.story').firstElementChild).to.equal(one(el, '.need'));
  });

  it('shows the request verbatim with its marks, each named in words', async () => {
    const { el } = await open();
    const marks = all(el, '.request mark').map(text);
    expect(marks).to.deep.equal([
      'een intranet (idee)',
      'collega’s op locatie (voor wie)',
      'weten niet wat er speelt (wat er misgaat)',
    ]);
    const copy = one(el, '.request').cloneNode(true) as HTMLElement;
    for (const tag of copy.querySelectorAll('.tag')) tag.remove();
    expect(copy.textContent).to.equal(brief.request);
  });

  it('has the idea after the need, and asks to judge it last', async () => {
    const { el } = await open();
    const order = all(el, '.need, .request, .idea').map((node) => node.className.split(' ')[0]);
    expect(order).to.deep.equal(['need', 'request', 'idea']);
    expect(text(one(el, '.idea')))
      .to.contain('een intranet')
      .and.contain(nl.ideaNote);
  });

  it('leads with the request itself when there is no need yet, once, and says gently what is missing', async () => {
    const { el } = await open(without('need', 'means'));
    expect(all(el, '.request').length).to.equal(0);
    expect(text(one(el, 'h2'))).to.contain('We willen een intranet');
    const hints = readinessTexts.nl;
    expect(all(el, '.unclear li').map(text)).to.deep.equal(
      (['who-specific', 'problem-told', 'outcome-told'] as const).map(
        (check) => `${hints[check].what} ${hints[check].why}`,
      ),
    );
    expect(text(one(el, '.unclear'))).not.to.match(/\d|%|score/i);
    await expect(el).to.be.accessible();
  });

  it('says nothing of what is missing when nothing is', async () => {
    const { el } = await open();
    expect(all(el, '.unclear').length).to.equal(0);
  });

  it('shows what else was told, the answers with their questions, and how to reach them', async () => {
    const { el } = await open();
    const facts = all(el, 'dl div').map(text).join(' | ');
    expect(facts).to.contain('Hoe vaak elke week');
    expect(facts).to.contain('Wanneer ging dit voor het laatst mis? Dinsdag stond ik alleen.');
    expect(facts).to.contain(`Voor wie maakt dit het meeste verschil? ${nl.skipped}`);
    expect(facts).to.contain('Hoe bellen').and.contain('Wanneer dinsdag').and.contain('Naam Fatima Bouali');
    expect((one(el, 'a[href^=mailto]') as HTMLAnchorElement).href).to.equal('mailto:f.bouali@example.org');
  });

  it('makes a link of an address only', async () => {
    for (const email of ['a@b.nl?bcc=x@y.nl', 'javascript:alert(1)', 'a@b.nl,c@d.nl', 'niet']) {
      const { el } = await open({ requester: { email } });
      expect(all(el, 'a').length, email).to.equal(0);
      expect(text(one(el, '.story'))).to.contain(email);
    }
  });

  it('says that nobody left a name', async () => {
    const { el } = await open(without('requester', 'contact'));
    expect(text(one(el, '.story'))).to.contain(nl.contactUnknown);
  });

  it('treats words as words, never as markup', async () => {
    const statement = '<img src=x onerror=alert(1)>';
    const { el } = await open({
      request: statement,
      need: { problem: { statement } },
      ...without('analysis'),
    });
    expect(all(el, 'img').length).to.equal(0);
    expect(text(one(el, 'h2'))).to.equal(statement);
  });

  it('shows the history, newest first, with reason, name and moment', async () => {
    const { el } = await open();
    const entries = all(el, '.history li');
    expect(entries.length).to.equal(2);
    expect(text(entries[0])).to.contain('We kijken ernaar').and.contain('Ik loop een dienst mee.');
    expect(text(entries[0])).to.contain('2 november 2026').and.contain('door Anna');
    expect(text(entries[1])).to.contain(nl.arrived);
  });

  it('moves focus to the heading, also when it is asked before the brief is in', async () => {
    const el = await fixture<BriefView>(
      html`<wherefore-brief language="nl" .briefId=${ID}></wherefore-brief>`,
    );
    el.focus();
    el.gateway = new FakeDesk();
    await waitUntil(() => el.shadowRoot?.activeElement?.matches('h2'));
  });

  it('shows the brief that was asked for last', async () => {
    const { el, desk } = await open();
    el.briefId = 'other';
    await waitUntil(() => desk.calls.includes('getBrief other'));
    await waitUntil(() => one(el, 'h2'));
    expect(desk.calls).to.deep.equal([`getBrief ${ID}`, 'getBrief other']);
  });

  it('says that it is loading', async () => {
    const el = await fixture<BriefView>(
      html`<wherefore-brief language="nl" .briefId=${ID}></wherefore-brief>`,
    );
    expect(text(one(el, '[role=status]'))).to.equal(nl.briefLoading);
    await expect(el).to.be.accessible();
  });

  for (const [code, title, again] of [
    ['not-found', nl.briefUnknownTitle, false],
    ['offline', nl.briefFailed, true],
    ['internal-error', nl.briefFailed, true],
  ] as const) {
    it(`${code}: explains itself`, async () => {
      const desk = new FakeDesk();
      desk.failures.getBrief = [code];
      const el = await fixture<BriefView>(
        html`<wherefore-brief language="nl" .gateway=${desk} .briefId=${ID}></wherefore-brief>`,
      );
      await waitUntil(() => one(el, '.notice'));
      expect(text(one(el, 'h2'))).to.equal(title);
      await expect(el).to.be.accessible();
      expect(all(el, 'button').length).to.equal(again ? 1 : 0);
      if (!again) return;
      one(el, 'button').click();
      await waitUntil(() => one(el, '.need'));
    });
  }

  it('reports that the session ended', async () => {
    const { el, desk } = await open();
    desk.failures.getBrief = ['not-signed-in'];
    setTimeout(() => void el.refresh());
    const event = await oneEvent(el, 'wherefore-session-ended');
    expect(event.bubbles).to.equal(false);
    expect(all(el, '.need').length).to.equal(1);
  });

  it('stays readable in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const { el } = await open();
    await expect(el).to.be.accessible();
    await emulateMedia({ forcedColors: 'none' });
  });

  it('stays readable on a dark page', async () => {
    const page = document.documentElement.style;
    page.colorScheme = 'dark';
    page.backgroundColor = 'Canvas';
    const { el } = await open();
    await expect(el).to.be.accessible();
    page.colorScheme = '';
    page.backgroundColor = '';
  });

  it('shows where it went beside the history, and tells when something is sent again', async () => {
    const { el, desk } = await open();
    expect(all(el, 'wherefore-elsewhere').length).to.equal(0);
    desk.record = recordOf({
      links: [{ target: 'board', title: 'GitHub Issues', label: 'acme/needs#12', state: 'In Progress' }],
      deliveries: [deliveryOf('1', { title: 'Jira' })],
    });
    await el.refresh();
    await waitUntil(() => one(el, 'wherefore-elsewhere')?.shadowRoot?.querySelector('button'));
    expect(one(el, '.side').querySelector('wherefore-elsewhere + .past')).not.to.equal(null);
    const inside = one(el, 'wherefore-elsewhere').shadowRoot!;
    expect(text(inside.querySelector('li'))).to.equal('GitHub Issues: acme/needs#12 In Progress');
    await expect(el).to.be.accessible();
    const heard = oneEvent(el, 'wherefore-delivery-retried');
    inside.querySelector('button')!.click();
    await heard;
  });
});
