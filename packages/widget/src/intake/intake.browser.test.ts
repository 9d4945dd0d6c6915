import { aTimeout, expect, fixture, html, oneEvent, waitUntil as openWcWaitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { WhereforeError } from '@wherefore/core';
import type { DraftStore, IntakeGateway } from '@wherefore/core';
import { briefSchema } from '@wherefore/core/brief';
import type { Brief } from '@wherefore/core/brief';
import type { Receipt } from '@wherefore/core/wire';
import { createOutbox, openDraftStore } from '@wherefore/sdk/outbox';
import { define } from '@wherefore/ui';
import type { BriefSubmittedEvent } from './brief-submitted-event.ts';
import { Intake } from './intake.ts';
import type { IntakeServices } from './services.ts';

/** Waits as long as a busy machine may need; what holds is seen at once. */
const waitUntil = (holds: () => unknown, message?: string): Promise<void> =>
  openWcWaitUntil(() => Boolean(holds()), message, { timeout: 8000 });

/** Keeps drafts in memory, so that a test sees what would be on the device. */
class MemoryDrafts implements DraftStore {
  readonly kept = new Map<string, unknown>();
  async load(key: string): Promise<unknown> {
    return this.kept.get(key);
  }
  async save(key: string, draft: unknown): Promise<boolean> {
    this.kept.set(key, structuredClone(draft));
    return true;
  }
  async clear(key: string): Promise<void> {
    this.kept.delete(key);
  }
}

/** Takes every brief, after failing as often as it is told to. */
class Backend implements IntakeGateway {
  readonly briefs: Brief[] = [];
  failures: string[] = [];
  async submit(brief: Brief): Promise<Receipt> {
    this.briefs.push(structuredClone(brief));
    const code = this.failures.shift();
    if (code) throw new WhereforeError(code, 'as the test wants it');
    return { id: brief.id, receivedAt: '2026-11-21T09:30:00.000Z', followUrl: '/follow.html#token' };
  }
}

let drafts = new MemoryDrafts();
class TestIntake extends Intake {
  static override services: IntakeServices = {
    mayHoldDrafts: async () => drafts.kept.size > 0,
    open: async ({ gateway, drafts: mode }) => ({
      drafts: mode === 'off' ? openDraftStore({ mode }) : drafts,
      // Never again by itself: a test says when.
      outbox: createOutbox({
        gateway: gateway!,
        mode: 'session',
        backoff: { base: 1e9, cap: 1e9 },
        random: () => 0.5,
      }),
    }),
  };
}
define('test-intake', TestIntake);

const NL = 'We willen een intranet, want de nachtdienst weet niet wat er overdag is besproken';

describe('<wherefore-intake>', () => {
  let backend: Backend;
  let intake: TestIntake;

  async function open(attributes: { language?: string; drafts?: string } = {}): Promise<TestIntake> {
    return fixture<TestIntake>(
      html`<test-intake
        language=${attributes.language ?? 'nl'}
        drafts=${attributes.drafts ?? 'device'}
        department="Thuiszorg"
        .gateway=${backend}
      ></test-intake>`,
    );
  }

  // Half-faded text is for axe a contrast that nobody ever reads.
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  beforeEach(async () => {
    drafts = new MemoryDrafts();
    sessionStorage.clear();
    backend = new Backend();
    intake = await open();
  });

  const $ = <T extends HTMLElement>(selector: string): T | null =>
    intake.renderRoot.querySelector<T>(selector);
  const text = (selector: string): string => $(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const appears = (selector: string): Promise<void> =>
    waitUntil(() => $(selector), `${selector} does not appear`);
  const spoken = (): string => text('[role="status"].visually-hidden');

  /** Types the first sentence with real keys and goes on with the keyboard. */
  async function tell(words: string): Promise<void> {
    intake.field!.focus();
    await sendKeys({ type: words });
    await pressControlEnter();
    await waitUntil(() => !intake.field, 'the first question stays');
  }

  async function pressControlEnter(): Promise<void> {
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
  }

  async function skipToPlayback(): Promise<void> {
    for (let i = 0; i < 3 && !$('.playback'); i++) {
      const before = text('.question h2');
      [...intake.renderRoot.querySelectorAll<HTMLElement>('.question button')]
        .find((b) => b.matches('.quiet'))
        ?.click();
      await waitUntil(() => $('.playback') || text('.question h2') !== before);
    }
  }

  async function send(): Promise<void> {
    $<HTMLButtonElement>('.playback .primary')!.click();
    await waitUntil(() => $('.received') || $('.failed'));
  }

  it('asks one thing at first, with a name that a screen reader can say', async () => {
    expect(intake.renderRoot.querySelectorAll('textarea, input, select')).to.have.length(1);
    expect(intake.field!.labels![0]!.textContent).to.equal('Wat heb je nodig, of wat loopt niet lekker?');
    expect(intake.field!.getAttribute('aria-describedby')).to.contain('help');
    await expect(intake).to.be.accessible();
  });

  it('speaks the language it is told to, else that of the page', async () => {
    intake = await open({ language: 'en' });
    expect(text('h2')).to.contain('What do you need');
    document.documentElement.lang = 'nl';
    intake = await fixture<TestIntake>(html`<test-intake drafts="off"></test-intake>`);
    expect(text('h2')).to.contain('Wat heb je nodig');
    document.documentElement.lang = 'en';
  });

  it('says u instead of je where the page wants that', async () => {
    intake = await fixture<TestIntake>(
      html`<test-intake language="nl" address="u" drafts="off" .gateway=${backend}></test-intake>`,
    );
    expect(text('h2')).to.equal('Wat hebt u nodig, of wat loopt niet lekker?');
    await tell('Een app voor het rooster graag');
    await appears('.question');
    expect($('.card')!.textContent).not.to.match(/\b(je|jij|jou|jouw)\b/i);
  });

  it('marks what it heard behind the words, after a pause', async () => {
    intake.field!.focus();
    await sendKeys({ type: NL });
    await appears('.mirror mark');
    expect(intake.mirror!.textContent!.trim()).to.equal(NL);
    expect(text('.heard')).to.contain('je idee');
    await expect(intake).to.be.accessible();
  });

  it('hears English on a Dutch page as well', async () => {
    intake.field!.focus();
    await sendKeys({ type: 'we want an app because the nurses cannot see who is on duty' });
    await waitUntil(() => text('.heard').includes('wat er misgaat'), 'nothing is heard');
    await pressControlEnter();
    await waitUntil(() => !intake.field);
    await skipToPlayback();
    await send();
    expect(backend.briefs[0]!.language).to.equal('en');
  });

  it('loses no key while the conversation loads', async () => {
    intake.field!.focus();
    const words = 'x'.repeat(60);
    await sendKeys({ type: words });
    expect(intake.field!.value).to.equal(words);
  });

  it('does not go on without a word, and says what to do', async () => {
    intake.field!.focus();
    await pressControlEnter();
    await appears('[role="alert"]:not(:empty)');
    expect(text('[role="alert"]')).to.contain('Eén zin is genoeg');
    expect(intake.renderRoot.querySelector(':focus')).to.equal(intake.field);
    await expect(intake).to.be.accessible();
  });

  describe('a question', () => {
    beforeEach(() => tell(NL));

    it('stands under the requester’s own words, and takes the focus', async () => {
      await appears('.answer');
      expect(text('.quote')).to.contain('de nachtdienst');
      await waitUntil(() => intake.renderRoot.querySelector(':focus')?.id === 'answer');
      expect($<HTMLTextAreaElement>('.answer')!.labels![0]!.textContent!.trim()).not.to.equal('');
      await expect(intake).to.be.accessible();
    });

    it('can be skipped, and one can go back to the sentence with the words in place', async () => {
      $<HTMLElement>('.back')!.click();
      await waitUntil(() => intake.field?.value === NL, 'the sentence is not back');
    });

    it('shows marks that can be corrected with the keyboard, and says so', async () => {
      const mark = $<HTMLElement>('.mark.means')!;
      expect(mark.textContent).to.contain('je idee').and.to.contain('Tik om te wijzigen');
      mark.focus();
      await sendKeys({ press: 'Enter' });
      await appears('.choices');
      await waitUntil(
        () => intake.renderRoot.querySelector(':focus')?.getAttribute('aria-pressed') === 'true',
      );
      await expect(intake).to.be.accessible();
      $<HTMLElement>('.choices .none')!.click();
      await waitUntil(() => !$('.mark.means'), 'the mark stays');
      await waitUntil(() => spoken().includes('niet meer gemarkeerd'));
    });

    it('closes the choice on Escape and changes nothing', async () => {
      $<HTMLElement>('.mark.means')!.click();
      await appears('.choices');
      await waitUntil(() => intake.renderRoot.querySelector(':focus')?.matches('.chip'));
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
      await waitUntil(() => intake.renderRoot.querySelector(':focus')?.tagName === 'H2', 'the focus is lost');
    });

    it('reads back who, problem and outcome, and the means last as an idea', async () => {
      const names = [...intake.renderRoot.querySelectorAll('.slot label')].map((label) => label.textContent);
      expect(names).to.deep.equal(['Voor wie', 'Wat er misgaat', 'Wat er beter moet', 'Je idee']);
      expect($<HTMLTextAreaElement>('#slot-means')!.value).to.contain('intranet');
      await expect(intake).to.be.accessible();
    });

    it('sends what was edited in place, also without a pause', async () => {
      const who = $<HTMLTextAreaElement>('#slot-who')!;
      who.focus();
      who.select();
      await sendKeys({ type: 'de nachtdienst van Oost' });
      await send();
      expect(backend.briefs[0]!.need!.who).to.deep.equal(['de nachtdienst van Oost']);
      expect(backend.briefs[0]!.request).to.equal(NL);
    });
  });

  describe('sending', () => {
    beforeEach(async () => {
      await tell(NL);
      await skipToPlayback();
    });

    it('hands over one valid brief and ends with a link to follow it', async () => {
      const submitted = oneEvent(intake, 'wherefore-brief-submitted') as Promise<BriefSubmittedEvent>;
      await send();
      const { detail } = await submitted;
      expect(backend.briefs).to.have.length(1);
      expect(briefSchema.safeParse(detail.brief).success).to.equal(true);
      expect(detail.brief.requester).to.deep.equal({ department: 'Thuiszorg' });
      expect($<HTMLAnchorElement>('.follow a')!.getAttribute('href')).to.equal('/follow.html#token');
      expect(intake.renderRoot.querySelector(':focus')?.textContent).to.contain('aangekomen');
      await expect(intake).to.be.accessible();
    });

    it('sends one brief for twenty clicks', async () => {
      const button = $<HTMLButtonElement>('.playback .primary')!;
      for (let i = 0; i < 20; i++) button.click();
      await appears('.received');
      expect(backend.briefs).to.have.length(1);
    });

    it('says what went wrong, keeps the words, and sends the very same brief again', async () => {
      backend.failures = ['offline'];
      await send();
      expect(text('.failed')).to.contain('geen verbinding').and.to.contain('Er is niets weg');
      expect(drafts.kept.has('intake')).to.equal(true);
      await expect(intake).to.be.accessible();
      $<HTMLElement>('.failed .primary')!.click();
      await appears('.received');
      expect(backend.briefs[1]).to.deep.equal(backend.briefs[0]);
    });

    it('never follows a link that is not a page', async () => {
      // oxlint-disable-next-line no-script-url -- that is what must not get through
      backend.submit = async (brief) => ({
        id: brief.id,
        receivedAt: '2026-11-21T09:30:00.000Z',
        followUrl: 'javascript:alert(1)',
      });
      await send();
      expect($('.follow a')!.hasAttribute('href')).to.equal(false);
    });

    it('leaves nothing on the device afterwards, and starts afresh with another id', async () => {
      await send();
      await waitUntil(() => !drafts.kept.has('intake'));
      [...intake.renderRoot.querySelectorAll<HTMLElement>('.received .quiet')].at(-1)!.click();
      await waitUntil(() => intake.field);
      expect(intake.field!.value).to.equal('');
      await tell('Nog een vraag over het rooster van de nachtdienst');
      await skipToPlayback();
      await send();
      expect(backend.briefs[1]!.id).not.to.equal(backend.briefs[0]!.id);
    });
  });

  describe('two needs in one message', () => {
    const TWO = `${NL}. Daarnaast is de printer op de gang altijd kapot.`;

    beforeEach(async () => {
      await tell(TWO);
      await waitUntil(() => $('.split'), 'the offer does not appear');
    });

    it('can be told one by one; the second waits on the receipt, and on the device until it is told', async () => {
      await expect(intake).to.be.accessible();
      $<HTMLElement>('.split .secondary')!.click();
      await waitUntil(() => !$('.split'));
      await skipToPlayback();
      await send();
      expect(backend.briefs[0]!.request).to.equal(`${NL}.`);
      expect(JSON.stringify(drafts.kept.get('intake')))
        .to.contain('printer')
        .and.not.to.contain('nachtdienst');
      $<HTMLElement>('.split .secondary')!.click();
      await waitUntil(() => intake.field?.value.includes('printer'));
    });

    it('stay together when the requester says so', async () => {
      $<HTMLElement>('.split .quiet')!.click();
      await waitUntil(() => !$('.split'));
      await skipToPlayback();
      await send();
      expect(backend.briefs[0]!.request).to.equal(TWO);
    });
  });

  describe('somebody who is fed up', () => {
    const FED_UP = 'Ik ben het helemaal zat!! De planning klopt nooit';

    it('is acknowledged and offered a person, not questioned', async () => {
      await tell(FED_UP);
      await appears('.playback');
      expect(text('.playback .help')).to.contain('genoeg van hebt');
      expect($<HTMLDetailsElement>('.talk')!.open).to.equal(true);
      await expect(intake).to.be.accessible();
      $<HTMLElement>('.choice input')!.click();
      await send();
      expect(backend.briefs[0]!.contact).to.deep.equal({ wanted: true, channel: 'phone' });
      expect(backend.briefs[0]!.answers).to.equal(undefined);
    });

    it('leaves no trace of that mood, not even in the draft', async () => {
      await tell(FED_UP);
      await appears('.playback');
      await waitUntil(() => drafts.kept.has('intake'));
      expect(JSON.stringify([...drafts.kept.values()])).not.to.match(/frustration|fed ?up/i);
    });
  });

  describe('a draft', () => {
    it('brings the requester back to where they were', async () => {
      await tell(NL);
      await appears('.answer');
      $<HTMLElement>('.answer')!.focus();
      await sendKeys({ type: 'bijna klaar' });
      await waitUntil(() => JSON.stringify(drafts.kept.get('intake') ?? '').includes('bijna klaar'));
      intake.remove();
      intake = await open();
      await waitUntil(
        () => $<HTMLTextAreaElement>('.answer')?.value === 'bijna klaar',
        'the answer is not back',
      );
      expect(text('.restored')).to.contain('We hebben je tekst bewaard');
      await expect(intake).to.be.accessible();
    });

    it('never overwrites what is being typed', async () => {
      await tell(NL);
      await waitUntil(() => drafts.kept.has('intake'));
      intake.remove();
      intake = await open();
      intake.field!.value = 'iets nieuws';
      await aTimeout(0);
      await waitUntil(() => intake.field?.value === 'iets nieuws');
      expect($('.restored')).to.equal(null);
    });

    it('is not kept when the page says so', async () => {
      intake = await open({ drafts: 'off' });
      await tell(NL);
      await appears('.answer, .playback');
      expect(JSON.stringify([...drafts.kept.values()])).not.to.contain(NL);
    });
  });

  it('opens as a dialog, with the focus inside and closed by Escape', async () => {
    intake = await fixture<TestIntake>(
      html`<test-intake mode="dialog" language="en" drafts="off"></test-intake>`,
    );
    expect($<HTMLDialogElement>('dialog')!.open).to.equal(false);
    intake.show();
    expect(intake.renderRoot.querySelector(':focus')).not.to.equal(null);
    await expect(intake).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !$<HTMLDialogElement>('dialog')!.open);
  });

  it('leaves nothing running on the page when it is taken away', async () => {
    intake.field!.focus();
    await sendKeys({ type: 'half een zin' });
    intake.remove();
    await waitUntil(
      () => JSON.stringify(drafts.kept.get('intake') ?? '').includes('half een zin'),
      'the words are lost',
    );
  });
});
