/** Servers for the conformance suite to look at: ours, on a port of its own, and what they answer when they are no server of ours. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { serve } from '@hono/node-server';
import { createApp } from '@wherefore/server';
import type { Store } from '@wherefore/server';

export type Handle = (request: Request) => Response | Promise<Response>;

/** Serves on a free port until the test is over. */
export async function listen(t: TestContext, handle: Handle): Promise<string> {
  const server = serve({ fetch: handle, port: 0, hostname: '127.0.0.1' }) as Server;
  await once(server, 'listening');
  t.after(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const appOn = (store: Store) => createApp({ store, secret: new Uint8Array(32).fill(3) });

export const page = (status = 200): Response =>
  new Response('<!doctype html><title>Sign in</title>', { status, headers: { 'content-type': 'text/html' } });
