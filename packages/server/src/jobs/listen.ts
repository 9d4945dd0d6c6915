/** Brings back what became of a brief in a target: asked for, or said by the target itself. */
import type { TargetState } from '@wherefore/sdk/connectors';
import { ConnectorError, isConnectorError } from '@wherefore/sdk/connectors';
import type { StoredLink } from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import { statusDeliveries } from '../targets/outgoing.ts';
import type { Target } from '../targets/target.ts';
import { lookPause } from './backoff.ts';
import { beforeEnd, iso } from './deliver.ts';
import { isFinal, newsOf } from './news.ts';

/** How often somebody else may change the brief in between. */
const MAX_RACES = 5;

export interface ListenOptions {
  store: Store;
  /** All of them: one target's news is for the others too. */
  targets: readonly Target[];
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 up to 1. */
  random: () => number;
}

/**
 * Writes down what a target said, and changes the brief when that is news.
 * @param pushed Whether the target came with it by itself.
 */
export async function hear(
  target: Target,
  known: StoredLink,
  seen: TargetState,
  pushed: boolean,
  { store, targets, now, random }: ListenOptions,
): Promise<void> {
  let link: StoredLink | undefined = known;
  for (let race = 0; race < MAX_RACES && link; race++) {
    const record = await store.get(link.briefId);
    if (!record) return;
    const ms = now();
    const at = iso(ms);
    const { state, status, change } = newsOf(record, link, seen, { title: target.title, now: at, pushed });
    const quiet = state === link.state ? link.quiet + 1 : 0;
    const asksAgain = target.connection.state !== undefined && !isFinal(status ?? record.status);
    const result = await store.noteTargetState(link, {
      checkedAt: at,
      quiet,
      state,
      ...(status && { status }),
      ...(asksAgain && { pollAt: iso(ms + lookPause(quiet, random())) }),
      ...(change && {
        change: {
          ...change,
          by: target.title,
          at,
          version: record.version,
          deliveries: statusDeliveries(targets, record.brief.id, record.version + 1, target.name),
        },
      }),
    });
    if (result !== 'version-mismatch') return;
    // Somebody decided in between, or the same news came in twice.
    link = await store.findLink(target.name, link.id);
  }
}

/** Asks a target how one brief stands. A target that can't say now is asked later. */
export async function look(
  target: Target,
  link: StoredLink,
  signal: AbortSignal,
  options: ListenOptions,
): Promise<'done' | 'later' | 'dead'> {
  const { connection } = target;
  let seen: TargetState;
  try {
    seen = await beforeEnd(signal, async () => {
      if (!connection.state) throw new ConnectorError('refused', 'This target says nothing.');
      return connection.state(link, signal);
    });
  } catch (error) {
    const refused = isConnectorError(error) && error.kind === 'refused';
    const asked = isConnectorError(error) ? (error.retryAfter ?? 0) : 0;
    const pause = Math.max(asked, lookPause(link.quiet + 1, options.random()));
    await options.store.noteTargetState(link, {
      // Not heard: what is said next time may be as old as the last time something was.
      checkedAt: link.checkedAt,
      quiet: link.quiet + 1,
      ...(!refused && { pollAt: iso(Math.ceil(options.now() + pause)) }),
    });
    return refused ? 'dead' : 'later';
  }
  await hear(target, link, seen, false, options);
  return 'done';
}
