/** A local server that stands for another system: it keeps what it is asked, and refuses what that system refuses. */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The body as text. */
  text: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** JSON, or text as it is. */
  body?: unknown;
}

export interface TargetServer {
  origin: string;
  /** Everything that was asked, in order. */
  asked: Asked[];
  stop(): Promise<void>;
}

/** Thrown by a handler to answer with a refusal. */
export class Refusal extends Error {
  readonly answer: Answer;
  constructor(status: number, body: unknown = {}, headers: Record<string, string> = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.answer = { status, body, headers };
  }
}

export async function startTargetServer(handle: (asked: Asked) => Answer): Promise<TargetServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url!, 'http://target');
      const one: Asked = {
        method: request.method!,
        path: decodeURIComponent(pathname),
        query: searchParams,
        headers: request.headers,
        text: Buffer.concat(chunks).toString('utf8'),
      };
      asked.push(one);
      let answer: Answer;
      try {
        answer = handle(one);
      } catch (error) {
        answer = error instanceof Refusal ? error.answer : { status: 500, body: { error: String(error) } };
      }
      const { status, headers, body } = answer;
      const text = body === undefined || typeof body === 'string' ? (body ?? '') : JSON.stringify(body);
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(status === 204 ? undefined : text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The JSON object of a body, for a request that says it is JSON. */
export function jsonOf(asked: Asked, type = 'application/json'): Record<string, unknown> {
  if (asked.headers['content-type']?.split(';')[0] !== type)
    throw new Refusal(415, { message: `Not ${type}` });
  try {
    return JSON.parse(asked.text) as Record<string, unknown>;
  } catch {
    throw new Refusal(400, { message: 'Problems parsing JSON' });
  }
}

/** HTTP basic, as it stands in a header. */
export const basicOf = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;

/** HTML as people read it. */
export const readHtml = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
