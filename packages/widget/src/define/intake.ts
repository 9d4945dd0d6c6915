import { WhereforeError } from '@wherefore/core';
import type { IntakeGateway } from '@wherefore/core';
import type { Brief } from '@wherefore/core/brief';
import type { Receipt } from '@wherefore/core/wire';
import { mayHoldDrafts } from '@wherefore/sdk/draft-places';
import type { Outbox } from '@wherefore/sdk/outbox';
import { define } from '@wherefore/ui';
import { Intake } from '../intake/intake.ts';
import type { DraftMode, IntakeAddress } from '../intake/services.ts';

// The client, the drafts and the outbox load with the conversation, not with the first question.
const client = () => import('./client.ts');
const storage = () => import('@wherefore/sdk/outbox');

/** What a page sends through instead of the client. */
type Own = Pick<IntakeAddress, 'gateway' | 'transport'>;
interface Place {
  own: Own;
  outbox: Promise<Outbox>;
}
/** One for each server and mode: what a page throws away and makes again finds its briefs on their way. */
const places = new Map<string, Place>();

Intake.services = {
  gateway: async (endpoint, transport) => (await client()).connect(endpoint, transport),
  mayHoldDrafts,
  drafts: async (mode) => (await storage()).openDraftStore({ mode }),
  forgetThisDevice: async () => (await storage()).forgetThisDevice(),
  outbox({ endpoint = '/', gateway, transport, drafts: mode = 'device' }) {
    const to =
      transport && !gateway
        ? `transport:${String(transport.url)}`
        : (gateway ? 'page:' : '') + new URL(endpoint, location.href).href;
    const key = `${mode} ${to}`;
    const own = { gateway, transport };
    let place = places.get(key);
    if (!place) {
      place = { own, outbox: open(to, mode, endpoint, () => places.get(key)?.own ?? own) };
      places.set(key, place);
      place.outbox.catch(() => places.delete(key));
    }
    place.own = own;
    return place.outbox;
  },
};

async function open(to: string, mode: DraftMode, endpoint: string, own: () => Own): Promise<Outbox> {
  const connect = (): Promise<IntakeGateway> =>
    Intake.services!.gateway(endpoint, own().transport).catch((cause: unknown) => {
      throw new WhereforeError('offline', 'The client could not be loaded', { cause });
    });
  // Loaded while there is a network, not when it may be gone.
  if (!own().gateway) connect().catch(() => {});
  const { createOutbox } = await storage();
  const submit = async (brief: Brief): Promise<Receipt> => (own().gateway ?? (await connect())).submit(brief);
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
