/**
 * English: rules over tagged words. The tags and their words stand in `words/en.ts`; what each rule counts for was
 * fitted by `test/needs/fit.ts`. The rules follow the twenty of the language notes behind DESIGN §5.2.
 */
import { common } from './common.ts';
import { lexicon, tags, weights } from './en-data.ts';
import type { LanguagePack } from './types.ts';

export const en: LanguagePack = {
  language: 'en',
  common: common.en,
  tags,
  lexicon,
  shapes: {
    P: '^(?:un(?!d|t|i|less)|mis(?!s)|dis(?![cpkt]))',
    C: 'ly$',
  },
  cues: {
    'means.want': 'W .. A; IH W to; A W; able to B',
    'means.ask': 'M .. IH .. AB; be .. V .. if|to|for; idea|possible|chance to|of|that',
    'means.build': '^ W? B',
    'means.should': 'A .. M; M .. AB; there should',
    'means.absence': 'no|missing A; N .. have .. A',
    'means.bare': 'W a|an|new|another _? A; new A; A W $',
    'means.sort': '^ a|an|one|some|the .. A ... that|which|where|to|for|with|i; ^ A A',
    'problem.too': 'too !B',
    'problem.cannot': '3 _; nobody|noone|one can; only; N possible|able|clear|enough|V',
    'problem.time': 'take*|spend*|cost*|wast*|wait* .. U|long|ages|forever; U before',
    'problem.unknown':
      'N .. who|why|what|where|how; N know|knows|knew|understand*|tell; asked|wonder*|thought|expected',
    'problem.who': 'R X; 9 R; R .. P; R is|are|get|feel|have|find; R N; R *ing',
    'problem.workaround':
      'own|private|personal|shadow O0; use*|keep*|run|runs|share*|save*|send*|sent|track|made|built .. 0; in|via|through|on|over|into|to|with my|our|an|a|their|private|the? personal|google? 0; 0 group|chat',
    'outcome.so': '^ so; ^ to; ^ in order',
    'outcome.without': 'N have|need|having to; without .. *ing; instead of *ing',
    'outcome.want': 'W .. CG; W .. RH to; W .. to K',
    'outcome.number': 'D percent; within D|a|an|one; half the|as|of',
    'outcome.know':
      'R K; same day; M K; K what|where|who|when|which|how|if; first time; sure that|every; in one|control; M be KC',
    'outcome.change': 'G .. TAR; ^ G; to G; C T; M G; C than',
    'vague.quality': 'V $; make .. V; W .. V; G .. V; M be V; V A $',
    'vague.hello':
      'help $; hi|hello|hey|question|test|attachment|discussed|thank*|idea|solution; better $; something|anything',
  },
  signals: {
    frustration:
      "F; fed up; patience|tether; I .. reported|asked|told|said|called .. times; N does anything; driv* .. mad|crazy|nuts|wall|bend; another _? _? another; sick to; sick|tired of|and; wits; umpteenth|hundredth|third|tenth time; how many times|more; how hard|often can|do; why is|does|do|can't .. so|always|never|keep; what a mess|joke; i'm|im|am done; give up; driv* .. me|us|I; yet another|again; does anyone|anybody; nobody|noone ever|listens|cares|answers; nothing works; waste of; really|so|very frustrat*; frustrat* that; who thought; crying out",
    notFrustration: 'R .. is|are|get|were|report|annoyed .. F|angry|annoyed|frustrat*|up; they .. F',
    urgency:
      "asap|urgently; at once; as possible; right|straight away; W|must|fix|run .. Y; by|until|before Y|weekend; is|are|went|system|site|server been? J; can log; can't|cannot .. now; in|within an|half hour; stuck with|in; is out !of; N log; N can .. work; can|can't reach; within the|an|D? hour|hours|minutes; deadline is; start*|close*|opens|expire*|leaves|live|flight|inspection|audit .. Y; open|live in|on D|two|Y; come now; died; standstill; has been down; N wait",
    notUrgent:
      '^ so; N .. rush|hurry|urgent; urgent cases|care|repairs|requests|or; always|marked urgent; takes until; emergency _; of|from Y; R .. before Y; answers|hear .. within; the J; J to; within .. instead',
    measurable:
      'D percent; within D|one|two|a|an|the .. U; from D to; by D|half|a; C|under|below|than D; D U; D out of; half; zero',
  },
  cuts: 'so that|R|I|H|the|any|it|!W; in order to; because; but; since I|R|H; which means|makes; whereas; although; ever since',
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
