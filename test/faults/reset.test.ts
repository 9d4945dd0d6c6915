import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { describe, it } from 'node:test';
import { reset } from './reset.ts';

/** Connects a client to a server that does `met` with its end, and says which error the client is told of. */
async function told(met: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => met(socket.on('error', () => {}))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1').resume();
  let error = 'none';
  client.on('error', ({ code }: NodeJS.ErrnoException) => (error = String(code)));
  await new Promise((closed) => client.on('close', closed));
  server.close();
  return error;
}

describe('a connection that is broken off', () => {
  it('is an error at the other end', async () => {
    assert.equal(await told(reset), 'ECONNRESET');
  });

  it('is closed when it was ending already, and lets the process end', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', ENDS_THEN_RESETS], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 20_000,
    });
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
});

const ENDS_THEN_RESETS = `
  import { connect, createServer } from 'node:net';
  import { reset } from ${JSON.stringify(new URL('reset.ts', import.meta.url).href)};
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end('bye');
    reset(socket);
  }).listen(0, '127.0.0.1', () => {
    const client = connect(server.address().port, '127.0.0.1').resume();
    client.on('error', () => {});
    client.on('close', () => server.close());
  });
`;
