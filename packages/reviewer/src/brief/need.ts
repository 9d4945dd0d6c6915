import { inARow } from '@wherefore/ui';
import type { Brief, SpanKind } from '@wherefore/core';
import { deskTexts, readinessTexts } from '@wherefore/core/text';
import type { NeedSlot } from '@wherefore/core/text';
import type { ScreenLanguage } from '@wherefore/ui';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { readiness } from '@wherefore/core/flow';
import { markedPieces } from './marks.ts';

/** From this many characters on, the leading words are set smaller. */
const LONG = 170;

type Part = TemplateResult | typeof nothing;

/** Who, problem and outcome, in that order. The slot that leads is the heading of the page. */
export function renderNeed(brief: Brief, language: ScreenLanguage): Part {
  const { need } = brief;
  const words: Record<NeedSlot, string> = {
    who: need?.who?.length ? inARow(need.who, brief.language) : '',
    problem: need?.problem?.statement ?? '',
    outcome: need?.outcome?.statement ?? '',
  };
  const lead = words.problem ? 'problem' : words.outcome ? 'outcome' : undefined;
  const slot = (kind: NeedSlot): Part => {
    if (!words[kind]) return nothing;
    const size = words[kind].length > LONG ? 'long' : '';
    return html`<div class="slot ${kind}">
      <p class="label">${deskTexts[language].slots[kind]}</p>
      ${
        kind === lead
          ? html`<h2 class="words ${size}" tabindex="-1" lang=${brief.language}>${words[kind]}</h2>`
          : html`<p class="words ${size}" lang=${brief.language}>${words[kind]}</p>`
      }
    </div>`;
  };
  // Without problem and outcome the request itself leads; it is then not repeated below.
  const asked = lead
    ? nothing
    : html`<h2 class="words asked" tabindex="-1" lang=${brief.language}>${pieces(brief, language)}</h2>`;
  return html`<section class="need" part="need">${slot('who')}${asked}${slot('problem')}${slot('outcome')}</section>`;
}

/** The opening words, verbatim, with the marks as the requester left them. */
export function renderRequest(brief: Brief, language: ScreenLanguage): Part {
  if (!brief.need?.problem?.statement && !brief.need?.outcome?.statement) return nothing;
  return html`<section>
    <h3>${deskTexts[language].request}</h3>
    <blockquote class="request words ${brief.analysis?.spans.length ? 'marked' : ''}" part="request" lang=${brief.language}>${pieces(brief, language)}</blockquote>
  </section>`;
}

function pieces(brief: Brief, language: ScreenLanguage): unknown[] {
  const { marks } = deskTexts[language];
  const tag = (kind: SpanKind) =>
    html`<span class="tag" lang=${language}><span class="visually-hidden"> (</span>${marks[kind]}<span class="visually-hidden">)</span></span>`;
  return markedPieces(brief).map(({ words, kind, last }) =>
    kind === null ? words : html`<mark class=${kind}>${words}${last ? tag(kind) : nothing}</mark>`,
  );
}

/** The means, as their idea. It is there unchanged, and it comes last. */
export function renderIdea(brief: Brief, language: ScreenLanguage): Part {
  if (!brief.means?.length) return nothing;
  const texts = deskTexts[language];
  return html`<section class="idea slot means" part="idea">
    <h3 class="label">${texts.idea}</h3>
    ${brief.means.map(
      ({ words, stillNeeded }) => html`<p class="words" lang=${brief.language}>${words}</p>
        ${stillNeeded === undefined ? nothing : html`<p class="muted">${stillNeeded ? texts.stillNeeded : texts.notStillNeeded}</p>`}`,
    )}
    <p class="muted">${texts.ideaNote}</p>
  </section>`;
}

/** What is still unclear, and why it would help to know. Hints for a talk, never a grade. */
export function renderUnclear(brief: Brief, language: ScreenLanguage): Part {
  const unclear = readiness(brief);
  if (unclear.length === 0) return nothing;
  const texts = deskTexts[language];
  return html`<section class="unclear" part="unclear">
    <h3>${texts.unclear}</h3>
    <ul role="list">
      ${unclear.map((check) => {
        const { what, why } = readinessTexts[language][check];
        return html`<li class=${check}><strong>${what}</strong> ${why}</li>`;
      })}
    </ul>
    <p class="muted">${texts.unclearNote}</p>
  </section>`;
}
