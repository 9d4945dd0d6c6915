import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { stage, waitUntil } from '../../test/stage.ts';
import type { TestIntake } from '../../test/stage.ts';

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

  for (const words of ['zie hieronder', 'weet niet']) {
    it(`reads the sentence itself back where no need was heard in it, instead of nothing: “${words}”`, async () => {
      await tell(words);
      await skipToPlayback();
      expect(text('.playback .quote')).to.equal(words);
      await expect(on.intake).to.be.accessible();
    });
  }

  it('does not read it back twice where its words stand in the fields', async () => {
    await tell(NL);
    await skipToPlayback();
    expect($('.playback .quote')).to.equal(null);
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
});
