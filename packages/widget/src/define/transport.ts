import type { IntakeGateway } from '@wherefore/core';
import { createTransportOnce } from '@wherefore/sdk/transport-once';
import type { TransportOptions } from '@wherefore/sdk/transport';

/** The way to a backend of another shape; loaded for the pages that have one. A mistake in it is said to who built the page. */
export function openTransport(options: TransportOptions): IntakeGateway {
  try {
    return createTransportOnce(options);
  } catch (error) {
    console.error('wherefore-intake:', error);
    throw error;
  }
}
