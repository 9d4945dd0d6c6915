import * as z from 'zod/mini';
import { anyAnswer, createAsk } from './ask.ts';
import type { TargetAnswer } from './ask.ts';
import { briefBody, briefTitle, renderWithin } from './body/body.ts';
import { escapeMrkdwn, renderSlack } from './body/slack.ts';
import { ConnectorError, defineConnector } from './connector.ts';
import type { Connection, ConnectorContext, Delivery, TargetLink } from './connector.ts';
import { addressSchema, base, hostOf, secretAddressSchema, secretSchema } from './settings.ts';

const TITLE = 'Slack';
/** Slack shows 150 characters of a header. A message of more than 3,000 is folded away. */
const [LONGEST_TITLE, LONGEST] = [150, 3000];
/** Pages of 200 messages that are looked through for a brief, newest first. */
const PAGES = 5;
const EVENT = 'wherefore_brief';

const configSchema = z
  .strictObject({
    /** Of an app in the workspace, with `chat:write`, `channels:read` and `channels:history` (`groups:…` for a private channel). */
    token: z.optional(secretSchema),
    /** The id of the channel: `C0123456789`. The app has to be in it. */
    channel: z.optional(
      z.string().check(z.regex(/^[A-Z][A-Z0-9]{6,30}$/, 'must be the id of a channel, such as C0123456789')),
    ),
    /** @default 'https://slack.com/api' */
    url: z.optional(addressSchema),
    /** An incoming webhook, instead. Messages can't be looked up then, so an answer that got lost may mean a second message. */
    webhookUrl: z.optional(secretAddressSchema),
    includeRequester: z.optional(z.boolean()),
  })
  .check(
    z.refine(
      ({ token, channel, webhookUrl }) => !!webhookUrl !== !!(token && channel),
      'needs a token and a channel, or a webhookUrl',
    ),
  );
export type SlackConfig = z.infer<typeof configSchema>;

const sentSchema = z.object({ ts: z.string() });
const permalinkSchema = z.object({ permalink: z.url({ protocol: /^https$/ }) });
const teamSchema = z.object({ team: z.string() });
const channelSchema = z.object({
  channel: z.object({ name: z.string(), is_member: z.optional(z.boolean()) }),
});
const historySchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z.optional(
        z.object({
          event_type: z.string(),
          event_payload: z.optional(z.object({ brief_id: z.optional(z.unknown()) })),
        }),
      ),
    }),
  ),
  response_metadata: z.optional(z.nullable(z.object({ next_cursor: z.optional(z.string()) }))),
});

/** Messages in one Slack channel, through an app or through an incoming webhook. */
export const slack = defineConnector<SlackConfig>({
  name: 'slack',
  title: 'Slack',
  config: configSchema,
  secrets: ['token', 'webhookUrl'],
  hosts: ({ webhookUrl, url }) => [hostOf(webhookUrl ?? url ?? 'https://slack.com/api')],
  connect: (config, context) =>
    config.webhookUrl ? throughWebhook(config.webhookUrl, config, context) : throughApp(config, context),
});

function throughApp(config: SlackConfig, context: ConnectorContext): Connection {
  const { token = '', channel = '' } = config;
  const api = base(config.url ?? 'https://slack.com/api');
  const ask = createAsk({
    title: TITLE,
    context,
    headers: { authorization: `Bearer ${token}` },
    judge: failureIn,
  });
  const get = <T>(
    method: string,
    query: Record<string, string>,
    answer: z.ZodMiniType<T>,
    signal: AbortSignal,
  ): Promise<T> => ask({ url: `${api}/${method}?${new URLSearchParams(query)}`, answer, signal });
  const linkTo = async (ts: string, signal: AbortSignal): Promise<TargetLink> => {
    const link = { id: `${channel}:${ts}`, label: `Slack ${channel}` };
    // The message is there; that its address can't be had now changes nothing.
    const found = await get('chat.getPermalink', { channel, message_ts: ts }, permalinkSchema, signal).catch(
      () => undefined,
    );
    return found ? { ...link, url: found.permalink } : link;
  };

  return {
    test: async (signal) => {
      const { team } = await get('auth.test', {}, teamSchema, signal);
      const { channel: found } = await get('conversations.info', { channel }, channelSchema, signal);
      if (!found.is_member)
        throw new ConnectorError('config', `${TITLE}: the app is not in #${found.name}: invite it`);
      return `#${found.name}, ${team}`;
    },

    find: async (briefId, signal) => {
      let cursor = '';
      for (let page = 0; page < PAGES; page++) {
        const query = { channel, limit: '200', include_all_metadata: 'true', ...(cursor && { cursor }) };
        const { messages, response_metadata } = await get(
          'conversations.history',
          query,
          historySchema,
          signal,
        );
        const found = messages.find(
          ({ metadata }) => metadata?.event_type === EVENT && metadata.event_payload?.brief_id === briefId,
        );
        if (found) return linkTo(found.ts, signal);
        cursor = response_metadata?.next_cursor ?? '';
        if (!cursor) return undefined;
      }
      return undefined;
    },

    create: async (delivery, signal) => {
      const { ts } = await ask({
        method: 'POST',
        url: `${api}/chat.postMessage`,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: {
          channel,
          ...messageOf(delivery, config),
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: EVENT, event_payload: { brief_id: delivery.brief.id } },
        },
        answer: sentSchema,
        carriesBrief: true,
        signal,
      });
      return linkTo(ts, signal);
    },
  };
}

