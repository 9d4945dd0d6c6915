import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { stage, waitUntil } from '../../test/stage.ts';

const FED_UP = 'Ik ben het helemaal zat!! De planning klopt nooit';
const CALM = 'Een app voor het rooster graag';
const VENT = 'Niemand luistert hier ooit. Ik sta elke week alleen op zaal.';

describe('room to vent', () => {
  const on = stage();
  const { $, text, appears, tell, skipToPlayback, send } = on;
  const slot = (): string => $<HTMLTextAreaElement>('#slot-problem')!.value;
  const button = (words: string): HTMLButtonElement =>
    [...on.intake.renderRoot.querySelectorAll<HTMLButtonElement>('.vent button')].find((one) =>
      one.textContent!.includes(words),
    )!;
  const stored = (): string => JSON.stringify({ ...sessionStorage });

  async function open(): Promise<void> {
    $<HTMLElement>('.vent summary')!.click();
    await appears('#vent');
  }
  async function vent(words = VENT): Promise<void> {
    $<HTMLElement>('#vent')!.focus();
    await sendKeys({ type: words });
    await waitUntil(() => stored().includes('alleen op zaal'), 'it is not kept for a reload');
  }
  async function arrive(request = CALM): Promise<void> {
    await tell(request);
    await skipToPlayback();
    await appears('.playback');
    await open();
  }

  it('is closed and small for everybody, and never forced on anybody', async () => {
    await tell(CALM);
    await skipToPlayback();
    await appears('.playback');
    expect($<HTMLDetailsElement>('.vent')!.open).to.equal(false);
    expect($('#vent')).to.equal(null);
    expect($('.vent')!.compareDocumentPosition($('.letter')!)).to.equal(Node.DOCUMENT_POSITION_PRECEDING);
  });

  it('comes before the need for somebody who is fed up, and is theirs to open', async () => {
    await tell(FED_UP);
    await appears('.playback');
    expect($<HTMLDetailsElement>('.vent')!.open).to.equal(false);
    expect($('.vent')!.compareDocumentPosition($('.letter')!)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('says what becomes of the words, under a name that a screen reader can say', async () => {
    await arrive(FED_UP);
    const field = $<HTMLTextAreaElement>('#vent')!;
    expect(field.labels![0]!.textContent).to.equal('Wat je kwijt wilt');
    expect(text(`#${field.getAttribute('aria-describedby')}`)).to.contain('alleen voor jou');
    await vent();
    await appears('.take');
    await expect(on.intake).to.be.accessible();
  });

  it('goes along in nothing: not in the brief, not in the draft, not on the device', async () => {
    await arrive(FED_UP);
    await vent();
    expect(JSON.stringify([...on.drafts.kept.values()])).not.to.contain('zaal');
    expect(JSON.stringify({ ...localStorage })).not.to.contain('zaal');
    await send();
    expect(on.backend.briefs).to.have.length(1);
    expect(JSON.stringify(on.backend.briefs)).not.to.match(/zaal|luistert/);
    expect(stored(), 'it outlives the conversation').not.to.match(/zaal|luistert/);
    expect($('.card')!.textContent).not.to.contain('zaal');
  });

  it('takes one sentence along when the requester says so, and no other', async () => {
    await arrive();
    await vent();
    await appears('.take');
    button('elke week alleen').click();
    await waitUntil(() => slot().includes('Ik sta elke week alleen op zaal.'));
    expect(on.spoken()).to.contain('staat nu bij ‘Wat er misgaat’');
    await waitUntil(() => on.focused()?.id === 'vent');
    expect(button('elke week alleen'), 'it can be taken twice').to.equal(undefined);
    await send();
    const sent = JSON.stringify(on.backend.briefs);
    expect(sent).to.contain('Ik sta elke week alleen op zaal.');
    expect(sent).not.to.contain('luistert');
  });

  it('takes it along beside what was typed there a moment ago, before any pause', async () => {
    await arrive();
    await vent();
    await appears('.take');
    const field = $<HTMLTextAreaElement>('#slot-problem')!;
    field.value = 'het rooster klopt niet';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    button('elke week alleen').click();
    await waitUntil(() => slot().includes('alleen op zaal'));
    expect(slot()).to.equal('het rooster klopt niet\nIk sta elke week alleen op zaal.');
  });

  it('lets go with one press, and brings it back with one', async () => {
    await arrive();
    await vent();
    button('Laat het los').click();
    await waitUntil(() => $<HTMLTextAreaElement>('#vent')!.value === '');
    await waitUntil(() => !stored().includes('zaal'), 'it is still stored');
    expect(on.spoken()).to.contain('Het is weg');
    button('Haal het terug').click();
    await waitUntil(() => $<HTMLTextAreaElement>('#vent')!.value === VENT);
    button('Laat het los').click();
    await waitUntil(() => $<HTMLTextAreaElement>('#vent')!.value === '');
    await sendKeys({ type: 'a' });
    await waitUntil(() => !button('Haal het terug'), 'it can still be brought back');
  });

  it('is there again after a reload of the same tab', async () => {
    await arrive();
    await vent();
    on.intake.remove();
    await on.open();
    await appears('.playback');
    await open();
    expect($<HTMLTextAreaElement>('#vent')!.value).to.equal(VENT);
  });

  it('is gone when the requester starts over, with what was typed a moment ago', async () => {
    await arrive();
    await vent();
    on.intake.remove();
    await on.open();
    await appears('.restored');
    await open();
    $<HTMLElement>('#vent')!.focus();
    await sendKeys({ type: ' Ook op zaal 4.' });
    $<HTMLElement>('.restored button')!.click();
    await waitUntil(() => on.intake.field);
    // Ends the pause after the last key.
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => !stored().includes('zaal'), 'it is still stored');
    await arrive();
    expect($<HTMLTextAreaElement>('#vent')!.value).to.equal('');
    expect(stored()).not.to.contain('zaal');
  });

  it('is stored nowhere where the page says so', async () => {
    await on.open({ drafts: 'off' });
    await arrive();
    $<HTMLElement>('#vent')!.focus();
    await sendKeys({ type: VENT });
    await appears('.take');
    expect(stored()).not.to.contain('zaal');
    expect(JSON.stringify({ ...localStorage })).not.to.contain('zaal');
  });

  it('speaks English as well', async () => {
    await on.open({ language: 'en' });
    await arrive('An app for the rota please');
    expect(text('.vent summary')).to.equal('Let off steam?');
    expect(text('#vent-help')).to.contain('for you alone');
  });
});
