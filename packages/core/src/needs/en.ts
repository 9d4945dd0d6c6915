/**
 * English: rules over tagged words. The tags and their words stand in `words/en.ts`; what each rule counts for was
 * fitted by `test/needs/fit.ts`. The rules follow the twenty of the language notes behind DESIGN §5.2.
 */
import { phrases, tags, weights, words } from './en-data.ts';
import type { LanguagePack } from './types.ts';

export { enPhrase } from './en-phrase.ts';

export const en: LanguagePack = {
  language: 'en',
  tags,
  words,
  phrases,
  roles:
    /(?<!ord|lett|numb|oth|comput|matt|pap|lock|stick|fold|rost|barri)ers$|[^dlo]ors$|[^x]ists$|[^rfs]ees$/,
  cues: {
    'means.want': 'W _? _? A',
    'means.ask': 'M .. IH .. AB; be .. V .. if|to|for',
    'means.absence': 'no|missing A; N .. have .. A',
    'problem.too': 'too !B',
    'problem.cause': '^ because|as|since',
    'problem.cannot': '3 _; nobody|noone|one can; N possible|able|clear|enough',
    'outcome.so': '^ so|to; ^ in order',
    'outcome.without': 'N have|need|having to; without .. *ing',
    'outcome.number': 'D percent; within D|a|an|one',
  },
  signals: {
    frustration:
      'F; fed up; sick|tired|had|enough of|and|enough|is|it; nobody|N|still .. respond*|response|reply|cares; give|given up; do|does anyone|you ever|even|actually; driv* .. up|round; am done; lost|losing .. patience|mind|faith; end of my; what a mess; third|fourth|fifth|sixth|tenth time|letter|ticket; i even|refuse',
    notFrustration: 'told us; R|they .. is|are|get|were|report~ F',
    urgency:
      'Q; J ... YL; L ... Y; Y ... L; WM3 .. Y; L .. DU; right|need* .. away|now|today; site|system|server|network|phones|email .. J; is|are waiting|stuck',
    notUrgent: '^ so|right; was|were|last|previous ... JYQ; N|always|every .. urgent*',
    workaround:
      'Z; own|private|personal|secret|paper|my|our|her|his|use*|keep*|share*|save*|send*|sent|track|in|on|via|over|through|by .. 0; own|private|personal|my|her|his .. O; to myself|themselves',
    notWorkaround: 'W; M .. IR; ^ B; N .. Z',
    measurable:
      'D percent; within D|one|two|a|an|the .. U; from D to; by D|half|a; C|under|below|than D; D U; D out of; half; zero',
  },
  cuts: 'so that|R|I|H|the|any|it|!W; in order to; because; but; since I|R|H; which means|makes; whereas; although; ever since',
  joints: 'so|because|but|and|as|since|therefore that?',
  story: {
    role: '^ as =a|an|the|R',
    want: 'I would|really|also? W|like|wish|expect to?; the|R W to?; I M|have|am',
    goal: 'so that; so IHR|the|people; in order to|that; such that; because I',
  },
  who: 'a|an|the|our|my|all|most|many|each|new|every|some|other|these~ R and|or|& our|the~ R; a|an|the|our|my|all|most|many|each|new|every|some|other|these~ R~ R !A|T|V',
  endings: ["'s", 's', 'ing', 'ed', 'ly', 'e'],
  compounds: false,
  reach: 0,
  weights,
};
