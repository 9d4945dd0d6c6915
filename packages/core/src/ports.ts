/** What the elements need from the outside. The SDK client is all three; a host page may bring its own. */
import type { Brief } from './brief/brief.ts';
import type {
  DeliveryPage,
  DeliveryQuery,
  DeliveryRecord,
  TargetList,
  TargetRetry,
  TargetTest,
} from './wire/deliveries.ts';
import type { BriefPage, BriefQuery, BriefRecord, FollowView, Session, StatusChange } from './wire/wire.ts';
import type { Receipt } from './wire/receipt.ts';

/** Takes a brief from a requester. */
export interface IntakeGateway {
  /**
   * Delivers the brief and gives the receipt. Calling it again with the same brief is safe: the same receipt comes back.
   * @throws WhereforeError with a stable `code` when there is no receipt.
   */
  submit(brief: Brief): Promise<Receipt>;
}

/** Reads a brief for the holder of a follow link. */
export interface FollowGateway {
  /** @throws WhereforeError, code `not-found`, when the link is unknown or revoked. */
  follow(token: string): Promise<FollowView>;
}

/** Everything a product owner does at the desk. */
export interface DeskGateway {
  /** Uses up a one-time sign-in link. @throws WhereforeError, code `sign-in-failed`. */
  signIn(token: string): Promise<Session>;
  /** Who is signed in, or `null`. */
  session(): Promise<Session | null>;
  signOut(): Promise<void>;
  listBriefs(query?: BriefQuery): Promise<BriefPage>;
  getBrief(id: string): Promise<BriefRecord>;
  /**
   * Changes the state of the version that the reviewer was looking at.
   * @throws WhereforeError, code `version-mismatch`, when somebody was first.
   */
  changeStatus(id: string, change: StatusChange, version: number): Promise<BriefRecord>;
  /** The other systems that briefs go to. Absent where a backend has none; then the next three are too. */
  listTargets?(): Promise<TargetList>;
  /** Tries a connection without leaving anything behind. */
  testTarget?(target: string): Promise<TargetTest>;
  listDeliveries?(query?: DeliveryQuery): Promise<DeliveryPage>;
  /** Tries again what did not arrive, and wakes its target when that was paused. */
  retryDelivery?(id: string): Promise<DeliveryRecord>;
  /** The same for everything that did not arrive in one target. */
  retryTarget?(target: string): Promise<TargetRetry>;
}

/** Keeps what a requester typed, on the requester's own device. */
export interface DraftStore {
  /** What was kept under this key, or `undefined`. Never throws: a draft that can't be read is no draft. */
  load(key: string): Promise<unknown>;
  /** Resolves to whether the draft is really kept. */
  save(key: string, draft: unknown): Promise<boolean>;
  clear(key: string): Promise<void>;
}
