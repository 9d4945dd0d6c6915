import type { FollowView, HistoryEntry } from '@wherefore/core/wire';
import { fill, followTexts, statusTexts } from '@wherefore/core/text';
import { longDate } from '@wherefore/ui';
import type { ScreenLanguage } from '@wherefore/ui';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';

/** From this many characters on, the opening words are set smaller, so that the state stays in sight. */
const LONG = 180;

/** The whole letter: the request, where it stands, what happened, what was told. */
export function letter(view: FollowView, language: ScreenLanguage): TemplateResult {
  const texts = followTexts[language];
  return html`
    <header>
      <h1>${fill(texts.title, { date: longDate(view.receivedAt, language) })}</h1>
      <blockquote class="request words ${view.request.length > LONG ? 'long' : ''}" part="request" lang=${view.language}
        >${view.request}</blockquote
      >
    </header>
    ${now(view, language)} ${earlier(view.history.slice(0, -1), language)}
    ${told(view, language)}
    <footer class="muted">${texts.keep}</footer>
  `;
}

/** The newest entry as the answer of a person, and what happens after it. */
function now(view: FollowView, language: ScreenLanguage): TemplateResult {
  const texts = followTexts[language];
  const last = view.history.at(-1);
  const next = texts.next[view.status];
  const answer = html`<p class="reason" part="reason">${last?.reason}</p>
    ${last?.by ? html`<p class="by">${last.by}</p>` : nothing}
    <h3>${texts.after}</h3>`;
  return html`<section class="now" part="now" aria-labelledby="now">
    <h2 id="now">${texts.now}</h2>
    <p class="step">
      <span class="pill ${view.status}" part="state">${statusTexts[language][view.status]}</span>
      <time datetime=${last?.at ?? view.updatedAt}>${longDate(last?.at ?? view.updatedAt, language)}</time>
    </p>
    ${last?.reason ? answer : nothing}
    <p class="next">${next}</p>
  </section>`;
}

/** The way up to now, newest first. */
function earlier(
  entries: readonly HistoryEntry[],
  language: ScreenLanguage,
): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  const texts = followTexts[language];
  return html`<section aria-labelledby="earlier">
    <h2 id="earlier">${texts.earlier}</h2>
    <ol class="history" part="history" role="list">
      ${entries.toReversed().map(
        ({ status, at, by, reason }) => html`<li class=${status}>
          <p class="step">
            <strong>${statusTexts[language][status]}</strong>
            <time datetime=${at}>${longDate(at, language)}</time>
          </p>
          <p class=${reason ? 'reason' : 'muted'}>${reason ?? texts.arrived}</p>
          ${by ? html`<p class="by">${by}</p>` : nothing}
        </li>`,
      )}
    </ol>
  </section>`;
}

/** Until then the idea waits for its turn. */
const UNDECIDED = /^(?:received|reviewing)$/;

function told(view: FollowView, language: ScreenLanguage): TemplateResult | typeof nothing {
  const texts = followTexts[language];
  const { who, problem, outcome } = view.need ?? {};
  const means = (view.means ?? []).map((m) => m.words);
  const slots = [
    slot('who', texts.who, who ?? [], view),
    slot('problem', texts.problem, problem ? [problem.statement] : [], view),
    slot('outcome', texts.outcome, outcome ? [outcome.statement] : [], view),
    slot('means', texts.idea, means, view, UNDECIDED.test(view.status) ? texts.ideaNote : undefined),
  ];
  if (slots.every((each) => each === nothing)) return nothing;
  return html`<section part="need" aria-labelledby="told">
    <h2 id="told">${texts.told}</h2>
    <dl>${slots}</dl>
  </section>`;
}

function slot(
  kind: string,
  label: string,
  lines: readonly string[],
  view: FollowView,
  note?: string | undefined,
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<div class="slot ${kind}">
    <dt>${label}</dt>
    ${lines.map((line) => html`<dd class="words" lang=${view.language}>${line}</dd>`)}
    ${note ? html`<dd class="muted">${note}</dd>` : nothing}
  </div>`;
}
