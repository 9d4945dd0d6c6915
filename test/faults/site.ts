/** A site on 127.0.0.1 with the pages, and a proxy before the server that breaks what it is told to break. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { inProcess } from './backend.ts';
import type { Backend } from './backend.ts';

const root = join(import.meta.dirname, '../..');
const cdn = join(root, 'packages/widget/dist/cdn');

/** What can happen to one request. `pass` is none. */
export type Fault =
  | 'pass'
  /** Stored, and the answer never arrives. */
  | 'lose-answer'
  /** Stored; the answer breaks off half-way. */
  | 'cut-answer'
  /** The connection breaks while the brief is on its way. */
  | 'reset'
  /** Nobody ever answers; the brief was stored or was not. */
  | 'hang-stored'
  | 'hang'
  /** A proxy that removes what it does not know, or cuts the body short. */
  | 'strip-headers'
  | 'cut-body'
  | 'sign-in-page'
  | 'sign-in-redirect'
  | { status: number; headers?: Record<string, string>; code?: string; errors?: unknown; body?: string };

export interface Seen {
  id: string;
  headers: Record<string, string>;
  body: string;
  fault: Fault;
  /** Milliseconds of `performance.now()`. */
  at: number;
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
  /** Resolves when the server was asked for the `count`th time. */
  asked(count: number): Promise<void>;
  /** Takes no briefs, as a machine that is switched off; the pages come from elsewhere. */
  down: boolean;
  stop(): Promise<void>;
}

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src http://127.0.0.1:*; " +
  "frame-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

export async function startSite(backend: Backend = inProcess()): Promise<Site> {
  const waiting: { count: number; done: () => void }[] = [];
  const site: Site = {
    url: '',
    backend,
    faults: [],
    always: 'pass',
    seen: [],
    allowedHeaders: '',
    down: false,
    asked: (count) =>
      new Promise((done) => {
        if (site.seen.length >= count) done();
        else waiting.push({ count, done });
      }),
    async stop() {
      server.closeAllConnections();
      server.close();
      await backend.stop();
    },
  };

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
    if (site.down && incoming.method !== 'GET') return void incoming.socket.resetAndDestroy();
    if (incoming.method === 'OPTIONS') {
      response.writeHead(204, {
        ...origin,
        'access-control-allow-headers': site.allowedHeaders,
        'access-control-max-age': '0',
      });
      return void response.end();
    }
    if (incoming.method !== 'POST') return page(path, response);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    );
    // An address for each status, so that a page can ask for hundreds of them at once.
    const status = /^\/status\/(\d+)\//.exec(path)?.[1];
    const fault = status ? { status: Number(status) } : (site.faults.shift() ?? site.always);
    let body = '';
    try {
      for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
    } catch {
      // The page was closed in the middle of it: nothing arrived, and nobody to answer to.
      return;
    }
    const id = /"id":"([^"]*)"/.exec(body)?.[1] ?? '';
    site.seen.push({ id, headers, body, fault, at: performance.now() });
    for (const one of waiting.splice(0)) {
      if (site.seen.length >= one.count) one.done();
      else waiting.push(one);
    }
    const forward = async (): Promise<void> => {
      try {
        const { connection: _, 'transfer-encoding': __, 'content-length': ___, ...rest } = headers;
        if (fault === 'strip-headers') delete rest['idempotency-key'];
        const whole = fault !== 'cut-body';
        const reply = await backend.handle(path, rest, whole ? body : body.slice(0, body.length / 2));
        const { connection: _c, 'transfer-encoding': _t, 'content-length': _l, ...replied } = reply.headers;
        head = { status: reply.status, headers: { ...replied, ...origin }, body: reply.body };
      } catch {
        head = undefined;
      }
    };
    let head: { status: number; headers: Record<string, string>; body: string } | undefined;
    if (typeof fault === 'object') {
      const { status, code, errors } = fault;
      const problem = code && {
        type: 'about:blank',
        title: code,
        status,
        code,
        ...(errors ? { errors } : {}),
      };
      const type = problem ? { 'content-type': 'application/problem+json' } : {};
      response.writeHead(status, { ...type, ...origin, ...fault.headers });
      return void response.end(problem ? JSON.stringify(problem) : (fault.body ?? ''));
    }
    switch (fault) {
      case 'hang':
        return;
      case 'reset':
        return void incoming.socket.resetAndDestroy();
      case 'sign-in-redirect':
        return void response.writeHead(302, { location: '/login', ...origin }).end();
      case 'sign-in-page':
        response.writeHead(200, { 'content-type': 'text/html', ...origin });
        return void response.end('<!doctype html><title>Sign in</title><form>');
      case 'hang-stored':
        return forward();
      case 'lose-answer':
        await forward();
        return void incoming.socket.resetAndDestroy();
      case 'cut-answer':
        await forward();
        if (!head) return void incoming.socket.resetAndDestroy();
        response.writeHead(head.status, { ...head.headers, 'content-length': String(head.body.length + 50) });
        return void response.write(head.body.slice(0, -20), () => incoming.socket.destroy());
      case 'strip-headers':
      case 'cut-body':
      case 'pass':
        await forward();
        if (!head) return void response.writeHead(502, origin).end('nobody there');
        return void response.writeHead(head.status, head.headers).end(head.body);
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return site;
}

let sdk: Promise<string> | undefined;
/** The built SDK as one module for a page. */
function sdkModule(): Promise<string> {
  return (sdk ??= (async () => {
    const files = ['outbox', 'intake', 'uuid', 'outbox-store', 'database', 'draft-places', 'drafts', 'pump'];
    const source = files
      .map((file) => `export * from '${join(root, `packages/sdk/dist/${file}.js`)}';`)
      .join('\n');
    const bundle = await rollup({
      input: 'entry',
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === 'entry' ? id : null),
          load: (id) => (id === 'entry' ? source : null),
        },
        nodeResolve({ browser: true, exportConditions: ['production', 'default'] }),
      ],
      onwarn: () => {},
    });
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
    return output[0].code;
  })());
}

async function page(path: string, response: ServerResponse): Promise<void> {
  const send = (type: string, body: string | Buffer): void => {
    response.writeHead(200, {
      'content-type': type,
      'cache-control': path === '/sdk.js' ? 'max-age=600' : 'no-cache',
      // A frame without an origin may load them too.
      'access-control-allow-origin': '*',
      ...(type === 'text/html' && path !== '/plain.html' && { 'content-security-policy': PAGE_POLICY }),
    });
    response.end(body);
  };
  if (path === '/sdk.js') return send('text/javascript', await sdkModule());
  if (path === '/blank.html') return send('text/html', '<!doctype html><title>blank</title>');
  if (['/', '/again.html', '/plain.html'].includes(path)) {
    return send(
      'text/html',
      '<!doctype html><html lang="en"><title>intranet</title><script type="module" src="wherefore-intake.js"></script>' +
        '<main><h1>Intranet</h1><wherefore-intake endpoint="/"></wherefore-intake></main>',
    );
  }
  const file = join(cdn, path.slice(1));
  if (/^\/[\w.-]+\.js$/.test(path) && existsSync(file)) return send('text/javascript', readFileSync(file));
  response.writeHead(404).end();
}
