import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';

/** A button that sends no form. `look` is its class; a busy one stays where it is and says that it waits. */
export function button(
  look: string,
  label: unknown,
  press: (event: Event) => unknown,
  busy = false,
): TemplateResult {
  return html`<button type="button" class=${look} aria-disabled=${busy || nothing} @click=${press}>${label}</button>`;
}
