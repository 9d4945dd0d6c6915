/** Over real sockets: how a body comes in there, `app.request()` can't show. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { LIMITS } from '@wherefore/core/brief';
import { assertProblem, briefOf, idOf, testApp } from '../../test/support.ts';

describe('a body from a socket', () => {
  const { app, store, entries } = testApp();
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => server.close());

  const port = () => (server.address() as AddressInfo).port;

  /** Sends a body piece by piece. A length is announced only when given. */
  async function send(
    pieces: readonly Uint8Array[],
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const sent = request({
      port: port(),
      path: '/v1/briefs',
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close', ...headers },
    });
    // The server may answer and close before it has read everything.
    sent.on('error', () => {});
    const answered = once(sent, 'response');
    for (const piece of pieces) sent.write(piece);
    sent.end();
    const [incoming] = await answered;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    return new Response(Buffer.concat(chunks), { status: incoming.statusCode, headers: incoming.headers });
  }

  it('comes in any pieces, with a letter cut in two', async () => {
    const body = Buffer.from(JSON.stringify(briefOf(1, { request: 'Cliënten zien hun rooster niet' })));
    const cut = body.indexOf('ë') + 1;
    const answer = await send([body.subarray(0, cut), body.subarray(cut)]);
    assert.equal(answer.status, 201, await answer.text());
    assert.equal((await store.get(idOf(1)))?.brief.request, 'Cliënten zien hun rooster niet');
  });

  it('is not taken when it is too large, announced or not', async () => {
    const piece = Buffer.alloc(LIMITS.body / 2, ' ');
    const pieces = [piece, piece, Buffer.from('{}')];
    await assertProblem(await send(pieces), 'body-too-large');
    await assertProblem(await send(pieces, { 'content-length': String(LIMITS.body + 2) }), 'body-too-large');
  });

  it('is not taken when it is no UTF-8', async () => {
    await assertProblem(await send([Buffer.from([0x22, 0xff, 0x22])]), 'invalid-json');
  });

  it('leaves nothing behind when it is cut off, and the next one is taken', async () => {
    const body = JSON.stringify(briefOf(2));
    const answered = entries.length;
    const socket = connect(port(), '127.0.0.1');
    const head = `POST /v1/briefs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const arriving = once(server, 'request');
    socket.write(head + body.slice(0, -1));
    const [incoming] = await arriving;
    const closed = new Promise((resolve) => incoming.once('close', resolve));
    socket.destroy();
    await closed;
    await setImmediate();
    assert.equal(entries.length, answered + 1, 'nothing waits for the rest');
    assert.equal(await store.get(idOf(2)), undefined);
    assert.equal((await send([Buffer.from(body)])).status, 201);
  });
});
