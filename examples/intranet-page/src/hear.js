// A look inside: what the analyser hears in a sentence, by which cue, and which question would follow.
import { html, nothing } from 'lit/html.js';
import { defaultFlow, nextQuestion, phrased, startFlow, stretches } from '@wherefore/core/flow';
import { analyze, enPhrase, nlPhrase, withPhrases } from '@wherefore/core/needs';
import { explanations } from '@wherefore/core/needs/explanations';
import { intakeTexts } from '@wherefore/core/text';
import { BaseElement, css, foundation } from '@wherefore/ui';

const TEXTS = {
  nl: {
    label: 'Typ een zin zoals een collega hem zou zeggen',
    empty: 'Nog niets gehoord. Typ verder, of probeer een ander voorbeeld.',
    cue: 'gehoord aan',
    sure: 'zeker',
    next: 'Deze vraag zou volgen',
    none: 'Geen vraag: er is genoeg verteld.',
    examples: [
      'Wij willen een app voor de roosters',
      'De tillift is nooit waar hij hoort te staan',
      'Minder bellen bij elke ruil',
    ],
  },
  en: {
    label: 'Type a sentence the way a colleague would say it',
    empty: 'Nothing heard yet. Type on, or try another example.',
    cue: 'heard by',
    sure: 'sure',
    next: 'This question would follow',
    none: 'No question: enough was told.',
    examples: [
      'We want an app for the rota',
      'The lift is never where it should be',
      'Fewer calls for every swap',
    ],
  },
};

class HearPage extends BaseElement {
  static properties = { ...BaseElement.properties, words: { state: true } };
  static styles = css`
    ${foundation}
    textarea {
      width: 100%;
      padding: 0.9rem 1.1rem;
      border: 1.5px solid var(--edge);
      border-radius: var(--radius);
      background: var(--ground);
      field-sizing: content;
      min-height: 6rem;
      font: 1.3rem/1.6 var(--font-words);
    }
    label {
      display: block;
      margin-bottom: 0.5rem;
      font-weight: 600;
    }
    .examples {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4rem;
      margin: 0.75rem 0 1.5rem;
    }
    .examples button {
      min-height: 2.25rem;
      padding: 0.2em 0.9em;
      font-size: 0.9375rem;
    }
    .sentence {
      font-size: 1.4rem;
      line-height: 1.8;
    }
    mark,
    li {
      color: inherit;
      background: var(--mark);
      border-radius: 0.25em;
    }
    mark {
      padding: 0.1em 0.2em;
    }
    .who {
      --mark: var(--who);
    }
    .problem {
      --mark: var(--problem);
    }
    .outcome {
      --mark: var(--outcome);
    }
    .means {
      --mark: var(--means);
    }
    ul {
      display: grid;
      gap: 0.5rem;
      margin: 1.25rem 0;
    }
    li {
      padding: 0.6rem 0.9rem;
      border-radius: var(--radius);
    }
    code {
      font-size: 0.875em;
    }
    h2 {
      font-size: 1.05rem;
    }
    .question {
      margin-top: 0.25rem;
      font-size: 1.3rem;
    }
  `;

  constructor() {
    super();
    this.words = '';
  }

  render() {
    const language = this.screenLanguage;
    const t = TEXTS[language];
    const analysis = analyze(this.words, this.words.length < 20 ? { language } : {});
    return html`
      <label for="words">${t.label}</label>
      <textarea id="words" rows="2" maxlength="4000" .value=${this.words} @input=${(event) => (this.words = event.target.value)}></textarea>
      <div class="examples">
        ${t.examples.map((example) => html`<button class="secondary" @click=${() => (this.words = example)}>${example}</button>`)}
      </div>
      <div aria-live="polite">${this.words.trim() ? this.heard(analysis, language, t) : nothing}</div>
    `;
  }

  heard(analysis, language, t) {
    const { words } = this;
    const { kinds } = intakeTexts[language];
    const state = { ...startFlow('hear', language), request: words, analysis };
    const question = nextQuestion(state, defaultFlow);
    const { spans } = withPhrases(analysis, words, language === 'nl' ? nlPhrase : enPhrase);
    const means = spans.find(({ kind }) => kind === 'means');
    const text = question?.text[language];
    return html`
      <p class="sentence words">
        ${stretches(words.length, analysis.spans).map(({ start, end, kind }) =>
          kind ? html`<mark class=${kind}>${words.slice(start, end)}</mark>` : words.slice(start, end),
        )}
      </p>
      <ul>
        ${
          analysis.spans.length
            ? analysis.spans.map(
                ({ kind, start, end, cue, confidence }) => html`<li class=${kind}>
                <strong>${kinds[kind]}</strong>: “${words.slice(start, end)}”<br />
                ${explanations[cue]?.[language]} <span class="muted">${t.cue} <code>${cue}</code>, ${Math.round(confidence * 100)}% ${t.sure}</span>
              </li>`,
              )
            : html`<p class="muted">${t.empty}</p>`
        }
      </ul>
      <h2>${t.next}</h2>
      <p class="question">${text ? phrased(text, means) : t.none}</p>
    `;
  }
}
customElements.define('hear-page', HearPage);
