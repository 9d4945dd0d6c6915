import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Brief, Language } from '@wherefore/core/brief';
import { fill } from '@wherefore/core/text';
import type { IntakeMessages } from '@wherefore/core/text';
import type { Receipt } from '@wherefore/core/wire';
import type { Delivery } from '@wherefore/sdk/outbox';
import { button } from './button.ts';
import type { Conversation } from './conversation.ts';
import { laterView } from './later-view.ts';

/** A brief on its way: where it is in words, what that means, and the text within reach when it takes longer. */
export function deliveryView(conversation: Conversation): TemplateResult {
  const { state, texts, outgoing } = conversation;
  const delivery = outgoing.current;
  const t = texts.delivery;
  // What is not kept must not be said to be safe.
  const kept = delivery?.kept !== false;
  if (!delivery?.reason) {
    return html`
      <div class="delivery sending">
        <h2 tabindex="-1">${texts.sending.title}</h2>
        <p class="help">${kept ? texts.sending.help : t.notKept}</p>
        <div class="travel" aria-hidden="true"></div>
      </div>
    `;
  }
  const names = outgoing.fieldNames(delivery);
  const fields = new Intl.ListFormat(state.language).format(names);
  return html`
    <div class="delivery failed">
      <p class="muted state">${stateName(texts, delivery)}</p>
      <h2 tabindex="-1">${texts.failed.title}</h2>
      <p class="help">${reasonText(texts, delivery.reason)}</p>
      ${names.length ? html`<p>${fill(t.look, { fields })}</p>` : nothing}
      <p class="kept">${kept ? texts.failed.kept : t.notKept}</p>
      ${kept ? nextTry(conversation, delivery) : nothing}
      <div class="actions">
        ${
          delivery.editable
            ? button('primary', texts.failed.edit, () => outgoing.edit())
            : againButton(conversation, delivery, 'primary')
        }
        ${rescue(conversation, delivery)} ${button('quiet', texts.received.another, () => conversation.restart())}
      </div>
    </div>
  `;
}

/** Briefs from before, under whatever is on screen now. */
export function othersView(conversation: Conversation): TemplateResult | null {
  const { texts, outgoing } = conversation;
  const { others } = outgoing;
  if (!others.length) return null;
  const t = texts.delivery;
  return html`
    <section class="others" aria-labelledby="others">
      <h3 id="others">${t.pending}</h3>
      <ul>
        ${others.map(
          (delivery) => html`<li>
            <p class="state">${delivery.receipt ? t.arrived : stateWords(conversation, delivery)}</p>
            ${
              delivery.receipt
                ? followLink(delivery.receipt, texts.received.follow)
                : html`<blockquote class="words">${delivery.brief?.request}</blockquote>
                    ${nextTry(conversation, delivery)}
                    <div class="actions">
                      ${againButton(conversation, delivery, 'secondary')} ${rescue(conversation, delivery)}
                    </div>`
            }
          </li>`,
        )}
      </ul>
    </section>
  `;
}

/** Longer away than this, a time alone does not say which day it is. */
const HALF_A_DAY = 12 * 3_600_000;

/** That we keep trying; and when, where the server named a time. Nothing when only the requester can help. */
function nextTry({ texts, state }: Conversation, delivery: Delivery): TemplateResult | typeof nothing {
  if (delivery.state === 'needs-you') return nothing;
  const wait = waitOf(delivery);
  if (wait <= 0 || wait > HALF_A_DAY) return html`<p>${texts.delivery.byItself}</p>`;
  // Rounded up: who looks at that time finds that it was tried.
  const at = Math.ceil(delivery.retryAt! / 60_000) * 60_000;
  const time = moment(state.language, at, { timeStyle: 'short' });
  return html`<p>${fill(texts.delivery.byItselfAt, { time })}</p>`;
}

/** As British as English gets here: the day before the month, as on the follow page, and 24 hours. */
function moment(language: Language, at: number | Date, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl', style).format(at);
}

/** Milliseconds that the server asked to wait for still. */
const waitOf = ({ retryAt }: Delivery): number => (retryAt ?? 0) - Date.now();

/** Nothing while the server asked to wait: a press would change nothing. */
function againButton(
  { texts, outgoing }: Conversation,
  delivery: Delivery,
  look: string,
): TemplateResult | typeof nothing {
  if (waitOf(delivery) > 0) return nothing;
  const sending = delivery.state === 'sending';
  return button(look, texts.failed.again, () => sending || outgoing.retry(delivery.id), sending);
}

/** Ways to have the words whatever happens: copy, print, mail; and only after one of those, remove. */
function rescue(conversation: Conversation, delivery: Delivery): TemplateResult | typeof nothing {
  const { texts, outgoing } = conversation;
  const { id, brief } = delivery;
  if (!brief) return nothing;
  const t = texts.delivery;
  const text = plainText(brief, texts);
  const rescued = (): void => outgoing.rescued(id);
  const print = (): void => {
    printText(text);
    rescued();
  };
  const mail = `mailto:?subject=${encodeURIComponent(texts.yourRequest)}&body=${encodeURIComponent(text)}`;
  return html`
    ${copyButton(conversation, text, texts.failed.copy, 'quiet', rescued)} ${button('quiet', t.print, print)}
    <a class="button quiet" href=${mail} @click=${rescued}>${t.mail}</a>
    ${
      outgoing.isRescued(id) && delivery.state !== 'sending'
        ? button('quiet', t.discard, () => outgoing.discard(id))
        : nothing
    }
  `;
}

