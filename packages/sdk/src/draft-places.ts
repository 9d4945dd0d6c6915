/** Where things are kept, and whether there is any. A file of its own, for pages that have to know only that. */

export const DATABASE = 'wherefore';
const SESSION_PREFIX = 'wherefore:';

export const sessionKey = (key: string): string => `${SESSION_PREFIX}draft:${key}`;

/** Where drafts may be kept; `device` when absent. */
type Mode = 'device' | 'session' | 'off' | undefined;

/** The draft of the intake, also in `localStorage`. */
export const HELD = sessionKey('intake');

/**
 * Keeps words at once, in a page that has not loaded the drafts yet and may be gone before it has. It is a record as in
 * `draft-record.ts`, which the drafts take for one of theirs. Throws where storage is forbidden or full.
 */
export function hold(mode: Mode, words: string): void {
  (mode === 'session' ? sessionStorage : localStorage)[HELD] = JSON.stringify({
    v: 1,
    expiresAt: Date.now() + 6048e5,
    json: JSON.stringify(words),
  });
}

/** What a request of IndexedDB comes to. */
export const outcome = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error as Error));
  });

/** For how long after it was first on screen a receipt is landed on again, in milliseconds. */
const STILL_NEWS = 30 * 60_000;

/** Whether a record of the outbox is something to come back to: not received yet, or received just now. */
export function isNews(
  { receipt, dismissed, shownAt }: { receipt?: unknown; dismissed?: boolean; shownAt?: number | null },
  now: number,
): boolean {
  return !receipt || (!dismissed && (!shownAt || Math.abs(now - shownAt) < STILL_NEWS));
}

/** Whether this device has our database. Rejects where nobody may know. */
export async function hasDatabase(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
}

/**
 * Whether this browser may hold a draft, an unsent brief or a receipt that is still news: a cheap question that decides
 * whether anything is loaded for it. Says yes when it can't tell.
 */
export async function mayHoldDrafts(mode: Mode): Promise<boolean> {
  if (mode === 'off') return false;
  try {
    if (mode === 'session') return Object.keys(sessionStorage).some((key) => key.startsWith(SESSION_PREFIX));
    return HELD in localStorage || ((await hasDatabase()) && (await holdsAny()));
  } catch {
    // Forbidden storage holds nothing, but a browser without `databases()` might; this page's memory might too.
    return true;
  }
}

async function holdsAny(): Promise<boolean> {
  const request = indexedDB.open(DATABASE);
  // Deleted a moment ago: a new one without tables would be of no use to anybody.
  request.addEventListener('upgradeneeded', () => request.transaction!.abort());
  const database = await outcome(request);
  try {
    const transaction = database.transaction(['drafts', 'outbox']);
    const all = (name: string): Promise<object[]> => outcome(transaction.objectStore(name).getAll());
    const [drafts, outbox] = await Promise.all([all('drafts'), all('outbox')]);
    return drafts.length > 0 || outbox.some((record) => isNews(record, Date.now()));
  } finally {
    database.close();
  }
}
