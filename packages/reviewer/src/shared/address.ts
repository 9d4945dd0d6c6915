/** Where the desk stands is kept in the fragment of the page's address, so that back, reload and bookmarks work. */

const BRIEF = 'brief';
const SIGN_IN = 'sign-in';

/** The id of the brief that is open, or `undefined`. */
export function openBrief(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get(BRIEF) || undefined;
}

/** The one-time token of a sign-in link, or `undefined`. */
export function signInToken(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get(SIGN_IN) || undefined;
}

/** The address of a brief, or of the list. Written in full, because a `<base>` on the page would lead `#…` astray. */
export function addressOf(id?: string): string {
  return `${location.pathname}${location.search}#${id ? `${BRIEF}=${encodeURIComponent(id)}` : ''}`;
}
