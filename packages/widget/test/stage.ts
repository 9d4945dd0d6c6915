/** What element tests of the intake share. */
import { fixture, html, waitUntil as openWcWaitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { WhereforeError } from '@wherefore/core';
import type { DraftStore, IntakeGateway } from '@wherefore/core';
import type { Brief } from '@wherefore/core/brief';
import type { Receipt } from '@wherefore/core/wire';
import { createOutbox, openDraftStore } from '@wherefore/sdk/outbox';
import type { Outbox } from '@wherefore/sdk/outbox';
import { define } from '@wherefore/ui';
import { Intake } from '../src/intake/intake.ts';
import type { IntakeServices } from '../src/intake/services.ts';

/** Waits as long as a busy machine may need; what holds is seen at once. */
export const waitUntil = (holds: () => unknown, message?: string): Promise<void> =>
  openWcWaitUntil(() => Boolean(holds()), message, { timeout: 8000 });

/** Keeps drafts in memory, so that a test sees what would be on the device. */
export class MemoryDrafts implements DraftStore {
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
  /** Codes, or whole errors. */
  failures: (string | WhereforeError)[] = [];
  async submit(brief: Brief): Promise<Receipt> {
    this.briefs.push(structuredClone(brief));
    const failure = this.failures.shift();
    if (typeof failure === 'string') throw new WhereforeError(failure, 'as the test wants it');
    if (failure) throw failure;
    return { id: brief.id, receivedAt: '2026-11-21T09:30:00.000Z', followUrl: '/follow.html#token' };
  }
}

let drafts = new MemoryDrafts();
const outboxes: Outbox[] = [];
export class TestIntake extends Intake {
  static override services: IntakeServices = {
    mayHoldDrafts: async () => drafts.kept.size > 0,
    hold: (_, words) => void drafts.kept.set('intake', words),
    async open({ gateway, drafts: mode }) {
      const outbox = createOutbox({
        gateway: gateway!,
        mode: 'session',
        // Never again by itself: a test says when.
        backoff: { base: 1e9, cap: 1e9 },
        random: () => 0.5,
      });
      outboxes.push(outbox);
      return { drafts: mode === 'off' ? openDraftStore({ mode }) : drafts, outbox };
    },
  };
}
define('test-intake', TestIntake);

/** A page with an intake on it, drafts and a backend behind it, and real keys. */
export function stage() {
  const on = {
    intake: undefined as unknown as TestIntake,
    backend: new Backend(),
    get drafts(): MemoryDrafts {
      return drafts;
    },
    async open(attributes: { language?: string; drafts?: string } = {}): Promise<TestIntake> {
      on.intake = await fixture<TestIntake>(
        html`<test-intake
          language=${attributes.language ?? 'nl'}
          drafts=${attributes.drafts ?? 'device'}
          department="Thuiszorg"
          .gateway=${on.backend}
        ></test-intake>`,
      );
      return on.intake;
    },
    $: <T extends HTMLElement>(selector: string): T | null => on.intake.renderRoot.querySelector<T>(selector),
    text: (selector: string): string => on.$(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    appears: (selector: string): Promise<void> =>
      waitUntil(() => on.$(selector), `${selector} does not appear`),
    /** What a screen reader was last told. */
    spoken: (): string => on.text('[role="status"].visually-hidden'),
    focused: (): HTMLElement | null => on.$(':focus'),
    /** Types the first sentence with real keys and goes on with the keyboard. */
    async tell(words: string): Promise<void> {
      on.intake.field!.focus();
      await sendKeys({ type: words });
      await on.pressControlEnter();
      await waitUntil(() => !on.intake.field, 'the first question stays');
    },
    async pressControlEnter(): Promise<void> {
      await sendKeys({ down: 'Control' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ up: 'Control' });
    },
    async skipToPlayback(): Promise<void> {
      for (let i = 0; i < 3 && !on.$('.playback'); i++) {
        const before = on.text('.question h2');
        [...on.intake.renderRoot.querySelectorAll<HTMLElement>('.question button')]
          .find((button) => button.matches('.quiet'))
          ?.click();
        await waitUntil(() => on.$('.playback') || on.text('.question h2') !== before);
      }
    },
    async send(): Promise<void> {
      on.$<HTMLButtonElement>('.playback .primary')!.click();
      await waitUntil(() => on.$('.received') || on.$('.failed'));
    },
  };

  // Half-faded text is for axe a contrast that nobody ever reads.
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  beforeEach(async () => {
    drafts = new MemoryDrafts();
    sessionStorage.clear();
    on.backend = new Backend();
    await on.open();
  });
  // What was not sent would ask, when the file is done and its page is left.
  afterEach(() => outboxes.splice(0).forEach((outbox) => outbox.close()));
  return on;
}
