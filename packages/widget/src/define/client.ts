import type { IntakeGateway } from '@wherefore/core';
import { createIntakeGateway } from '@wherefore/sdk/intake';
import type { TransportOptions } from '@wherefore/sdk/transport';

/**
 * The way to a backend. One of another shape is loaded from here and nowhere else: what it shares with the client is then in
 * the client's chunk, and a page without a `transport` loads nothing for it.
 */
export async function connect(
  endpoint: string,
  transport: TransportOptions | undefined,
): Promise<IntakeGateway> {
  if (!transport) return createIntakeGateway({ endpoint });
  const { createTransport } = await import('@wherefore/sdk/transport');
  try {
    return createTransport(transport);
  } catch (error) {
    // A mistake of the page: said to whoever built it, while the brief waits for the next visit.
    console.error('wherefore-intake:', error);
    return { submit: () => Promise.reject(error) };
  }
}
