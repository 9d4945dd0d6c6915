import { WhereforeError } from '@wherefore/core';
import type { IntakeGateway } from '@wherefore/core';
import type { Brief } from '@wherefore/core/brief';
import type { Receipt } from '@wherefore/core/wire';
import { mayHoldDrafts } from '@wherefore/sdk/draft-places';
import type { Outbox } from '@wherefore/sdk/outbox';
import { define } from '@wherefore/ui';
import { Intake } from '../intake/intake.ts';
import type { DraftMode } from '../intake/services.ts';

// The client, the drafts and the outbox load with the conversation, not with the first question.
const client = () => import('@wherefore/sdk/intake-once');
const storage = () => import('@wherefore/sdk/outbox');

interface Place {
  gateway: IntakeGateway | undefined;
  outbox: Promise<Outbox>;
}
/** One for each server and mode: what a page throws away and makes again finds its briefs on their way. */
const places = new Map<string, Place>();

Intake.services = {
  gateway: async (endpoint) => (await client()).createIntakeGatewayOnce({ endpoint }),
  mayHoldDrafts,
  drafts: async (mode) => (await storage()).openDraftStore({ mode }),
  forgetThisDevice: async () => (await storage()).forgetThisDevice(),
  outbox({ endpoint = '/', gateway, drafts: mode = 'device' }) {
    const to = (gateway ? 'page:' : '') + new URL(endpoint, location.href).href;
    const key = `${mode} ${to}`;
    let place = places.get(key);
    if (!place) {
      place = { gateway, outbox: open(to, mode, endpoint, () => places.get(key)?.gateway) };
      places.set(key, place);
      place.outbox.catch(() => places.delete(key));
    }
    place.gateway = gateway;
    return place.outbox;
  },
};

async function open(
  to: string,
  mode: DraftMode,
  endpoint: string,
  own: () => IntakeGateway | undefined,
): Promise<Outbox> {
  let wired: Promise<IntakeGateway> | undefined;
  const connect = (): Promise<IntakeGateway> =>
    (wired ??= Intake.services!.gateway(endpoint).catch((cause: unknown) => {
      wired = undefined;
      throw new WhereforeError('offline', 'The client could not be loaded', { cause });
    }));
  // Loaded while there is a network, not when it may be gone.
  if (!own()) connect().catch(() => {});
  const { createOutbox } = await storage();
  const submit = async (brief: Brief): Promise<Receipt> => (own() ?? (await connect())).submit(brief);
  const outbox = createOutbox({ gateway: { submit }, to, mode });
  await outbox.ready;
  return outbox;
}

define('wherefore-intake', Intake);

declare global {
  interface HTMLElementTagNameMap {
    'wherefore-intake': Intake;
  }
}
