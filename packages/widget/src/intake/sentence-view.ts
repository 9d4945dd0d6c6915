import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SpanKind } from '@wherefore/core/brief';
import { offeredSplit, stretches } from '@wherefore/core/flow';
import type { Stretch } from '@wherefore/core/flow';
import type { Span } from '@wherefore/core/needs';
import { fill } from '@wherefore/core/text';
import { button } from './button.ts';
import type { Conversation } from './conversation.ts';

const KINDS: readonly SpanKind[] = ['who', 'problem', 'outcome', 'means'];

/** The first question's words with their marks, to lie behind the field. Words between marks stay see-through. */
export function paintedView(words: string, spans: readonly Span[]): TemplateResult {
  return html`${stretches(words.length, spans).map((stretch) => {
    const part = words.slice(stretch.start, stretch.end);
    return stretch.kind ? html`<mark class=${stretch.kind}>${part}</mark>` : part;
  })}${'\n'}`;
}

/** The requester's sentence as a quotation, every mark with its name and one tap away from another. */
export function sentenceView(conversation: Conversation): TemplateResult {
  const { texts, state, choosing } = conversation;
  const pieces = stretches(state.request.length, conversation.marks);
  const marked = pieces.some(({ kind }) => kind);
  return html`
    <section class="sentence" aria-label=${texts.yourRequest}>
      <p class="quote words">${pieces.map((stretch, i) => piece(conversation, stretch, pieces.slice(i + 1)))}</p>
      ${
        choosing
          ? choices(conversation, choosing)
          : html`<p class="muted">${marked ? texts.correctHint : texts.heardNothing}</p>`
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
    <section class="split" part="split" aria-label=${t.title}>
      <p><strong>${t.title}</strong></p>
      <p>${fill(t.help, { rest })}</p>
      ${button('secondary', t.yes, () => conversation.split(first, rest))}
      ${button('quiet', t.no, () => conversation.dispatch({ type: 'kept-whole' }))}
    </section>
  `;
}

function piece(
  conversation: Conversation,
  stretch: Stretch,
  later: readonly Stretch[],
): TemplateResult | string {
  const { state, texts, choosing } = conversation;
  const words = state.request.slice(stretch.start, stretch.end);
  const { kind, span } = stretch;
  if (!kind || !span) return words;
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    conversation.choose(span);
  };
  // Not a <button>: those can't break over lines, and a mark is often half a sentence.
  // The name stands once, at the end of a mark that another one cuts in two.
  return html`<span
    role="button"
    tabindex="0"
    class="mark ${kind}"
    part="mark ${kind}"
    data-span=${span.start}
    aria-expanded=${choosing === span ? 'true' : 'false'}
    @click=${() => conversation.choose(span)}
    @keydown=${press}
    >${words}${later.some((other) => other.span === span) ? nothing : html`<span class="tag">${texts.kinds[kind]}</span>`}<span
      class="visually-hidden"
      >. ${texts.change}</span
    ></span
  >`;
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
