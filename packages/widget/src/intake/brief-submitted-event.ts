import type { Brief } from '@wherefore/core/brief';
import type { Receipt } from '@wherefore/core/wire';

/** Fired on the intake when the backend gave its receipt. Does not bubble. */
export class BriefSubmittedEvent extends CustomEvent<{ brief: Brief; receipt: Receipt }> {
  static readonly type = 'wherefore-brief-submitted';

  constructor(brief: Brief, receipt: Receipt) {
    super(BriefSubmittedEvent.type, { detail: { brief, receipt } });
  }
}
