import { createHttpOnce } from '../http-once.ts';
import { transportOver } from './transport.ts';
import type { Transport } from './transport.ts';
import type { TransportOptions } from './options.ts';

/** `createTransport` for an outbox: each `submit` is one try, because the outbox tries again. */
export const createTransportOnce: (options: TransportOptions) => Transport = transportOver(createHttpOnce);
