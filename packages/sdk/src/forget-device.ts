import { transact } from './database.ts';
import { hasDatabase, outcome } from './draft-places.ts';
import { forgetDraftsInMemory } from './drafts.ts';
import { announceForgotten } from './outbox-channel.ts';
import { readRecord } from './outbox-record.ts';

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
  let left = forgetTab(unsent);
  try {
    if (await hasDatabase()) left += await wipe(unsent);
  } catch {
    // The same.
  }
  announceForgotten(unsent ? 'all' : 'receipts');
  return left;
}

/** The part of it that only the tab itself can do. Returns how many unsent briefs it still has. */
export function forgetTab(unsent: boolean): number {
  forgetDraftsInMemory();
  let left = 0;
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (!key.startsWith('wherefore:')) continue;
      const waits =
        key.startsWith('wherefore:outbox:') && !/"receipt":\{/.test(sessionStorage.getItem(key) ?? '');
      if (waits && !unsent) left++;
      else sessionStorage.removeItem(key);
    }
  } catch {
    // Forbidden storage holds nothing.
  }
  return left;
}

function wipe(unsent: boolean): Promise<number> {
  return transact('readwrite', async ({ drafts, outbox }) => {
    await outcome(drafts.clear());
    let left = 0;
    for (const key of await outcome(outbox.getAllKeys())) {
      if (unsent || readRecord(await outcome<unknown>(outbox.get(key)))?.receipt)
        await outcome(outbox.delete(key));
      else left++;
    }
    return left;
  });
}
