import { deskTexts } from '@wherefore/core/text';
import type { ScreenLanguage } from '@wherefore/ui';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Trouble } from '../shared/trouble.ts';

export interface SignIn {
  language: ScreenLanguage;
  checking: boolean;
  /** A sign-in link is there to be used. */
  ready: boolean;
  /** Somebody was signed in a moment ago. */
  ended: boolean;
  trouble: Trouble | undefined;
  busy: boolean;
  onSignIn: () => void;
  onAgain: () => void;
}

/** The card for who is not signed in: the button when there is a link, else how to get one. */
export function renderSignIn(state: SignIn): TemplateResult {
  const texts = deskTexts[state.language];
  if (state.checking)
    return html`<div class="welcome" aria-busy="true"><p class="muted" role="status">${texts.checking}</p></div>`;
  return html`<section class="welcome" part="sign-in" aria-labelledby="welcome">
    <h1 id="welcome" tabindex="-1">${texts.signInTitle}</h1>
    ${state.ended && !state.ready ? html`<p>${texts.sessionEnded}</p>` : nothing} ${trouble(state)}
    ${state.ready ? button(state) : how(state)}
  </section>`;
}

function button({ language, busy, onSignIn }: SignIn): TemplateResult {
  const texts = deskTexts[language];
  return html`<p>${texts.signInReady}</p>
    <button type="button" class="primary" aria-disabled=${busy ? 'true' : nothing} @click=${onSignIn}>
      ${busy ? texts.signingIn : texts.signIn}
    </button>
    <p class="muted">${texts.signInOnce}</p>`;
}

function how({ language, ended }: SignIn): TemplateResult {
  const texts = deskTexts[language];
  if (ended) return html`<p class="muted">${texts.signInLocal}</p>`;
  return html`<p>${texts.signInHow}</p>
    <p class="muted">${texts.signInLocal}</p>
    <p class="muted">${texts.signInOnce}</p>`;
}

function trouble({ language, trouble: kind, ready, onAgain }: SignIn): TemplateResult | typeof nothing {
  if (!kind) return nothing;
  const texts = deskTexts[language];
  if (kind === 'sign-in-failed')
    return html`<p class="error trouble" tabindex="-1" role="alert">${texts.signInFailed}</p>`;
  return html`<div class="trouble" tabindex="-1" role="alert">
    <p class="error">${kind === 'offline' ? texts.offline : texts.failed}</p>
    ${ready ? nothing : html`<button type="button" class="secondary" @click=${onAgain}>${texts.again}</button>`}
  </div>`;
}
