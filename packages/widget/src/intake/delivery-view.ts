import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Brief } from '@wherefore/core/brief';
import { fill } from '@wherefore/core/text';
import type { IntakeMessages } from '@wherefore/core/text';
import type { Conversation } from './conversation.ts';
import { laterView } from './later-view.ts';

export function sendingView(conversation: Conversation): TemplateResult {
  const t = conversation.texts.sending;
  return html`
    <div class="delivery sending">
      <h2 tabindex="-1">${t.title}</h2>
      <p class="help">${t.help}</p>
      <div class="travel" aria-hidden="true"></div>
    </div>
  `;
}

/** What went wrong in plain words, what the requester can do, and their text within reach. */
export function failedView(conversation: Conversation): TemplateResult {
  const { state, texts } = conversation;
  const t = texts.failed;
  return html`
    <div class="delivery failed">
      <h2 tabindex="-1">${t.title}</h2>
      <p class="help">${t[reason(state.failure)]}</p>
      <p class="kept">${t.kept}</p>
      <div class="actions">
        <button class="primary" type="button" @click=${() => conversation.send()}>${t.again}</button>
        <button class="secondary" type="button" @click=${() => conversation.dispatch({ type: 'went-back' })}>
          ${t.edit}
        </button>
        ${state.brief ? copyButton(conversation, plainText(state.brief, texts), t.copy, 'quiet') : nothing}
      </div>
    </div>
  `;
}

function reason(code: string | null): 'offline' | 'busy' | 'signIn' | 'invalid' | 'other' {
  switch (code) {
    case 'offline':
    case 'timeout':
    case 'aborted':
      return 'offline';
    case 'too-many-requests':
    case 'store-unavailable':
    case 'internal-error':
      return 'busy';
    case 'not-signed-in':
      return 'signIn';
    case 'invalid-body':
    case 'body-too-large':
      return 'invalid';
    default:
      return 'other';
  }
}

/** The receipt. It ends with something to hold on to: the link, and what will happen. */
export function receivedView(conversation: Conversation): TemplateResult {
  const { state, texts } = conversation;
  const t = texts.received;
  const { receipt, brief } = state;
  if (!receipt) return html``;
  const date = new Intl.DateTimeFormat(state.language, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(receipt.receivedAt),
  );
  return html`
    <div class="delivery received">
      ${tick}
      <h2 tabindex="-1">${t.title}</h2>
      <p class="help">${fill(t.at, { date })}</p>
      <div class="follow">
        <a class="button primary" part="follow-link" href=${safeLink(receipt.followUrl)}>${t.follow}</a>
        ${copyButton(conversation, receipt.followUrl, t.copyLink, 'secondary')}
        <p class="muted">${t.followHelp}</p>
      </div>
      ${laterView(conversation)}
      <h3>${t.next}</h3>
      <ol class="steps">
        ${t.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <div class="actions">
        ${brief ? copyButton(conversation, plainText(brief, texts), t.copyBrief, 'quiet') : nothing}
        <button class="quiet" type="button" @click=${() => conversation.restart()}>${t.another}</button>
      </div>
    </div>
  `;
}

function copyButton(conversation: Conversation, text: string, label: string, look: string): TemplateResult {
  const copy = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    const { copied } = conversation.texts.received;
    await navigator.clipboard.writeText(text);
    conversation.say(copied);
    button.classList.add('done');
    setTimeout(() => button.classList.remove('done'), 2500);
  };
  return html`<button type="button" class="copy ${look}" @click=${copy}>
    <span class="before">${label}</span><span class="after" aria-hidden="true">${conversation.texts.received.copied}</span>
  </button>`;
}

/** The brief as a colleague would want to read it in a message. */
export function plainText(brief: Brief, texts: IntakeMessages): string {
  const { need, means } = brief;
  const t = texts.playback;
  const parts: [string, string | undefined][] = [
    [texts.yourRequest, brief.request],
    [t.who, need?.who?.join(', ')],
    [t.problem, need?.problem?.statement],
    [t.outcome, need?.outcome?.statement],
    [t.means, means?.map(({ words }) => words).join('; ')],
  ];
  return parts.flatMap(([name, words]) => (words ? [`${name}: ${words}`] : [])).join('\n');
}

/** A link that came over the network is only followed when it leads to a page. */
function safeLink(url: string): string | typeof nothing {
  return URL.canParse(url, location.href) && /^https?:$/.test(new URL(url, location.href).protocol)
    ? url
    : nothing;
}

const tick = html`<svg class="tick" viewBox="0 0 64 64" width="72" height="72" aria-hidden="true" fill="none">
  <circle cx="32" cy="32" r="29" />
  <path d="M20 33.5l8.5 8.5L45 24" />
</svg>`;
