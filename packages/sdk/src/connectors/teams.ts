import * as z from 'zod/mini';
import { anyAnswer, createAsk } from './ask.ts';
import { briefBody, briefTitle, renderWithin } from './body/body.ts';
import { renderCard } from './body/card.ts';
import { defineConnector } from './connector.ts';
import { hostOf, secretAddressSchema } from './settings.ts';

const TITLE = 'Microsoft Teams';
/** Teams takes messages of 28 kB from a webhook. */
const LARGEST = 25_000;

const configSchema = z.strictObject({
  /** From the workflow "Post to a channel when a webhook request is received". It is a secret: whoever has it can post. */
  webhookUrl: secretAddressSchema,
  includeRequester: z.optional(z.boolean()),
});
export type TeamsConfig = z.infer<typeof configSchema>;

/**
 * Messages in one channel of Microsoft Teams, through a workflow. They can't be looked up, and a workflow knows no idempotency key, so an
 * answer that got lost may mean a second message.
 */
export const teams = defineConnector<TeamsConfig>({
  name: 'teams',
  title: 'Microsoft Teams',
  config: configSchema,
  secrets: ['webhookUrl'],
  hosts: ({ webhookUrl }) => [hostOf(webhookUrl)],
  connect: (config, context) => {
    const ask = createAsk({ title: TITLE, context, headers: {} });
    return {
      // Every request starts the workflow, so nothing is sent.
      test: async () =>
        `A workflow at ${hostOf(config.webhookUrl)}; only a first brief shows whether it works`,
      create: async (delivery, signal) => {
        const title = briefTitle(delivery.brief, 150);
        const render: typeof renderCard = (blocks) =>
          renderCard([{ kind: 'heading', text: title }, ...blocks]);
        const card = renderWithin(
          delivery,
          briefBody(delivery, config),
          render,
          (text) => new TextEncoder().encode(JSON.stringify(text)).length <= LARGEST,
        );
        await ask({
          method: 'POST',
          url: config.webhookUrl,
          body: {
            type: 'message',
            attachments: [
              { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card },
            ],
          },
          answer: anyAnswer,
          carriesBrief: true,
          signal,
        });
        return { id: delivery.deliveryId, label: TITLE };
      },
    };
  },
});
