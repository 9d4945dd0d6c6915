/**
 * Dutch, of the Netherlands and of Belgium: rules over tagged words. The tags and their words stand in `words/nl.ts`;
 * what each rule counts for was fitted by `test/needs/fit.ts`. The rules follow the twenty of the language notes behind
 * DESIGN §5.2.
 */
import { pairs, phrases, tags, weights, words } from './nl-data.ts';
import type { LanguagePack } from './types.ts';

export { nlPhrase } from './nl-phrase.ts';

export const nl: LanguagePack = {
  language: 'nl',
  tags,
  words,
  pairs,
  phrases,
  shapes: {
    P: '^(?:on(?!der|t|s$|ze|line)|mis(?!s))',
  },
  cues: {
    'means.want': 'W .. A2; IR W .. B; A .. W',
    'means.build': '^ W? B; kunnen B',
    'means.absence': 'geen|mis|missen|ontbreekt .. A; A ontbreekt',
    'problem.too': 'te P9V; te !*en _',
    'problem.cannot': 'M .. N; alleen|pas als|na|met',
    'problem.unknown': 'weet|weten .. N; N weet|weten',
    'outcome.so': '^ zodat|opdat|ook|dat|om|dan',
    'outcome.without': 'hoeven .. N; N .. hoef*; zonder .. te|dat; N .. meer',
    'outcome.number': 'D percent|procent; binnen D|een|twee',
    'outcome.know': 'R K; K wat|waar|wie|wanneer|welke|hoe|of',
  },
  signals: {
    frustration: 'F',
    notFrustration:
      'R .. gefrustreerd; vertelde; R .. zijn|waren|worden|vinden|zich|het .. F; boze; minder F',
    urgency: 'Q; ^ dringend|spoed|urgent; J ... YL; YL ... J; L ... Y; Y ... L; WM .. Y; L .. D',
    notUrgent:
      '^ zodat; N|altijd|elke .. spoed|haast|dringend|urgent; dringende|urgente _; vorige|was|waren ... JQ; als|label spoed; wie met',
    workaround: 'Z; gebruik*|houd*|hou|zelf|plakken|bewaar .. 0',
    notWorkaround: 'op facebook; wil|willen|graag; ^ M I; ^ B; N .. Z',
    measurable:
      'D percent|procent; binnen D|een|twee|drie .. U; naar|onder|dan D; minstens|minimaal|hooguit D|een|twee|drie|tien; D U; D op; halver*|helft|kwart|nul; U C',
  },
  cuts: 'zodat; opdat; omdat; want; maar; waardoor; doordat; aangezien; terwijl; waarmee; hoewel; sinds',
  joints: 'zodat|opdat|omdat|want|maar|en|dus|waardoor|doordat',
  story: {
    role: '^ als',
    want: 'W|zou|zouden I graag?; I W|zou|zouden graag?; W',
    can: 'moet|kan I',
    goal: 'zodat; opdat; omdat; zo dat; =waarmee',
  },
  who: 'de|het|een|onze|alle|veel|sommige|meeste|deze|die|elke|nieuwe|andere~ R en|of de~ R; de|het|een|onze|alle|veel|sommige|meeste|deze|die|elke|nieuwe|andere~ R~ R',
  endings: ["'s", 's', 'en', 'e', 't', 'tj'],
  compounds: true,
  head: 60,
  reach: 2,
  weights,
};
