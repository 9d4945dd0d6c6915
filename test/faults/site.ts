/** A site on 127.0.0.1 with the pages, and a proxy before the server that breaks what it is told to break. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inProcess } from './backend.ts';
import type { Backend, Reply } from './backend.ts';
import { sendPage } from './pages.ts';
import { reset } from './reset.ts';

/** What can happen to one request. `pass` is none. */
export type Fault =
  | 'pass'
  /** Stored, and the answer never arrives. */
  | 'lose-answer'
  /** Stored; the answer breaks off half-way. */
  | 'cut-answer'
  /** The connection breaks in the middle of the brief. */
  | 'reset'
  /** Nobody ever answers; the brief was stored or was not. */
  | 'hang-stored'
  | 'hang'
  /** A proxy that removes what it does not know, or cuts the body short. */
  | 'strip-headers'
  | 'cut-body'
  | 'sign-in-page'
  | 'sign-in-redirect'
  /** To another origin, as single sign-on mostly does. */
  | 'sign-in-elsewhere'
  /** Stored; so many bytes of the answer, its first line and its headers among them, are missing at the end. */
  | { cutAnswer: number; length: boolean }
  /** The server gets so many bytes of the brief. */
  | { cutBody: number }
  | { status: number; headers?: Record<string, string>; code?: string; errors?: unknown; body?: string };

export interface Seen {
  id: string;
  headers: Record<string, string>;
  body: string;
  fault: Fault;
  /** Milliseconds of `performance.now()`. */
  at: number;
  /** Bytes of the answer before it was cut. */
  answer?: { whole: number; body: number };
}

export interface SiteOptions {
  backend?: Backend;
  faults?: Fault[];
  always?: Fault;
}

export interface Site {
  url: string;
  backend: Backend;
  /** For the requests to come, in their order; after the last one, {@link Site.always}. */
  faults: Fault[];
  always: Fault;
  seen: Seen[];
  /** Headers that pages of other origins may send, as the preflight says; none when empty. */
  allowedHeaders: string;
  /** Resolves when the server was asked for the `count`th time, and what it was given is stored if it ever will be. */
  asked(count: number): Promise<void>;
  /** Takes no briefs, as a machine that is switched off; the pages come from elsewhere. */
  down: boolean;
  stop(): Promise<void>;
}

