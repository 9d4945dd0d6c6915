/**
 * Which briefs were sent and have no receipt yet. Only ids, never words. In a browser the marks outlive the page, as the
 * outbox does; elsewhere, and where storage is forbidden, they last as long as this module.
 */
export const KEY = 'wherefore:sent:';
const here = new Set<string>();

export function wasSent(id: string): boolean {
  return here.has(id) || (inStorage((storage) => storage.getItem(KEY + id) !== null) ?? false);
}

/** Written down before the send: a page that is closed in the middle of it must know afterwards. */
export function markSent(id: string): void {
  here.add(id);
  inStorage((storage) => storage.setItem(KEY + id, ''));
}

export function unmarkSent(id: string): void {
  here.delete(id);
  inStorage((storage) => storage.removeItem(KEY + id));
}

function inStorage<T>(use: (storage: Storage) => T): T | undefined {
  // Node has a store of that name too, in a file that nobody asked for.
  if (typeof document === 'undefined') return undefined;
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
