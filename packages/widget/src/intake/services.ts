import type { DraftStore, IntakeGateway } from '@wherefore/core';
import type { Outbox } from '@wherefore/sdk/outbox';
import type { TransportOptions } from '@wherefore/sdk/transport';

/** How long a draft may stay on this device: `device` survives closing the browser, `session` the tab only. */
export type DraftMode = 'device' | 'session' | 'off';

/** Where the intake gets its outside from when the page sets no `gateway`. Only `define/*` fills this in. */
export interface IntakeServices {
  gateway(endpoint: string, transport?: TransportOptions): Promise<IntakeGateway>;
  /** Whether there may be a draft at all; asked before anything is loaded for it. */
  mayHoldDrafts(mode: DraftMode): Promise<boolean>;
  drafts(mode: DraftMode): Promise<DraftStore>;
  /** What delivers the briefs of this element, read and ready. Without it, they go straight to the gateway. */
  outbox?(host: IntakeAddress): Promise<Outbox>;
  /** Wipes what is kept on this device of requests that were sent, and drafts. */
  forgetThisDevice?(): Promise<unknown>;
}

/** Where the briefs of an element go, and how long they may be kept on the way. */
export interface IntakeAddress {
  endpoint: string | undefined;
  gateway: IntakeGateway | undefined;
  /** Where and how to send instead of to `endpoint`. */
  transport?: TransportOptions | undefined;
  drafts: DraftMode | undefined;
}
