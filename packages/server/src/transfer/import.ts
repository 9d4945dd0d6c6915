/** Taking over briefs from a file. */
import { hash } from 'node:crypto';
import type { Brief } from '@wherefore/core/brief';
import type { BriefRecord } from '@wherefore/core/wire';
import { hashToken } from '../auth/tokens.ts';
import type { FollowTokens } from '../auth/tokens.ts';
import { RAREST_LOOK } from '../jobs/backoff.ts';
import { isFinal } from '../jobs/news.ts';
import { recordFrom } from '../store/digest.ts';
import type { Added, Follow, RestoredBrief, Store } from '../store/store.ts';
import type { NewLink } from '../store/deliveries.ts';
import { itemsIn } from './lines.ts';
import type { Item } from './lines.ts';
import type { Incoming } from './record.ts';

/** As many as a store commits together. */
const BATCH = 256;

export interface ImportOptions {
  store: Store;
  /** Makes follow links for briefs that come without one. */
  tokens: FollowTokens;
  /** Milliseconds. */
  now: () => number;
  /** A file of JSON lines or Markdown, or a folder of Markdown files. */
  path: string;
  /** Looks at everything first and stores nothing when something is wrong. */
  allOrNothing: boolean;
  /** Hears where something is wrong, and what. */
  complain: (place: string, reason: string) => void;
  /** Hears how many briefs were dealt with so far, now and then. */
  progress: (count: number) => void;
}

export interface Imported {
  stored: number;
  /** Were here already, with the same words and history. */
  same: number;
  /** Were here already, with others: left as they are. */
  differing: number;
  bad: number;
}

/**
 * Stores every good brief, in the order of the file. Doing it again changes nothing.
 * @throws StoreUnavailableError when nothing can be written; what was stored so far stays.
 */
export async function importBriefs(options: ImportOptions): Promise<Imported> {
  if (options.allOrNothing) {
    const looked = await go(options, lookUp(options));
    if (looked.bad + looked.differing > 0) return { ...looked, stored: 0 };
  }
  return go(options, (entry, alone) =>
    alone ? options.store.add(entry).then(({ outcome }) => outcome) : options.store.restore(entry),
  );
}

type Keep = (entry: RestoredBrief, alone: boolean) => Promise<Added['outcome']>;

async function go(options: ImportOptions, keep: Keep): Promise<Imported> {
  const { path, complain, progress } = options;
  const counts = { stored: 0, same: 0, differing: 0, bad: 0 };
  let batch: (Item & { read: Incoming })[] = [];
  async function finish(): Promise<void> {
    const before = total(counts);
    const outcomes = await Promise.all(
      batch.map(({ read }) => keep(complete(read, options), read.kind === 'new')),
    );
    for (const [index, outcome] of outcomes.entries()) {
      counts[outcome === 'differs' ? 'differing' : outcome]++;
      if (outcome === 'differs')
        complain(
          batch[index]?.place ?? '',
          'another brief or history is stored under this id; it was left as it is.',
        );
    }
    batch = [];
    if (Math.floor(before / 10_000) !== Math.floor(total(counts) / 10_000)) progress(total(counts));
  }
  for await (const { place, read } of itemsIn(path)) {
    if (read.kind === 'bad') {
      counts.bad++;
      complain(place, read.reason);
      continue;
    }
    batch.push({ place, read });
    if (batch.length === BATCH) await finish();
  }
  await finish();
  return counts;
}

function total({ stored, same, differing, bad }: Imported): number {
  return stored + same + differing + bad;
}

function complete(read: Incoming, { tokens, now }: ImportOptions): RestoredBrief {
  const entry =
    read.kind === 'moved'
      ? read.entry
      : { brief: read.brief, receivedAt: new Date(now()).toISOString(), changes: [] };
  const fresh = (): Follow => ({ revision: 1, hash: hashToken(tokens.create(entry.brief.id, 1)) });
  return { follow: fresh(), ...entry, ...(read.kind === 'moved' && { links: asked(read.entry, now) }) };
}

/** Links of which the target is asked how they stand: spread, because all of them come in at once. */
function asked({ links = [], changes }: Omit<RestoredBrief, 'follow'>, now: () => number): NewLink[] {
  if (isFinal(changes.at(-1)?.status)) return [...links];
  return links.map((link) => ({
    ...link,
    pollAt: new Date(now() + Math.random() * RAREST_LOOK).toISOString(),
  }));
}

/** Says what would become of a brief, without storing it. */
function lookUp({ store }: ImportOptions): Keep {
  const seen = new Map<string, Digests>();
  return async (entry, alone) => {
    const record = await store.get(entry.brief.id);
    const known = record ? digestsOf(record.brief, record.history) : seen.get(entry.brief.id);
    const own = digestsOf(entry.brief, recordFrom(entry).history);
    if (known)
      return known.brief === own.brief && (alone || known.history === own.history) ? 'same' : 'differs';
    seen.set(entry.brief.id, own);
    return 'stored';
  };
}

interface Digests {
  brief: string;
  history: string;
}

function digestsOf(brief: Brief, history: BriefRecord['history']): Digests {
  const digest = (value: unknown): string => hash('sha256', JSON.stringify(value), 'base64');
  return {
    brief: digest(brief),
    history: digest(history.map(({ at, status, reason, by }) => [at, status, reason, by])),
  };
}
