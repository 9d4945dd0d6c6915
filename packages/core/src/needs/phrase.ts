import type { Language } from './types.ts';

/** What one language needs to cut a thing out of a wish. All lists are short and are tried at one place only. */
interface Cutting {
  /** Comes off the front, again and again. */
  openings: RegExp;
  /** Comes off the end. */
  closings: RegExp;
  /** A reason or another sentence starts here. */
  ends: RegExp;
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
}

const NAMES = /^(?:excel|word|teams|slack|google|outlook|dropbox|trello|whatsapp|chatgpt|sharepoint)$/i;

const en: Cutting = {
  openings:
    /^(?:(?:and|so|but|also|hi|please|pls|maybe|perhaps|really|just|request|we|i|i'd|we'd|i'm|there|it|(?:would|can|could|is|are|am)(?= (?:we|i|you|there|it|like|love|need|get|have|looking|a|an|please)\b)|want|need|like|love|wish|suggest|looking for|missing|us|me|you(?= (?:build|make|add|get|give|create|provide|install)\b)|build|make(?= an? )|order|buy|get|have|give (?:me|us)(?= (?:a|an|\w+s)\b)|add|provide|introduce|implement|propos(?:e|al)|requesting|create|set up|install|any|how about|what about|let's|handy|nice|great|be|had)[,:]? |to (?:have|get|buy|add) )/i,
  closings:
    / (?:please|pls|plz|asap|thanks|thank you|too|as well|now|today|instead|needed|wanted|would be \w+)$/i,
  ends: /[;:!?\n]|[,.](?!\d)|\s(?:so|because|since|but|in order to|when|if|as|then|until|like)\s/i,
  absent: /^(?:there(?:'s| is| are)|we have|i have|we are missing|missing) (?:no |not an? )?/i,
  denied: /\b(?:no|not|never|without|\w+n't|cannot)\b/i,
  unfit:
    /^(?:to|for|if|that|it|this|what|how|why|who|when|where|someone|let|make|allow|enable|show|send|link|move|replace|remove|rename|improve|export|import|connect|integrate|print|put|give|see|know|able|possible|use|change|update|hide|sort|filter|search|support|merge|share|fix|own|as|expose|extend|switch|sync|im|somebody|chance)\b|\b(?:i|we|you|they|he|she|is|are|was|were|can|could|should|would|will|must|shall|has|have|had|needs?|wants?|shows|gets|decided|to (?:the|our|my|be))\b|^(?:a|an|the|our)$/i,
  complete:
    /^(?:an?|the|our|my|your|one|two|three|\d+|more|extra|some|another|access|support|software|training|help|wifi|online|dark|single|self|all)\b/i,
  after: /\s(?:for|of|on|in|at|with|that|which|to|from|by|about|where|between)\s/i,
  plural: /s$/i,
  article: (word) => (/^(?:[aeioAEIO]|u(?!se|ni)|[FHLMNRSX](?=[A-Z]))/.test(word) ? 'an' : 'a'),
};

const nl: Cutting = {
  openings:
    /^(?:(?:en|dus|maar|ook|hoi|graag|aub|svp|alstublieft|alsjeblieft|misschien|echt|gewoon|nou|eindelijk|eens|dringend|vandaag|nog|om|verzoek(?:en)?|aanvraag|idee|we|wij|ik|er|dan|jullie|u|je|willen|wil|zoek|zoeken|mis|missen|heb|hebben|is|zijn|(?:kan|kunnen|mag|mogen|zou|zouden)(?= (?:ik|we|wij|er|jullie|u|je|graag|een)\b)|komt|nodig|behoefte aan|aanschaf van|geef (?:me|mij|ons)|koop|maak|liever)[,:]? )/i,
  closings:
    / (?:graag|aub|svp|alstublieft|alsjeblieft|nodig|hebben|krijgen|komen|willen|kopen|bestellen|toevoegen|voorzien|zou .{1,30}|ook|asap|erbij|aan te schaffen)$/i,
  ends: /[;:!?\n]|[,.](?!\d)|\s(?:zodat|opdat|omdat|want|maar|waardoor|wanneer|dan|zoals|als)\s/i,
  absent:
    /^(?:er (?:is|zijn|bestaan?)|wij? hebben|ik heb|er ontbreekt|ik mis|we missen) (?:nog )?(?:geen )?/i,
  denied: /\b(?:geen|niet|nooit|zonder|nergens)\b/i,
  unfit:
    /^(?:dat|dit|die|hoe|wat|wie|waar|wanneer|laat|laten|toon|zet|weten|zien|iets|iemand|hier|met|voor|in|op|naar|om|stel|zo'n|fijn|handig|goed|asap|spoed|mogelijk)\b|\b(?:ik|we|wij|ze|zij|hij|is|zijn|was|kan|kunnen|moet|moeten|wordt|worden|heeft|hebben|zou|wil|willen|te|laten|nodig)\b|\w+(?:voegen|maken|sturen|zetten|kopen|tonen|delen|boeken|kiezen|halen|slepen|[^gk]eren)\b|^(?:de|het|een)$|\s(?:toegang|meer)$/i,
  complete:
    /^(?:een|de|het|mijn|onze|ons|[eé]én|twee|drie|\d+|meer|extra|toegang|ondersteuning|software|wifi|vpn|elektronische|uitleg|online|alle|eigen)(?=\s|$)/i,
  after: /\s(?:voor|van|op|in|met|om|die|dat|waar\w*|tot|aan|bij|over|tussen|naar|per)\s/i,
  plural: /(?:en|s)$/i,
  article: () => 'een',
};

/** A Dutch verb at its own place ("bestanden slepen"), not a plural after its adjective or article. */
const VERB_NL =
  /(?<!\b(?:\w*e|een|het|twee|drie|extra|meer|\d+|voor|van|met|in|op|tot|door|naar|aan|bij|over|per|tussen)) [a-z]{2,}en(?= |$)/i;

const LONGEST = 60;

function trim(phrase: string, pattern: RegExp): string {
  const next = phrase.replace(pattern, '').trim();
  return next === phrase ? phrase : trim(next, pattern);
}

/**
 * The requester's own words for the means, as they fit in "Say you had {…}" and "Stel dat je {…} had"; `null` when no
 * such phrase can be cut out. Better none than a crooked one: then the question is asked without it.
 *
 * @example
 * meansPhrase('We willen een intranet, want…', { start: 0, end: 22 }, 'nl'); // 'een intranet'
 */
export function meansPhrase(
  text: string,
  span: { start: number; end: number },
  language: Language,
): string | null {
  const cutting = language === 'nl' ? nl : en;
  const whole = text
    .slice(span.start, span.end)
    .slice(0, 300)
    .replace(/[’`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  const found = whole.replace(cutting.absent, '');
  const [first = ''] = trim(found, cutting.openings).split(cutting.ends, 1);
  const phrase = trim(
    first.replace(/ (?:nodig|krijgen|hebben) (?=voor|tot|in|op|om|bij)/i, ' '),
    cutting.closings,
  );
  if (
    (found === whole && cutting.denied.test(whole)) ||
    phrase.length < 2 ||
    phrase.length > LONGEST ||
    !/[\p{L}\p{N}]/u.test(phrase) ||
    cutting.unfit.test(phrase) ||
    cutting.after.test(`${phrase} `.slice(phrase.lastIndexOf(' '))) ||
    (language === 'nl' && VERB_NL.test(phrase))
  )
    return null;
  const noun = phrase.split(cutting.after, 1)[0]!;
  const word = phrase.split(' ', 1)[0]!;
  const name = NAMES.test(word);
  const plain =
    name || /[A-Z\d]/.test(word.slice(1)) ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1);
  if (name || cutting.complete.test(phrase) || cutting.plural.test(noun)) return plain;
  return `${cutting.article(plain)} ${plain}`;
}
