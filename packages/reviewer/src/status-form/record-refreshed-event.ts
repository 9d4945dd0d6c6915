import type { BriefRecord } from '@wherefore/core/wire';

/** `wherefore-record-refreshed`: somebody else had changed the brief; this is how it stands now. */
export class RecordRefreshedEvent extends CustomEvent<{ record: BriefRecord }> {
  static readonly eventName = 'wherefore-record-refreshed';

  constructor(record: BriefRecord) {
    super(RecordRefreshedEvent.eventName, { detail: { record } });
  }
}
