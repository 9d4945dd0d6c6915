/**
 * English: rules over tagged words. The tags and their words stand in `words/en.ts`; what each rule counts for was
 * fitted by `test/needs/fit.ts`. The rules follow the twenty of the language notes behind DESIGN §5.2.
 */
import { pairs, phrases, tags, weights, words } from './en-data.ts';
import type { LanguagePack } from './types.ts';

export { enPhrase } from './en-phrase.ts';

export const en: LanguagePack = {
  language: 'en',
  tags,
  words,
  pairs,
  phrases,
  shapes: {
    P: '^(?:un(?!d|t|i|less)|mis(?!s)|dis(?![cpkt]))',
    C: 'ly$',
  },
  cues: {
    'means.want': 'W .. A; A W; able to B',
    'means.ask': 'M .. IH .. AB; be .. V .. if|to|for',
    'means.build': '^ W? B',
    'means.absence': 'no|missing A; N .. have .. A',
    'problem.too': 'too !B',
    'problem.cannot': '3 _; nobody|noone|one can; N possible|able|clear|enough',
    'problem.unknown': 'N .. who|why|what|where|how; N know|knows',
    'outcome.so': '^ so|to; ^ in order',
    'outcome.without': 'N have|need|having to; without .. *ing',
    'outcome.number': 'D percent; within D|a|an|one',
    'outcome.know': 'R K; K what|where|who|when|which|how|if',
  },
  signals: {
    frustration: 'F',
    notFrustration: 'told us; R .. is|are|get|were|report .. F; they .. F',
    urgency: 'Q; J ... YL; YL ... J; L ... Y; Y ... L; WM3 .. Y; L .. D',
    notUrgent:
      '^ so|right; N .. rush|hurry|urgent; urgent cases|care|repairs|requests|or|flag; always|every|marked|labelled|high|each .. urgent; was|were|last|previous ... JYQ',
    workaround: 'Z; use*|keep*|run|share*|save*|send*|sent|track|paste* .. 0',
    notWorkaround: 'W; M .. IR; ^ M IH; ^ B; N .. Z; like',
    measurable:
      'D percent; within D|one|two|a|an|the .. U; from D to; by D|half|a; C|under|below|than D; D U; D out of; half; zero',
  },
  cuts: 'so that|R|I|H|the|any|it|!W; in order to; because; but; since I|R|H; which means|makes; whereas; although; ever since',
  joints: 'so|because|but|and|as|since|therefore that?',
  story: {
    role: '^ as =a|an|the|R',
    want: 'I would|really|also? W|like|wish|expect to?; the|R W to?',
    can: 'I M|have|am',
    goal: 'so that; so IHR|the|people; in order to|that; such that; because I',
  },
  who: 'a|an|the|our|my|all|most|many|each|new|every|some|other|these~ R and|or|& our|the~ R; a|an|the|our|my|all|most|many|each|new|every|some|other|these~ R~ R',
  endings: ["'s", 's', 'ing', 'ed', 'ly', 'e'],
  compounds: false,
  head: 8,
  reach: 0,
  weights,
};
