import type { Status } from '@wherefore/core';
import type { BriefPage } from '@wherefore/core/wire';
import { deskTexts, fill, statusTexts } from '@wherefore/core/text';
import type { ScreenLanguage } from '@wherefore/ui';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';

/** In the order of a brief's life. Spelled out here so that a list in the browser needs no schema. */
const ORDER = [
  'received',
  'reviewing',
  'accepted',
  'later',
  'declined',
  'merged',
  'solved',
  'delivered',
] as const;

const ARROW = html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 8 5 5 5-5" /></svg>`;

export interface Filters {
  language: ScreenLanguage;
  page: BriefPage | undefined;
  status: Status | undefined;
  department: string | undefined;
  onSearch: (event: Event) => void;
  onSubmit: (event: Event) => void;
  onStatus: (status: Status | undefined) => void;
  onDepartment: (event: Event) => void;
}

/** Search, states with their counts, and department. */
export function renderFilters(filters: Filters): TemplateResult {
  const texts = deskTexts[filters.language];
  return html`<search class="filters" part="filters">
    <form @submit=${filters.onSubmit}>
      <label class="visually-hidden" for="search">${texts.search}</label>
      <div class="search">
        <svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" /><path d="m13 13 4 4" /></svg>
        <input
          id="search"
          type="search"
          maxlength="200"
          autocomplete="off"
          enterkeyhint="search"
          placeholder=${texts.searchHint}
          aria-keyshortcuts="/"
          @input=${filters.onSearch}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      ${filters.page ? html`${states(filters, filters.page)} ${head(filters, filters.page)}` : nothing}
    </form>
  </search>`;
}

/** Buttons that show the counts at a glance where there is room, a menu where there is not. */
function states(
  { language, status, onStatus }: Filters,
  { counts }: BriefPage,
): TemplateResult | typeof nothing {
  const texts = deskTexts[language];
  const used = ORDER.filter((value) => counts[value] || value === status);
  if (used.length === 0) return nothing;
  const choices: { value: Status | undefined; label: string; count: number }[] = [
    {
      value: undefined,
      label: texts.all,
      count: Object.values(counts).reduce((sum, count) => sum + count, 0),
    },
    ...used.map((value) => ({ value, label: statusTexts[language][value], count: counts[value] ?? 0 })),
  ];
  const onMenu = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    onStatus(ORDER.find((each) => each === value));
  };
  return html`<div class="chips" role="group" aria-label=${texts.states}>
      ${choices.map(
        ({ value, label, count }) =>
          html`<button
            type="button"
            class="chip"
            aria-pressed=${value === status ? 'true' : 'false'}
            @click=${() => onStatus(value)}
          >
            ${label} <span class="count">${count}</span>
          </button>`,
      )}
    </div>
    <div class="menu states">
      <label class="visually-hidden" for="states">${texts.states}</label>
      <select id="states" @change=${onMenu}>
        ${choices.map(
          ({ value, label, count }) =>
            html`<option value=${value ?? ''} .selected=${value === status}>${label} (${count})</option>`,
        )}
      </select>
      ${ARROW}
    </div>`;
}

/** How many there are, and from which department. */
function head(
  { language, status, department, onDepartment }: Filters,
  page: BriefPage,
): TemplateResult | typeof nothing {
  const texts = deskTexts[language];
  const names = page.departments;
  const listed = department && !names.includes(department) ? [...names, department] : names;
  const menu = html`<div class="menu department">
    <label class="visually-hidden" for="department">${texts.department}</label>
    <select id="department" @change=${onDepartment}>
      <option value="" .selected=${!department}>${texts.allDepartments}</option>
      ${listed.map((name) => html`<option value=${name} .selected=${name === department}>${name}</option>`)}
    </select>
    ${ARROW}
  </div>`;
  const count = countOf(page, status);
  if (count === 0 && listed.length === 0) return nothing;
  return html`<div class="head">
    <p class="muted">${count > 0 ? foundWords(count, language) : ''}</p>
    ${listed.length > 0 ? menu : nothing}
  </div>`;
}

/** How many briefs there are in all, on this page and the next ones. */
export function countOf({ counts }: BriefPage, status: Status | undefined): number {
  return status ? (counts[status] ?? 0) : Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export function foundWords(count: number, language: ScreenLanguage): string {
  const texts = deskTexts[language];
  return count === 0 ? texts.foundNone : count === 1 ? texts.foundOne : fill(texts.found, { count });
}
