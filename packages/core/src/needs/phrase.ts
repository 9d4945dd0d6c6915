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
  /** With these in it, it is no plain thing. */
  unfit: RegExp;
  /** Has its own article or number, or needs none. */
  complete: RegExp;
  /** The rest after the noun itself. */
  after: RegExp;
  plural: RegExp;
  article: (word: string) => string;
}

const NAMES =
  /^(?:excel|word|teams|slack|google|outlook|dropbox|trello|facebook|instagram|linkedin|notion|jira|zoom|canva|salesforce|hubspot|whatsapp|chatgpt|copilot|smartschool|magister|sharepoint|onedrive|powerpoint|photoshop|topdesk|afas|telegram|signal)$/i;

const en: Cutting = {
  openings:
    /^(?:(?:and|so|but|also|hi|hello|please|pls|maybe|perhaps|urgently|really|just|then|request|proposal|we|i|i'd|we'd|i'm|we're|there|it|(?:would|can|could|may|is|are|am)(?= (?:we|i|you|us|there|it|any|not|be|like|love|need|get|have|looking|a|an|really|please)\b)|'s|want|need|like|love|wish|request|requesting|propose|suggest|recommend|looking for|missing|us|me|order|buy|get|have|introduce|purchase|give (?:me|us|our|the|them)(?= (?:a|an|\w+s)\b)|add|provide|implement|build|create|set up|install|start|any|how about|what about|let's|why not|handy|nice|great|good|useful|be|had)[,:]? |to (?:have|get|buy|order|add|introduce|use) )/i,
  closings:
    / (?:please|pls|plz|asap|thanks|thank you|too|as well|now|soon|today|there|instead|needed|wanted|would (?:do|be \w+|be so \w+))$/i,
  ends: /[,;:.!?\n]|\s(?:so|because|since|but|in order to|when|if|as|then|until|like)\s/i,
  absent:
    /^(?:there(?:'s| is| are)|we have|we've got|i have|we are missing|we're missing|missing) (?:no |not an? )?/i,
  denied: /\b(?:no|not|never|without|\w+n't|cannot)\b/i,
  unfit:
    /^(?:for|if|solved|fix|someone|somebody|lovely|im|own|can|could|may|to|that|it|this|them|what|how|why|who|when|where|let|make|allow|enable|show|send|link|move|replace|upgrade|switch|remove|rename|improve|export|import|sync|integrate|connect|print|put|expose|extend|give|see|know|be|able|possible|more like|combine|use|support for|access for|change|update|hide|sort|filter|search|download|upload|automate|merge|share|pay|scan|compare|try|receive)\b|\b(?:i|we|you|they|he|she|is|are|was|were|can|could|should|would|will|must|has|had|needs?|sortable|shows|gets|as)\b|\w (?:to the|to our|to my|to be)\b|^(?:the|our|my) .* to \w|^(?:a|an|the|our)$/i,
  complete:
    /^(?:an?|the|our|my|your|one|two|three|\d+|more|extra|some|all|another|access|storage|support|software|training|help|wifi|admin|dark mode|single sign|two factor|self|online|electronic)\b/i,
  after: /\s(?:for|of|on|in|at|with|that|which|to|from|by|about|where|between|over|under)\s/i,
  plural: /s$/i,
  article: (word) =>
    /^(?:[aeio]|u(?!se|ni)|[FHLMNRSX](?=[A-Z]))/.test(word) || /^[AEIO]/.test(word) ? 'an' : 'a',
};

const nl: Cutting = {
  openings:
    /^(?:(?:en|dus|maar|ook|hoi|hallo|graag|aub|svp|misschien|dringend|echt|gewoon|nou|eindelijk|eens|verzoek|aanvraag|idee|we|wij|ik|er|daarom|dan|gelieve|jullie|u|je|ge|willen|wil|wou|zoek|zoeken|mis|missen|heb|hebben|is|zijn|(?:kan|kunnen|kunt|mogen|mag|zou|zouden)(?= (?:ik|we|wij|er|jullie|u|je|ge|graag|een)\b)|komt|nodig|op zoek naar|behoefte aan|waarom geen|de aanschaf van|aanschaf van|om|verzoeken|geef (?:me|mij|ons)|koop|hang|maak|ben|bent|zoekt|liever|handig zou zijn)[,:]? )/i,
  closings:
    / (?:graag|aub|svp|alstublieft|alsjeblieft|nodig|hebben|krijgen|komen|willen|wensen|aanschaffen|kopen|bestellen|toevoegen|invoeren|voorzien|aanvragen|te voorzien|zou .{1,30}|ook|asap|erbij|daar|aan te schaffen)$/i,
  ends: /[,;:.!?\n]|\s(?:zodat|opdat|omdat|want|maar|waardoor|wanneer|dan|zolang|net als|als)\s/i,
  absent:
    /^(?:er (?:is|zijn|bestaat|bestaan)|we hebben|wij hebben|ik heb|er ontbreekt|ik mis|we missen) (?:nog )?(?:geen )?/i,
  denied: /\b(?:geen|niet|nooit|zonder|nergens)\b/i,
  unfit:
    /^(?:kan|kunnen|zou|fijn|leuk|handig|goed|stel|zo'n|het zou|overal|eén|één keer|dat|dit|die|hoe|wat|wie|wanneer|laat|laten|toon|weten|zien|iets|iemand|hier|met|voor|in|op|naar|aan|asap|vandaag|vanmiddag|spoed|toegankelijk|mogelijk)\b|\b(?:ik|we|wij|ze|zij|hij|is|zijn|was|waren|kan|kunnen|moet|moeten|wordt|worden|heeft|hebben|heb|zou|wil|willen|zetten|te|laten|nodig|meer dan)\b|\w+(?:betalen|verkopen|voegen|maken|sturen|zetten|kopen|bouwen|tonen|delen|boeken|ruilen|kiezen|halen|slepen|[^gk]eren)\b|^(?:de|het|een)$| van$| (?:toegang|meer)$/i,
  complete:
    /^(?:een|de|het|mijn|onze|ons|één|twee|drie|\d+|meer|extra|toegang|ondersteuning|software|wifi|vpn|uitleg|elektronische|overal|online|alle|eigen)(?=\s|$)/i,
  after: /\s(?:voor|van|op|in|met|om|die|dat|waar\w*|tot|aan|bij|over|tussen|tijdens|naar|per)\s/i,
  plural: /(?:en|s)$/i,
  article: () => 'een',
};

/** A Dutch verb at its own place ("bestanden slepen"), not a plural after its adjective or article. */
const VERB_NL =
  /(?<!\b(?:\w*e|een|het|drie|twee|extra|meer|vijf|zes|tien|\d+|voor|van|met|in|op|tot|door|naar|aan|bij|over|per|tussen)) [a-z]{2,}en(?= |$)/i;

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
  let phrase = trim(found, cutting.openings);
  const end = phrase.search(cutting.ends);
  if (end >= 0) phrase = phrase.slice(0, end);
  phrase = trim(phrase.replace(/ nodig (?=voor|tot|in|op|om)/i, ' '), cutting.closings);
  if (
    found === whole &&
    cutting.denied.test(whole.slice(0, end < 0 ? undefined : whole.length - found.length + 60))
  )
    return null;
  if (
    phrase.length < 2 ||
    phrase.length > LONGEST ||
    cutting.unfit.test(phrase) ||
    !/[\p{L}\p{N}]/u.test(phrase)
  )
    return null;
  if (language === 'nl' && (VERB_NL.test(phrase) || /^[a-z]+(?:eren|teren|talen)\b/i.test(phrase)))
    return null;
  if (/ (?:van|voor|met|op|om|for|of|with|to|in)$/i.test(phrase)) return null;
  const noun = phrase.split(cutting.after, 1)[0] ?? phrase;
  const first = phrase.split(' ', 1)[0] ?? '';
  const name = NAMES.test(first);
  if (!name && !/[A-Z\d]/.test(first.slice(1))) phrase = phrase.charAt(0).toLowerCase() + phrase.slice(1);
  if (name || cutting.complete.test(phrase) || cutting.plural.test(noun)) return phrase;
  return `${cutting.article(phrase)} ${phrase}`;
}
