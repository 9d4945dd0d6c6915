/** What an outbox offers; `outbox.ts` makes one. */
import type { Brief, IntakeGateway } from '@wherefore/core';
import type { Receipt } from '@wherefore/core/wire';
import type { InvalidField } from './errors/invalid-fields-error.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { Backoff } from './pump.ts';

/**
 * Where a brief is. `on-device`: it waits here and is sent by itself. `sending`: it is on its way. `received`: there is a
 * receipt. `needs-you`: only the requester can help; `reason` says with what.
 */
export type DeliveryState = 'on-device' | 'sending' | 'received' | 'needs-you';

/** One brief on its way, or one that arrived. A new object each time that something about it changed. */
export interface Delivery {
  readonly id: string;
  readonly state: DeliveryState;
  /** Why the last try failed, as an error code; a sign-in page instead of an answer counts as `not-signed-in`. */
  readonly reason: string | null;
  /** Until when the server asked to wait, in milliseconds since 1970 on the clock of this device. */
  readonly retryAt: number | null;
  /** Which fields the server did not take. */
  readonly fields: readonly InvalidField[];
  /** `false` when closing the page loses it: then say so. */
  readonly kept: boolean;
  /** Milliseconds since 1970 on the clock of this device. */
  readonly addedAt: number;
  /** `null` once it was received: nobody's words stay on the device longer than they must. */
  readonly brief: Brief | null;
  /** What was given to `add` beside the brief; gone once it was received. */
  readonly draft: unknown;
  /** What was given to `add` for afterwards. */
  readonly after: unknown;
  /** Whether the brief itself is what the server does not take: then it may be changed, because nothing was stored. */
  readonly editable: boolean;
  /** Whether the receipt was on screen. */
  readonly seen: boolean;
  readonly receipt: Receipt | null;
}

export interface OutboxOptions {
  /** Takes the briefs. Any gateway will do. */
  gateway: IntakeGateway;
  /** Name of the server behind the gateway: an outbox sends only what was added under the same name. `''` when absent. */
  to?: string;
  /**
   * `device`: kept until it was received. `session`: until the tab is closed. `off`: in memory only.
   * @default 'device'
   */
  mode?: 'device' | 'session' | 'off';
  /** A store of your own in place of the one for `mode`. */
  store?: OutboxStore;
  backoff?: Backoff;
  /** Milliseconds that one call of the gateway may take, its own retries included. @default 60_000 */
  timeout?: number;
  /** @default Math.random */
  random?: () => number;
  /** Milliseconds since 1970, for what is shown and what must outlive the page; pauses do not use it. @default Date.now */
  now?: () => number;
}

export interface Outbox {
  /** Resolves when what was kept before has been read. Never rejects. */
  readonly ready: Promise<void>;
  /** Everything unsent and the latest receipts, oldest first. */
  list(): readonly Delivery[];
  /** Calls back after each change, with the whole list. Returns what ends it. */
  subscribe(listener: (deliveries: readonly Delivery[]) => void): () => void;
  /** Calls back when somebody, in any tab, asked to forget what is on this device: what is on screen is meant too. */
  onForgotten(listener: () => void): void;
  /**
   * Takes a brief over: it is on the device before the first try, and the draft under `draftKey` ends in the same step.
   * The same id again replaces what was not received yet. Never rejects; look at `kept`.
   */
  add(
    brief: Brief,
    options?: {
      /** The conversation behind the brief, to come back to. JSON, like the brief. */
      draft?: unknown;
      draftKey?: string;
      /** For when it was received: kept until `dismiss`. */
      after?: unknown;
    },
  ): Promise<Delivery>;
  /** Tries now: one brief, or all that wait. A wait that the server asked for is kept all the same. */
  retry(id?: string): void;
  /** Takes a brief back, for good: not while it is on its way. Let the requester copy it first. Gives what was removed. */
  discard(id: string): Promise<Delivery | undefined>;
  /** Where a requester who comes back should land: the newest unsent brief, else a receipt that is still news. */
  landing(): Delivery | undefined;
  /** The receipt was on screen. */
  shown(id: string): Promise<void>;
  /** The requester is done with the receipt. */
  dismiss(id: string): Promise<void>;
  /** Stops sending on this page; nothing is lost. */
  close(): void;
}
