import type { DeliveryRecord } from '@wherefore/core/wire';

/** `wherefore-delivery-retried`: something that had not reached another system is tried again. */
export class DeliveryRetriedEvent extends CustomEvent<{ delivery: DeliveryRecord }> {
  static readonly eventName = 'wherefore-delivery-retried';

  constructor(delivery: DeliveryRecord) {
    super(DeliveryRetriedEvent.eventName, { detail: { delivery } });
  }
}
