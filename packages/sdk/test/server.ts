/** A real HTTP server that answers what a test wrote down, misbehaviour included, and remembers what it was asked. */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export interface SeenRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** When it was complete, in milliseconds of `performance.now()`. */
  at: number;
}

/** Answers one request. */
export type Reply = (response: ServerResponse, request: SeenRequest) => void;

export interface TestServer {
  endpoint: string;
  seen: SeenRequest[];
}

/**
 * Starts a server on a free port that ends with the test. The first request gets the first reply, and so on; every
 * request after the last reply gets the last one.
 */
export async function serve(t: TestContext, ...replies: [Reply, ...Reply[]]): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
    const { method = '', url = '', headers } = incoming;
    const request = { method, path: url, headers, body, at: performance.now() };
    seen.push(request);
    (replies[seen.length - 1] ?? replies.at(-1)!)(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** Any status, body and headers. */
export const reply =
  (status: number, body = '', headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, headers).end(body);

export const json = (status: number, value: unknown, headers: Record<string, string> = {}): Reply =>
  reply(status, JSON.stringify(value), { 'content-type': 'application/json', ...headers });

export const problem = (
  status: number,
  code: string,
  extra: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Reply =>
  json(
    status,
    { type: `https://example.org/problems/${code}`, title: `Title of ${code}`, status, code, ...extra },
    { 'content-type': 'application/problem+json', ...headers },
  );

/** The page of a single sign-on, answered with 200 as if all were well. */
export const signInPage = reply(200, '<!doctype html><title>Sign in</title><form>', {
  'content-type': 'text/html; charset=utf-8',
});

/** The request was read and then the line went dead. */
export const loseAnswer: Reply = (response) => response.destroy();

/** The answer begins and breaks off. */
export const breakOff: Reply = (response) => {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"id":"', () => response.destroy());
};

/** Never answers. */
export const hang: Reply = () => {};

/** Sends the head of an answer and never its body. */
export const hangInBody: Reply = (response) => {
  response.writeHead(201, { 'content-type': 'application/json' }).write('{');
};

/** The receipt for whatever brief came in. */
export const receive: Reply = (response, request) => {
  const { id } = JSON.parse(request.body) as { id: string };
  json(201, receiptFor(id))(response, request);
};

export const receiptFor = (id: string) => ({
  id,
  receivedAt: '2026-11-21T09:30:00.000Z',
  followUrl: `https://wherefore.example.org/follow#${'t'.repeat(43)}`,
});
