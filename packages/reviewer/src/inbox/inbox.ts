import { BaseElement, statusStyles } from '@wherefore/ui';
import type { Changed, Properties } from '@wherefore/ui';
import type { DeskGateway, Status } from '@wherefore/core';
import type { BriefPage, BriefQuery, BriefRecord, BriefSummary } from '@wherefore/core/wire';
import { deskTexts, fill } from '@wherefore/core/text';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { SessionEndedEvent } from '../desk/session-ended-event.ts';
import { troubleOf } from '../shared/trouble.ts';
import type { Trouble } from '../shared/trouble.ts';
import { BriefChosenEvent } from './brief-chosen-event.ts';
import { filterStyles } from './filters.styles.ts';
import { countOf, foundWords, renderFilters } from './filters.ts';
import { inboxStyles } from './inbox.styles.ts';
import { renderRows } from './rows.ts';

/** Typing is followed by one request after this pause, not by one for every key. */
const PAUSE_MS = 250;

/** The most rows that one request may ask for. */
const MOST = 100;

/**
 * `<wherefore-inbox>`: the list of briefs, with search, filters and more pages. A row leads with the need in the
 * requester's own words and is a real link.
 *
 * Keys: `/` goes to search; in the list the arrow keys or `j` and `k` move along the rows.
 *
 * @tag wherefore-inbox
 * @attr {'nl'|'en'} language - Language on screen; the page's `lang` when absent.
 * @attr {string} current - Id of the brief that is open.
 * @attr {boolean} empty - Set by the element while there are no rows.
 *
 * @fires wherefore-brief-chosen - A row was followed; detail `{ id }`; cancelable.
 * @fires wherefore-session-ended - The list could not be read because nobody is signed in.
 *
 * @csspart filters - Search, states and department.
 * @csspart list - The rows.
 * @csspart row - One row.
 * @csspart state - The pill in a row.
 * @csspart more - The button for the next page.
 * @csspart notice - What stands there when there are no rows.
 */
export class Inbox extends BaseElement {
  static override properties: Properties = {
    ...BaseElement.properties,
    gateway: { attribute: false },
    current: {},
    items: { state: true },
    page: { state: true },
    status: { state: true },
    department: { state: true },
    busy: { state: true },
    trouble: { state: true },
  };
  static override styles = [...[BaseElement.styles].flat(), statusStyles, filterStyles, inboxStyles];

  /** Where the briefs come from. Without one, nothing is loaded yet. */
  declare gateway: DeskGateway | null | undefined;
  declare current: string | null | undefined;

  declare private items: BriefSummary[];
  declare private page: BriefPage | undefined;
  declare private status: Status | undefined;
  declare private department: string | undefined;
  declare private busy: 'list' | 'more' | undefined;
  declare private trouble: Trouble | undefined;

  #q = '';
  #run = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.items = [];
    this.addEventListener('keydown', this.#onKeydown);
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#pause);
    super.disconnectedCallback();
  }

  /** Reads the list again, with as many rows as there are on screen. */
  async refresh(): Promise<void> {
    await this.#load(Math.min(MOST, this.items.length));
  }

  /** Shows a change that was made on the brief's own page, without a request. */
  apply(record: BriefRecord): void {
    const { status, updatedAt } = record;
    const known = this.items.find((item) => item.id === record.brief.id);
    if (!known || !this.page) return;
    this.items = this.items.map((item) => (item === known ? { ...item, status, updatedAt } : item));
    const counts = { ...this.page.counts };
    counts[known.status] = Math.max(0, (counts[known.status] ?? 0) - 1);
    counts[status] = (counts[status] ?? 0) + 1;
    this.page = { ...this.page, counts };
  }

  /** Moves focus to the row of a brief; to the search field when it is not in the list. */
  async focusRow(id: string): Promise<void> {
    await this.updateComplete;
    const target = this.#rows().find((row) => row.dataset['id'] === id) ?? this.#search();
    target?.focus();
  }

  protected override willUpdate(changed: Changed): void {
    if (changed.has('gateway') && this.gateway) void this.#load();
  }

  protected override updated(): void {
    // So that nobody is told to choose one where there is none.
    this.toggleAttribute('empty', this.page !== undefined && this.items.length === 0);
  }

  protected override render(): TemplateResult {
    const language = this.screenLanguage;
    const texts = deskTexts[language];
    return html`<section class="inbox" lang=${language} aria-label=${texts.list}>
      ${renderFilters({
        language,
        page: this.page,
        status: this.status,
        department: this.department,
        onSearch: this.#onSearch,
        onSubmit: this.#onSubmit,
        onStatus: this.#onStatus,
        onDepartment: this.#onDepartment,
      })}
      <div class="results" aria-busy=${this.busy !== undefined}>
        ${this.page ? this.#renderList() : this.trouble ? nothing : this.#renderLoading()} ${this.#renderTrouble()}
      </div>
    </section>`;
  }