export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const { backend = inProcess(), faults = [], always = 'pass' } = options;
  const waiting: { count: number; done: () => void }[] = [];
  const site: Site = {
    url: '',
    backend,
    faults,
    always,
    seen: [],
    allowedHeaders: '',
    down: false,
    asked: (count) =>
      new Promise((done) => {
        waiting.push({ count, done });
        told();
      }),
    async stop() {
      server.closeAllConnections();
      server.close();
      await backend.stop();
    },
  };
  function told(): void {
    for (const one of waiting.splice(0)) {
      if (site.seen.length >= one.count) one.done();
      else waiting.push(one);
    }
  }
  /** What is met at an address of its own was met there before. */
  const met = new Set<string>();

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      if (!incoming.destroyed) console.error(error);
      response.destroy();
    });
  });
  server.on('connection', (socket) => {
    socket.on('error', () => {});
  });

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (incoming.url ?? '/').replace(/\?.*/, '');
    const origin = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };
    if (site.down && incoming.method !== 'GET') return void reset(incoming.socket);
    if (incoming.method === 'OPTIONS') {
      response.writeHead(204, {
        ...origin,
        'access-control-allow-headers': site.allowedHeaders,
        'access-control-max-age': '0',
      });
      return void response.end();
    }
    if (incoming.method !== 'POST') return sendPage(path, response);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    );
    const fault = faultAt(path, met) ?? site.faults.shift() ?? site.always;
    let body = '';
    try {
      for await (const chunk of incoming.setEncoding('utf8')) {
        if (fault === 'reset') return void reset(incoming.socket);
        body += chunk;
      }
    } catch {
      // The page was closed in the middle of it: nothing arrived, and nobody to answer to.
      return;
    }
    const id = /"id":"([^"]*)"/.exec(body)?.[1] ?? '';
    const seen: Seen = { id, headers, body, fault, at: performance.now() };
    site.seen.push(seen);

    /** What the server says to it; `undefined` when there is nobody. */
    const forward = async (): Promise<Reply | undefined> => {
      try {
        const { connection: _, 'transfer-encoding': __, 'content-length': ___, ...rest } = headers;
        if (fault === 'strip-headers') delete rest['idempotency-key'];
        const half = fault === 'cut-body' ? Math.floor(body.length / 2) : body.length;
        const length = typeof fault === 'object' && 'cutBody' in fault ? fault.cutBody : half;
        const at = path.replace(/^\/cut-\w+\/\d+/, '');
        const reply = await backend.handle(at, rest, body.slice(0, length));
        const { connection: _c, 'transfer-encoding': _t, 'content-length': _l, ...replied } = reply.headers;
        return { ...reply, headers: { ...replied, ...origin } };
      } catch {
        return undefined;
      } finally {
        told();
      }
    };
    if (typeof fault === 'object' && 'status' in fault) {
      told();
      return sayStatus(fault, origin, response);
    }
    if (typeof fault === 'object' && 'cutAnswer' in fault) {
      const reply = await forward();
      const raw = Buffer.from(reply ? rawAnswer(reply, fault.length) : '');
      seen.answer = { whole: raw.length, body: Buffer.byteLength(reply?.body ?? '') };
      return void incoming.socket.end(raw.subarray(0, Math.max(0, raw.length - fault.cutAnswer)));
    }
    switch (fault) {
      case 'hang':
        return told();
      case 'sign-in-redirect':
      case 'sign-in-elsewhere': {
        told();
        const elsewhere = site.url.replace('127.0.0.1', 'localhost');
        const location = `${fault === 'sign-in-elsewhere' ? elsewhere : ''}/login`;
        return void response.writeHead(302, { location, ...origin }).end();
      }
      case 'sign-in-page':
        told();
        response.writeHead(200, { 'content-type': 'text/html', ...origin });
        return void response.end('<!doctype html><title>Sign in</title><form>');
      case 'hang-stored':
        return void (await forward());
      case 'lose-answer':
        await forward();
        return void reset(incoming.socket);
      case 'cut-answer': {
        const reply = await forward();
        if (!reply) return void reset(incoming.socket);
        response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length + 50 });
        return void response.write(reply.body.slice(0, -20), () => incoming.socket.destroy());
      }
      default: {
        const reply = await forward();
        if (!reply) return void response.writeHead(502, origin).end('nobody there');
        return void response.writeHead(reply.status, reply.headers).end(reply.body);
      }
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return site;
}

/** An address for each fault, so that a page can ask for hundreds of them at once. A cut is met once. */
function faultAt(path: string, met: Set<string>): Fault | undefined {
  const [at, what, number] = /^\/(status|cut-\w+)\/(\d+)\//.exec(path) ?? [];
  if (at === undefined || met.has(at)) return undefined;
  if (what === 'status') return { status: Number(number) };
  met.add(at);
  if (what === 'cut-body') return { cutBody: Number(number) };
  return { cutAnswer: Number(number), length: what === 'cut-length' };
}

/**
 * An answer as it goes over the wire. Without its length, that the connection ends is all that says where it does. Of its
 * headers only those that say how to read it, because each byte is a case.
 */
function rawAnswer({ status, headers, body }: Reply, length: boolean): string {
  const { 'content-type': type = '' } = headers;
  const all = {
    'content-type': type,
    connection: 'close',
    ...(length && { 'content-length': Buffer.byteLength(body) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} OK\r\n${lines.join('')}\r\n${body}`;
}

function sayStatus(
  fault: Extract<Fault, { status: number }>,
  origin: Record<string, string>,
  response: ServerResponse,
): void {
  const { status, code, errors } = fault;
  const problem = code && { type: 'about:blank', title: code, status, code, ...(errors ? { errors } : {}) };
  const type = problem ? { 'content-type': 'application/problem+json' } : {};
  response.writeHead(status, { ...type, ...origin, ...fault.headers });
  response.end(problem ? JSON.stringify(problem) : (fault.body ?? ''));
}
