import type { TestContext } from 'node:test';
import type { IntakeGateway } from '@wherefore/core';
import { createIntakeGatewayOnce } from '../src/intake-once.ts';
import { createIntakeGateway } from '../src/intake.ts';
import type { ClientOptions } from '../src/http.ts';
import { serve } from './server.ts';
import type { Reply, TestServer } from './server.ts';

type Make = (options: ClientOptions) => IntakeGateway;

/** Both ways to the server: what one of them makes of an answer, the other makes of it too. */
export const GATEWAYS: readonly [name: string, make: Make][] = [
  ['createIntakeGateway', createIntakeGateway],
  ['createIntakeGatewayOnce', createIntakeGatewayOnce],
];

/** A gateway without pauses, on a server with these replies. */
export async function startIntake(
  t: TestContext,
  replies: [Reply, ...Reply[]],
  options: Partial<ClientOptions> = {},
  make: Make = createIntakeGateway,
) {
  const server: TestServer = await serve(t, ...replies);
  const gateway = make({ endpoint: server.endpoint, random: () => 0, ...options });
  return { ...server, gateway };
}