function throughWebhook(url: string, config: SlackConfig, context: ConnectorContext): Connection {
  const shared = { title: TITLE, context, headers: {} };
  const ask = createAsk(shared);
  const probe = createAsk({ ...shared, judge: knowsWebhook });
  const post = (
    asking: typeof ask,
    body: object,
    carriesBrief: boolean,
    signal: AbortSignal,
  ): Promise<string> => asking({ method: 'POST', url, body, answer: anyAnswer, carriesBrief, signal });

  return {
    test: async (signal) => {
      await post(probe, {}, false, signal);
      return `An incoming webhook of ${TITLE}`;
    },
    create: async (delivery, signal) => {
      const answer = await post(ask, messageOf(delivery, config), true, signal);
      if (answer.trim() !== 'ok') throw new ConnectorError('retry', `${TITLE} did not answer "ok"`);
      return { id: delivery.deliveryId, label: TITLE };
    },
  };
}

/** Slack refuses a message without a text, and posts nothing; an address that it does not know gets another answer. */
function knowsWebhook({ status, text }: TargetAnswer): ConnectorError | 'fine' | undefined {
  if (status === 400 && /^(?:no_text|invalid_payload)/.test(text)) return 'fine';
  return status === 200
    ? new ConnectorError('config', `${TITLE}: this address is no incoming webhook`)
    : undefined;
}

function messageOf(delivery: Delivery, config: SlackConfig): object {
  const title = briefTitle(delivery.brief, LONGEST_TITLE);
  const fits = (text: unknown): boolean => JSON.stringify(text).length <= LONGEST * 2;
  return {
    // For notifications, and read as Slack's own notation, unlike the blocks.
    text: escapeMrkdwn(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title, emoji: false } },
      renderWithin(delivery, briefBody(delivery, config), renderSlack, fits),
    ],
  };
}

const SETTINGS =
  /^(?:invalid_auth|not_authed|account_inactive|token_\w+|missing_scope|no_permission|org_login_required|ekm_access_denied|team_\w+|access_denied|channel_not_found|not_in_channel|is_archived|restricted_action\w*|method_deprecated|not_allowed_token_type|two_factor_setup_required)$/;
const PASSING =
  /^(?:ratelimited|rate_limited|internal_error|fatal_error|service_unavailable|request_timeout|team_added_to_org)$/;

/** Slack says with a 200 that it failed. */
function failureIn({ status, headers, text }: TargetAnswer): ConnectorError | undefined {
  if (status !== 200 || !/json/i.test(headers.get('content-type') ?? '')) return undefined;
  let answer: { ok?: unknown; error?: unknown };
  try {
    answer = JSON.parse(text) as typeof answer;
  } catch {
    return undefined;
  }
  if (answer.ok === true || typeof answer.error !== 'string') return undefined;
  const code = /^\w{1,60}$/.test(answer.error) ? answer.error : 'an error';
  const kind = PASSING.test(code) ? 'retry' : SETTINGS.test(code) ? 'config' : 'refused';
  return new ConnectorError(kind, `${TITLE} answered ${code}`);
}
