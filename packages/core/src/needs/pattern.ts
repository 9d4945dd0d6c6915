/**
 * A small notation for patterns over tagged words, so that rules stay short and readable:
 *
 * - `word|other` one of these words, `wor*` any word that starts so, `_` any word
 * - `A` a word with that tag, `AB` a word with one of those tags, `A|word` one or the other
 * - `..` up to four words in between, `...` up to ten
 * - `^` and `$` the start and the end of the clause
 * - `x?` the word may be missing, `x~` there may be up to four of them
 * - `!x` the next word is not that one, `=x` it is, but does not belong to the match
 * - patterns are separated by `;`
 *
 * A clause becomes one string in which each word stands as ` TAGS.word`. Gaps are bounded and clauses are cut at
 * {@link MAX_CLAUSE} words, so the work per word has a ceiling and the whole is linear in the text.
 */
export const MAX_CLAUSE = 60;

const GAPS: Readonly<Record<string, string>> = {
  '..': '(?: [^ ]+){0,4}?',
  '...': '(?: [^ ]+){0,10}?',
  '^': '^',
  $: '$',
  _: ' [^ ]+',
};

function element(source: string): string {
  const inner = () => element(source.slice(1));
  const outer = () => `(?:${element(source.slice(0, -1))})`;
  if (GAPS[source]) return GAPS[source];
  if (source[0] === '!') return `(?!${inner()})`;
  if (source[0] === '=') return `(?=${inner()})`;
  if (source.endsWith('?')) return `${outer()}?`;
  if (source.endsWith('~')) return `${outer()}{0,4}`;
  const parts = source
    .split('|')
    .map((part) =>
      /^[A-Z\d]+$/.test(part) ? `[^. ]*[${part}][^. ]*\\.[^ ]+` : `[^. ]*\\.${part.replaceAll('*', '[^ ]*')}`,
    );
  return ` (?:${parts.join('|')})(?![^ ])`;
}

/** The source of one regular expression for a list of patterns. */
export const expression = (patterns: string): string =>
  `(?:${patterns
    .split(';')
    .map((pattern) => pattern.trim().split(' ').map(element).join(''))
    .join('|')})`;

export const compile = (patterns: string, flags?: string): RegExp => new RegExp(expression(patterns), flags);
