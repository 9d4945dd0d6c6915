/** `wherefore-session-ended`: the reviewer is not signed in any more; nothing can be read or changed. */
export class SessionEndedEvent extends Event {
  static readonly eventName = 'wherefore-session-ended';

  constructor() {
    super(SessionEndedEvent.eventName);
  }
}
