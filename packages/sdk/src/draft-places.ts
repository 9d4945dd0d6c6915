/** Where drafts are kept. A file of its own, without the database code, for pages that only want to know if there are any. */

export const DATABASE = 'wherefore';
const SESSION_PREFIX = 'wherefore:draft:';

export const sessionKey = (key: string): string => SESSION_PREFIX + key;

/**
 * Whether this browser may hold a draft: a cheap question that decides whether the draft store is loaded at all.
 * Says yes when it can't tell.
 */
export async function mayHoldDrafts(mode: 'device' | 'session' | 'off'): Promise<boolean> {
  if (mode === 'off') return false;
  try {
    if (mode === 'session') return Object.keys(sessionStorage).some((key) => key.startsWith(SESSION_PREFIX));
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === DATABASE);
  } catch {
    // Forbidden storage holds nothing, but a browser without `databases()` might; this page's memory might too.
    return true;
  }
}
