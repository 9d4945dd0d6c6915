import { expect } from '@open-wc/testing';
import { WhereforeError } from '@wherefore/core';
import { stage, waitUntil } from '../../test/stage.ts';

const WORDS = {
  nl: 'We willen een intranet, want de nachtdienst weet niet wat er overdag is besproken',
  en: 'we want an intranet because the nurses do not know who is on duty',
};
const SAYS = {
  nl: { kept: 'Er is niets weg', trying: 'We blijven het vanzelf proberen', asks: /probeer het|nog eens/i },
  en: { kept: 'Nothing is lost', trying: 'We keep trying by ourselves', asks: /try again later|please/i },
};

describe('a brief that could not be sent', () => {
  const on = stage();
  const { $, text, tell, skipToPlayback, send } = on;

  it('stands apart under the next question, by its own words', async () => {
    on.backend.failures = ['offline'];
    await tell(WORDS.nl);
    await skipToPlayback();
    await send();
    [...on.intake.renderRoot.querySelectorAll<HTMLElement>('.failed .quiet')].at(-1)!.click();
    await waitUntil(() => on.intake.field && $('.others'));
    expect(text('.others blockquote')).to.equal(WORDS.nl);
    const { top } = $('.others h3')!.getBoundingClientRect();
    expect(top - $('form')!.getBoundingClientRect().bottom).to.be.greaterThan(24);
    await expect(on.intake).to.be.accessible();
  });

  for (const language of ['nl', 'en'] as const) {
    describe(`in ${language}`, () => {
      beforeEach(async () => {
        await on.open({ language });
        await tell(WORDS[language]);
        await skipToPlayback();
      });

      for (const code of ['offline', 'timeout', 'store-unavailable', 'internal-error', 'unexpected-answer']) {
        it(`${code}: is kept and tried again by itself, and asks nothing of the requester`, async () => {
          on.backend.failures = [code];
          await send();
          expect(text('.failed')).to.contain(SAYS[language].kept).and.to.contain(SAYS[language].trying);
          expect(text('.failed .help, .failed p')).not.to.match(SAYS[language].asks);
          expect(text('.failed')).not.to.match(SAYS[language].asks);
        });
      }

      it('says when, where the server named a time, and offers no button that does nothing', async () => {
        on.backend.failures = [new WhereforeError('too-many-requests', 'busy', { retryAfter: 600 })];
        await send();
        const words = text('.failed');
        const time = /(?:Om|at) (\d\d:\d\d)/.exec(words)?.[1];
        const [hour, minute] = time!.split(':').map(Number);
        const at = new Date();
        at.setHours(hour!, minute!, 0, 0);
        const wait = ((at.getTime() - Date.now()) / 60_000 + 24 * 60) % (24 * 60);
        expect(wait).to.be.within(9, 11.1);
        expect(words).not.to.contain(SAYS[language].trying);
        expect($('.failed .primary')).to.equal(null);
        await expect(on.intake).to.be.accessible();
      });

      it('leaves it to the requester where only they can help', async () => {
        on.backend.failures = ['not-signed-in'];
        await send();
        expect(text('.failed')).to.contain(SAYS[language].kept).and.not.to.contain(SAYS[language].trying);
        $('.failed .primary')!.click();
        await waitUntil(() => $('.received'));
      });
    });
  }
});
