import type { Status } from '@wherefore/core';
import { statusTexts } from '@wherefore/core/text';
import type { ScreenLanguage } from '@wherefore/ui';
import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';

/** The state of a brief as a gentle pill with a dot. */
export function pill(status: Status, language: ScreenLanguage): TemplateResult {
  return html`<span class="pill ${status}" part="state">${statusTexts[language][status]}</span>`;
}
