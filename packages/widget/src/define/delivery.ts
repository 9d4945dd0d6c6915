/** The real client and the real storage behind `<wherefore-intake>`; loads with the conversation. */
import type { IntakeGateway } from '@wherefore/core';
import { createIntakeGatewayOnce } from '@wherefore/sdk/intake-once';
import { createOutbox, forgetThisDevice, openDraftStore } from '@wherefore/sdk/outbox';
import type { Outbox } from '@wherefore/sdk/outbox';
import type { TransportOptions } from '@wherefore/sdk/transport';
import type { Delivering, IntakeAddress } from '../intake/services.ts';

interface Place {
  gateway: IntakeGateway;
  outbox: Outbox;
}
/** One for each server and mode: what a page throws away and makes again finds its briefs on their way. */
const places = new Map<string, Place>();

export async function open({
  endpoint = '/',
  gateway,
  transport,
  drafts: mode = 'device',
}: IntakeAddress): Promise<Delivering> {
  const to =
    transport && !gateway
      ? `transport:${String(transport.url)}`
      : (gateway ? 'page:' : '') + new URL(endpoint, location.href).href;
  const key = `${mode} ${to}`;
  const place = places.get(key) ?? openPlace(to, mode);
  places.set(key, place);
  // The page may have made another one since.
  place.gateway = gateway ?? (transport ? through(transport) : createIntakeGatewayOnce({ endpoint }));
  await place.outbox.ready;
  return { drafts: openDraftStore({ mode }), outbox: place.outbox, forgetThisDevice };
}

function openPlace(to: string, mode: NonNullable<IntakeAddress['drafts']>): Place {
  const place = {} as Place;
  place.outbox = createOutbox({ gateway: { submit: (brief) => place.gateway.submit(brief) }, to, mode });
  return place;
}

/** Loads while there is a network, not when it may be gone. */
function through(transport: TransportOptions): IntakeGateway {
  const load = () => import('./transport.ts');
  load().catch(() => {});
  return { submit: async (brief) => (await load()).openTransport(transport).submit(brief) };
}
