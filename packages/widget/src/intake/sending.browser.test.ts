import { expect, oneEvent } from '@open-wc/testing';
import { briefSchema } from '@wherefore/core/brief';
import { stage, waitUntil } from '../../test/stage.ts';
import type { BriefSubmittedEvent } from './brief-submitted-event.ts';

const NL = 'We willen een intranet, want de nachtdienst weet niet wat er overdag is besproken';

describe('sending from the intake', () => {
  const on = stage();
  const { $, text, appears, tell, skipToPlayback, send } = on;

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
});
