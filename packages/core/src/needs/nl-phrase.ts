import type { PhraseRules } from './phrase.ts';

/** How Dutch says what thing is wanted. */
export const nlPhrase: PhraseRules = {
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
  // "bestanden slepen", and no plural after its adjective or article.
  verb: /(?<!\b(?:\w*e|een|het|twee|drie|extra|meer|\d+|voor|van|met|in|op|tot|door|naar|aan|bij|over|per|tussen)) [a-z]{2,}en(?= |$)/i,
  needed: / (?:nodig|krijgen|hebben) (?=voor|tot|in|op|om|bij)/i,
};
