import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { phrased, questionsLeft } from '@wherefore/core/flow';
import type { Analysis, PrivateData } from '@wherefore/core/needs';
import { fill } from '@wherefore/core/text';
import { button } from './button.ts';
import type { Conversation } from './conversation.ts';
import { afterPause, settled } from './pause.ts';
import { sentenceView } from './sentence-view.ts';

/** Under the first question, while typing: which kinds were heard, and a warning for private data. */
export function heardView(conversation: Conversation, analysis: Analysis): TemplateResult | null {
  const { texts } = conversation;
  const kinds = [...new Set(analysis.spans.map((span) => span.kind))];
  const warning = privateDataView(conversation, analysis.signals.privateData);
  if (!kinds.length && warning === nothing) return null;
  return html`
    <div class="heard">
      ${
        kinds.length
          ? html`<p class="muted">${texts.heard}</p>
            <ul>
              ${kinds.map((kind) => html`<li class="legend ${kind}">${texts.kinds[kind]}</li>`)}
            </ul>`
          : nothing
      }
      ${warning}
    </div>
  `;
}

/** A warning before anything leaves the device; it never blocks. */
export function privateDataView(
  conversation: Conversation,
  found: readonly PrivateData[],
  way: unknown = nothing,
): TemplateResult | typeof nothing {
  const { texts } = conversation;
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  if (!kinds.length) return nothing;
  const what = new Intl.ListFormat(conversation.state.language).format(
    kinds.map((kind) => texts.privateData[kind]),
  );
  return html`<p class="caution" role="status">${fill(texts.privateDataAdvice, { what })} ${way}</p>`;
}

/** One fitting question under the requester's own sentence. Always skippable, always a way back. */
export function questionView(conversation: Conversation): TemplateResult {
  const { state, texts, flow } = conversation;
  const text = conversation.questionText(state.question);
  const left = questionsLeft(state, flow);
  const answer = (event: Event): void => {
    event.preventDefault();
    settled();
    const words = field(event).value;
    if (!words.trim()) conversation.dispatch({ type: 'skipped' });
    else conversation.dispatch({ type: 'answered', words, spans: conversation.hear(words).spans });
  };
  const typed = ({ target }: Event): void =>
    afterPause(() => conversation.dispatch({ type: 'typed', words: (target as HTMLTextAreaElement).value }));
  const leave = (type: 'skipped' | 'went-back') => () => {
    settled();
    conversation.dispatch({ type });
  };
  const shortcut = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) answer(event);
  };
  return html`
    ${backView(conversation, leave('went-back'))}
    ${sentenceView(conversation)}
    <form class="question" novalidate @keydown=${shortcut}>
      <h2><label for="answer">${askOf(conversation)}</label></h2>
      <p class="help" id="answer-help">${text?.hint}</p>
      <textarea
        id="answer"
        class="answer words"
        rows="2"
        maxlength="4000"
        autocomplete="off"
        aria-describedby="answer-help left"
        @input=${typed}
      ></textarea>
      <div class="actions">
        <button class="primary" @click=${answer}>${texts.next}</button>
        ${button('quiet', texts.skip, leave('skipped'))}
        <p class="muted left" id="left">
          ${left === 1 ? texts.questionsLeft.one : fill(texts.questionsLeft.more, { count: left })}
        </p>
      </div>
    </form>
  `;
}

/** The way back stands on top, where one looks for it, and out of the way of going on. */
export function backView(conversation: Conversation, press: (event: Event) => void): TemplateResult {
  return button('quiet back', html`<span aria-hidden="true">${'←'}</span> ${conversation.texts.back}`, press);
}

/** The question with the requester's own words for the means in it, where they fit into the sentence. */
export function askOf(conversation: Conversation): string {
  const text = conversation.questionText(conversation.state.question);
  const { language, analysis } = conversation.state;
  const span = conversation.marks.find(({ kind }) => kind === 'means');
  return text ? phrased(text, analysis?.language === language ? span : undefined) : '';
}

function field(event: Event): HTMLTextAreaElement {
  return (event.currentTarget as HTMLElement).closest('form')!.querySelector('textarea')!;
}
