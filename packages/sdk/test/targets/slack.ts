/** As much of Slack as the connector uses, after docs.slack.dev: chat.postMessage, conversations.history and incoming webhooks. */
import type { SlackConfig } from '../../src/connectors/slack.ts';
import type { SlackElement } from '../../src/connectors/body/slack.ts';
import type { RunningTarget, Ticket } from '../../src/testing/connector-contract.ts';
import { Refusal, jsonOf, startTargetServer } from './target-server.ts';
import type { Answer, Asked, TargetServer } from './target-server.ts';

const [TOKEN, CHANNEL, HOOK] = [
  'xoxb-of-this-test',
  'C0123456789',
  '/services/T000/B000/secret-of-this-test',
];

interface Message {
  ts: string;
  text: string;
  blocks: SlackElement[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
}

export interface SlackTarget extends RunningTarget<SlackConfig> {
  server: TargetServer;
  messages: Message[];
  channel: { name: string; is_member: boolean };
  /** Fails like this from now on. */
  fail(answer: Answer | undefined): void;
}

const fault = (error: string): Answer => ({ status: 200, body: { ok: false, error } });

export async function startSlack(way: 'app' | 'webhook'): Promise<SlackTarget> {
  const messages: Message[] = [];
  const channel = { name: 'needs', is_member: true };
  let failing: Answer | undefined;
  const server = await startTargetServer((asked): Answer => {
    if (failing) return failing;
    const { method, path, query, headers } = asked;
    if (path.startsWith('/services/')) return posted(asked, messages);
    if (headers.authorization !== `Bearer ${TOKEN}`) return fault('invalid_auth');
    const route = `${method} ${path.replace('/api/', '')}`;
    if (route === 'GET auth.test')
      return { status: 200, body: { ok: true, team: 'Acme', user: 'wherefore' } };
    if (route === 'POST chat.postMessage') {
      const { channel: to, ...message } = jsonOf(asked) as unknown as Message & { channel: string };
      if (to !== CHANNEL) return fault('channel_not_found');
      if (!channel.is_member) return fault('not_in_channel');
      const wrong = problemOf(message);
      if (wrong) return fault(wrong);
      messages.push({ ...message, ts: tsOf(messages.length) });
      return { status: 200, body: { ok: true, channel: to, ts: messages.at(-1)!.ts, message } };
    }
    if (query.get('channel') !== CHANNEL) return fault('channel_not_found');
    if (route === 'GET conversations.info')
      return { status: 200, body: { ok: true, channel: { id: CHANNEL, ...channel } } };
    if (route === 'GET chat.getPermalink') {
      const ts = query.get('message_ts')!;
      return {
        status: 200,
        body: { ok: true, permalink: `https://acme.slack.com/archives/${CHANNEL}/p${ts.replace('.', '')}` },
      };
    }
    if (route === 'GET conversations.history') return { status: 200, body: history(query, messages) };
    throw new Refusal(404);
  });

  const config: SlackConfig =
    way === 'app'
      ? { token: TOKEN!, channel: CHANNEL!, url: `${server.origin}/api` }
      : { webhookUrl: `${server.origin}${HOOK}` };
  return {
    server,
    messages,
    channel,
    fail: (answer) => {
      failing = answer;
    },
    config,
    wrongConfig:
      way === 'app'
        ? { ...config, token: 'xoxb-wrong' }
        : { webhookUrl: `${server.origin}/services/T000/B000/wrong` },
    tickets: () => messages.map((message, index) => ticketOf(message, index, way)),
    stop: server.stop,
  };
}

const tsOf = (index: number): string => `17321808${String(index).padStart(2, '0')}.000100`;

/** A message of a webhook has no id that its sender learns; the connector calls it by its delivery. */
function ticketOf({ ts, text, blocks }: Message, index: number, way: string): Ticket {
  const words = (part: SlackElement): string =>
    [part.text, part.url, ...(part.elements ?? []).map(words)].filter(Boolean).join(' ');
  const said = `${text}\n${blocks.map((block) => words(readable(block))).join('\n')}`;
  const brief =
    /Wherefore request ([\w-]+)|Wherefore-vraag ([\w-]+)/.exec(said)?.slice(1).find(Boolean) ?? String(index);
  return { id: way === 'app' ? `${CHANNEL}:${ts}` : `delivery-${brief}`, text: said };
}

const readable = (block: SlackElement): SlackElement =>
  typeof block.text === 'object' ? { ...block, text: (block.text as SlackElement).text! } : block;

function posted(asked: Asked, messages: Message[]): Answer {
  const text = { headers: { 'content-type': 'text/html' } };
  if (asked.method !== 'POST' || asked.path !== HOOK) return { status: 404, ...text, body: 'no_service' };
  const message = jsonOf(asked) as unknown as Message;
  if (!message.text && !message.blocks) return { status: 400, ...text, body: 'no_text' };
  const wrong = problemOf(message);
  if (wrong) return { status: 400, ...text, body: wrong };
  messages.push({ ...message, ts: tsOf(messages.length) });
  return { status: 200, ...text, body: 'ok' };
}

function problemOf({ text, blocks, metadata }: Omit<Message, 'ts'>): string | undefined {
  if (typeof text !== 'string' || !text) return 'no_text';
  if (/<(?!(?:https?:|mailto:))/.test(text)) return 'mention_in_text';
  if (!Array.isArray(blocks) || blocks.length > 50) return 'invalid_blocks';
  for (const block of blocks) {
    if (block.type === 'header') {
      const { type, text } = block.text as unknown as SlackElement;
      if (type !== 'plain_text' || !text || text.length > 150) return 'invalid_blocks';
    } else if (block.type !== 'rich_text' || !block.elements?.every(isRich)) return 'invalid_blocks';
  }
  if (JSON.stringify(blocks).length > 12_000) return 'msg_blocks_too_long';
  if (metadata && (typeof metadata.event_type !== 'string' || typeof metadata.event_payload !== 'object'))
    return 'invalid_metadata_format';
  return undefined;
}

const isRich = ({ type, elements }: SlackElement): boolean =>
  ['rich_text_section', 'rich_text_quote'].includes(type) &&
  !!elements?.every((one) => (one.type === 'text' ? !!one.text : one.type === 'link' && !!one.url));

function history(query: URLSearchParams, messages: Message[]): object {
  const [limit, start] = [Number(query.get('limit') ?? 100), Number(query.get('cursor') ?? 0)];
  const all = messages.toReversed();
  const page = all.slice(start, start + limit).map(({ metadata, ...message }) => ({
    ...message,
    ...(metadata && {
      metadata: query.get('include_all_metadata') === 'true' ? metadata : { event_type: metadata.event_type },
    }),
  }));
  const next = start + limit < all.length ? String(start + limit) : '';
  return {
    ok: true,
    messages: page,
    has_more: !!next,
    ...(next && { response_metadata: { next_cursor: next } }),
  };
}
