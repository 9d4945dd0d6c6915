import type { DeskGateway, FollowGateway, IntakeGateway } from '@wherefore/core';
import { deskOver } from './desk.ts';
import { followOver } from './follow.ts';
import { createHttp } from './http.ts';
import type { ClientOptions } from './http.ts';
import { intakeOver } from './intake.ts';

/** All three gateways over one connection. */
export type Client = IntakeGateway & FollowGateway & Required<DeskGateway>;

/**
 * A client for everything the protocol offers, for Node and for pages that do not count bytes. A page that only takes
 * requests is better off with `createIntakeGateway` from `@wherefore/sdk/intake`.
 *
 * @example
 * ```ts
 * const client = createClient({ endpoint: 'http://localhost:4747' });
 * const receipt = await client.submit(createBrief({ language: 'en', request: 'We need an app for the night shift' }));
 * ```
 */
export function createClient(options: ClientOptions): Client {
  const http = createHttp(options);
  return { ...intakeOver(http), ...followOver(http), ...deskOver(http) };
}
