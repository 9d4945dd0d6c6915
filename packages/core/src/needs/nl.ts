/**
 * Dutch, of the Netherlands and of Belgium: rules over tagged words. The tags and their words stand in `words/nl.ts`;
 * what each rule counts for was fitted by `test/needs/fit.ts`. The rules follow the twenty of the language notes behind
 * DESIGN §5.2.
 */
import { common } from './common.ts';
import { lexicon, tags, weights } from './nl-data.ts';
import type { LanguagePack } from './types.ts';

export const nl: LanguagePack = {
  language: 'nl',
  common: common.nl,
  tags,
  lexicon,
  shapes: {
    P: '^(?:on(?!der|t|s$|ze|line)|mis(?!s))',
  },
  cues: {
    'means.want': 'W .. A2; W om|een; B .. W; A .. W; IR W .. B',
    'means.ask': 'heeft|hebben|bestaat .. A; zou .. V .. als|om|zijn',
    'means.build': '^ W? B; laten B',
    'means.absence': 'geen|mis|missen|ontbreekt|nergens .. A; A ontbreekt',
    'means.bare': 'A W $; W een|nieuwe|extra _? A; ^ een A; ^ nieuw* .. A',
    'means.can': 'kunnen B; M .. B $; A M; A .. automatisch|alleen|instelbaar|verplicht',
    'problem.too': 'te P9V; te !*en _',
    'problem.cannot': 'M .. N; niemand kan|krijgt; alleen|pas als|na|met',
    'problem.time': 'duurt|kost|wacht*|bezig .. U|lang|veel; U .. kwijt|voordat|bezig; kwijt aan',
    'problem.unknown': 'weet|weten|wisten .. N; N weet|weten|kent|ziet|begrijp*; wie|waar|waarom|of .. N',
    'problem.again': 'sinds; D|drie|vier keer; dezelfde',
    'problem.workaround':
      'eigen|prive*|persoonlijke|geheim 0O; in|via|met|over|op|vanaf|naar een|mijn|mn|onze|iemands|hun|prive? google? persoonlijke? 0; prive*; 0 waar|met|van; schaduw*; gebruik*|houd*|zelf|heeft .. 0',
    'outcome.so': '^ zodat|opdat|ook; ^ dat; ^ om; ^ dan',
    'outcome.without': 'hoeven .. N; N .. hoef*; in plaats van; zonder .. te|dat|extra|hulp; N .. meer',
    'outcome.number': 'D percent|procent; naar D; binnen D|een|twee; minstens|hooguit|onder D; de helft',
    'outcome.know':
      'K wat|waar|wie|wanneer|welke|hoe|of|dat; in een; dezelfde dag; R K; op de hoogte; W .. dat R',
    'outcome.change': '^ C; C KT; regie|vertrouwen',
    'vague.hello':
      'V $; M .. V; bellen $; hallo|hoi|vraag|vraagje|test|bijlage|besproken|idee|bedankt; iets; hulp; help*; digital*|digitaal|innov*|toekomst*; oplossing',
  },
  signals: {
    frustration:
      'F; geduld .. op|kwijt; I .. keer gemeld|gevraagd|gebeld|gemaild; en er gebeurt; *gek van; hoor $; lekker dan; echt|heel|zo|erg frustr*|irrit*; I .. erger*|irriteer*; zat|beu|moe .. om|van|ik|het|vragen; zijn het beu; ten einde; D|zoveelste|tigste|derde|tiende keer; hoe vaak|moeilijk M; alweer een|de; weer N; niet te doen; kan .. N meer .. tegen|aan; slaat .. nergens|alles; niemand .. luistert|reageert|antwoordt; leest|test er|iemand; N .. verandert; niks werkt; geef het op; klaar mee; wie .. bedacht; genoeg van; rot*; wat een bende|gedoe|rommel; waarom .. zo|altijd|steeds|weer; eindelijk eens',
    notFrustration:
      'R .. zijn|waren|worden|geven|zich|het .. F|boos|zat|gefrustreerd|aan; boze|gefrustreerde; minder frustr*; ergerden; buren',
    urgency:
      'spoed|dringend|asap|onmiddellijk|gecrasht; per direct; snel|spoedig .. mogelijk; W|M .. Y .. B|nodig|draaien|oplossen; voor|tegen|uiterlijk Y|weekend; Y nog|een|nodig; nog vandaag; deadline is; binnen een|het|D? paar? uur|minuten .. W|M|weer|draaien; lig*|is|zijn|staat .. J; ligt .. uit; kan niemand; M .. moment geen; over een|het uur; vast met; ligt eruit; niemand kan .. inloggen|werken; N wachten; te wachten en; staan nu; we live; Y komt|gaan|begint|sluit; start|begint|komt|sluit|gaat Y; roodgloeiend; uit de lucht; kom nu; dagen gaan; bederven',
    notUrgent:
      '^ zodat; N|altijd .. spoed|haast|dringend|urgent; spoedeisend*|spoedgeval*; dringende|urgente _; van vandaag; duurt tot; als|label spoed; voor|na de deadline; R .. voor Y; weet Y',
    measurable:
      'D percent|procent; binnen D|een|twee|drie .. U; naar|onder|dan D; minstens|minimaal|hooguit D|een|twee|drie|tien; D U; D op; halver*|helft|kwart|nul; U C',
  },
  cuts: 'zodat; opdat; omdat; want; maar; waardoor; doordat; aangezien; terwijl; waarmee; hoewel; sinds',
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
