import { statusSchema } from '@wherefore/core/brief';
import type { Brief } from '@wherefore/core/brief';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod/mini';
import { anyAnswer, createAsk } from './ask.ts';
import { briefBody, briefTitle } from './body/body.ts';
import { renderMarkdown } from './body/markdown.ts';
import { defineConnector } from './connector.ts';
import type { Delivery, InboundRequest, TargetLink } from './connector.ts';
import { hostOf, readSigned, secretAddressSchema, since, wrongSignature } from './settings.ts';

const TITLE = 'The webhook';

/** Standard Webhooks wants at least 24 bytes, 64 at most. */
function isKey(secret: string): boolean {
  try {
    const { length } = atob(secret.replace(/^whsec_/, ''));
    return length >= 24 && length <= 64;
  } catch {
    return false;
  }
}

const configSchema = z.strictObject({
  url: secretAddressSchema,
  /**
   * `whsec_` and base64, as Standard Webhooks writes them. Every one signs what goes out, and any of them may have signed what comes
   * in, so that both sides change to a new one in their own time.
   */
  secrets: z
    .array(
      z.string().check(z.maxLength(500), z.refine(isKey, 'must be 24 to 64 bytes as base64, after whsec_')),
    )
    .check(z.minLength(1), z.maxLength(5)),
  includeRequester: z.optional(z.boolean()),
});
export type WebhookConfig = z.infer<typeof configSchema>;

/** What a receiver may answer, to be found again under its own name. All of it is optional. */
const placeSchema = z.object({
  id: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
  url: z.optional(z.url({ protocol: /^https?$/ }).check(z.maxLength(2000))),
  label: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});

/** What a receiver sends back: `id` is the one it answered with, else the brief's. */
const stateEventSchema = z.object({
  type: z.literal('wherefore.brief.state'),
  /** Since when it is so. */
  timestamp: z.optional(z.string()),
  data: z.object({
    id: z.string().check(z.minLength(1), z.maxLength(500)),
    state: z.string().check(z.minLength(1), z.maxLength(200)),
    status: z.optional(statusSchema),
    reason: z.optional(z.string().check(z.maxLength(4000))),
  }),
});

/** Any system with an address: signed events as Standard Webhooks describes them, both ways. */
export const webhook = defineConnector<WebhookConfig>({
  name: 'webhook',
  title: 'Webhook',
  config: configSchema,
  secrets: ['secrets', 'url'],
  hosts: ({ url }) => [hostOf(url)],
  connect: (config, context) => {
    const keys = config.secrets.map((secret) => new Webhook(secret));
    const ask = createAsk({ title: TITLE, context, headers: {} });
    const post = (id: string, event: object, signal: AbortSignal, carriesBrief: boolean): Promise<string> => {
      const body = JSON.stringify(event);
      const at = new Date(context.now());
      return ask({
        method: 'POST',
        url: config.url,
        body,
        headers: {
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': keys.map((key) => key.sign(id, at, body)).join(' '),
        },
        answer: anyAnswer,
        carriesBrief,
        signal,
      });
    };
    return {
      test: async (signal) => {
        const timestamp = new Date(context.now()).toISOString();
        await post(crypto.randomUUID(), { type: 'wherefore.ping', timestamp, data: {} }, signal, false);
        return hostOf(config.url);
      },
      create: async (delivery, signal) => {
        const data = eventData(delivery, config);
        // The time of what happened, the same for every try, as the whole body is.
        const event = { type: 'wherefore.brief.received', timestamp: delivery.receivedAt, data };
        const answer = await post(delivery.deliveryId, event, signal, true);
        return placeOf(answer, delivery.brief.id, hostOf(config.url));
      },
      update: async ({ brief, link, status, reason, at, deliveryId }, signal) => {
        const data = { id: link.id, brief: brief.id, status, reason };
        await post(deliveryId, { type: 'wherefore.brief.decided', timestamp: at, data }, signal, true);
      },
      receive: async (request) => {
        if (!keys.some((key) => verifies(key, request))) throw wrongSignature(TITLE);
        const event = readSigned(request.body, stateEventSchema);
        if (!event) return [];
        const { id, state, status, reason } = event.data;
        const at = since(event.timestamp);
        return [
          { id, state: { state, ...(status && { status }), ...(reason !== undefined && { reason }), ...at } },
        ];
      },
    };
  },
});

function eventData(delivery: Delivery, config: WebhookConfig): object {
  const brief: Brief = { ...delivery.brief };
  if (!config.includeRequester) {
    delete brief.requester;
    delete brief.contact;
  }
  return {
    id: brief.id,
    title: briefTitle(brief, 200),
    text: renderMarkdown(briefBody(delivery, config)),
    deskUrl: delivery.deskUrl,
    receivedAt: delivery.receivedAt,
    brief,
  };
}

function placeOf(answer: string, briefId: string, host: string): TargetLink {
  const { id, url, label } = readSigned(answer, placeSchema) ?? {};
  return { id: id ?? briefId, ...(url !== undefined && { url }), label: label ?? host };
}

/** The library refuses what is more than five minutes old or ahead. */
function verifies(key: Webhook, { headers, body }: InboundRequest): boolean {
  try {
    key.verify(body, Object.fromEntries(headers), { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}