/** Only these words on paper, not the page around them. */
function printText(text: string): void {
  const frame = document.createElement('iframe');
  // Out of sight, not hidden: what is not laid out is printed as an empty page, or not at all.
  frame.style.cssText = 'position:fixed;right:100%;width:180mm;border:0';
  frame.inert = true;
  document.body.append(frame);
  const paper = frame.contentDocument?.body;
  for (const line of text.split('\n')) {
    const p = document.createElement('p');
    p.textContent = line;
    paper?.append(p);
  }
  const view = paper ? frame.contentWindow! : window;
  // Not at once: not every browser waits in `print`.
  view.addEventListener('afterprint', () => frame.remove(), { once: true });
  view.print();
}

function stateName(texts: IntakeMessages, { state, kept }: Delivery): string {
  return state === 'on-device' && !kept ? texts.failed.title : texts.delivery.states[state];
}

/** Where a brief is and why, in a sentence or two. */
export function stateWords({ texts }: Conversation, delivery: Delivery): string {
  const { state, reason } = delivery;
  const name = stateName(texts, delivery);
  return reason === null || state === 'sending' ? `${name}.` : `${name}. ${reasonText(texts, reason)}`;
}

/** What is said about a code; anything else is `other`. */
const WHY: Readonly<Record<string, keyof IntakeMessages['failed']['why']>> = {
  offline: 'offline',
  timeout: 'offline',
  aborted: 'offline',
  'too-many-requests': 'busy',
  'store-unavailable': 'busy',
  'internal-error': 'busy',
  'not-signed-in': 'signIn',
  'invalid-body': 'invalid',
  'body-too-large': 'invalid',
  forbidden: 'forbidden',
  'brief-differs': 'differs',
};

const reasonText = (texts: IntakeMessages, code: string): string => texts.failed.why[WHY[code] ?? 'other'];

/** The receipt. It ends with something to hold on to: the link, and what will happen. */
export function receivedView(conversation: Conversation): TemplateResult {
  const { state, texts, outgoing } = conversation;
  const t = texts.received;
  const { receipt, brief } = state;
  if (!receipt) return html``;
  const link = followLink(receipt, t.follow, 'button primary');
  const date = moment(state.language, new Date(receipt.receivedAt), {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return html`
    <div class="delivery received">
      ${tick}
      <h2 tabindex="-1">${t.title}</h2>
      <p class="help">${fill(t.at, { date })}</p>
      ${
        link === nothing
          ? nothing
          : html`<div class="follow">
              ${link} ${copyButton(conversation, receipt.followUrl!, t.copyLink, 'secondary')}
              <p class="muted">${t.followHelp}</p>
            </div>`
      }
      ${laterView(conversation)}
      <h3>${t.next}</h3>
      <ol class="steps">
        ${
          // What follows the first step reaches the requester through the link.
          t.steps.slice(0, link === nothing ? 1 : undefined).map((step) => html`<li>${step}</li>`)
        }
      </ol>
      <div class="actions">
        ${brief ? copyButton(conversation, plainText(brief, texts), t.copyBrief, 'quiet') : nothing}
        ${button('quiet', t.another, () => conversation.restart())}
      </div>
      ${
        outgoing.wipe
          ? html`<p class="muted shared">
              ${button('quiet', texts.delivery.shared, () => outgoing.forgetThisDevice())}
              ${texts.delivery.sharedHelp}
            </p>`
          : nothing
      }
    </div>
  `;
}

function copyButton(
  conversation: Conversation,
  text: string,
  label: string,
  look: string,
  done?: () => void,
): TemplateResult {
  const { copied } = conversation.texts.received;
  const copy = async (event: Event): Promise<void> => {
    const { classList } = event.currentTarget as HTMLElement;
    await navigator.clipboard.writeText(text);
    done?.();
    conversation.say(copied);
    classList.add('done');
    setTimeout(() => classList.remove('done'), 2500);
  };
  return button(
    `copy ${look}`,
    html`<span>${label}</span><span class="after" aria-hidden="true">${copied}</span>`,
    copy,
  );
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

/** The way to follow a brief, where there is one. A link that came over the network is only shown when it leads to a page. */
function followLink(
  { followUrl = 'none:' }: Receipt,
  words: string,
  look = '',
): TemplateResult | typeof nothing {
  return URL.canParse(followUrl, location.href) &&
    /^https?:$/.test(new URL(followUrl, location.href).protocol)
    ? html`<a class=${look} part="follow-link" href=${followUrl}>${words}</a>`
    : nothing;
}

const tick = html`<svg class="tick" viewBox="0 0 64 64" width="72" height="72" aria-hidden="true" fill="none">
  <circle cx="32" cy="32" r="29" />
  <path d="M20 33.5l8.5 8.5L45 24" />
</svg>`;
