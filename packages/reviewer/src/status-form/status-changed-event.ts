import type { BriefRecord } from '@wherefore/core/wire';

/** `wherefore-status-changed`: a change of state with its reason was stored. */
export class StatusChangedEvent extends CustomEvent<{ record: BriefRecord }> {
  static readonly eventName = 'wherefore-status-changed';

  constructor(record: BriefRecord) {
    super(StatusChangedEvent.eventName, { detail: { record } });
  }
}
