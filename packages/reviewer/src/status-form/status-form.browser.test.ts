import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { deskTexts, statusTexts } from '@wherefore/core/text';
import { define } from '@wherefore/ui';
import { FakeDesk, brief, recordOf } from '../../test/fake-desk.ts';
import type { RecordRefreshedEvent } from './record-refreshed-event.ts';
import type { StatusChangedEvent } from './status-changed-event.ts';
import { StatusForm } from './status-form.ts';

define('wherefore-status-form', StatusForm);
const nl = deskTexts.nl;
const REASON = 'Drie teams missen hetzelfde.';

async function open(language = 'nl'): Promise<{ el: StatusForm; desk: FakeDesk }> {
  const desk = new FakeDesk();
  const el = await fixture<StatusForm>(
    html`<wherefore-status-form .gateway=${desk} .record=${desk.record} .language=${language}></wherefore-status-form>`,
  );
  return { el, desk };
}
const all = (el: StatusForm, selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const one = (el: StatusForm, selector: string) => all(el, selector)[0]!;
const text = (node?: Element | null) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const reason = (el: StatusForm) => one(el, 'textarea') as HTMLTextAreaElement;
const focused = (el: StatusForm) => el.shadowRoot!.activeElement as HTMLElement | null;
const choose = (el: StatusForm, status: string) => one(el, `input[value=${status}]`).click();
async function save(el: StatusForm): Promise<void> {
  one(el, 'button').click();
  await el.updateComplete;
}
async function fill(el: StatusForm, status = 'accepted', words = REASON): Promise<void> {
  choose(el, status);
  reason(el).value = words;
  await el.updateComplete;
}
/** What a screen reader says with a field: the texts that its `aria-describedby` points to. */
const described = (el: StatusForm, field: HTMLElement) =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => text(el.shadowRoot!.getElementById(id)))
    .join(' ');

