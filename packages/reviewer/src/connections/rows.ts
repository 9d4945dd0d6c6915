/** The rows of the view of all connections. */
import type { DeliveryRecord, Target } from '@wherefore/core/wire';
import { deliveryTexts, fill } from '@wherefore/core/text';
import { dateAndTime } from '@wherefore/ui';
import type { ScreenLanguage } from '@wherefore/ui';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { addressOf } from '../shared/address.ts';
import { retryButton, sentence, why } from './stuck.ts';

interface RowState {
  language: ScreenLanguage;
  /** The row whose button was pressed. */
  busy: string | undefined;
  results: ReadonlyMap<string, { good: boolean; text: string }>;
}

type OnTarget = ((target: Target) => void) | undefined;

/** Name of the button that sends everything again to a target. */
export const retryAllOf = (target: string): string => `all of ${target}`;

/** One connection: how it is doing, a test, and where something is stuck, a retry of everything. */
export function renderTarget(
  target: Target,
  { language, busy, results, onTest, onRetryAll }: RowState & { onTest: OnTarget; onRetryAll: OnTarget },
): TemplateResult {
  const texts = deliveryTexts[language];
  const { target: name, title, paused, reason, waiting, dead } = target;
  const testing = busy === name;
  const counts = [
    waiting > 0 && fill(paused ? texts.targetHeld : texts.targetWaiting, { count: waiting }),
    dead > 0 && fill(texts.targetDead, { count: dead }),
  ].filter((text) => text !== false);
  const state = paused
    ? texts.targetPaused
    : reason
      ? texts.targetRetrying
      : counts.length === 0
        ? texts.targetGood
        : nothing;
  return html`<li>
    <div>
      <p><strong>${title}</strong> ${title.includes(name) ? nothing : html`<span class="muted">${name}</span>`}</p>
      <p class=${paused ? '' : 'muted'}>${state}</p>
      ${why({ reason: paused ?? reason })}
      ${counts.map((text) => html`<p class="muted">${text}</p>`)}
    </div>
    <div class="actions">${
      onTest
        ? html`<button
            type="button"
            class="secondary"
            aria-label=${testing ? nothing : fill(texts.testNamed, { title, target: name })}
            aria-disabled=${testing ? 'true' : nothing}
            @click=${() => onTest(target)}
          >
            ${testing ? texts.testing : texts.test}
          </button>`
        : nothing
    }
    ${onRetryAll && (dead > 0 || (paused && waiting > 0)) ? retryAllButton(target, language, busy, onRetryAll) : nothing}</div>
    ${result(results.get(name) ?? results.get(retryAllOf(name)))}
  </li>`;
}

function retryAllButton(
  target: Target,
  language: ScreenLanguage,
  busy: string | undefined,
  onRetryAll: (target: Target) => void,
): TemplateResult {
  const texts = deliveryTexts[language];
  const { target: name, title } = target;
  const sending = busy === retryAllOf(name);
  return html`<button
    type="button"
    class="secondary"
    aria-label=${sending ? nothing : fill(texts.retryAllNamed, { title, target: name })}
    aria-disabled=${sending ? 'true' : nothing}
    @click=${() => onRetryAll(target)}
  >
    ${sending ? texts.retrying : texts.retryAll}
  </button>`;
}

/** One delivery that is stuck: which brief, why, and a retry. Why a connection has stopped stands at the connection. */
export function renderStuck(
  delivery: DeliveryRecord,
  {
    language,
    busy,
    results,
    onRetry,
  }: RowState & { onRetry: ((delivery: DeliveryRecord) => void) | undefined },
): TemplateResult {
  const { id, briefId, request, attempts, updatedAt } = delivery;
  const date = dateAndTime(updatedAt, language);
  return html`<li>
    <div>
      <p><a class="words" href=${addressOf(briefId)}>${request}</a></p>
      <p>${sentence(delivery, language)}</p>
      ${delivery.paused ? nothing : why(delivery)}
      ${attempts > 0 ? html`<p class="muted">${fill(deliveryTexts[language].since, { date })}</p>` : nothing}
    </div>
    ${onRetry ? retryButton(delivery, language, busy === id, onRetry) : nothing} ${result(results.get(id))}
  </li>`;
}

function result(outcome: { good: boolean; text: string } | undefined): TemplateResult | typeof nothing {
  return outcome ? html`<p class="result ${outcome.good ? '' : 'error'}">${outcome.text}</p>` : nothing;
}
