/** From text to words with their place in it, in one walk. */

export interface Token {
  start: number;
  end: number;
  /** Lower case, without accents; stretched letters shortened ("heeeel" is "heel"). Cut at 32 characters. */
  word: string;
  /** The sentence before it has ended. */
  breaks: boolean;
  /** There is a comma or a dash before it. */
  pause: boolean;
}

// The parts between the marks cannot start with a mark, so there is one way to match: no backtracking.
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’`-][\p{L}\p{N}\p{M}]+)*|%|\?/gu;

/** A word as the lexicons know it. */
export function fold(text: string): string {
  const plain = text.slice(0, 32).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[’`]/g, "'").replace(/(.)\1{2,}/gu, '$1$1');
}

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const { 0: match, index: start } of text.matchAll(WORD)) {
    const gap = text.slice(last, start);
    const previous = tokens.at(-1);
    // "e.g." and "i.v.m." are no ends of sentences, nor is the point in "14.30".
    const abbreviation = previous !== undefined && previous.end - previous.start < 2;
    const ended = previous?.word === '?' || /[!?;\n•]|\.\s/.test(gap);
    last = start + match.length;
    tokens.push({
      start,
      end: last,
      word: match === '%' ? 'percent' : fold(match),
      pause: /,|\s[-–—]\s/.test(gap),
      breaks: match !== '?' && ended && !(abbreviation && gap[0] === '.'),
    });
  }
  return tokens;
}
