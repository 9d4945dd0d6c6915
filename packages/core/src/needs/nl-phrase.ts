import type { PhraseRules } from './phrase.ts';

/** How Dutch says what thing is wanted. */
export const nlPhrase: PhraseRules = {
  openings:
    /^(?:(?:en|dus|maar|ook|hoi|graag|aub|svp|alstublieft|alsjeblieft|misschien|echt|gewoon|nou|eindelijk|dringend|vandaag|nog|om|verzoek(?:en)?|aanvraag|idee|we|wij|ik|er|dan|jullie|u|je|willen|wil|zoek|zoeken|mis|missen|heb|hebben|is|zijn|(?:kan|kunnen|mag|mogen|zou|zouden)(?= (?:ik|we|wij|er|jullie|u|je|graag|een)\b)|komt|nodig|behoefte aan|geef (?:me|mij|ons)|koop|maak|liever)[,:]? )/i,
  closings:
    / (?:graag|aub|svp|alstublieft|alsjeblieft|nodig|hebben|krijgen|komen|willen|kopen|bestellen|toevoegen|zou .{1,30}|ook|asap|erbij)$/i,
  ends: /[;!?\n(]|[:,.](?!\d)|\s(?:zodat|opdat|omdat|want|maar|waardoor|wanneer|dan|zoals|als)\s/i,
  label: /^(?:\S+(?: \S+)?: |[^:,.?!]+: (?=(?:een|de|het) ))/i,
  absent: /^(?:er (?:is|zijn|bestaan?)|wij? hebben|ik heb|er ontbreekt) (?:nog )?(?:geen )?/i,
  denied: /\b(?:geen|niet|nooit|zonder|nergens)\b/i,
  unfit:
    /^(?:dat|dit|die|dag|doe|nu|zo|bij|aan|per|naast|koppelen|hoe|wat|wie|waar|wanneer|laat|toon|weten|zien|iets|iemand|hier|met|voor|in|op|naar|om|stel|handig|goed|spoed|mogelijk)\b|\b(?:ik|we|wij|ze|zij|hij|komt|staan|zet|ontbreekt|weg|is|zijn|was|kan|kunnen|moet|moeten|wordt|worden|heeft|hebben|zou|wil|willen|te|laten|nodig)\b|(?:voegen|zetten|[^dgik]eren)\b|^(?:de|het|een)$|\s(?:toegang|meer)$/i,
  complete:
    /^(?:een|de|het|mijn|onze|ons|[eé]én|twee|drie|\d+|meer|extra|toegang|ondersteuning|software|wifi|vpn|online|alle|eigen)(?=\s|$)/i,
  after: /\s(?:voor|van|op|in|met|om|die|dat|waar\w*|tot|aan|bij|over|tussen|naar|per)\s/i,
  plural: /(?:en|[^aiu]s)$/i,
  article: () => 'een',
  // "bestanden slepen", "verleng de termijn": no plural after its adjective or article, and no article after "voor".
  verb: /(?<!\b(?:\w*e|een|het|twee|drie|extra|meer|\d+|voor|van|met|in|op|tot|door|naar|aan|bij|over|per|tussen|en|of|onder|naast|uit|die|dat|waar\w*)) (?:[a-z]{2,}en|de|het|een|mijn|onze|je)(?= |$)/i,
  needed: / (?:nodig|krijgen|hebben) (?=voor|tot|in|op|om|bij)/i,
};