describe('<wherefore-status-form>', function () {
  // axe takes its time when every core is busy.
  this.timeout(10_000);

  for (const language of ['nl', 'en'] as const) {
    it(`is there for everybody, in ${language}, and says who reads the reason`, async () => {
      const { el } = await open(language);
      await expect(el).to.be.accessible();
      expect(described(el, reason(el))).to.equal(deskTexts[language].reasonHint);
      expect(text(one(el, 'legend'))).to.equal(deskTexts[language].state);
    });
  }

  it('offers the states that a person can choose, and shows the one of now', async () => {
    const { el } = await open();
    const values = all(el, 'input[type=radio]').map((input) => (input as HTMLInputElement).value);
    expect(values).to.deep.equal(['reviewing', 'accepted', 'later', 'declined', 'solved', 'delivered']);
    expect(all(el, '.current').length).to.equal(1);
    expect(text(one(el, '.choice.reviewing'))).to.contain(nl.current);
  });

  it('saves with the keyboard alone: state, reason and the version that was seen', async () => {
    const { el, desk } = await open();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: `  ${REASON} ` });
    await sendKeys({ press: 'Tab' });
    const changed = oneEvent(el, 'wherefore-status-changed');
    await sendKeys({ press: 'Enter' });
    const event = (await changed) as StatusChangedEvent;
    expect(event.bubbles).to.equal(false);
    expect(event.detail.record.status).to.equal('accepted');
    expect(desk.changes).to.deep.equal([
      { id: brief.id, change: { status: 'accepted', reason: REASON }, version: 2 },
    ]);
  });

  it('says that it is saved, aloud and on screen, empties itself, and tells how to undo', async () => {
    const { el } = await open();
    await fill(el);
    await save(el);
    await waitUntil(() => focused(el)?.matches('.saved'));
    const words = `Opgeslagen. De aanvrager ziet nu: ${statusTexts.nl.accepted}.`;
    expect(text(one(el, '.saved'))).to.equal(`${words} ${nl.undo}`);
    expect(text(one(el, '[role=status]'))).to.equal(words);
    expect(reason(el).value).to.equal('');
    expect(all(el, 'input:checked').length).to.equal(0);
    expect(text(one(el, '.choice.accepted'))).to.contain(nl.current);
    await expect(el).to.be.accessible();
  });

  it('is not saved without a reason: the field says so and has the focus', async () => {
    const { el, desk } = await open();
    await fill(el, 'declined', ' \n ');
    await save(el);
    await waitUntil(() => focused(el) === reason(el));
    expect(described(el, reason(el))).to.equal(`${nl.needReason} ${nl.reasonHint}`);
    expect(reason(el).getAttribute('aria-invalid')).to.equal('true');
    expect(desk.changes).to.deep.equal([]);
    await expect(el).to.be.accessible();
    await sendKeys({ type: REASON });
    await save(el);
    await waitUntil(() => one(el, '.saved'));
    expect(desk.changes.length).to.equal(1);
    expect(all(el, '.error').length).to.equal(0);
  });

  it('is not saved without a state', async () => {
    const { el, desk } = await open();
    reason(el).value = REASON;
    await save(el);
    await waitUntil(() => focused(el)?.matches('input[type=radio]'));
    expect(described(el, one(el, 'fieldset'))).to.equal(nl.needState);
    expect(desk.changes).to.deep.equal([]);
    expect(reason(el).value).to.equal(REASON);
    await expect(el).to.be.accessible();
    choose(el, 'later');
    await el.updateComplete;
    expect(all(el, '.error').length).to.equal(0);
  });

  it('never cuts a long reason off, but says how much too long it is', async () => {
    const { el, desk } = await open();
    await fill(el, 'accepted', 'x'.repeat(4003));
    await save(el);
    expect(text(one(el, '#reason-error'))).to.contain('3 tekens');
    expect(reason(el).value.length).to.equal(4003);
    expect(desk.changes).to.deep.equal([]);
  });

  it('saves once, however often the button is pressed', async () => {
    const { el, desk } = await open();
    let tries = 0;
    let answer = (): void => {};
    desk.changeStatus = () => {
      tries++;
      return new Promise((resolve) => (answer = () => resolve(recordOf({ status: 'accepted', version: 3 }))));
    };
    await fill(el);
    const button = one(el, 'button');
    button.click();
    button.click();
    await el.updateComplete;
    button.click();
    expect(text(button)).to.equal(nl.saving);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    answer();
    await waitUntil(() => one(el, '.saved'));
    expect(tries).to.equal(1);
  });

  describe('when somebody else was first', () => {
    const theirs = {
      at: '2026-11-03T09:00:00.000Z',
      status: 'later' as const,
      reason: 'In april weer.',
      by: 'Jan',
    };
    async function conflict() {
      const opened = await open();
      const { el, desk } = opened;
      desk.record = recordOf({ status: 'later', version: 3, history: [...desk.record.history, theirs] });
      desk.failures.changeStatus = ['version-mismatch'];
      await fill(el);
      await save(el);
      await waitUntil(() => focused(el)?.matches('#conflict'));
      return opened;
    }

    it('keeps the reason and the choice, and shows what changed', async () => {
      const { el } = await conflict();
      expect(reason(el).value).to.equal(REASON);
      expect((one(el, 'input[value=accepted]') as HTMLInputElement).checked).to.equal(true);
      expect(text(one(el, '#conflict'))).to.contain('3 november 2026 koos Jan de stand: Niet nu, later wel.');
      expect(text(one(el, '#conflict')))
        .to.contain('In april weer.')
        .and.contain(nl.conflictKept);
      expect(text(one(el, '.choice.later'))).to.contain(nl.current);
      await expect(el).to.be.accessible();
    });

    it('saves on the newer version the next time', async () => {
      const { el, desk } = await conflict();
      await save(el);
      await waitUntil(() => one(el, '.saved'));
      expect(desk.changes.map(({ version }) => version)).to.deep.equal([2, 3]);
      expect(all(el, '#conflict').length).to.equal(0);
    });

    it('tells the page around it', async () => {
      const { el, desk } = await open();
      desk.failures.changeStatus = ['version-mismatch'];
      await fill(el);
      setTimeout(() => void save(el));
      const event = (await oneEvent(el, 'wherefore-record-refreshed')) as RecordRefreshedEvent;
      expect(event.detail.record.version).to.equal(2);
      await waitUntil(() => text(one(el, '#conflict')).includes(nl.conflictUnclear));
    });

    it('sees its own earlier try in it, when only the answer was lost', async () => {
      const { el, desk } = await open();
      await fill(el);
      desk.failures.changeStatus = ['timeout', 'version-mismatch'];
      await save(el);
      await waitUntil(() => one(el, '#failure'));
      const mine = { at: theirs.at, status: 'accepted' as const, reason: REASON, by: 'Anna' };
      desk.record = recordOf({ status: 'accepted', version: 3, history: [...desk.record.history, mine] });
      await save(el);
      await waitUntil(() => one(el, '.saved'));
      expect(all(el, '#conflict').length).to.equal(0);
    });
  });

  for (const [code, words] of [
    ['offline', nl.notSavedOffline],
    ['not-signed-in', nl.notSavedSession],
    ['internal-error', nl.notSaved],
  ] as const) {
    it(`${code}: says that nothing was saved and keeps what was typed`, async () => {
      const { el } = await open();
      await fill(el);
      desk(el).failures.changeStatus = [code];
      await save(el);
      await waitUntil(() => focused(el)?.matches('#failure'));
      expect(text(one(el, '#failure'))).to.equal(words);
      expect(reason(el).value).to.equal(REASON);
      await expect(el).to.be.accessible();
      await save(el);
      await waitUntil(() => one(el, '.saved'));
    });
  }

  it('keeps what was typed for a brief while another one is looked at', async () => {
    const { el } = await open();
    await fill(el, 'later');
    el.record = recordOf({ brief: { ...brief, id: 'other' } });
    await el.updateComplete;
    expect(reason(el).value).to.equal('');
    expect(all(el, 'input:checked').length).to.equal(0);
    reason(el).value = 'for the other';
    el.record = recordOf();
    await el.updateComplete;
    expect(reason(el).value).to.equal(REASON);
    expect((one(el, 'input[value=later]') as HTMLInputElement).checked).to.equal(true);
  });

  it('leaves the field alone when the same brief comes in again', async () => {
    const { el } = await open();
    await fill(el);
    el.record = recordOf({ version: 5 });
    await el.updateComplete;
    expect(reason(el).value).to.equal(REASON);
  });
});

function desk(el: StatusForm): FakeDesk {
  return el.gateway as FakeDesk;
}
