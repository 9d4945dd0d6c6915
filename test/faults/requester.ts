/** A person in front of the element: what they see, say and press. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { intakeTexts } from '@wherefore/core/text';
import { textOf } from '../journeys/harness.ts';
import type { Scene } from './scene.ts';
import type { SiteOptions } from './site.ts';

/** What the later screens say, so that another wording is no fault. */
export const texts = intakeTexts.en;

export const WORDS = 'We want an intranet because the night shift does not know what was said during the day';

export class Requester {
  readonly #at: Scene;
  constructor(at: Scene) {
    this.#at = at;
  }

  get #page(): Page {
    return this.#at.page;
  }

  /** A site, and a page of it with the intake. */
  async arrive(
    given: SiteOptions & { prepare?: (context: BrowserContext) => Promise<unknown> } = {},
    path = '/',
  ): Promise<void> {
    await this.#at.begin({ context: { reducedMotion: 'reduce' }, ...given });
    await this.#page.goto(this.#at.site.url + path);
  }

  element(selector: string): Locator {
    return this.#page.locator(`wherefore-intake ${selector}`);
  }
  heading(name: string): Locator {
    return this.#page.getByRole('heading', { name });
  }
  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }
  field(): Locator {
    return this.#page.getByLabel('What do you need');
  }
  text(): Promise<string> {
    return textOf(this.#page, 'wherefore-intake');
  }

  /** From the first word to the playback. */
  async tell(words = WORDS): Promise<void> {
    await this.field().fill(words);
    await this.button('Continue').click();
    await this.skipToPlayback();
  }

  async skipToPlayback(): Promise<void> {
    const title = this.heading('Did we understand you?');
    for (let i = 0; i < 4; i++) {
      await this.element('.question, .playback').first().waitFor();
      if (await title.isVisible()) return;
      const asked = await this.element('.question h2').innerText();
      await this.button('Skip').click();
      await this.#page.waitForFunction((asked) => {
        const root = document.querySelector('wherefore-intake')!.shadowRoot!;
        return root.querySelector('.question h2')?.textContent?.trim() !== asked;
      }, asked);
    }
    await title.waitFor();
  }

  send(): Promise<void> {
    return this.button('Send').click();
  }
  async tellAndSend(words = WORDS): Promise<void> {
    await this.tell(words);
    await this.send();
  }
  received(): Promise<void> {
    return this.heading('Your request has arrived').waitFor();
  }
  notSent(): Promise<void> {
    return this.heading('Not sent yet').waitFor();
  }
}
