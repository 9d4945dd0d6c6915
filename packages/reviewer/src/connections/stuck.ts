/** How the desk says that something did not reach another system. */
import type { DeliveryRecord } from '@wherefore/core/wire';
import { deliveryTexts, fill } from '@wherefore/core/text';
import type { ScreenLanguage } from '@wherefore/ui';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';

/** Whether somebody has to do something. */
export const isStuck = ({ state, paused }: DeliveryRecord): boolean => state === 'dead' || paused;

/** How it stands, in one plain line. */
export function sentence({ state, kind, paused, title }: DeliveryRecord, language: ScreenLanguage): string {
  const texts = deliveryTexts[language];
  const status = kind === 'status';
  const said =
    state === 'dead'
      ? status
        ? texts.deadStatus
        : texts.dead
      : paused
        ? status
          ? texts.pausedStatus
          : texts.paused
        : status
          ? texts.waitingStatus
          : texts.waiting;
  return fill(said, { title });
}

/** Why, as the connector said it to whoever configures: in English, whatever is on screen. */
export function why({ reason }: { reason?: string | undefined }): TemplateResult | typeof nothing {
  return reason === undefined ? nothing : html`<p class="muted why" lang="en">${reason}</p>`;
}

/** The button that sends it again. */
export function retryButton(
  delivery: DeliveryRecord,
  language: ScreenLanguage,
  busy: boolean,
  onRetry: (delivery: DeliveryRecord) => void,
): TemplateResult {
  const texts = deliveryTexts[language];
  return html`<button
    type="button"
    class="secondary"
    aria-label=${busy ? nothing : fill(texts.retryNamed, { request: `${delivery.title}, ${delivery.request}` })}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${() => onRetry(delivery)}
  >
    ${busy ? texts.retrying : texts.retry}
  </button>`;
}
