import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { KINDS, offeredSplit, stretches } from '@wherefore/core/flow';
import type { Stretch } from '@wherefore/core/flow';
import type { Span } from '@wherefore/core/needs';
import { fill } from '@wherefore/core/text';
import { button } from './button.ts';
import type { Conversation } from './conversation.ts';

/** The first question's words with their marks, to lie behind the field. Words between marks stay see-through. */
export function paintedView(words: string, spans: readonly Span[]): TemplateResult {
  return html`${stretches(words.length, spans).map((stretch) => {
    const part = words.slice(stretch.start, stretch.end);
    return stretch.kind ? html`<mark class=${stretch.kind}>${part}</mark>` : part;
  })}${'\n'}`;
}

/** The requester's sentence as a quotation, every mark with its name, one tap away from another or from none. */
export function sentenceView(conversation: Conversation): TemplateResult {
  const { texts, state, choosing, marks } = conversation;
  const pieces = stretches(state.request.length, marks);
  return html`
    <section class="sentence" aria-label=${texts.yourRequest}>
      <p class="quote words">${pieces.map((stretch, i) => piece(conversation, stretch, pieces.slice(i + 1)))}</p>
      ${
        choosing
          ? choices(conversation, choosing)
          : html`<p class="muted">${marks.length ? texts.correctHint : texts.heardNothing}</p>`
      }
    </section>
    ${splitView(conversation)}
  `;
}

/** An offer, never a correction: whoever tells one story goes on as if nothing was said. */
function splitView(conversation: Conversation): TemplateResult | typeof nothing {
  const parts = offeredSplit(conversation.state);
  if (!parts) return nothing;
  const [first, rest] = parts;
  const t = conversation.texts.split;
  return html`
    <section class="split" aria-label=${t.title}>
      <p><strong>${t.title}</strong></p>
      <p>${fill(t.help, { rest })}</p>
      ${button('secondary', t.yes, () => conversation.split(first, rest))}
      ${button('quiet', t.no, () => conversation.dispatch({ type: 'kept-whole' }))}
    </section>
  `;
}

/** What is between marks, or (a part of) one. Where one was taken away, the way to have it back comes after its words. */
function piece(conversation: Conversation, stretch: Stretch, later: readonly Stretch[]): unknown {
  const { state, removed } = conversation;
  const { start, end, span } = stretch;
  const words = state.request.slice(start, end);
  // Inside another mark it comes after that one: a button in a button is none.
  const gone = removed && start < removed.end && removed.end <= end ? removed.end - start : undefined;
  const cut = gone === undefined || span ? words.length : gone;
  return [
    span && words.trim()
      ? mark(conversation, span, words, !later.some((other) => other.span === span))
      : words.slice(0, cut),
    gone === undefined ? nothing : undo(conversation, removed!),
    words.slice(cut),
  ];
}

function mark(conversation: Conversation, span: Span, words: string, last: boolean): TemplateResult {
  const { texts, choosing } = conversation;
  const { kind, start } = span;
  // A pen stroke starts at a word: after a mark that breaks off at the end of a line, the space alone would be a stub.
  const inner = words.trimStart();
  const name = texts.kinds[kind];
  const choose = (): void => conversation.choose(span);
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose();
  };
  // Not a <button>: those can't break over lines, and a mark is often half a sentence.
  // The name stands once, at the end of a mark that another one cuts in two, and the way to be rid of it beside it.
  return html`${words.slice(0, words.length - inner.length)}<span class="mark ${kind}" part="mark ${kind}"
    ><span
      role="button"
      tabindex="0"
      data-span=${start}
      aria-expanded=${choosing === span}
      @click=${choose}
      @keydown=${press}
      >${inner}<span class="visually-hidden">, ${name}. ${texts.change}</span></span
    >${
      last
        ? html`<span class="tag"
            ><span aria-hidden="true" @click=${choose}>${name}</span
            ><button
              type="button"
              class="not"
              data-not=${start}
              title=${texts.notThis}
              aria-label="${texts.notThis}: ${name}"
              @click=${() => conversation.correct(span, null)}
            ></button
          ></span>`
        : nothing
    }</span
  >`;
}

function undo(conversation: Conversation, { kind }: Span): TemplateResult {
  const { texts } = conversation;
  const label = fill(texts.putBack, { kind: texts.kinds[kind] });
  return html`<span class="tag">${button('undo', label, () => conversation.putBack())}</span>`;
}

function choices(conversation: Conversation, span: Span): TemplateResult {
  const { texts, state } = conversation;
  const question = fill(texts.chooseKind, { words: state.request.slice(span.start, span.end) });
  const close = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') conversation.choose(null);
  };
  return html`
    <div class="choices" role="group" aria-label=${question} @keydown=${close}>
      ${[...KINDS, null].map(
        (kind) => html`<button
          type="button"
          class="chip ${kind ?? 'none'}"
          aria-pressed=${kind === span.kind ? 'true' : 'false'}
          @click=${() => conversation.correct(span, kind)}
        >
          ${kind ? texts.kinds[kind] : texts.noMark}
        </button>`,
      )}
      <p class="muted why">${conversation.explanationOf(span)}</p>
    </div>
  `;
}
