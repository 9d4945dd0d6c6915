/** `wherefore-brief-chosen`: a row of the list was followed. Cancel it to keep the page's address as it is. */
export class BriefChosenEvent extends CustomEvent<{ id: string }> {
  static readonly eventName = 'wherefore-brief-chosen';

  constructor(id: string) {
    super(BriefChosenEvent.eventName, { detail: { id }, cancelable: true });
  }
}
