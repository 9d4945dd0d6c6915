import type { FollowView } from '@wherefore/core/wire';

/** `wherefore-view-loaded`: a follow page shows its brief, for the first time or with news. */
export class ViewLoadedEvent extends CustomEvent<{ view: FollowView }> {
  static readonly eventName = 'wherefore-view-loaded';

  constructor(view: FollowView) {
    super(ViewLoadedEvent.eventName, { detail: { view } });
  }
}
