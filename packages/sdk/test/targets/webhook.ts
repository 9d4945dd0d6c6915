/** A receiver of Standard Webhooks that checks what the specification has receivers check. */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { InboundRequest, TargetState } from '../../src/connectors/connector.ts';
import type { WebhookConfig } from '../../src/connectors/webhook.ts';
import type { RunningTarget } from '../../src/testing/connector-contract.ts';
import { Refusal, jsonOf, startTargetServer } from './target-server.ts';
import type { Asked, TargetServer } from './target-server.ts';

export const SECRET = `whsec_${Buffer.from('the first secret of this test').toString('base64')}`;
export const OTHER_SECRET = `whsec_${Buffer.from('another secret of this test').toString('base64')}`;

/** By hand, so that the library does not check itself. */
export function sign(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

function verify({ headers, text }: Asked): void {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = headers;
  if (typeof id !== 'string' || typeof at !== 'string' || typeof signature !== 'string')
    throw new Refusal(400, { message: 'No signature' });
  if (Math.abs(Date.now() / 1000 - Number(at)) > 300) throw new Refusal(401, { message: 'Too old' });
  const wanted = Buffer.from(sign(SECRET, id, Number(at), text));
  const signed = signature.split(' ').some((one) => {
    const given = Buffer.from(one);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
  if (!signed) throw new Refusal(401, { message: 'Wrong signature' });
}

export interface WebhookTarget extends RunningTarget<WebhookConfig> {
  server: TargetServer;
  /** Events by their webhook id: the same id again is the same event. */
  events: Map<string, { type: string; data: Record<string, unknown> }>;
  event(data: object, options?: { secret?: string; at?: number; id?: string; type?: string }): InboundRequest;
}

/** Signs something for us, as the other system would. */
function eventFor(
  data: object,
  { secret = SECRET, at = Date.now(), id = `msg_${randomUUID()}`, type = 'wherefore.brief.state' } = {},
): InboundRequest {
  const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
  const seconds = Math.floor(at / 1000);
  const headers = new Headers({
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': sign(secret, id, seconds, body),
  });
  return { headers, body };
}

export async function startWebhook(
  answer: (id: string) => unknown = () => undefined,
): Promise<WebhookTarget> {
  const events: WebhookTarget['events'] = new Map();
  const server = await startTargetServer((asked) => {
    if (asked.method !== 'POST' || asked.path !== '/hooks/needs') throw new Refusal(404);
    verify(asked);
    const event = jsonOf(asked) as { type: string; data: Record<string, unknown> };
    if (event.type !== 'wherefore.ping') events.set(String(asked.headers['webhook-id']), event);
    const body = answer(String(event.data['id']));
    return body === undefined ? { status: 204 } : { status: 200, body };
  });
  const config: WebhookConfig = { url: `${server.origin}/hooks/needs`, secrets: [SECRET] };
  let stand: TargetState = { state: 'new' };
  return {
    server,
    events,
    config,
    wrongConfig: { ...config, secrets: [OTHER_SECRET] },
    tickets: () =>
      Array.from(events.values(), ({ data }) => ({
        id: String(data['id']),
        text: `${String(data['title'])}\n${String(data['text'])}\n${JSON.stringify(data['brief'])}`,
      })),
    states: [
      {
        name: 'solved',
        happen: () => {
          stand = { state: 'Done', status: 'delivered', reason: 'It works now' };
        },
        expect: { state: 'Done', status: 'delivered', reason: 'It works now' },
      },
    ],
    inbound: (id) => eventFor({ id, ...stand }),
    event: eventFor,
    stop: server.stop,
  };
}
