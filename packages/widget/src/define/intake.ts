import { mayHoldDrafts } from '@wherefore/sdk/draft-places';
import { define } from '@wherefore/ui';
import { Intake } from '../intake/intake.ts';

// The client and the draft store load with the conversation, not with the first question.
Intake.services = {
  gateway: async (endpoint) => (await import('@wherefore/sdk/intake')).createIntakeGateway({ endpoint }),
  mayHoldDrafts,
  drafts: async (mode) => (await import('@wherefore/sdk/drafts')).openDraftStore({ mode }),
};

define('wherefore-intake', Intake);

declare global {
  interface HTMLElementTagNameMap {
    'wherefore-intake': Intake;
  }
}
