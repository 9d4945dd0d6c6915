import type { Session } from '@wherefore/core/wire';

/** `wherefore-session-started`: a reviewer is signed in. */
export class SessionStartedEvent extends CustomEvent<{ session: Session }> {
  static readonly eventName = 'wherefore-session-started';

  constructor(session: Session) {
    super(SessionStartedEvent.eventName, { detail: { session } });
  }
}
