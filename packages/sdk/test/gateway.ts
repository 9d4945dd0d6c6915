import type { TestContext } from 'node:test';
import { createIntakeGateway } from '../src/intake.ts';
import type { ClientOptions } from '../src/http.ts';
import { serve } from './server.ts';
import type { Reply, TestServer } from './server.ts';

/** A gateway without pauses, on a server with these replies. */
export async function startIntake(
  t: TestContext,
  replies: [Reply, ...Reply[]],
  options: Partial<ClientOptions> = {},
) {
  const server: TestServer = await serve(t, ...replies);
  const gateway = createIntakeGateway({ endpoint: server.endpoint, random: () => 0, ...options });
  return { ...server, gateway };
}
