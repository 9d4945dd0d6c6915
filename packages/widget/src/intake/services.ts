import type { DraftStore, IntakeGateway } from '@wherefore/core';
import type { Outbox } from '@wherefore/sdk/outbox';
import type { TransportOptions } from '@wherefore/sdk/transport';

/** How long a draft may stay on this device: `device` survives closing the browser, `session` the tab only. */
export type DraftMode = 'device' | 'session' | 'off';

/** What an intake keeps and sends with. */
export interface Delivering {
  drafts: DraftStore;
  /** Delivers the briefs of this element; what was kept before has been read. */
  outbox: Outbox;
  /** Wipes what is kept on this device of requests that were sent, and drafts. */
  forgetThisDevice?(): Promise<unknown>;
}

/** Where the intake gets its outside from. Only `define/*` fills this in. */
export interface IntakeServices {
  /** Whether there may be a draft at all; asked before anything is loaded for it. */
  mayHoldDrafts(mode: DraftMode | undefined): Promise<boolean>;
  /** Keeps words of the first question on the device, or in the tab, without loading anything. Throws where it may not. */
  hold(mode: DraftMode | undefined, words: string): void;
  /** Loads the rest. Opening it is what sends a brief that was left behind. */
  open(host: IntakeAddress): Promise<Delivering>;
}

/** Where the briefs of an element go, and how long they may be kept on the way. */
export interface IntakeAddress {
  endpoint: string | undefined;
  gateway: IntakeGateway | undefined;
  /** Where and how to send instead of to `endpoint`. */
  transport?: TransportOptions | undefined;
  drafts: DraftMode | undefined;
}
