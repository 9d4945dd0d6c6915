import { BaseElement } from '@wherefore/ui';
import type { Changed, Properties } from '@wherefore/ui';
import type { DeskGateway } from '@wherefore/core';
import type { DeliveryRecord, Target } from '@wherefore/core/wire';
import { deliveryTexts, fill } from '@wherefore/core/text';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { SessionEndedEvent } from '../desk/session-ended-event.ts';
import { troubleOf } from '../shared/trouble.ts';
import { connectionsStyles } from './connections.styles.ts';
import { DeliveryRetriedEvent } from './delivery-retried-event.ts';
import { renderStuck, renderTarget, retryAllOf } from './rows.ts';

/**
 * `<wherefore-connections>`: a button that says how many deliveries are stuck, and behind it every connection with a test, and
 * everything that could not be delivered with a retry. Nothing at all where briefs go nowhere else.
 *
 * @tag wherefore-connections
 * @attr {'nl'|'en'} language - Language on screen; the page's `lang` when absent.
 *
 * @fires wherefore-delivery-retried - Something is sent again; detail `{ delivery }`.
 * @fires wherefore-session-ended - Something was asked for and nobody is signed in.
 *
 * @csspart open - The button.
 * @csspart panel - What it opens.
 */
export class Connections extends BaseElement {
  static override properties: Properties = {
    ...BaseElement.properties,
    gateway: { attribute: false },
    targets: { state: true },
    stuck: { state: true },
    nextCursor: { state: true },
    open: { state: true },
    trouble: { state: true },
    busy: { state: true },
    results: { state: true },
  };
  static override styles = [...[BaseElement.styles].flat(), connectionsStyles];

  /** Where it all comes from. Without one that knows other systems, there is nothing to see. */
  declare gateway: DeskGateway | null | undefined;

  declare private targets: readonly Target[];
  declare private stuck: readonly DeliveryRecord[] | undefined;
  declare private nextCursor: string | undefined;
  declare private open: boolean;
  declare private trouble: boolean;
  /** What somebody pressed: the id of a delivery, the name of a target, or `retryAllOf` it. */
  declare private busy: string | undefined;
  /** What came of it, by the same names, in words. */
  declare private results: ReadonlyMap<string, { good: boolean; text: string }>;

  #run = 0;

  constructor() {
    super();
    this.targets = [];
    this.open = false;
    this.trouble = false;
    this.results = new Map();
  }

  /** Counts again, and reads the list again when it is open. */
  async refresh(): Promise<void> {
    const run = ++this.#run;
    await this.#ask(async (gateway) => {
      const { items = [] } = (await gateway.listTargets?.()) ?? {};
      if (run !== this.#run) return;
      this.targets = items;
      if (!this.open || items.length === 0) return;
      const page = await gateway.listDeliveries?.({ state: 'stuck' });
      if (run !== this.#run) return;
      this.stuck = page?.items ?? [];
      this.nextCursor = page?.nextCursor;
    });
  }

