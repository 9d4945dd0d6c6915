import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { briefSchema } from '@wherefore/core/brief';
import { stage, waitUntil } from '../../test/stage.ts';
import type { TestIntake } from '../../test/stage.ts';
import type { BriefSubmittedEvent } from './brief-submitted-event.ts';

const NL = 'We willen een intranet, want de nachtdienst weet niet wat er overdag is besproken';

describe('<wherefore-intake>', () => {
  const on = stage();
  const { $, text, appears, tell, pressControlEnter, skipToPlayback, send } = on;

  it('asks one thing at first, with a name that a screen reader can say', async () => {
    expect(on.intake.renderRoot.querySelectorAll('textarea, input, select')).to.have.length(1);
    expect(on.intake.field!.labels![0]!.textContent).to.equal('Wat heb je nodig, of wat loopt niet lekker?');
    expect(on.intake.field!.getAttribute('aria-describedby')).to.contain('help');
    await expect(on.intake).to.be.accessible();
  });

  it('speaks the language it is told to, else that of the page', async () => {
    await on.open({ language: 'en' });
    expect(text('h2')).to.contain('What do you need');
    document.documentElement.lang = 'nl';
    on.intake = await fixture<TestIntake>(html`<test-intake drafts="off"></test-intake>`);
    expect(text('h2')).to.contain('Wat heb je nodig');
    document.documentElement.lang = 'en';
  });

  it('says u instead of je where the page wants that', async () => {
    on.intake = await fixture<TestIntake>(
      html`<test-intake language="nl" address="u" drafts="off" .gateway=${on.backend}></test-intake>`,
    );
    expect(text('h2')).to.equal('Wat hebt u nodig, of wat loopt niet lekker?');
    await tell('Een app voor het rooster graag');
    await appears('.question');
    expect($('.card')!.textContent).not.to.match(/\b(je|jij|jou|jouw)\b/i);
  });

  it('marks what it heard behind the words, after a pause', async () => {
    on.intake.field!.focus();
    await sendKeys({ type: NL });
    await appears('.mirror mark');
    expect(on.intake.mirror!.textContent!.trim()).to.equal(NL);
    expect(text('.heard')).to.contain('je idee');
    await expect(on.intake).to.be.accessible();
  });

  it('hears English on a Dutch page as well', async () => {
    on.intake.field!.focus();
    await sendKeys({ type: 'we want an app because the nurses cannot see who is on duty' });
    await waitUntil(() => text('.heard').includes('wat er misgaat'), 'nothing is heard');
    await pressControlEnter();
    await waitUntil(() => !on.intake.field);
    await skipToPlayback();
    await send();
    expect(on.backend.briefs[0]!.language).to.equal('en');
  });

  it('loses no key while the conversation loads', async () => {
    on.intake.field!.focus();
    const words = 'x'.repeat(60);
    await sendKeys({ type: words });
    expect(on.intake.field!.value).to.equal(words);
  });

  it('does not go on without a word, and says what to do', async () => {
    on.intake.field!.focus();
    await pressControlEnter();
    await appears('[role="alert"]:not(:empty)');
    expect(text('[role="alert"]')).to.contain('Eén zin is genoeg');
    expect(on.intake.renderRoot.querySelector(':focus')).to.equal(on.intake.field);
    await expect(on.intake).to.be.accessible();
  });

  describe('a question', () => {
    beforeEach(() => tell(NL));

    it('stands under the requester’s own words, and takes the focus', async () => {
      await appears('.answer');
      expect(text('.quote')).to.contain('de nachtdienst');
      await waitUntil(() => on.intake.renderRoot.querySelector(':focus')?.id === 'answer');
      expect($<HTMLTextAreaElement>('.answer')!.labels![0]!.textContent!.trim()).not.to.equal('');
      await expect(on.intake).to.be.accessible();
    });

    it('can be skipped, and one can go back to the sentence with the words in place', async () => {
      $<HTMLElement>('.back')!.click();
      await waitUntil(() => on.intake.field?.value === NL, 'the sentence is not back');
    });

    it('closes the choice on Escape and changes nothing', async () => {
      $<HTMLElement>('.mark.means [role="button"]')!.click();
      await appears('.choices');
      await waitUntil(() => on.intake.renderRoot.querySelector(':focus')?.matches('.chip'));
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !$('.choices'));
      expect($('.mark.means')).not.to.equal(null);
    });
  });

  describe('the playback', () => {
    beforeEach(async () => {
      await tell(NL);
      await skipToPlayback();
    });

    it('takes the focus to its heading, where a screen reader goes on', async () => {
      await waitUntil(
        () => on.intake.renderRoot.querySelector(':focus')?.tagName === 'H2',
        'the focus is lost',
      );
    });

    it('reads back who, problem and outcome, and the means last as an idea', async () => {
      const names = [...on.intake.renderRoot.querySelectorAll('.slot label')].map(
        (label) => label.textContent,
      );
      expect(names).to.deep.equal(['Voor wie', 'Wat er misgaat', 'Wat er beter moet', 'Je idee']);
      expect($<HTMLTextAreaElement>('#slot-means')!.value).to.contain('intranet');
      await expect(on.intake).to.be.accessible();
    });

    it('sends what was edited in place, also without a pause', async () => {
      const who = $<HTMLTextAreaElement>('#slot-who')!;
      who.focus();
      who.select();
      await sendKeys({ type: 'de nachtdienst van Oost' });
      await send();
      expect(on.backend.briefs[0]!.need!.who).to.deep.equal(['de nachtdienst van Oost']);
      expect(on.backend.briefs[0]!.request).to.equal(NL);
    });
  });

  it('shows a message of two sentences whole on a narrow screen, marks and all', async () => {
    on.intake.style.width = '18rem';
    await tell(`${NL}. We hebben een lijst nodig omdat we elke ochtend alle gangen af bellen`);
    await appears('.quote');
    const { scrollHeight, clientHeight } = $('.quote')!;
    expect(scrollHeight).to.be.at.most(clientHeight);
  });

  describe('private data', () => {
    it('in the first sentence is warned about at the playback, with a way to leave it out that keeps the answers', async () => {
      await tell(`${NL}, bel 06 12345678`);
      await appears('.answer');
      await sendKeys({ type: 'Iedereen leest het verslag' });
      await pressControlEnter();
      await skipToPlayback();
      expect(text('.caution')).to.contain('telefoonnummer');
      await expect(on.intake).to.be.accessible();
      $<HTMLElement>('.caution button')!.click();
      await waitUntil(() => on.intake.field?.value.includes('06'), 'the sentence is not back');
      on.intake.field!.value = NL;
      await pressControlEnter();
      await skipToPlayback();
      expect($('.caution')).to.equal(null);
      expect($<HTMLTextAreaElement>('#slot-outcome')!.value).to.equal('Iedereen leest het verslag');
      await send();
      expect(JSON.stringify(on.backend.briefs[0])).not.to.contain('12345678');
    });

    it('in an answer is warned about too, with the way back to that answer', async () => {
      await tell(NL);
      await appears('.answer');
      await sendKeys({ type: 'Anna leest het, a.smit@example.org' });
      await pressControlEnter();
      await skipToPlayback();
      expect(text('.caution')).to.contain('e-mailadres');
      $<HTMLElement>('.caution button')!.click();
      await waitUntil(() => $<HTMLTextAreaElement>('.answer')?.value.includes('example.org'));
    });

    it('that is written into the playback is warned about after a pause', async () => {
      await tell(NL);
      await skipToPlayback();
      expect($('.caution')).to.equal(null);
      $<HTMLTextAreaElement>('#slot-who')!.focus();
      await sendKeys({ type: 'bsn 111222333' });
      await waitUntil(() => text('.caution').includes('burgerservicenummer'), 'no warning');
      expect($('.caution button'), 'it is in sight').to.equal(null);
      expect(on.focused()?.id).to.equal('slot-who');
    });
  });

  it('asks nothing of somebody who is fed up, at the playback neither', async () => {
    await tell('Ik ben het zat!!! Alles moet ik drie keer invullen, het is toch niet normaal');
    await appears('.playback');
    expect(text('.playback > .help')).to.contain('genoeg van hebt');
    const open = [...on.intake.renderRoot.querySelectorAll('.slot.empty .open')];
    expect(open).not.to.have.length(0);
    for (const { textContent } of open) expect(textContent).to.equal('Nog open, dat mag.');
  });

  describe('sending', () => {
    beforeEach(async () => {
      await tell(NL);
      await skipToPlayback();
    });

    it('hands over one valid brief and ends with a link to follow it', async () => {
      const submitted = oneEvent(on.intake, 'wherefore-brief-submitted') as Promise<BriefSubmittedEvent>;
      await send();
      const { detail } = await submitted;
      expect(on.backend.briefs).to.have.length(1);
      expect(briefSchema.safeParse(detail.brief).success).to.equal(true);
      expect(detail.brief.requester).to.deep.equal({ department: 'Thuiszorg' });
      expect($<HTMLAnchorElement>('.follow a')!.getAttribute('href')).to.equal('/follow.html#token');
      expect(on.intake.renderRoot.querySelector(':focus')?.textContent).to.contain('aangekomen');
      await expect(on.intake).to.be.accessible();
    });

    it('sends one brief for twenty clicks', async () => {
      const button = $<HTMLButtonElement>('.playback .primary')!;
      for (let i = 0; i < 20; i++) button.click();
      await appears('.received');
      expect(on.backend.briefs).to.have.length(1);
    });

    it('says what went wrong, keeps the words, and sends the very same brief again', async () => {
      on.backend.failures = ['offline'];
      await send();
      expect(text('.failed')).to.contain('geen verbinding').and.to.contain('Er is niets weg');
      expect(on.drafts.kept.has('intake')).to.equal(true);
      await expect(on.intake).to.be.accessible();
      $<HTMLElement>('.failed .primary')!.click();
      await appears('.received');
      expect(on.backend.briefs[1]).to.deep.equal(on.backend.briefs[0]);
    });

    it('never follows a link that is not a page', async () => {
      // oxlint-disable-next-line no-script-url -- that is what must not get through
      on.backend.submit = async (brief) => ({
        id: brief.id,
        receivedAt: '2026-11-21T09:30:00.000Z',
        followUrl: 'javascript:alert(1)',
      });
      await send();
      expect($('.received a')).to.equal(null);
      expect($('.received')!.innerHTML).not.to.contain('alert(1)');
    });

    it('leaves nothing on the device afterwards, and starts afresh with another id', async () => {
      await send();
      await waitUntil(() => !on.drafts.kept.has('intake'));
      [...on.intake.renderRoot.querySelectorAll<HTMLElement>('.received .quiet')].at(-1)!.click();
      await waitUntil(() => on.intake.field);
      expect(on.intake.field!.value).to.equal('');
      await tell('Nog een vraag over het rooster van de nachtdienst');
      await skipToPlayback();
      await send();
      expect(on.backend.briefs[1]!.id).not.to.equal(on.backend.briefs[0]!.id);
    });
  });

  describe('two needs in one message', () => {
    const TWO = `${NL}. Daarnaast is de printer op de gang altijd kapot.`;

    beforeEach(async () => {
      await tell(TWO);
      await waitUntil(() => $('.split'), 'the offer does not appear');
    });

    it('can be told one by one; the second waits on the receipt, and on the device until it is told', async () => {
      await expect(on.intake).to.be.accessible();
      $<HTMLElement>('.split .secondary')!.click();
      await waitUntil(() => !$('.split'));
      await skipToPlayback();
      await send();
      expect(on.backend.briefs[0]!.request).to.equal(`${NL}.`);
      expect(JSON.stringify(on.drafts.kept.get('intake')))
        .to.contain('printer')
        .and.not.to.contain('nachtdienst');
      $<HTMLElement>('.split .secondary')!.click();
      await waitUntil(() => on.intake.field?.value.includes('printer'));
    });

    it('stay together when the requester says so', async () => {
      $<HTMLElement>('.split .quiet')!.click();
      await waitUntil(() => !$('.split'));
      await skipToPlayback();
      await send();
      expect(on.backend.briefs[0]!.request).to.equal(TWO);
    });
  });

  describe('somebody who is fed up', () => {
    const FED_UP = 'Ik ben het helemaal zat!! De planning klopt nooit';

    it('is acknowledged and offered a person, not questioned', async () => {
      await tell(FED_UP);
      await appears('.playback');
      expect(text('.playback .help')).to.contain('genoeg van hebt');
      expect($<HTMLDetailsElement>('.talk:not(.vent)')!.open).to.equal(true);
      await expect(on.intake).to.be.accessible();
      $<HTMLElement>('.choice input')!.click();
      await send();
      expect(on.backend.briefs[0]!.contact).to.deep.equal({ wanted: true, channel: 'phone' });
      expect(on.backend.briefs[0]!.answers).to.equal(undefined);
    });

    it('leaves no trace of that mood, not even in the draft', async () => {
      await tell(FED_UP);
      await appears('.playback');
      await waitUntil(() => on.drafts.kept.has('intake'));
      expect(JSON.stringify([...on.drafts.kept.values()])).not.to.match(/frustration|fed ?up/i);
    });
  });

  describe('a draft', () => {
    it('brings the requester back to where they were', async () => {
      await tell(NL);
      await appears('.answer');
      // Keys that are typed before the question has the focus would go elsewhere.
      await waitUntil(() => on.intake.shadowRoot!.activeElement === $('.answer'));
      await sendKeys({ type: 'bijna klaar' });
      await waitUntil(() => JSON.stringify(on.drafts.kept.get('intake') ?? '').includes('bijna klaar'));
      on.intake.remove();
      await on.open();
      await waitUntil(
        () => $<HTMLTextAreaElement>('.answer')?.value === 'bijna klaar',
        'the answer is not back',
      );
      expect(text('.restored')).to.contain('We hebben je tekst bewaard');
      await expect(on.intake).to.be.accessible();
    });

    it('is not looked for any more once somebody has begun, however late the page comes to it', async () => {
      const { requestIdleCallback } = globalThis;
      const later: IdleRequestCallback[] = [];
      globalThis.requestIdleCallback = (work) => later.push(work);
      try {
        await on.open();
        await waitUntil(() => later.length);
        await tell(NL);
        await waitUntil(() => on.intake.shadowRoot!.activeElement === $('.answer'));
        await waitUntil(() => JSON.stringify(on.drafts.kept.get('intake') ?? '').includes('"question"'));
        await sendKeys({ type: 'bijna klaar' });
        for (const work of later) work({ didTimeout: true, timeRemaining: () => 0 });
        await waitUntil(() => JSON.stringify(on.drafts.kept.get('intake')).includes('bijna klaar'));
        expect($<HTMLTextAreaElement>('.answer')!.value).to.equal('bijna klaar');
        expect($('.restored')).to.equal(null);
      } finally {
        globalThis.requestIdleCallback = requestIdleCallback;
      }
    });

    it('is heard again in the language that it is written in', async () => {
      await tell('We want a buzzer app for ward 4, because nobody hears the bell');
      await skipToPlayback();
      const words = () => $<HTMLTextAreaElement>('#slot-means')?.value;
      expect(words()).to.equal('a buzzer app for ward 4');
      on.intake.remove();
      await on.open();
      await appears('.playback');
      expect(words()).to.equal('a buzzer app for ward 4');
    });

    it('never overwrites what is being typed', async () => {
      await tell(NL);
      await waitUntil(() => on.drafts.kept.has('intake'));
      on.intake.remove();
      await on.open();
      on.intake.field!.value = 'iets nieuws';
      await aTimeout(0);
      await waitUntil(() => on.intake.field?.value === 'iets nieuws');
      expect($('.restored')).to.equal(null);
    });

    it('is not kept when the page says so', async () => {
      await on.open({ drafts: 'off' });
      await tell(NL);
      await appears('.answer, .playback');
      expect(JSON.stringify([...on.drafts.kept.values()])).not.to.contain(NL);
    });
  });

  it('opens as a dialog, with the focus inside and closed by Escape', async () => {
    on.intake = await fixture<TestIntake>(
      html`<test-intake mode="dialog" language="en" drafts="off"></test-intake>`,
    );
    expect($<HTMLDialogElement>('dialog')!.open).to.equal(false);
    on.intake.show();
    expect(on.intake.renderRoot.querySelector(':focus')).not.to.equal(null);
    await expect(on.intake).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !$<HTMLDialogElement>('dialog')!.open);
  });

  for (const mode of ['dialog', 'drawer'] as const) {
    it(`can be closed without a keyboard as a ${mode}, from the first question on, and keeps the words`, async () => {
      on.intake = await fixture<TestIntake>(
        html`<test-intake mode=${mode} language="nl" drafts="off"></test-intake>`,
      );
      on.intake.show();
      const close = (): HTMLElement | undefined =>
        [...on.intake.renderRoot.querySelectorAll<HTMLElement>('dialog button')].find(
          ({ textContent }) => textContent === 'Sluit',
        );
      await waitUntil(close, 'there is no way out');
      on.intake.field!.value = NL;
      await expect(on.intake).to.be.accessible();
      close()!.click();
      expect($<HTMLDialogElement>('dialog')!.open).to.equal(false);
      on.intake.show();
      expect(on.intake.field!.value).to.equal(NL);
    });
  }

  it('has nothing to close where it is a part of the page', async () => {
    await tell(NL);
    await appears('.question');
    expect($('.card')!.textContent).not.to.contain('Sluit');
  });

  it('leaves nothing running on the page when it is taken away', async () => {
    on.intake.field!.focus();
    await sendKeys({ type: 'half een zin' });
    on.intake.remove();
    await waitUntil(
      () => JSON.stringify(on.drafts.kept.get('intake') ?? '').includes('half een zin'),
      'the words are lost',
    );
  });
});
