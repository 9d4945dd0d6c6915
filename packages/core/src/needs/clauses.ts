import { compile, MAX_CLAUSE } from './pattern.ts';
import type { Token } from './tokens.ts';
import { tokenize } from './tokens.ts';
import type { LanguagePack } from './types.ts';

/** A word with its tags; `code` is how the patterns see it. */
export interface Word extends Token {
  tags: string;
  code: string;
}

/** A stretch of words that is judged on its own. */
export interface Clause {
  words: readonly Word[];
  code: string;
  /** Follows another clause of the same sentence ("…, so that …"). */
  sub: boolean;
}

type Tagger = (word: string) => string;

export const encode = (words: readonly Word[]): string => words.map((word) => word.code).join('');

/** Tags that mean the opposite after a negation: they are written small there ("not lost", "cannot find"). */
const TURNED = /[CGKPTV]/g;
const SCOPE = 4;

/**
 * Tags every word and settles what a negation does to the words near it. In Dutch it often comes after what it denies
 * ("ze weten niet"), so there it reaches back as well.
 */
export function tagWords(text: string, tagsOf: Tagger, reach: number): Word[] {
  const tokens = tokenize(text);
  const tags = tokens.map(({ word }) => tagsOf(word));
  const turned = [...tags];
  const turn = (i: number) => (turned[i] = tags[i]!.replace(TURNED, (tag) => tag.toLowerCase()));
  tags.forEach((own, i) => {
    if (!/[N3]/.test(own)) return;
    for (let j = i; j > 0 && j > i - reach && !tokens[j]!.breaks; j--) turn(j - 1);
    for (let j = i + 1; j <= i + SCOPE && j < tokens.length && !tokens[j]!.breaks; j++) turn(j);
  });
  return tokens.map((token, i) => ({ ...token, tags: turned[i]!, code: ` ${turned[i]}.${token.word}` }));
}

/** Cuts at `ends`, and after {@link MAX_CLAUSE} words: who writes on without a full stop is cut there. */
function cutAt(words: readonly Word[], ends: (word: Word, at: number) => boolean): Word[][] {
  const parts: Word[][] = [];
  let from = 0;
  words.forEach((word, i) => {
    if (i === from || !(ends(word, i) || i - from >= MAX_CLAUSE)) return;
    parts.push(words.slice(from, i));
    from = i;
  });
  return words.length > 0 ? [...parts, words.slice(from)] : parts;
}

/** A user story on several lines is one sentence: the lines that start like `goesOn` belong to the one before. */
export function sentences(words: readonly Word[], goesOn: RegExp): Word[][] {
  const parts = cutAt(words, (word) => word.breaks);
  return parts.reduce<Word[][]>((all, part) => {
    const before = all.at(-1);
    const story = before && /^(?:as|als)$/.test(before[0]!.word) && goesOn.test(encode(part));
    goesOn.lastIndex = 0;
    if (story && before.length + part.length <= MAX_CLAUSE) before.push(...part);
    else if (part.some(({ word }) => word !== '?')) all.push(part);
    return all;
  }, []);
}

/**
 * Cuts a sentence before "so that", "because", "but" and the like, and after a comma where somebody goes on about another
 * thing ("…, nobody knows …"); but takes no single word off.
 */
export function createCutter(pack: LanguagePack): (sentence: readonly Word[]) => Clause[] {
  const cut = compile(pack.cuts, 'y');
  const anew = compile(pack.anew, 'y');
  return (sentence) => {
    const code = encode(sentence);
    let at = 0;
    const parts = cutAt(sentence, ({ pause }, i) => {
      at += sentence[i - 1]!.code.length;
      cut.lastIndex = anew.lastIndex = at;
      return i > 1 && i < sentence.length - 1 && (cut.test(code) || (pause && anew.test(code)));
    });
    return parts.map((words, i) => ({ words, code: encode(words), sub: i > 0 }));
  };
}
