/** How a draft is kept, the same in every storage. */

/** Version of the record around a draft; what is inside belongs to whoever saved it. */
const RECORD_VERSION = 1;

/** One kept draft. */
export interface DraftRecord {
  v: number;
  /** Milliseconds since 1970 on the clock of this device. */
  expiresAt: number;
  /** The draft as JSON: a copy, the same for every storage, and readable by every later version. */
  json: string;
}

/** @throws TypeError when the draft is not JSON. */
export function toRecord(draft: unknown, expiresAt: number): DraftRecord {
  const json = JSON.stringify(draft) as string | undefined;
  if (json === undefined) throw new TypeError('Cannot keep a draft that is not JSON');
  return { v: RECORD_VERSION, expiresAt, json };
}

/** The draft in a record, or `undefined` when it is over its time, from a later version, or not a record at all. */
export function fromRecord(record: unknown, now: number): unknown {
  if (typeof record !== 'object' || record === null) return undefined;
  const { v, expiresAt, json } = record as Partial<DraftRecord>;
  if (v !== RECORD_VERSION || typeof expiresAt !== 'number' || expiresAt <= now) return undefined;
  try {
    return JSON.parse(json!);
  } catch {
    return undefined;
  }
}