  #renderLoading(): TemplateResult {
    return html`<p class="muted note" role="status">${deskTexts[this.screenLanguage].listLoading}</p>
      ${[1, 2, 3, 4].map(() => html`<div class="ghost"><div class="line"></div><div class="line short"></div></div>`)}`;
  }

  #renderList(): TemplateResult {
    const language = this.screenLanguage;
    const texts = deskTexts[language];
    if (this.items.length === 0) return this.#renderEmpty();
    const more = html`<p class="more">
      <button type="button" class="secondary" part="more" aria-disabled=${this.busy === 'more'} @click=${this.#onMore}>
        ${this.busy === 'more' ? texts.loadingMore : texts.more}
      </button>
    </p>`;
    return html`${renderRows(this.items, this.current, language, this.#onRow)}
    ${this.page?.nextCursor ? more : nothing}`;
  }

  #renderEmpty(): TemplateResult {
    const texts = deskTexts[this.screenLanguage];
    if (!this.#narrowed) {
      return html`<div class="notice" part="notice"><h2>${texts.emptyTitle}</h2><p class="muted">${texts.empty}</p></div>`;
    }
    return html`<div class="notice" part="notice">
      <h2>${texts.noneTitle}</h2>
      <p class="muted">${texts.none}</p>
      <button type="button" class="secondary" @click=${this.#onClear}>${texts.clear}</button>
    </div>`;
  }

  #renderTrouble(): TemplateResult | typeof nothing {
    if (!this.trouble) return nothing;
    const texts = deskTexts[this.screenLanguage];
    return html`<div class="notice trouble" part="notice" role="alert">
      <p><strong>${texts.listFailed}</strong> ${this.trouble === 'offline' ? texts.offline : texts.failed}</p>
      <button type="button" class="secondary" @click=${this.#onAgain}>${texts.again}</button>
    </div>`;
  }

  get #narrowed(): boolean {
    return Boolean(this.#q || this.status || this.department);
  }

  #rows(): HTMLAnchorElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLAnchorElement>('.row a')];
  }

  #search(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input[type=search]');
  }

  #query(): BriefQuery {
    return {
      ...(this.#q && { q: this.#q }),
      ...(this.status && { status: this.status }),
      ...(this.department && { department: this.department }),
    };
  }

  async #load(limit = 0): Promise<void> {
    clearTimeout(this.#pause);
    const page = await this.#ask('list', { ...this.#query(), ...(limit > 25 && { limit }) });
    if (!page) return;
    const first = !this.page;
    this.page = page;
    this.items = page.items;
    if (!first) this.announce(foundWords(countOf(page, this.status), this.screenLanguage));
  }

  /** One question to the gateway. Gives nothing when a newer one was asked meanwhile, or when it failed. */
  async #ask(kind: 'list' | 'more', query: BriefQuery): Promise<BriefPage | undefined> {
    if (!this.gateway) return undefined;
    const run = ++this.#run;
    this.busy = kind;
    this.trouble = undefined;
    try {
      const page = await this.gateway.listBriefs(query);
      return run === this.#run ? page : undefined;
    } catch (error) {
      if (run !== this.#run) return undefined;
      const trouble = troubleOf(error);
      this.trouble = trouble;
      if (trouble === 'not-signed-in') this.dispatchEvent(new SessionEndedEvent());
      return undefined;
    } finally {
      if (run === this.#run) this.busy = undefined;
    }
  }

  readonly #onSearch = (event: Event): void => {
    const q = (event.target as HTMLInputElement).value.trim();
    if (q === this.#q) return;
    this.#q = q;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#load(), PAUSE_MS);
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#load();
  };

  readonly #onStatus = (status: Status | undefined): void => {
    this.status = status;
    void this.#load();
  };

  readonly #onDepartment = (event: Event): void => {
    this.department = (event.target as HTMLSelectElement).value || undefined;
    void this.#load();
  };

  readonly #onClear = async (): Promise<void> => {
    const search = this.#search();
    if (search) search.value = '';
    this.#q = '';
    this.status = undefined;
    this.department = undefined;
    search?.focus();
    await this.#load();
  };

  readonly #onMore = async (): Promise<void> => {
    const cursor = this.page?.nextCursor;
    if (!cursor || this.busy) return;
    const page = await this.#ask('more', { ...this.#query(), cursor });
    if (!page) return;
    const known = new Set(this.items.map((item) => item.id));
    const next = page.items.filter((item) => !known.has(item.id));
    this.page = page;
    this.items = [...this.items, ...next];
    this.announce(fill(deskTexts[this.screenLanguage].shown, { count: this.items.length }));
    if (next[0]) await this.focusRow(next[0].id);
  };

  readonly #onAgain = (): void =>
    void (this.page?.nextCursor && this.items.length ? this.#onMore() : this.#load());

  readonly #onRow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { id } = (event.currentTarget as HTMLElement).dataset;
    if (id && !this.dispatchEvent(new BriefChosenEvent(id))) event.preventDefault();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.composedPath()[0];
    const rows = this.#rows();
    const index = rows.indexOf(at as HTMLAnchorElement);
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    let target: HTMLElement | null | undefined;
    if (index >= 0 && step) target = rows[index + step] ?? (step < 0 ? this.#search() : undefined);
    else if (at === this.#search() && event.key === 'ArrowDown') target = rows[0];
    else if (event.key === '/' && !(at instanceof HTMLInputElement)) target = this.#search();
    if (!target) return;
    event.preventDefault();
    target.focus();
  };

  /** Moves focus to the search field. */
  override focus(options?: FocusOptions): void {
    this.#search()?.focus(options);
  }
}
