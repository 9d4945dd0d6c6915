import { KEY } from './sent-key.ts';

/**
 * Which briefs were sent and may be there already. Only ids, never words. In a browser the marks outlive the page, as the
 * outbox does; elsewhere, and where storage is forbidden, they last as long as this module.
 */
const here = new Set<string>();

/** Milliseconds that a mark stays after the receipt, at least: the outbox may not have written that down yet. */
const STAYS = 24 * 60 * 60 * 1000;

export function wasSent(id: string): boolean {
  return here.has(id) || (inStorage((storage) => storage.getItem(KEY + id) !== null) ?? false);
}

/** Written down before the send: a page that is closed in the middle of it must know afterwards. */
export function markSent(id: string): void {
  here.add(id);
  inStorage((storage) => {
    for (const key of Object.keys(storage)) {
      // Without a time there is no receipt yet.
      const at = key.startsWith(KEY) && Number(storage.getItem(key));
      if (at && Math.abs(Date.now() - at) > STAYS) storage.removeItem(key);
    }
    storage.setItem(KEY + id, '');
  });
}

/**
 * The receipt is here. The mark goes with a later brief, not now: a page that is closed before the outbox knows of the
 * receipt sends the brief again, and has to look first.
 */
export function markReceived(id: string): void {
  here.delete(id);
  inStorage((storage) => storage.setItem(KEY + id, String(Date.now())));
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
