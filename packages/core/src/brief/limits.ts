/**
 * Upper bounds of every string and list in a brief, in characters (Unicode code points) and items.
 *
 * Generous for people and small for a server: a brief at every bound is about 150,000 characters, so in any script it
 * stays under {@link LIMITS.body}.
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
  /** Solutions wished for in one brief. */
  means: 5,
  /** Questions answered or skipped. */
  answers: 10,
  /** Marked stretches, corrections included. */
  spans: 100,
  /** Bytes of JSON that a server has to accept for one brief: 512 KiB. */
  body: 512 * 1024,
} as const;
