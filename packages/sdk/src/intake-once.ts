import type { IntakeGateway } from '@wherefore/core';
import { createHttpOnce } from './http-once.ts';
import type { OnceOptions } from './http-once.ts';
import { gatewayOver } from './intake.ts';

/**
 * {@link createIntakeGateway} for an outbox: each `submit` is one try, because the outbox tries again. It saves a requester
 * ky, 8.7 kB. See `docs/decisions/0009-one-try.md`.
 */
export function createIntakeGatewayOnce(options: OnceOptions): IntakeGateway {
  return gatewayOver(createHttpOnce(options), options.endpoint);
}
