import { BaseElement } from '@wherefore/ui';
import type { Changed, Properties } from '@wherefore/ui';
import type { DeskGateway } from '@wherefore/core';
import type { BriefLink, BriefRecord, DeliveryRecord } from '@wherefore/core/wire';
import { deliveryTexts, fill } from '@wherefore/core/text';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { DeliveryRetriedEvent } from '../connections/delivery-retried-event.ts';
import { isStuck, retryButton, sentence, why } from '../connections/stuck.ts';
import { SessionEndedEvent } from '../desk/session-ended-event.ts';
import { troubleOf } from '../shared/trouble.ts';
import { elsewhereStyles } from './elsewhere.styles.ts';

/**
 * `<wherefore-elsewhere>`: where a brief is in other systems and how it stands there, and what did not arrive yet,
 * with a button to send it again. Nothing at all for a brief that goes nowhere.
 *
 * @tag wherefore-elsewhere
 * @attr {'nl'|'en'} language - Language on screen; the page's `lang` when absent.
 *
 * @fires wherefore-delivery-retried - Something is sent again; detail `{ delivery }`.
 * @fires wherefore-session-ended - It could not be sent again because nobody is signed in.
 *
 * @csspart elsewhere - The section.
 */
export class Elsewhere extends BaseElement {
  static override properties: Properties = {
    ...BaseElement.properties,
    gateway: { attribute: false },
    record: { attribute: false },
    retried: { state: true },
    busyId: { state: true },
    failedId: { state: true },
  };
  static override styles = [...[BaseElement.styles].flat(), elsewhereStyles];

  /** Sends again. Without one that can, there are no buttons. */
  declare gateway: DeskGateway | null | undefined;
  declare record: BriefRecord | null | undefined;

  /** What became of the deliveries that were sent again from here. */
  declare private retried: ReadonlyMap<string, DeliveryRecord>;
  declare private busyId: string | undefined;
  declare private failedId: string | undefined;

  constructor() {
    super();
    this.retried = new Map();
  }

  protected override willUpdate(changed: Changed): void {
    if (changed.has('record')) this.retried = new Map();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { links = [], deliveries = [] } = this.record ?? {};
    if (links.length + deliveries.length === 0) return nothing;
    const language = this.screenLanguage;
    return html`<section part="elsewhere" lang=${language} aria-labelledby="title">
      <h3 id="title" tabindex="-1">${deliveryTexts[language].links}</h3>
      <ul role="list">
        ${links.map(renderLink)}
        ${deliveries.map((each) => this.#renderDelivery(this.retried.get(each.id) ?? each))}
      </ul>
    </section>`;
  }

  #renderDelivery(delivery: DeliveryRecord): TemplateResult {
    const language = this.screenLanguage;
    const stuck = isStuck(delivery);
    return html`<li class=${stuck ? 'stuck' : 'waiting'}>
      <div>
        <p class=${stuck ? '' : 'muted'}>${sentence(delivery, language)}</p>
        ${why(delivery)}
      </div>
      ${
        stuck && this.gateway?.retryDelivery
          ? retryButton(delivery, language, this.busyId === delivery.id, this.#onRetry)
          : nothing
      }
      ${
        this.failedId === delivery.id
          ? html`<p class="error" role="alert">${deliveryTexts[language].notRetried}</p>`
          : nothing
      }
    </li>`;
  }

  readonly #onRetry = async ({ id, title }: DeliveryRecord): Promise<void> => {
    if (this.busyId) return;
    this.busyId = id;
    this.failedId = undefined;
    try {
      const delivery = await this.gateway?.retryDelivery?.(id);
      if (!delivery) return;
      this.retried = new Map([...this.retried, [id, delivery]]);
      this.announce(fill(deliveryTexts[this.screenLanguage].retried, { title }));
      this.dispatchEvent(new DeliveryRetriedEvent(delivery));
      // The button is gone, and focus must not fall to the top of the page.
      await this.focusOn('h3');
    } catch (error) {
      if (troubleOf(error) === 'not-signed-in') this.dispatchEvent(new SessionEndedEvent());
      else this.failedId = id;
    } finally {
      this.busyId = undefined;
    }
  };
}

function renderLink({ title, label, url, state }: BriefLink): TemplateResult {
  return html`<li class="link">
    <p>
      ${title}:
      ${url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}</a>` : label}
    </p>
    ${state ? html`<p class="muted state">${state}</p>` : nothing}
  </li>`;
}
