/**
 * Dutch, of the Netherlands and of Belgium: rules over tagged words. The tags and their words stand in `words/nl.ts`;
 * what each rule counts for was fitted by `test/needs/fit.ts`. The rules follow the twenty of the language notes behind
 * DESIGN §5.2.
 */
import { phrases, tags, tones, weights, words } from './nl-data.ts';
import type { LanguagePack } from './types.ts';

export { nlPhrase } from './nl-phrase.ts';

export const nl: LanguagePack = {
  language: 'nl',
  tags,
  words,
  phrases,
  tones,
  roles: /(?<!cijf|lett|comput|[kn]am|stick|kt|roost|dossi|and|ord|imm|^p|met)ers$|[mt]eurs?$|[^stw]isten$/,
  cues: {
    'means.want': 'W _? _? A',
    'means.absence': 'geen|mis|missen|ontbreekt .. A; A ontbreekt',
    'problem.too': 'te P9V; te !*en|*aan _',
    'problem.cause': '^ want|omdat|doordat',
    'problem.cannot': 'kan|kunnen|kun !I ... niet|geen|nooit !meer',
    'outcome.so': '^ zodat|opdat|ook|dat|om|dan',
    'outcome.without': 'hoeven .. N; N .. hoef*; zonder .. te|dat; N .. meer',
    'outcome.number': 'D percent|procent; binnen D|een|twee',
  },
  measurable:
    'D percent|procent; binnen D|een|twee|drie .. U; naar|onder|dan D; minstens|minimaal|hooguit D|een|twee|drie|tien; D U; D op; halver*|helft|kwart|nul; U C',
  cuts: 'zodat; opdat; omdat; want; maar; waardoor; doordat; aangezien; terwijl; waarmee; hoewel; sinds; en I W',
  anew: 'we|wij|ik|ze|zij|er|niemand|iedereen|nu|hij|het _ _; M I',
  joints: 'zodat|opdat|omdat|want|maar|en|dus|waardoor|doordat',
  story: {
    role: '^ als',
    want: 'W|zou|zouden I graag?; I W|zou|zouden graag?; W; moet|kan I',
    goal: 'zodat; opdat; omdat; zo dat; =waarmee',
  },
  who: 'de|het|een|onze|alle|veel|sommige|meeste|deze|die|elke|nieuwe|andere~ R en|of de~ R; de|het|een|onze|alle|veel|sommige|meeste|deze|die|elke|nieuwe|andere~ R~ R',
  endings: ["'s", 's', 'en', 'e', 't', 'tj'],
  compounds: true,
  reach: 2,
  weights,
};
