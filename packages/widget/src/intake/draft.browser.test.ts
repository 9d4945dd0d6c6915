import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { stage, waitUntil } from '../../test/stage.ts';

const NL = 'We willen een intranet, want de nachtdienst weet niet wat er overdag is besproken';

describe('a draft of the intake', () => {
  const on = stage();
  const { $, text, appears, tell, skipToPlayback } = on;

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
