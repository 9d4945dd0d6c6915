/** The server's persistence contract. Memory and SQLite pass the suite in `test/contracts/store.ts`. */
import type { Brief } from '@wherefore/core/brief';
import type { BriefPage, BriefRecord, Session, StatusChange } from '@wherefore/core/wire';
import type { DeliveryStore, NewDelivery, NewLink } from './deliveries.ts';

/** Instants are ISO 8601 in UTC; hashes are SHA-256, 32 bytes. */
export interface Store extends DeliveryStore {
  /**
   * Keeps a new brief. Resolves only when it would survive the end of the process.
   * A brief that is there already is left as it was: adding it again is safe.
   * @throws StoreUnavailableError when nothing can be written.
   */
  add(entry: NewBrief): Promise<Added>;
  /**
   * Keeps a brief with the times and the history that it had in another store; nothing else happens because of it.
   * What is there already is left as it was; it `differs` also when only the history does.
   * @throws StoreUnavailableError when nothing can be written.
   */
  restore(entry: RestoredBrief): Promise<Added['outcome']>;
  get(id: string): Promise<BriefRecord | undefined>;
  list(query: StoreQuery): Promise<StorePage>;
  /**
   * Changes the state and writes the history in one step, if `version` is still the current one.
   * @throws StoreUnavailableError when nothing can be written.
   */
  changeStatus(id: string, change: RecordedChange): Promise<BriefRecord | 'not-found' | 'version-mismatch'>;
  /** The brief with its follow link; the hash that opens it is `null` when the link was revoked. */
  getForFollow(id: string): Promise<({ record: BriefRecord } & Follow) | undefined>;
  /** Gives a brief another follow link, or none. Resolves to whether the brief exists. */
  replaceFollow(id: string, follow: Follow): Promise<boolean>;

  /** Keeps a one-time sign-in link and forgets the expired ones. */
  addSignIn(signIn: StoredSignIn, at: string): Promise<void>;
  /**
   * Uses up a sign-in link, ends the session `replaces` and begins the new one, all or nothing.
   * Resolves to `undefined` when the link is used, expired or unknown.
   */
  exchangeSignIn(signInHash: Uint8Array, session: NewSession): Promise<StoredSession | undefined>;
  /** The session, expired or not. */
  getSession(hash: Uint8Array): Promise<StoredSession | undefined>;
  /** Notes that the session was used. */
  touchSession(hash: Uint8Array, at: string): Promise<void>;
  endSession(hash: Uint8Array): Promise<void>;

  /** Tries a small write. @throws StoreUnavailableError when nothing can be written. */
  probe(): Promise<void>;
  /** Finishes what is running and lets go of the file. No other call may follow. */
  close(): Promise<void>;
}

/** Counts up when a link is replaced; the hash is `null` when the brief can't be followed. */
export interface Follow {
  revision: number;
  hash: Uint8Array | null;
}

export interface NewBrief {
  /** Parsed by the schema, so that equal briefs have equal JSON. */
  brief: Brief;
  receivedAt: string;
  follow: Follow;
  /** Written in the same step as the brief, and only with a new one. */
  deliveries?: readonly NewDelivery[];
}

/** A brief from another store, with every change of state since it was received. */
export interface RestoredBrief extends Omit<NewBrief, 'deliveries'> {
  changes: readonly Omit<RecordedChange, 'version' | 'deliveries'>[];
  /** Where it was already, at most one for each target. Written only with a new brief. */
  links?: readonly NewLink[];
}

/** What {@link Store.add} and {@link Store.restore} have in common. */
export type KeptBrief = RestoredBrief & Pick<NewBrief, 'deliveries'>;

/**
 * `stored` for a new brief, `same` for a repetition, `differs` when another brief has this id.
 * The other two say what was kept the first time.
 */
export interface Added {
  outcome: 'stored' | 'same' | 'differs';
  receivedAt: string;
  followRevision: number;
}

export interface RecordedChange extends StatusChange {
  by: string;
  at: string;
  /** The version that the reviewer was looking at. */
  version: number;
  /** Written in the same step. */
  deliveries?: readonly NewDelivery[];
}

export interface StoreQuery {
  /** Words that must all occur in the request, the need or the means; case and accents don't matter. */
  q?: string | undefined;
  status?: BriefRecord['status'] | undefined;
  department?: string | undefined;
  /** `nextPosition` of the page before. */
  before?: number | undefined;
  /** Rows, 1 to 100. */
  limit: number;
}

/** Newest first. A position stays valid while briefs come in. */
export interface StorePage extends Pick<BriefPage, 'items' | 'departments' | 'counts'> {
  nextPosition?: number;
}

export interface StoredSignIn {
  hash: Uint8Array;
  name: string;
  role: Session['role'];
  expiresAt: string;
}

export interface NewSession {
  hash: Uint8Array;
  at: string;
  expiresAt: string;
  /** Hash of the session that the same browser had until now. */
  replaces?: Uint8Array | undefined;
}

export interface StoredSession {
  name: string;
  role: Session['role'];
  seenAt: string;
  /** The end, however busy the session is. */
  expiresAt: string;
}

/** The store can't write right now: busy, full, read-only or broken. Reading may still work. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';

  constructor(cause?: unknown) {
    super('The store cannot write right now', { cause });
  }
}

/** At most this many departments are listed; they come from requesters and are not checked. */
export const MAX_DEPARTMENTS = 500;
