import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { stage, waitUntil } from '../../test/stage.ts';

const NL = 'We willen een intranet, want de nachtdienst weet niet wat er overdag is besproken';
/** The means are what this asks about, and without them there is another question. */
const BARE = 'Kunnen we een app krijgen';

describe('a mark', () => {
  const on = stage();
  const { $, text, appears, spoken, tell, skipToPlayback, send, focused } = on;
  const not = (kind: string): HTMLElement => $<HTMLElement>(`.mark.${kind} .not`)!;

  it('is called what it is, and says what its buttons do', async () => {
    await tell(NL);
    const mark = $('.mark.means [role="button"]')!;
    expect(mark.textContent).to.equal('We willen een intranet, je idee. Tik om te wijzigen');
    expect(not('means').getAttribute('aria-label')).to.equal('Klopt niet: je idee');
    await on.open({ language: 'en', drafts: 'off' });
    await tell('we want an intranet because nobody knows who is on duty');
    expect(not('means').getAttribute('aria-label')).to.equal('Not this: your idea');
  });

  it('is taken away with one tap, and that is said', async () => {
    await tell(NL);
    not('means').click();
    await waitUntil(() => !$('.mark.means'), 'the mark stays');
    expect($('.choices')).to.equal(null);
    expect($('.mark.problem')).not.to.equal(null);
    expect(text('.quote')).to.contain(`We willen een intranet`);
    await waitUntil(() => spoken().includes('‘We willen een intranet’ is niet meer gemarkeerd'));
    await expect(on.intake).to.be.accessible();
  });

  it('is put back with one tap in the same place; the focus never leaves it', async () => {
    await tell(NL);
    await waitUntil(() => focused()?.id === 'answer');
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(focused()).to.equal(not('problem'));
    await sendKeys({ press: 'Space' });
    await waitUntil(() => focused()?.matches('.undo'), 'the focus is lost');
    expect(focused()!.textContent).to.equal('zet ‘wat er misgaat’ terug');
    expect($('.mark.problem')).to.equal(null);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => $('.mark.problem') && focused() === not('problem'), 'it is not put back');
    expect($('.undo')).to.equal(null);
    await waitUntil(() => spoken().includes('is nu: wat er misgaat'));
    await skipToPlayback();
    await send();
    expect(on.backend.briefs[0]!.analysis!.corrections).to.equal(undefined);
  });

  it('that was taken away is so in the brief, with what it was', async () => {
    await tell(NL);
    not('means').click();
    await appears('.undo');
    await skipToPlayback();
    await send();
    const [brief] = on.backend.briefs;
    expect(brief!.means).to.equal(undefined);
    expect(brief!.analysis!.corrections).to.deep.equal([
      { start: 0, end: 'We willen een intranet'.length, from: 'means', to: null },
    ]);
  });

  it('that changes what is asked says the new question, and the finger stays where it is', async () => {
    await tell(BARE);
    await appears('.mark.means');
    const asked = text('.question h2');
    not('means').click();
    await waitUntil(() => text('.question h2') !== asked, 'the same is asked');
    await waitUntil(() => focused()?.matches('.undo'), 'the focus went elsewhere');
    expect(spoken()).to.contain(text('.question h2'));
    $('.undo')!.click();
    await waitUntil(() => text('.question h2') === asked);
  });

  it('can still be called something else, with the keyboard', async () => {
    await tell(NL);
    $('.mark.means [role="button"]')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.getAttribute('aria-pressed') === 'true');
    await expect(on.intake).to.be.accessible();
    $('.choices .outcome')!.click();
    await waitUntil(() => $('.mark.outcome') && focused() === not('outcome'));
    expect($('.undo')).to.equal(null);
  });

  it('that is called none of the kinds can be put back as well', async () => {
    await tell(NL);
    $('.mark.means .tag > span')!.click();
    await appears('.choices');
    $('.choices .none')!.click();
    await appears('.undo');
    expect($('.mark.means')).to.equal(null);
  });

  it('has a button of at least 24 by 24 pixels, and nothing sticks out at 320', async () => {
    await setViewport({ width: 320, height: 800 });
    await tell(NL);
    for (const selector of ['.not', '.undo']) {
      const buttons = [...on.intake.renderRoot.querySelectorAll(selector)];
      expect(buttons).not.to.have.length(0);
      for (const button of buttons) {
        const { width, height, right } = button.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(24);
        expect(right).to.be.at.most(320);
      }
      if (selector === '.not') not('means').click();
      await appears('.undo');
    }
    await setViewport({ width: 800, height: 600 });
  });
});
