import type { PhraseRules } from './phrase.ts';

/** How English says what thing is wanted. */
export const enPhrase: PhraseRules = {
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
