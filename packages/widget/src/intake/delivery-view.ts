import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Brief } from '@wherefore/core/brief';
import { fill } from '@wherefore/core/text';
import type { IntakeMessages } from '@wherefore/core/text';
import type { Receipt } from '@wherefore/core/wire';
import type { Delivery } from '@wherefore/sdk/outbox';
import type { Conversation } from './conversation.ts';
import { laterView } from './later-view.ts';

/** A brief on its way: where it is in words, what that means, and the text within reach when it takes longer. */
export function deliveryView(conversation: Conversation): TemplateResult {
  const { state, texts, outgoing } = conversation;
  const delivery = outgoing.current;
  const failure = delivery ? delivery.reason : state.failure;
  const sending = delivery ? delivery.state === 'sending' : !failure;
  if (!failure) {
    // What is not kept must not be said to be safe.
    const unkept = delivery?.kept === false;
    return html`
      <div class="delivery sending">
        <h2 tabindex="-1">${texts.sending.title}</h2>
        <p class="help">${unkept ? texts.delivery.notKept : texts.sending.help}</p>
        <div class="travel" aria-hidden="true"></div>
      </div>
    `;
  }
  const t = texts.failed;
  const editable = delivery?.editable ?? true;
  const names = delivery ? outgoing.fieldNames(delivery) : [];
  const edit = (): void => (delivery ? void outgoing.edit() : conversation.dispatch({ type: 'went-back' }));
  const again = (): void => {
    if (!delivery) conversation.send();
    else if (!sending) outgoing.retry(delivery.id);
  };
  return html`
    <div class="delivery failed">
      ${delivery ? html`<p class="muted state">${stateName(texts, delivery)}</p>` : nothing}
      <h2 tabindex="-1">${t.title}</h2>
      <p class="help">${reasonText(texts, failure)}</p>
      ${names.length ? html`<p>${fill(texts.delivery.look, { fields: list(state.language, names) })}</p>` : nothing}
      ${
        delivery && !delivery.kept
          ? html`<p class="kept">${texts.delivery.notKept}</p>`
          : html`<p class="kept">${t.kept}</p>
              ${delivery && delivery.state !== 'needs-you' ? html`<p>${texts.delivery.byItself}</p>` : nothing}`
      }
      <div class="actions">
        ${
          delivery?.editable
            ? nothing
            : html`<button class="primary" type="button" aria-disabled=${sending ? 'true' : nothing} @click=${again}>
                ${t.again}
              </button>`
        }
        ${
          editable
            ? html`<button class=${delivery ? 'primary' : 'secondary'} type="button" @click=${edit}>${t.edit}</button>`
            : nothing
        }
        ${state.brief ? rescue(conversation, state.brief, delivery) : nothing}
        ${
          delivery
            ? html`<button class="quiet" type="button" @click=${() => conversation.restart()}>
                ${texts.received.another}
              </button>`
            : nothing
        }
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
            ${delivery.brief ? html`<blockquote>${delivery.brief.request}</blockquote>` : nothing}
            ${
              delivery.receipt
                ? followLink(delivery.receipt, texts.received.follow)
                : html`<div class="actions">
                    <button class="secondary" type="button" @click=${() => outgoing.retry(delivery.id)}>
                      ${texts.failed.again}
                    </button>
                    ${delivery.brief ? rescue(conversation, delivery.brief, delivery) : nothing}
                  </div>`
            }
          </li>`,
        )}
      </ul>
    </section>
  `;
}

/** Ways to have the words whatever happens: copy, print, mail; and only after one of those, remove. */
function rescue(conversation: Conversation, brief: Brief, delivery: Delivery | undefined): TemplateResult {
  const { texts } = conversation;
  const t = texts.delivery;
  const text = plainText(brief, texts);
  const rescued = (button: HTMLElement): void => {
    const discard = button.parentElement?.querySelector<HTMLElement>(`[data-discard="${brief.id}"]`);
    if (discard) discard.hidden = false;
  };
  const print = (event: Event): void => {
    printText(text);
    rescued(event.currentTarget as HTMLElement);
  };
  const mailed = (event: Event): void => rescued(event.currentTarget as HTMLElement);
  const mail = `mailto:?subject=${encodeURIComponent(texts.yourRequest)}&body=${encodeURIComponent(text)}`;
  return html`
    ${copyButton(conversation, text, texts.failed.copy, 'quiet', rescued)}
    <button class="quiet" type="button" @click=${print}>${t.print}</button>
    <a class="button quiet" href=${mail} @click=${mailed}>${t.mail}</a>
    ${
      delivery && delivery.state !== 'sending'
        ? html`<button
            class="quiet"
            type="button"
            data-discard=${brief.id}
            hidden
            @click=${() => conversation.outgoing.discard(delivery.id)}
          >
            ${t.discard}
          </button>`
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

function stateName(texts: IntakeMessages, delivery: Delivery): string {
  const t = texts.delivery;
  const names = {
    sending: t.sending,
    received: t.received,
    'needs-you': t.needsYou,
    'on-device': t.onDevice,
  };
  return delivery.state === 'on-device' && !delivery.kept ? texts.failed.title : names[delivery.state];
}

/** Where a brief is and why, in a sentence or two. */
export function stateWords({ texts }: Conversation, delivery: Delivery): string {
  const { state, reason } = delivery;
  const name = stateName(texts, delivery);
  return reason === null || state === 'sending' ? `${name}.` : `${name}. ${reasonText(texts, reason)}`;
}

const list = (language: string, names: readonly string[]): string =>
  new Intl.ListFormat(language).format(names);

function reasonText(texts: IntakeMessages, code: string): string {
  if (code === 'forbidden') return texts.delivery.forbidden;
  return code === 'brief-differs' ? texts.delivery.differs : texts.failed[reason(code)];
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
  const link = followLink(receipt, t.follow, 'button primary');
  const date = new Intl.DateTimeFormat(state.language, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(receipt.receivedAt),
  );
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
        <button class="quiet" type="button" @click=${() => conversation.restart()}>${t.another}</button>
      </div>
      ${
        conversation.outgoing.canForget
          ? html`<p class="muted">
              <button class="quiet" type="button" @click=${() => conversation.outgoing.forgetThisDevice()}>
                ${texts.delivery.shared}
              </button>
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
  done: (button: HTMLElement) => void = () => {},
): TemplateResult {
  const copy = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    const { copied } = conversation.texts.received;
    await navigator.clipboard.writeText(text);
    done(button);
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