  protected override willUpdate(changed: Changed): void {
    if (changed.has('gateway') && this.gateway?.listTargets) void this.refresh();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.targets.length === 0) return nothing;
    const language = this.screenLanguage;
    const texts = deliveryTexts[language];
    const count = this.targets.reduce(
      (sum, { paused, waiting, dead }) => sum + dead + (paused ? waiting : 0),
      0,
    );
    return html`<div lang=${language}>
      <button
        type="button"
        part="open"
        class="open secondary ${count > 0 ? 'alarm' : ''}"
        aria-expanded=${this.open}
        @click=${this.#onToggle}
      >
        ${count > 0 ? fill(texts.stuckCount, { count }) : texts.connections}
      </button>
      ${this.open ? this.#renderPanel() : nothing}
    </div>`;
  }

  #renderPanel(): TemplateResult {
    const language = this.screenLanguage;
    const texts = deliveryTexts[language];
    const { stuck, busy, results } = this;
    const row = { language, busy, results };
    return html`<div class="panel" part="panel">
      <section class="list targets" aria-labelledby="connections">
        <h2 id="connections" tabindex="-1">${texts.connections}</h2>
        <ul role="list" class="list">
          ${this.targets.map((target) =>
            renderTarget(target, {
              ...row,
              onTest: this.gateway?.testTarget && this.#onTest,
              onRetryAll: this.gateway?.retryTarget && this.#onRetryAll,
            }),
          )}
        </ul>
      </section>
      <section aria-labelledby="stuck">
        <h2 id="stuck" tabindex="-1">${texts.stuck}</h2>
        ${this.trouble ? this.#renderTrouble() : stuck ? nothing : html`<p role="status" class="muted">${texts.loading}</p>`}
        ${stuck ? html`<p class="muted">${stuck.length > 0 ? texts.stuckNote : texts.stuckNone}</p>` : nothing}
        <ul role="list" class="list stuck">
          ${stuck?.map((each) => renderStuck(each, { ...row, onRetry: this.gateway?.retryDelivery && this.#onRetry }))}
        </ul>
        ${
          this.nextCursor
            ? html`<button type="button" class="secondary" @click=${this.#onMore}>${texts.more}</button>`
            : nothing
        }
      </section>
    </div>`;
  }

  #renderTrouble(): TemplateResult {
    const texts = deliveryTexts[this.screenLanguage];
    return html`<div role="alert">
      <p class="error">${texts.failed}</p>
      <button type="button" class="secondary" @click=${() => void this.refresh()}>${texts.again}</button>
    </div>`;
  }

  /** Whether it went well; what did not is on screen. */
  async #ask(work: (gateway: DeskGateway) => Promise<void>): Promise<boolean> {
    const { gateway } = this;
    if (!gateway) return false;
    try {
      await work(gateway);
      this.trouble = false;
      return true;
    } catch (error) {
      if (troubleOf(error) === 'not-signed-in') this.dispatchEvent(new SessionEndedEvent());
      else this.trouble = true;
      return false;
    }
  }

  readonly #onToggle = async (): Promise<void> => {
    this.open = !this.open;
    this.results = new Map();
    if (this.open) await this.refresh();
  };

  readonly #onMore = (): void => {
    void this.#ask(async (gateway) => {
      const page = await gateway.listDeliveries?.({ state: 'stuck', cursor: this.nextCursor });
      this.stuck = [...(this.stuck ?? []), ...(page?.items ?? [])];
      this.nextCursor = page?.nextCursor;
    });
  };

  readonly #onTest = (target: Target): Promise<void> =>
    this.#press(target.target, deliveryTexts[this.screenLanguage].testFailed, async (gateway) => {
      const result = await gateway.testTarget?.(target.target);
      if (!result) return;
      const texts = deliveryTexts[this.screenLanguage];
      const text = fill(result.ok ? texts.testGood : texts.testBad, { message: result.message });
      // Everything that waited goes on after a good test.
      if (result.ok) await this.refresh();
      this.#say(target.target, result.ok, text);
    });

  readonly #onRetryAll = ({ target }: Target): Promise<void> =>
    this.#press(retryAllOf(target), deliveryTexts[this.screenLanguage].notRetried, async (gateway) => {
      const again = await gateway.retryTarget?.(target);
      if (!again) return;
      // The button goes away with what it was for.
      await this.focusOn('#connections');
      await this.refresh();
      const { count } = again;
      this.#say(target, true, fill(deliveryTexts[this.screenLanguage].retriedAll, { count }));
    });

  readonly #onRetry = (delivery: DeliveryRecord): Promise<void> =>
    this.#press(delivery.id, deliveryTexts[this.screenLanguage].notRetried, async (gateway) => {
      const again = await gateway.retryDelivery?.(delivery.id);
      if (!again) return;
      this.stuck = this.stuck?.filter(({ id }) => id !== delivery.id);
      this.dispatchEvent(new DeliveryRetriedEvent(again));
      await this.focusOn('#stuck');
      await this.refresh();
      // For the eye too: while its connection stands still, it stays in the list.
      this.#say(
        delivery.id,
        true,
        fill(deliveryTexts[this.screenLanguage].retried, { title: delivery.title }),
      );
    });

  /** One press at a time; what it came to stands beside the button. */
  async #press(name: string, failed: string, work: (gateway: DeskGateway) => Promise<void>): Promise<void> {
    const { gateway } = this;
    if (!gateway || this.busy) return;
    this.busy = name;
    this.results = new Map();
    try {
      await work(gateway);
    } catch (error) {
      if (troubleOf(error) === 'not-signed-in') this.dispatchEvent(new SessionEndedEvent());
      else this.#say(name, false, failed);
    } finally {
      this.busy = undefined;
    }
  }

  #say(name: string, good: boolean, text: string): void {
    this.results = new Map([[name, { good, text }]]);
    this.announce(text);
  }
}
