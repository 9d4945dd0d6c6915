/** What goes to which target when a brief comes in or its state changes. */
import { createHash } from 'node:crypto';
import type { NewDelivery } from '../store/deliveries.ts';
import type { Target } from './target.ts';

/** For a new brief: one for each target. */
export function briefDeliveries(targets: readonly Target[], briefId: string): NewDelivery[] {
  return targets.map(({ name }) => ({ id: deliveryId(name, briefId, 1), target: name }));
}

/**
 * For a decision: one for each target that wants to know.
 * @param version The version that the decision makes.
 * @param from The target that the decision came from; it is not told its own news.
 */
export function statusDeliveries(
  targets: readonly Target[],
  briefId: string,
  version: number,
  from?: string,
): NewDelivery[] {
  return targets
    .filter(({ name, connection }) => connection.update && name !== from)
    .map(({ name }) => ({ id: deliveryId(name, briefId, version), target: name }));
}

/** Follows from what is delivered, so that it is the same wherever it is made: a UUID of version 8 (RFC 9562). */
export function deliveryId(target: string, briefId: string, version: number): string {
  const bytes = createHash('sha256').update(`${target} ${briefId} ${version}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
