import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { DraftStore } from '@wherefore/core';
import { slotsOf } from '@wherefore/core/flow';
import { fill, ventTexts } from '@wherefore/core/text';
import type { VentMessages } from '@wherefore/core/text';
import { sheetOf } from '@wherefore/ui';
import { button } from '../intake/button.ts';
import { VENT } from '../intake/conversation.ts';
import type { Conversation } from '../intake/conversation.ts';
import type { Intake } from '../intake/intake.ts';
import { afterPause, now } from '../intake/pause.ts';
import { ventStyles } from './vent.styles.ts';

/**
 * Room for frustration, apart from the brief: nothing of it is sent, and the store that it is given must not outlive the
 * session. Only a sentence that the requester picks goes into the need. Loads when somebody first opens it.
 */
export class Vent {
  #words: string;
  /** What was let go, until the next key: one press brings it back. */
  #gone = '';
  readonly #host: Intake;
  readonly #conversation: Conversation;
  readonly #store: DraftStore;

  private constructor(host: Intake, conversation: Conversation, store: DraftStore, words: string) {
    this.#host = host;
    this.#conversation = conversation;
    this.#store = store;
    this.#words = words;
  }

  /** With the words from before a reload. */
  static async open(host: Intake, conversation: Conversation, store: DraftStore): Promise<Vent> {
    const kept = await store.load(VENT);
    const { adoptedStyleSheets } = host.renderRoot;
    const sheet = sheetOf(ventStyles);
    if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
    return new Vent(host, conversation, store, typeof kept === 'string' ? kept : '');
  }

  get #texts(): VentMessages {
    const { language } = this.#conversation.state;
    return { ...this.#host.addressed(ventTexts[language]), ...this.#host.messages?.vent };
  }

  /** What it stands at in the playback, and what is there already. */
  get #slot(): { name: string; words: string } {
    const { texts, state } = this.#conversation;
    return { name: texts.playback.problem, words: slotsOf(state).problem };
  }

  readonly #typed = (event: Event): void => {
    this.#words = (event.target as HTMLTextAreaElement).value;
    this.#gone = '';
    afterPause(() => this.#keep());
  };

  #keep(): void {
    // Let go of meanwhile: a pause that ends later must not bring it back.
    if (this.#conversation.vent !== this) return;
    if (this.#words.trim()) void this.#store.save(VENT, this.#words);
    else void this.#store.clear(VENT);
    this.#host.requestUpdate();
  }

  #become(words: string, gone: string): void {
    now();
    this.#words = words;
    this.#gone = gone;
    this.#keep();
    if (gone) this.#conversation.say(this.#texts.gone);
    void this.#conversation.focus('#vent');
  }

  #take(sentence: string): void {
    // What was typed at the need a moment ago comes before it.
    now();
    const { name, words } = this.#slot;
    this.#conversation.dispatch({
      type: 'edited',
      slot: 'problem',
      words: words ? `${words}\n${sentence}` : sentence,
    });
    this.#conversation.say(fill(this.#texts.taken, { words: sentence, slot: name }));
    // The button that was pressed makes way.
    void this.#conversation.focus('#vent');
  }

  render(): TemplateResult {
    const t = this.#texts;
    const { name, words } = this.#slot;
    const sentences = sentencesOf(this.#words).filter((sentence) => !words.includes(sentence));
    return html`
      <p class="muted" id="vent-help">${t.help}</p>
      <label for="vent">${t.label}</label>
      <textarea
        id="vent"
        rows="4"
        maxlength="4000"
        autocomplete="off"
        aria-describedby="vent-help"
        .value=${this.#words}
        @focus=${now}
        @input=${this.#typed}
      ></textarea>
      ${
        sentences.length
          ? html`<p id="vent-take">${fill(t.take, { slot: name })}</p>
            <ul class="take" aria-labelledby="vent-take">
              ${sentences.map(
                (sentence) =>
                  html`<li>${button('secondary', fill(t.takeThis, { words: sentence }), () => this.#take(sentence))}</li>`,
              )}
            </ul>`
          : nothing
      }
      ${this.#words.trim() ? button('quiet', t.letGo, () => this.#become('', this.#words)) : nothing}
      ${
        this.#gone
          ? html`<p class="muted gone">${t.gone} ${button('quiet', t.putBack, () => this.#become(this.#gone, ''))}</p>`
          : nothing
      }
    `;
  }
}

/** The sentences and lines of a text, each once. */
const sentencesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/(?<=[.!?])\s+|\n+/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => /\p{L}/u.test(sentence)),
  ),
];
