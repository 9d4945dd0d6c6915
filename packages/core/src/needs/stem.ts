/*
 * How words become keys of the packed lists. Packing (`test/needs/pack.ts`) and looking up must agree, so both use this.
 */

const SHORTEST = 3;
export const STEM = 7;

/**
 * Takes endings off, as many as there are, and forgets how often a letter is written: "klanten" and "klant", "maken" and
 * "maak", "planned" and "plan" end up the same, and so do many typing errors.
 */
export function bare(word: string, endings: readonly string[]): string {
  const ending = endings.find((end) => word.length - end.length >= SHORTEST && word.endsWith(end));
  if (ending !== undefined) return bare(word.slice(0, -ending.length), endings);
  return word.replace(/(.)\1/g, '$1').replace(/v$/, 'f').replace(/z$/, 's');
}

/** What all forms of a word share. */
export const stem = (base: string): string => `${base.slice(0, STEM)}-`;

/** The end of a compound. Longer ends than seven letters are not told apart. */
export const tail = (base: string, size: number): string => `-${base.slice(-size)}`;

/** FNV-1a, with a seed. */
export function hash(key: string, seed: number, bits: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let i = 0; i < key.length; i++) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> (32 - bits);
}
