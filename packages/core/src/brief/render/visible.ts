/**
 * Text for places that only show it: without controls, with one kind of line break, and with a sign for half characters.
 * A tab becomes a blank.
 */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFEFF]/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}
