/** A ticket system of our own: a real HTTP server that can be down, slow and forgetful, and the connector that knows it. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import * as z from 'zod/mini';
import { statusSchema } from '@wherefore/core/brief';
import { ConnectorError, defineConnector } from '@wherefore/sdk/connectors';
import { openTargets, parseTargetSettings } from '@wherefore/server';
import type { Target } from '@wherefore/server';

export const TOKEN = 'tickets-token-7d1f';

export interface Ticket {
  id: string;
  marker: string;
  title: string;
  state: string;
  since?: string;
  comments: string[];
}

/**
 * What happens to one call: nothing is done and this is answered, or everything is done and the answer is lost or never comes.
 */
export type Fault = { status: number; headers?: Record<string, string> } | 'lose answer' | 'hang';

export interface Tickets {
  url: string;
  host: string;
  tickets: Ticket[];
  /** Method and path of every call, in order. */
  calls: string[];
  /** Deliveries that were announced, in order. */
  deliveryIds: string[];
  /** One for each of the next calls that make or change something. */
  faults: Fault[];
  /** As long as it is set, every call gets this. */
  down: Fault | undefined;
  token: string;
  stop(): Promise<void>;
}

/** @param port 0 takes any. */
export async function openTickets(t: TestContext, port = 0): Promise<Tickets> {
  const tickets: Ticket[] = [];
  const calls: string[] = [];
  const deliveryIds: string[] = [];
  const server = createServer((request, response) => void answer(request, response));
  const self: Tickets = {
    url: '',
    host: '',
    tickets,
    calls,
    deliveryIds,
    faults: [],
    down: undefined,
    token: TOKEN,
    stop: () => stop(server),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const url = new URL(request.url ?? '', self.url);
    calls.push(`${request.method} ${url.pathname}`);
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (request.headers.authorization !== `Bearer ${self.token}`) return void json(401, {});
    const fault = self.down ?? (request.method === 'GET' ? undefined : self.faults.shift());
    if (typeof fault === 'object') return void response.writeHead(fault.status, fault.headers).end();
    const ticket = tickets.find(({ id }) => url.pathname.split('/')[2] === id);
    if (request.method === 'POST' && url.pathname === '/tickets') {
      const { marker, title } = JSON.parse(body) as Ticket;
      const made = { id: String(tickets.length + 1), marker, title, state: 'Open', comments: [] };
      tickets.push(made);
      deliveryIds.push(String(request.headers['x-delivery']));
      if (fault === 'hang') return;
      if (fault) return void response.destroy();
      return void json(201, made);
    }
    if (request.method === 'POST' && ticket) {
      ticket.comments.push((JSON.parse(body) as { comment: string }).comment);
      return void json(200, ticket);
    }
    if (url.pathname === '/tickets')
      return void json(
        200,
        tickets.filter(({ marker }) => marker === url.searchParams.get('marker')),
      );
    if (ticket) return void json(200, ticket);
    json(404, {});
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  t.after(() => stop(server));
  self.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  self.url = `http://${self.host}`;
  return self;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

const ticketSchema = z.object({
  id: z.string(),
  state: z.string(),
  since: z.optional(z.string()),
});
const MEANING = { Doing: 'reviewing', Planned: 'accepted', Done: 'delivered', Rejected: 'declined' } as const;

const configSchema = z.object({
  url: z.string(),
  token: z.string(),
  hookToken: z.optional(z.string()),
  quiet: z.optional(z.boolean()),
});

/** Thirty lines of connector, and what a test wants to see misbehave. */
export const ticketConnector = defineConnector<z.infer<typeof configSchema>>({
  name: 'tickets',
  title: 'Tickets',
  config: configSchema,
  secrets: ['token', 'hookToken'],
  hosts: ({ url }) => [new URL(url).host],
  connect({ url, token, hookToken, quiet }, { fetch }) {
    async function ask(path: string, signal: AbortSignal, body?: object, headers = {}): Promise<unknown> {
      const answer = await fetch(
        new Request(`${url}${path}`, {
          signal,
          method: body ? 'POST' : 'GET',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
          ...(body && { body: JSON.stringify(body) }),
        }),
      );
      const after = answer.headers.get('retry-after');
      if (answer.ok) return answer.json();
      // A connector that talks too much: it repeats its token.
      if (answer.status === 401)
        throw new ConnectorError('config', `Tickets does not know the token ${token}. Make a new one.`);
      if (answer.status === 422) throw new ConnectorError('refused', 'Tickets does not take this.');
      throw new ConnectorError('retry', `Tickets answered ${answer.status}.`, {
        ...(after !== null && { retryAfter: Number(after) * 1000 }),
      });
    }
    const linkTo = ({ id }: { id: string }) => ({ id, url: `${url}/tickets/${id}`, label: `#${id}` });
    const meaning = (state: string) =>
      MEANING[state as keyof typeof MEANING] as z.infer<typeof statusSchema> | undefined;
    const stateOf = ({ state, since }: z.infer<typeof ticketSchema>) => {
      const status = meaning(state);
      return { state, ...(status && { status }), ...(since !== undefined && { at: since }) };
    };

    return {
      async test(signal) {
        await ask('/tickets', signal);
        return 'the tickets of the test';
      },
      async find(briefId, signal) {
        const [found] = z.array(ticketSchema).parse(await ask(`/tickets?marker=${briefId}`, signal));
        return found && linkTo(found);
      },
      async create({ brief, deliveryId, deskUrl }, signal) {
        const body = { marker: brief.id, title: brief.request, deskUrl };
        return linkTo(ticketSchema.parse(await ask('/tickets', signal, body, { 'x-delivery': deliveryId })));
      },
      ...(!quiet && {
        async update({ link, status, reason, by }, signal) {
          await ask(`/tickets/${link.id}`, signal, { comment: `${status}: ${reason} (${by})` });
        },
      }),
      async state({ id }, signal) {
        return stateOf(ticketSchema.parse(await ask(`/tickets/${id}`, signal)));
      },
      async receive({ headers, body }) {
        if (headers.get('x-hook-token') !== hookToken)
          throw new ConnectorError('refused', `Not signed with ${hookToken}.`);
        return z
          .array(ticketSchema)
          .parse(JSON.parse(body))
          .map((ticket) => ({ id: ticket.id, state: stateOf(ticket) }));
      },
    };
  },
});

/** The settings of a target on that server. */
export function ticketSettings({ url, host }: { url: string; host: string }, more: object = {}) {
  return {
    targets: {
      helpdesk: {
        connector: 'tickets',
        settings: { url, token: { env: 'TICKETS_TOKEN' }, hookToken: { env: 'HOOK_TOKEN' }, ...more },
        network: { [host]: { allowPrivate: true, allowHttp: true } },
      },
    },
  };
}

export const HOOK_TOKEN = 'hook-token-93ab';

export function ticketTargets(tickets: Tickets, now: () => number, more: object = {}): Target[] {
  return openTargets({
    settings: parseTargetSettings(ticketSettings(tickets, more)),
    connectors: [ticketConnector],
    secrets: { env: { TICKETS_TOKEN: TOKEN, HOOK_TOKEN }, folder: '.' },
    key: new Uint8Array(32),
    now,
  });
}
