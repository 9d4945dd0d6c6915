/** One try to deliver, and what follows from how it went. */
import { LIMITS } from '@wherefore/core/brief';
import { ConnectorError, isConnectorError } from '@wherefore/sdk/connectors';
import type { TargetLink } from '@wherefore/sdk/connectors';
import type { ClaimedDelivery, DeliveryOutcome } from '../store/deliveries.ts';
import type { Target } from '../targets/target.ts';
import { lookPause, retryPause } from './backoff.ts';

export interface DeliverOptions {
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 up to 1. */
  random: () => number;
  deskUrl: (briefId: string) => string;
  /** Ends the try. */
  signal: AbortSignal;
}

/** Never throws: whatever goes wrong becomes an outcome. */
export async function deliver(
  target: Target,
  claim: ClaimedDelivery,
  options: DeliverOptions,
): Promise<DeliveryOutcome> {
  const { now, random, signal } = options;
  try {
    const link = await beforeEnd(signal, () => send(target, claim, options));
    const at = now();
    return {
      state: 'done',
      at: iso(at),
      ...(link && { link: bounded(link) }),
      ...(link && target.connection.state && { pollAt: iso(at + lookPause(0, random())) }),
    };
  } catch (error) {
    return failure(target, claim, error, now(), random());
  }
}

async function send(
  { connection }: Target,
  { id, record, change, link, triedBefore }: ClaimedDelivery,
  { deskUrl, signal }: DeliverOptions,
): Promise<TargetLink | undefined> {
  const { brief, receivedAt } = record;
  if (change) {
    const { status, reason = '', by = '', at } = change;
    if (link) await connection.update?.({ brief, link, status, reason, by, at, deliveryId: id }, signal);
    return undefined;
  }
  // A try whose end nobody knows may have made the ticket.
  const found = triedBefore ? await connection.find?.(brief.id, signal) : undefined;
  if (found) return found;
  return connection.create({ brief, receivedAt, deskUrl: deskUrl(brief.id), deliveryId: id }, signal);
}

function failure(
  target: Target,
  { attempts }: ClaimedDelivery,
  error: unknown,
  now: number,
  random: number,
): DeliveryOutcome {
  const at = iso(now);
  const reason = target.reasonOf(error);
  const kind = isConnectorError(error) ? error.kind : 'retry';
  if (kind === 'refused') return { state: 'dead', at, attempts, reason };
  // The target is paused: that this one was tried says nothing about it.
  if (kind === 'config')
    return { state: 'waiting', at, attempts: attempts - 1, nextAt: at, reason, pause: true };
  const asked = isConnectorError(error) ? error.retryAfter : undefined;
  const pause = retryPause(attempts, asked, random);
  if (pause === undefined) return { state: 'dead', at, attempts, reason };
  return {
    state: 'waiting',
    at,
    attempts,
    // Rounded up: never early, not even by a part of a millisecond.
    nextAt: iso(Math.ceil(now + pause)),
    reason,
    ...(asked !== undefined && { holdUntil: iso(Math.ceil(now + asked)) }),
  };
}

/** Rejects when the signal does, because a connector may not listen to it. */
export function beforeEnd<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(endOf(signal));
    if (signal.aborted) return end();
    signal.addEventListener('abort', end, { once: true });
    work()
      .then(resolve, (error: unknown) => reject(signal.aborted ? endOf(signal) : error))
      .finally(() => signal.removeEventListener('abort', end));
  });
}

function endOf(signal: AbortSignal): ConnectorError {
  return new ConnectorError('retry', 'There was no answer in time.', { cause: signal.reason });
}

/** A link that fits the protocol, whatever a target calls its tickets. */
function bounded({ id, url, label }: TargetLink): TargetLink {
  const safe = url !== undefined && url.length <= LIMITS.url && /^https?:\/\//.test(url);
  return { id, label: label.slice(0, LIMITS.line).toWellFormed(), ...(safe && { url }) };
}

export const iso = (ms: number): string => new Date(ms).toISOString();
