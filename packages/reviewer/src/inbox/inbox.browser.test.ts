import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { deskTexts } from '@wherefore/core/text';
import type { BriefPage } from '@wherefore/core/wire';
import { define } from '@wherefore/ui';
import { FakeDesk, ID, brief, recordOf, summaryOf } from '../../test/fake-desk.ts';
import type { BriefChosenEvent } from './brief-chosen-event.ts';
import { Inbox } from './inbox.ts';

define('wherefore-inbox', Inbox);
const nl = deskTexts.nl;

async function open(desk = new FakeDesk(), language = 'nl', width = '30rem'): Promise<Inbox> {
  const el = await fixture<Inbox>(
    html`<wherefore-inbox .gateway=${desk} .language=${language}></wherefore-inbox>`,
  );
  el.style.width = width;
  await waitUntil(() => el.shadowRoot?.querySelector('.list, .notice'));
  return el;
}
const all = (el: Inbox, selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const one = (el: Inbox, selector: string) => all(el, selector)[0]!;
const text = (node?: Element | null) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const spoken = (el: Inbox) => text(one(el, ':host > [role=status], [role=status]:last-child'));
const focused = (el: Inbox) => el.shadowRoot!.activeElement as HTMLElement | null;
const chips = (el: Inbox) => all(el, '.chip').map(text);

/** Three pages of two rows. */
function paged(): FakeDesk {
  const desk = new FakeDesk();
  desk.pages = ({ cursor }) => {
    const at = Number(cursor ?? 0);
    const items = [summaryOf(`row-${at}`), summaryOf(`row-${at + 1}`)];
    return { items, departments: [], counts: { received: 6 }, ...(at < 4 && { nextCursor: String(at + 2) }) };
  };
  return desk;
}

describe('<wherefore-inbox>', function () {
  // axe takes its time when every core is busy.
  this.timeout(10_000);

  for (const language of ['nl', 'en'] as const) {
    for (const width of ['20rem', '30rem']) {
      it(`shows the list to everybody, in ${language}, ${width} wide`, async () => {
        const el = await open(new FakeDesk(), language, width);
        await expect(el).to.be.accessible();
        expect(all(el, '.row a').length).to.equal(3);
        expect(el.scrollWidth).to.be.at.most(el.clientWidth);
      });
    }
  }

  it('gives every part of a need a line of its own', async () => {
    const desk = new FakeDesk();
    const need = { problem: { statement: 'Ik zoek elke keer\nDe lijst klopt niet' } };
    desk.pages = () => ({ items: [summaryOf(ID, { need })], departments: [], counts: { received: 1 } });
    const words = one(await open(desk), '.lead');
    expect(words.getClientRects()[0]!.height).to.be.greaterThan(
      1.5 * Number.parseFloat(getComputedStyle(words).lineHeight),
    );
  });

  it('leads each row with the need in the requester’s words; the link is named after it', async () => {
    const el = await open();
    const [first, second] = all(el, '.row') as HTMLElement[];
    const link = first!.querySelector('a')!;
    expect(text(link)).to.equal(brief.need?.problem?.statement);
    expect(link.matches('.words[lang=nl]')).to.equal(true);
    expect(link.hash).to.equal(`#brief=${ID}`);
    expect(text(second!.querySelector('a'))).to.equal('kunnen we iets met AI');
    expect(text(first)).to.contain('Voor collega’s op locatie en de nachtdienst');
    expect(text(first)).to.contain('Zorg Noord').and.contain('We kijken ernaar');
  });

  it('shows counts by state, and asks for the one that is chosen', async () => {
    const desk = new FakeDesk();
    const el = await open(desk);
    expect(chips(el)).to.deep.equal(['Alles 3', 'Ontvangen 2', 'We kijken ernaar 1']);
    all(el, '.chip')[1]!.click();
    await waitUntil(() => desk.queries.length === 2);
    expect(desk.queries[1]).to.deep.equal({ status: 'received' });
    await el.updateComplete;
    expect(all(el, '.chip')[1]!.getAttribute('aria-pressed')).to.equal('true');
    await waitUntil(() => spoken(el) === '2 vragen');
  });

  it('offers the states as a menu where there is little room', async () => {
    const desk = new FakeDesk();
    const el = await open(desk, 'nl', '20rem');
    expect(one(el, '.chips').getClientRects().length).to.equal(0);
    const menu = one(el, '#states') as HTMLSelectElement;
    expect([...menu.options].map(text)).to.deep.equal(['Alles (3)', 'Ontvangen (2)', 'We kijken ernaar (1)']);
    menu.focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => desk.queries.length === 2);
    expect(desk.queries[1]).to.deep.equal({ status: 'received' });
  });

  it('filters by department together with the rest', async () => {
    const desk = new FakeDesk();
    const el = await open(desk);
    const select = one(el, '#department') as HTMLSelectElement;
    expect([...select.options].map((option) => option.value)).to.deep.equal(['', 'Facilitair', 'Zorg Noord']);
    select.value = 'Zorg Noord';
    select.dispatchEvent(new Event('change'));
    all(el, '.chip')[2]!.click();
    await waitUntil(() => desk.queries.length === 3);
    expect(desk.queries[2]).to.deep.equal({ status: 'reviewing', department: 'Zorg Noord' });
  });

  it('searches after a pause, once for a whole word', async () => {
    const desk = new FakeDesk();
    const el = await open(desk);
    el.focus();
    await sendKeys({ type: 'intranet' });
    await waitUntil(() => desk.queries.length > 1);
    expect(desk.queries.slice(1)).to.deep.equal([{ q: 'intranet' }]);
  });

  it('searches at once on Enter, and not again after it', async () => {
    const desk = new FakeDesk();
    const el = await open(desk);
    el.focus();
    await sendKeys({ type: 'app' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => desk.queries.length > 1);
    const answered = spoken(el);
    expect(desk.queries.slice(1)).to.deep.equal([{ q: 'app' }]);
    expect(answered).to.equal('3 vragen');
  });

  it('shows the answer to the newest question, whichever comes last', async () => {
    const desk = new FakeDesk();
    const el = await open(desk);
    const answers: ((page: BriefPage) => void)[] = [];
    desk.listBriefs = () => new Promise((resolve) => answers.push(resolve));
    all(el, '.chip')[1]!.click();
    all(el, '.chip')[2]!.click();
    const page = (id: string): BriefPage => ({
      items: [summaryOf(id)],
      departments: [],
      counts: { received: 1 },
    });
    answers[1]!(page('new'));
    answers[0]!(page('old'));
    await waitUntil(() => all(el, '.row a').length === 1);
    expect(one(el, '.row a').dataset['id']).to.equal('new');
  });

  it('goes along the rows with arrows or j and k, and to search with /', async () => {
    const el = await open();
    el.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(focused(el)?.dataset['id']).to.equal(ID);
    await sendKeys({ press: 'j' });
    expect(focused(el)?.dataset['id']).to.equal('b');
    await sendKeys({ press: 'k' });
    await sendKeys({ press: 'ArrowUp' });
    expect(focused(el)?.id).to.equal('search');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: '/' });
    expect(focused(el)?.id).to.equal('search');
    await sendKeys({ type: 'j/k' });
    expect((focused(el) as HTMLInputElement).value).to.equal('j/k');
  });

  it('gets more rows, says so, and goes on at the first new one', async () => {
    const desk = paged();
    const el = await open(desk);
    one(el, '.more button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(el, '.row a').length === 4);
    await waitUntil(() => focused(el)?.dataset['id'] === 'row-2');
    expect(spoken(el)).to.equal('4 vragen in beeld');
    one(el, '.more button').click();
    await waitUntil(() => all(el, '.row a').length === 6);
    expect(all(el, '.more').length).to.equal(0);
    expect(desk.queries.map(({ cursor }) => cursor)).to.deep.equal([undefined, '2', '4']);
  });

  it('keeps its rows when more cannot be had, and tries that page again', async () => {
    const desk = paged();
    desk.failures.listBriefs = [];
    const el = await open(desk);
    desk.failures.listBriefs.push('offline');
    one(el, '.more button').click();
    await waitUntil(() => all(el, '[role=alert]').length);
    expect(all(el, '.row a').length).to.equal(2);
    await expect(el).to.be.accessible();
    one(el, '[role=alert] button').click();
    await waitUntil(() => all(el, '.row a').length === 4);
    expect(all(el, '[role=alert]').length).to.equal(0);
  });

  it('says that it is loading', async () => {
    const desk = new FakeDesk();
    desk.listBriefs = () => new Promise(() => {});
    const el = await fixture<Inbox>(html`<wherefore-inbox .gateway=${desk} language="nl"></wherefore-inbox>`);
    expect(text(one(el, '[role=status]'))).to.equal(nl.listLoading);
    await expect(el).to.be.accessible();
  });

  it('says that nobody asked for anything yet', async () => {
    const desk = new FakeDesk();
    desk.pages = () => ({ items: [], departments: [], counts: {} });
    const el = await open(desk);
    expect(text(one(el, '.notice h2'))).to.equal(nl.emptyTitle);
    expect(chips(el)).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });

  it('leads out of a search without results', async () => {
    const desk = new FakeDesk();
    const { pages } = desk;
    desk.pages = (query) => (query.q ? { items: [], departments: ['Zorg Noord'], counts: {} } : pages(query));
    const el = await open(desk);
    el.focus();
    await sendKeys({ type: 'zzz' });
    await waitUntil(() => all(el, '.notice').length);
    expect(text(one(el, '.notice h2'))).to.equal(nl.noneTitle);
    expect(spoken(el)).to.equal(nl.foundNone);
    await expect(el).to.be.accessible();
    one(el, '.notice button').click();
    await waitUntil(() => all(el, '.row a').length === 3);
    expect(focused(el)?.id).to.equal('search');
    expect((one(el, '#search') as HTMLInputElement).value).to.equal('');
    expect(desk.queries.at(-1)).to.deep.equal({});
  });

  it('explains a failure and tries again', async () => {
    const desk = new FakeDesk();
    desk.failures.listBriefs = ['internal-error'];
    const el = await open(desk);
    expect(text(one(el, '[role=alert]')))
      .to.contain(nl.listFailed)
      .and.contain(nl.failed);
    await expect(el).to.be.accessible();
    one(el, '[role=alert] button').click();
    await waitUntil(() => all(el, '.row a').length === 3);
  });

  it('reports that the session ended', async () => {
    const desk = new FakeDesk();
    const el = await open(desk);
    desk.failures.listBriefs = ['not-signed-in'];
    setTimeout(() => void el.refresh());
    const event = await oneEvent(el, 'wherefore-session-ended');
    expect(event.bubbles).to.equal(false);
  });

  it('takes over a change without a request: the row, and the counts', async () => {
    const desk = new FakeDesk();
    const el = await open(desk);
    el.apply(recordOf({ status: 'accepted' }));
    await el.updateComplete;
    expect(text(one(el, '.pill'))).to.equal('We gaan dit doen');
    expect(chips(el)).to.deep.equal(['Alles 3', 'Ontvangen 2', 'We gaan dit doen 1']);
    expect(desk.queries.length).to.equal(1);
  });

  it('tells which brief was chosen; cancelled, the address stays', async () => {
    const el = await open();
    const before = location.href;
    el.addEventListener('wherefore-brief-chosen', (event) => event.preventDefault());
    setTimeout(() => one(el, '.row a').click());
    const event = (await oneEvent(el, 'wherefore-brief-chosen')) as BriefChosenEvent;
    expect(event.detail.id).to.equal(ID);
    expect(location.href).to.equal(before);
  });

  it('shows which brief is open', async () => {
    const el = await open();
    el.current = 'b';
    await el.updateComplete;
    expect(all(el, '[aria-current=true]').map((row) => row.dataset['id'])).to.deep.equal(['b']);
    await expect(el).to.be.accessible();
  });
});
