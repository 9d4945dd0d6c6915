import { ago, inARow, longDate } from '@wherefore/ui';
import type { BriefSummary } from '@wherefore/core/wire';
import { deskTexts, fill } from '@wherefore/core/text';
import type { ScreenLanguage } from '@wherefore/ui';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { leadOf } from '../brief/lead.ts';
import { addressOf } from '../shared/address.ts';
import { pill } from '../shared/pill.ts';

/** The rows of the list: words first, then for whom, where from, how it stands and since when. */
export function renderRows(
  items: readonly BriefSummary[],
  current: string | null | undefined,
  language: ScreenLanguage,
  onRow: (event: MouseEvent) => void,
): TemplateResult {
  return html`<ul class="list" part="list" role="list">
    ${repeat(
      items,
      (item) => item.id,
      (item) => row(item, item.id === current, language, onRow),
    )}
  </ul>`;
}

function row(
  item: BriefSummary,
  current: boolean,
  language: ScreenLanguage,
  onRow: (event: MouseEvent) => void,
): TemplateResult {
  const texts = deskTexts[language];
  const who = item.need?.who ?? [];
  const forWho = who.length > 0 ? fill(texts.forWho, { who: inARow(who, language) }) : '';
  // The words are the link, so that its name is short; it covers the whole row for a pointer.
  return html`<li class="row ${item.status === 'received' ? 'fresh' : ''}" part="row">
    <a
      class="lead words"
      href=${addressOf(item.id)}
      lang=${item.language}
      data-id=${item.id}
      aria-current=${current ? 'true' : nothing}
      @click=${onRow}
      >${leadOf(item)}</a
    >
    ${
      forWho || item.department
        ? html`<p class="from">
          ${forWho ? html`<span>${forWho}</span>` : nothing}
          ${item.department ? html`<span>${item.department}</span>` : nothing}
        </p>`
        : nothing
    }
    <p class="stand">
      ${pill(item.status, language)}
      <time datetime=${item.receivedAt} title=${longDate(item.receivedAt, language)}
        >${ago(item.receivedAt, language)}</time
      >
    </p>
  </li>`;
}
