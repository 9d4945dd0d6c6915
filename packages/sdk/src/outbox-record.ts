/** How a brief waits on a device, the same in every storage, and what is remembered of it once it was received. */
import type { Brief } from '@wherefore/core';
import type { Receipt } from '@wherefore/core/wire';
import type { InvalidField } from './errors/invalid-fields-error.ts';

/**
 * Version of the record. A later version may add fields, and must keep `id`, `to`, `json` and `receipt` as they are: a page
 * that is still open with an older version goes on showing and sending what is in there.
 */
const RECORD_VERSION = 1;

/** One brief on its way, or the memory of one that arrived. */
export interface OutboxRecord {
  v: number;
  id: string;
  /** Which server it is for. */
  to: string;
  /** Milliseconds since 1970 on the clock of this device; only for putting briefs in order on screen. */
  addedAt: number;
  /** The brief as JSON, exactly as every try sends it. Empty once it was received. */
  json: string;
  /** The conversation behind it as JSON, to go back to. Empty when there is none, and once it was received. */
  draft: string;
  /** What the requester still has to be given when it was received, as JSON; it stays until they turn away from the receipt. */
  after: string;
  /** Tries that ended without a receipt. */
  tries: number;
  /** Why the last try failed: an error code. */
  reason: string | null;
  /** Whether only the requester can help now. */
  stopped: boolean;
  /** Which fields the server did not take. */
  fields: readonly InvalidField[];
  /** How long the server asked to wait, in milliseconds, from a moment on the clock of this device. */
  wait: { from: number; ms: number } | null;
  receipt: Receipt | null;
  /** When the receipt was first on screen, on the clock of this device. */
  shownAt: number | null;
  /** Whether the requester has turned away from the receipt. */
  dismissed: boolean;
}

/** A brief that was never tried. */
export function freshRecord(
  brief: Brief,
  to: string,
  draft: unknown,
  now: number,
  after?: unknown,
): OutboxRecord {
  return {
    v: RECORD_VERSION,
    id: brief.id,
    to,
    addedAt: now,
    json: JSON.stringify(brief),
    draft: draft === undefined ? '' : JSON.stringify(draft),
    after: after === undefined ? '' : JSON.stringify(after),
    tries: 0,
    reason: null,
    stopped: false,
    fields: [],
    wait: null,
    receipt: null,
    shownAt: null,
    dismissed: false,
  };
}

/** What is left of a record when its brief arrived: no words of the requester. */
export function receivedRecord(record: OutboxRecord, receipt: Receipt): OutboxRecord {
  const nothing = { json: '', draft: '', reason: null, stopped: false, fields: [], wait: null };
  return { ...record, ...nothing, receipt };
}

/**
 * Reads what a storage holds, from any version; `undefined` for what is no record. What is missing or odd in it gets its
 * first value: as long as there is an id and a brief, it can be sent.
 */
export function readRecord(value: unknown): OutboxRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = value as Partial<OutboxRecord>;
  if (typeof found.id !== 'string' || typeof found.json !== 'string' || typeof found.to !== 'string') {
    return undefined;
  }
  const { id, to, json } = found;
  if (!found.receipt && !parsed(json)) return undefined;
  return {
    ...freshRecord({ id } as Brief, to, undefined, 0),
    ...found,
    fields: Array.isArray(found.fields) ? found.fields : [],
    json,
  };
}

/** The value in a text, or `undefined`. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Milliseconds that are left of a wait. The clock of a device may have been set since: never more than the whole wait, and
 * the whole wait again when the clock went back.
 */
export function waitLeft({ wait }: OutboxRecord, now: number): number {
  if (!wait) return 0;
  const passed = now - wait.from;
  return passed < 0 ? wait.ms : Math.max(0, wait.ms - passed);
}
