import { transact } from './database.ts';
import { HELD, hasDatabase, outcome } from './draft-places.ts';
import { forgetDraftsInMemory } from './drafts.ts';
import { announceForgotten } from './outbox-channel.ts';
import { readRecord } from './outbox-record.ts';
import { KEY as SENT } from './transport/sent-key.ts';

/**
 * "This is a shared computer": wipes every draft, every remembered receipt and what this page's memory holds of them, in all
 * tabs of this origin.
 *
 * Briefs that were not received yet stay, because nothing is dropped silently: unless `unsent` is true, which a requester
 * must have asked for in so many words.
 *
 * @returns how many unsent briefs are still on the device. It never rejects: what can't be read can't be wiped, and the next
 * visit can't read it either.
 */
export async function forgetThisDevice({ unsent = false } = {}): Promise<number> {
  const waiting = forgetTab(unsent);
  try {
    if (await hasDatabase()) waiting.push(...(await wipe(unsent)));
    forgetMarks(waiting);
  } catch {
    // The same.
  }
  announceForgotten(unsent ? 'all' : 'receipts');
  return waiting.length;
}

/** The part of it that only the tab itself can do. Returns the ids of the unsent briefs that it still has. */
export function forgetTab(unsent: boolean): string[] {
  forgetDraftsInMemory();
  const waiting: string[] = [];
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (!key.startsWith('wherefore:')) continue;
      const waits =
        key.startsWith('wherefore:outbox:') && !/"receipt":\{/.test(sessionStorage.getItem(key) ?? '');
      if (waits && !unsent) waiting.push(key.slice('wherefore:outbox:'.length));
      else sessionStorage.removeItem(key);
    }
  } catch {
    // Forbidden storage holds nothing.
  }
  return waiting;
}

/**
 * Which briefs were sent once: that of one that still waits keeps it from being there twice, the others are of no use. And
 * the first words of a page that was gone before it had loaded.
 */
function forgetMarks(waiting: readonly string[]): void {
  localStorage.removeItem(HELD);
  for (const key of Object.keys(localStorage))
    if (key.startsWith(SENT) && !waiting.includes(key.slice(SENT.length))) localStorage.removeItem(key);
}

/** Resolves to the ids of what still waits. */
function wipe(unsent: boolean): Promise<string[]> {
  return transact('readwrite', async ({ drafts, outbox }) => {
    await outcome(drafts.clear());
    const waiting: string[] = [];
    for (const key of await outcome(outbox.getAllKeys())) {
      if (unsent || readRecord(await outcome<unknown>(outbox.get(key)))?.receipt)
        await outcome(outbox.delete(key));
      else waiting.push(String(key));
    }
    return waiting;
  });
}
