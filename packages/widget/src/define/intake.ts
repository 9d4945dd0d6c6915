import { hold, mayHoldDrafts } from '@wherefore/sdk/draft-places';
import { define } from '@wherefore/ui';
import { Intake } from '../intake/intake.ts';

// The client, the drafts and the outbox load with the conversation, not with the first question.
Intake.services = {
  mayHoldDrafts,
  hold,
  open: (host) => import('./delivery.ts').then(({ open }) => open(host)),
};

define('wherefore-intake', Intake);

declare global {
  interface HTMLElementTagNameMap {
    'wherefore-intake': Intake;
  }
}
