import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { fill } from '@wherefore/core/text';
import { button } from './button.ts';
import type { Conversation } from './conversation.ts';

/** On the receipt: the second need of the same message, with one press to go on with it. */
export function laterView(conversation: Conversation): TemplateResult | typeof nothing {
  const { later } = conversation.state;
  if (!later) return nothing;
  const t = conversation.texts.later;
  return html`<section class="split">
    <p>${fill(t.title, { rest: later })}</p>
    ${button('secondary', t.go, () => conversation.restart(later))}
  </section>`;
}
