/**
 * Upper bounds of every string and list in a brief, in UTF-16 code units and items.
 *
 * They are generous for people and small for a server: a brief at every bound stays under 256 KiB of JSON,
 * the largest body that the reference backend accepts.
 */
export const LIMITS = {
  /** The opening words and any other free text: about two pages. */
  text: 4000,
  /** A name, a role, a tool, a cue. */
  line: 200,
  /** A web address. */
  url: 2000,
  /** People in `who`, tools, channels. */
  items: 20,
  /** Questions answered or skipped. */
  answers: 20,
  /** Marked stretches, corrections included. */
  spans: 100,
} as const;
