import { dateAndTime, inARow } from '@wherefore/ui';
import type { Brief } from '@wherefore/core';
import { defaultFlow } from '@wherefore/core/flow';
import type { BriefRecord } from '@wherefore/core/wire';
import { deskTexts, fill, statusTexts } from '@wherefore/core/text';
import type { DeskMessages } from '@wherefore/core/text';
import type { ScreenLanguage } from '@wherefore/ui';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';

type Part = TemplateResult | typeof nothing;
/** A label and what stands beside it; `own` when these are the requester's own words. */
type Fact = [label: string, value: string | number | TemplateResult | undefined, own?: boolean];

/** Everything else that the requester told: how often, how many, how they manage now, who is affected. */
export function renderFacts(brief: Brief, language: ScreenLanguage): Part {
  const texts = deskTexts[language];
  const { problem, outcome } = brief.need ?? {};
  const { currentWay, effects } = brief;
  return facts(
    texts.facts,
    [
      [texts.lastTime, problem?.lastTime, true],
      [texts.howOften, problem?.howOften, true],
      [texts.people, problem?.people],
      [texts.minutesLost, problem?.minutesLost],
      [texts.measure, measure(outcome?.measure, texts), true],
      [texts.tools, currentWay?.tools?.length ? inARow(currentWay.tools, language) : undefined, true],
      [
        texts.channels,
        currentWay?.channels?.length ? inARow(currentWay.channels, language) : undefined,
        true,
      ],
      [texts.workaround, currentWay?.workaround, true],
      [texts.colleagues, effects?.colleagues, true],
      [texts.customers, effects?.customers, true],
      [texts.worseOff, effects?.worseOff, true],
    ],
    brief,
  );
}

/** Who asked, and how they like to be reached. */
export function renderContact(brief: Brief, language: ScreenLanguage): Part {
  const texts = deskTexts[language];
  const { requester, contact } = brief;
  const wish = contact ? (contact.wanted ? texts.contactWanted : texts.contactNotWanted) : undefined;
  const list = facts(
    texts.contact,
    [
      [texts.name, requester?.name],
      [texts.role, requester?.role],
      [texts.department, requester?.department],
      [texts.site, requester?.site],
      [texts.onBehalfOf, requester?.onBehalfOf],
      [texts.email, requester?.email && mailLink(requester.email)],
      [texts.person, contact?.person],
      [texts.channel, contact?.channel && texts.channelNames[contact.channel]],
      [texts.when, contact?.when],
    ],
    brief,
    wish,
  );
  if (list !== nothing) return list;
  return html`<section><h3>${texts.contact}</h3><p class="muted">${wish ?? texts.contactUnknown}</p></section>`;
}

/** The follow-up questions with their answers; a skipped one says so, because that is an answer too. */
export function renderAnswers(brief: Brief, language: ScreenLanguage): Part {
  if (!brief.answers?.length) return nothing;
  const texts = deskTexts[language];
  return html`<section>
    <h3>${texts.answers}</h3>
    <dl class="answers">
      ${brief.answers.map(
        (answer) => html`<div>
          <dt>${question(answer.question, language)}</dt>
          ${
            answer.words
              ? html`<dd class="words" lang=${brief.language}>${answer.words}</dd>`
              : html`<dd class="muted">${texts.skipped}</dd>`
          }
        </div>`,
      )}
    </dl>
  </section>`;
}

/** What happened, newest first. */
export function renderHistory({ history }: BriefRecord, language: ScreenLanguage): TemplateResult {
  const texts = deskTexts[language];
  return html`<section class="past">
    <h3>${texts.history}</h3>
    <ol class="history" part="history" role="list">
      ${history.toReversed().map(
        ({ status, at, by, reason }) => html`<li class=${status}>
          <p><strong>${statusTexts[language][status]}</strong></p>
          <p class=${reason ? 'reason' : 'muted'}>${reason ?? texts.arrived}</p>
          <p class="muted">
            <time datetime=${at}>${dateAndTime(at, language)}</time>${by ? html`, ${fill(texts.by, { name: by })}` : nothing}
          </p>
        </li>`,
      )}
    </ol>
  </section>`;
}

function facts(title: string, list: readonly Fact[], brief: Brief, note?: string): Part {
  const known = list.filter(([, value]) => value !== undefined && value !== '');
  if (known.length === 0) return nothing;
  return html`<section>
    <h3>${title}</h3>
    ${note ? html`<p class="muted">${note}</p>` : nothing}
    <dl class="facts">
      ${known.map(
        ([label, value, own]) => html`<div>
          <dt>${label}</dt>
          ${own ? html`<dd class="words" lang=${brief.language}>${value}</dd>` : html`<dd>${value}</dd>`}
        </div>`,
      )}
    </dl>
  </section>`;
}

type Measure = NonNullable<NonNullable<NonNullable<Brief['need']>['outcome']>['measure']>;

function measure(value: Measure | undefined, texts: DeskMessages): string | undefined {
  if (!value) return undefined;
  const steps = [
    value.from && fill(texts.measureFrom, { value: value.from }),
    value.to && fill(texts.measureTo, { value: value.to }),
    value.by && fill(texts.measureBy, { value: value.by }),
  ].filter(Boolean);
  return steps.length > 0 ? `${value.what}: ${steps.join(', ')}` : value.what;
}

/** The question as it was asked, when it is one of ours; else its name, which is better than nothing. */
function question(id: string, language: ScreenLanguage): string {
  const text = defaultFlow.questions.find((each) => each.id === id)?.text[language];
  return text ? (text.plain ?? text.ask) : id;
}

/** A link only for what really is one address; anything else stays text. */
function mailLink(email: string): TemplateResult | string {
  return /^[^\s@<>?&,;:]+@[^\s@<>?&,;:]+$/.test(email) ? html`<a href="mailto:${email}">${email}</a>` : email;
}
