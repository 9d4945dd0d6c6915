/**
 * Dutch, of the Netherlands and of Belgium: rules over tagged words. The tags and their words stand in `words/nl.ts`;
 * what each rule counts for was fitted by `test/needs/fit.ts`. The rules follow the twenty of the language notes behind
 * DESIGN §5.2.
 */
import { phrases, tags, weights, words } from './nl-data.ts';
import type { LanguagePack } from './types.ts';

export { nlPhrase } from './nl-phrase.ts';

export const nl: LanguagePack = {
  language: 'nl',
  tags,
  words,
  phrases,
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
  signals: {
    frustration:
      'F; zo|heb|helemaal|ben|er zat|beu|klaar|gehad|genoeg|moe; gebeurt|verandert|snap|werkt .. niks|niets; wie .. bedacht|verzint; waarom .. altijd|steeds|toch; iemand .. eigenlijk|ooit; geduld|vertrouwen|geef .. op|kwijt|verloren; einde raad|van; niemand .. schelen|vinger; derde|vierde|zesde|tiende keer|brief|melding; ik weiger; wat een verrassing; hoe moeilijk',
    notFrustration: 'vertelde; R .. zijn|waren|worden|vinden|zich|het~ F',
    urgency:
      'Q; J ... YL; YL ... J; L ... Y; Y ... L; WM .. Y; nu|vandaag|direct|meteen .. nodig|nog|iemand; met|is spoed|dringend; over .. minuten|uur; ligt|zit|staat J|plat|vast|stil|uit|eruit',
    notUrgent: '^ zodat; vorige|was|waren ... JQ; N|altijd|elke .. spoed|dringend',
    workaround:
      'Z; eigen|prive|persoonlijk*|papieren|mijn|hun|onze|gebruik*|houd*|bewaar*|deel*|delen|stuur*|sturen|via|per|in|met .. 0; eigen|prive|persoonlijk*|mijn|zelfde .. O; naar zichzelf|mezelf; maken|maak|neem .. foto*',
    notWorkaround: 'op facebook; wil|willen|graag; ^ M I; N .. Z',
    measurable:
      'D percent|procent; binnen D|een|twee|drie .. U; naar|onder|dan D; minstens|minimaal|hooguit D|een|twee|drie|tien; D U; D op; halver*|helft|kwart|nul; U C',
  },
  cuts: 'zodat; opdat; omdat; want; maar; waardoor; doordat; aangezien; terwijl; waarmee; hoewel; sinds',
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
