/**
 * English: rules over tagged words. The tags and their words stand in `words/en.ts`; what each rule counts for was
 * fitted by `test/needs/fit.ts`. The rules follow the twenty of the language notes behind DESIGN §5.2.
 */
import { phrases, tags, tones, weights, words } from './en-data.ts';
import type { LanguagePack } from './types.ts';

export { enPhrase } from './en-phrase.ts';

export const en: LanguagePack = {
  language: 'en',
  tags,
  words,
  phrases,
  tones,
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
  measurable:
    'D percent; within D|one|two|a|an|the .. U; from D to; by D|half|a; C|under|below|than D; D U; D out of; half; zero',
  cuts: 'so that|R|I|H|the|any|it|!W; in order to; because; but; since I|R|H; which means|makes; whereas; although; ever since; cause I|H|R|nobody|the; and I W',
  anew: 'I|it|they|nobody|everyone|there|he|she|you _ _; M I|you',
  joints: 'so|because|but|and|as|since|therefore that?',
  story: {
    role: '^ as =a|an|the|R',
    want: 'I would|really|also? W|like|wish|expect to?; the|R W to?; I M|have|am',
    goal: 'so that; so IHR|the|people; in order to|that; such that; because I',
  },
  who: 'a|an|the|our|my|all|most|many|each|new|every|some|other|these~ R and|or|& our|the~ R; a|an|the|our|my|all|most|many|each|new|every|some|other|these|night|late|care~ R~ R !A|T|V',
  endings: ["'s", 's', 'ing', 'ed', 'ly', 'e'],
  compounds: false,
  reach: 0,
  weights,
};
