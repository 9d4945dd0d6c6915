/**
 * Words of people as Markdown that shows exactly those words, and back.
 *
 * What Markdown would take for its own gets a backslash; what would not survive an editor, a mail or a browser (controls,
 * separators, half characters, blanks at the ends of a line) becomes a character reference.
 */

// Controls but the line break, C1, line and paragraph separator, byte order mark, and half of a pair.
const FRAGILE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF]|\p{Surrogate}/gu;
// `_` inside a word, `&` before a blank and the like are left alone: they read better and mean nothing.
const MARKUP = /[\\`*[\]<|~$]|&(?=[#A-Za-z])|_|@(?=[A-Za-z\d])/g;
const WORD = /[\p{L}\p{N}]/u;
const LINE_START = /^(?:[#>+=-]|\d{1,9}(?=[.)]))/;
/** A blank without width after an `@`: GitHub then notifies nobody. As Renovate does (renovatebot/renovate#1083). */
const QUIET = '&#8203;';

const reference = (char: string): string => `&#${char.codePointAt(0)};`;

/** One line, without a line break, for any place where a line may stand. */
export function escapeLine(line: string): string {
  const marked = line.replace(MARKUP, (char, offset: number) => {
    const before = line.charAt(offset - 1);
    const inside = WORD.test(before) && WORD.test(line.charAt(offset + 1));
    if (char === '_') return inside ? char : '\\_';
    if (char === '@') return WORD.test(before) ? char : char + QUIET;
    return `\\${char}`;
  });
  return marked
    .replace(LINE_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/^\s|\s$/g, reference)
    .replace(FRAGILE, reference);
}

/** Text in one line, for list items, labels and headings: line breaks are character references. */
export function escapeInline(text: string): string {
  return text.split('\n').map(escapeLine).join('&#10;');
}

/** The same for a heading, whose end may not look like a closing mark. */
export function escapeHeading(text: string): string {
  const words = text.replace(/#+$/, '');
  return escapeInline(words) + '\\#'.repeat(text.length - words.length);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };
const ESCAPES =
  /\\([!-/:-@[-`{-~])|(?<=@)&#8203;|&#(\d{1,7});|&#[xX]([\da-fA-F]{1,6});|&(amp|lt|gt|quot|nbsp);/g;

/** Undoes the three above. What is no escape stands for itself, so words that a person typed in come through. */
export function unescape(markdown: string): string {
  return markdown.replace(ESCAPES, (whole, char?: string, decimal?: string, hex?: string, name?: string) => {
    if (char !== undefined) return char;
    if (name !== undefined) return NAMED[name] ?? whole;
    if (decimal === undefined && hex === undefined) return '';
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
