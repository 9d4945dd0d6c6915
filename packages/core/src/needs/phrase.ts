import type { Analysis } from './types.ts';

/** What one language needs to cut a thing out of a wish. All lists are short and are tried at one place only. */
export interface PhraseRules {
  /** Comes off the front, again and again. */
  openings: RegExp;
  /** Comes off the end. */
  closings: RegExp;
  /** A reason or another sentence starts here. */
  ends: RegExp;
  /** What somebody writes above it: "Request: …". */
  label: RegExp;
  /** There is none of the thing yet: what follows it is the thing. */
  absent: RegExp;
  denied: RegExp;
  /** It starts like a deed or a question, or has a verb in it: no plain thing. */
  unfit: RegExp;
  /** Has its own article or number, or needs none. */
  complete: RegExp;
  /** The rest after the noun itself. */
  after: RegExp;
  plural: RegExp;
  article: (word: string) => string;
  /** A verb at its own place: no plain thing. */
  verb?: RegExp;
  /** Says in the middle that it is needed: what is before and after it belongs together. */
  needed?: RegExp;
}

const NAMES = /^(?:excel|word|teams|slack|google|outlook|whatsapp|chatgpt|sharepoint)$/i;

function trim(phrase: string, pattern: RegExp): string {
  const next = phrase.replace(pattern, '').trim();
  return next === phrase ? phrase : trim(next, pattern);
}

/**
 * The requester's own words for the means, as they fit in "Say you had {…}" and "Stel dat je {…} had"; `null` when no
 * such phrase can be cut out. Better none than a crooked one: then the question is asked without it.
 *
 * @example
 * meansPhrase('We willen een intranet, want…', { start: 0, end: 22 }, nlPhrase); // 'een intranet'
 */
export function meansPhrase(
  text: string,
  span: { start: number; end: number },
  rules: PhraseRules,
): string | null {
  const whole = text.slice(span.start, span.end).replace(/[’`]/g, "'").replace(/\s+/g, ' ').trim();
  const found = whole.replace(rules.label, '').replace(rules.absent, '');
  const [first = ''] = trim(found, rules.openings).split(rules.ends, 1);
  const phrase = trim(rules.needed ? first.replace(rules.needed, ' ') : first, rules.closings);
  if (
    (found === whole && rules.denied.test(whole)) ||
    !/[\p{L}\p{N}]./u.test(phrase) ||
    rules.unfit.test(phrase) ||
    rules.after.test(`${phrase} `.slice(phrase.lastIndexOf(' '))) ||
    rules.verb?.test(phrase)
  )
    return null;
  const noun = phrase.split(rules.after, 1)[0]!;
  const word = phrase.split(' ', 1)[0]!;
  const plain =
    NAMES.test(word) || /[A-Z\d]/.test(word.slice(1))
      ? phrase
      : phrase.charAt(0).toLowerCase() + phrase.slice(1);
  const own = NAMES.test(noun) || rules.complete.test(phrase) || rules.plural.test(noun);
  return own ? plain : `${rules.article(plain)} ${plain}`;
}

/** The same analysis, each span with its {@link meansPhrase}: any of them may turn out to be the means. */
export function withPhrases(analysis: Analysis, text: string, rules: PhraseRules): Analysis {
  return {
    ...analysis,
    spans: analysis.spans.map((span) => ({ ...span, phrase: meansPhrase(text, span, rules) })),
  };
}
