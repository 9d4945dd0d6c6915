import type { PhraseRules } from './phrase.ts';

/** How English says what thing is wanted. */
export const enPhrase: PhraseRules = {
  openings:
    /^(?:(?:and|so|but|also|hi|asap|as soon as possible|please|pls|maybe|perhaps|really|just|request|we|i|i'd|we'd|i'm|there|it|(?:would|can|could|is|are|am)(?= (?:we|i|you|there|it|like|love|need|get|have|looking|a|an|please)\b)|want|need|like|love|wish|suggest|looking for|missing|us|me|you(?= (?:build|make|add|get|give|create|provide|install)\b)|build|make(?= an? )|order|buy|get|have|give (?:me|us)(?= (?:a|an|\w+s)\b)|add|provide|introduce|implement|propos(?:e|al)|requesting|create|set up|install|any|how about|what about|let's|handy|nice|great|be|had)[,:]? |to (?:have|get|buy|add) )/i,
  closings:
    / (?:please|pls|plz|asap|thanks|thank you|too|as well|now|today|instead|next|needed|wanted|would be \w+)$/i,
  ends: /[;!?\n(]|[:,.](?!\d)|\s(?:so|because|since|but|in order to|when|if|as|then|until|like)\s/i,
  label: /^(?:\S+(?: \S+)?: |\[.+\] |[^:,.?!]+: (?=(?:an?|the|one|two|new) ))/i,
  absent: /^(?:there(?:'s| is| are)|we have|i have|we are missing|missing) (?:no |not an? )?/i,
  denied: /\b(?:no|not|never|without|\w+n't|cannot)\b/i,
  unfit:
    /^(?:to|for|in|on|at|by|after|before|please|thanks|if|that|it|this|what|how|why|who|when|where|someone|let|make|allow|enable|show|send|link|move|replace|remove|rename|improve|export|import|connect|integrate|print|put|give|see|know|able|possible|use|change|update|hide|sort|filter|search|support|merge|share|fix|own|as|expose|extend|switch|sync|im|somebody|chance|remind|revoke|block|clip|upload|keep|stop|start|call|tell|check|open|close|lock|unlock|turn|bring|take|cancel|write|split|subscribe|sign|sent|her|his|their|offer|consider|restore|prefill|rid|thinking|discussed|found|yes)\b|^\w+ed (?:over|up|out|off|by|to)\b|\b(?:i|we|you|they|asked|he|she|is|are|was|were|can|could|should|would|will|may|might|must|shall|has|have|had|needs?|wants?|asks|shows|says|gets|runs|cuts|keeps|takes|goes|comes|does|describes|returns|expires|fails|appears|stops|freezes|crashes|rejected|decided|to (?:the|our|my|be|receive))\b|^(?:\w+ )?\w+[^aisu]s \w+ed\b|^(?:a|an|the|our|quick|soon)$/i,
  complete:
    /^(?:an?|the|our|my|your|one|two|three|four|five|six|eight|ten|\d+|more|extra|some|another|access|support|software|training|help|wifi|online|dark|single|self|all)\b/i,
  after: /\s(?:for|of|on|in|at|with|that|which|to|from|by|about|where|between|per|before|after|due|or)\s/i,
  plural: /[^ius]s$/i,
  // "upload the list", "remind us": what stands there without a word like "for" before it is what a verb is about.
  verb: /(?<!\b(?:for|of|on|in|at|with|from|to|by|per|about|between|and|or|than|without|under|over|behind|beside|near|into|all|both|during|after|before)) (?:the|an?|my|our|your|their|me|us|them|it)\b/i,
  article: (word) => (/^(?:[aeioAEIO]|u(?!se|ni)|[FHLMNRSX](?=[A-Z]))/.test(word) ? 'an' : 'a'),
};
