import type { DraftStore, IntakeGateway } from '@wherefore/core';

/** How long a draft may stay on this device: `device` survives closing the browser, `session` the tab only. */
export type DraftMode = 'device' | 'session' | 'off';

/** Where the intake gets its outside from when the page sets no `gateway`. Only `define/*` fills this in. */
export interface IntakeServices {
  gateway(endpoint: string): Promise<IntakeGateway>;
  /** Whether there may be a draft at all; asked before anything is loaded for it. */
  mayHoldDrafts(mode: DraftMode): Promise<boolean>;
  drafts(mode: DraftMode): Promise<DraftStore>;
}
