import type { Language } from './types.ts';

/**
 * For each cue why a stretch of text was marked, said to the requester: friendly, without jargon, at most fourteen words.
 * Not part of the analyser: load it where the sentences are shown.
 */
export const explanations: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'who.story': {
    nl: 'Je schrijft "als …", dus dit is voor wie het is.',
    en: 'You write "as a …", so this is who it is for.',
  },
  'who.role': {
    nl: 'Dit lijkt de groep of rol om wie het gaat.',
    en: 'This looks like the group or role it is about.',
  },

  'means.story': {
    nl: 'Dit komt na "ik wil", dus dit is je idee.',
    en: 'This comes after "I want", so this is your idea.',
  },
  'means.context': {
    nl: 'Deze zin klinkt als iets dat er moet komen.',
    en: 'This sentence sounds like something that should be there.',
  },
  'means.thing': {
    nl: 'Je noemt een ding dat je kunt maken of kopen.',
    en: 'You name a thing that can be made or bought.',
  },
  'means.wish': {
    nl: 'Je zegt dat je iets wilt of nodig hebt.',
    en: 'You say that you want or need something.',
  },
  'means.build': {
    nl: 'Je vraagt om iets te maken, te kopen of aan te passen.',
    en: 'You ask to make, buy or change something.',
  },
  'means.want': {
    nl: 'Je wens en het ding dat je wilt staan bij elkaar.',
    en: 'Your wish and the thing you want stand together.',
  },
  'means.ask': {
    nl: 'Je vraagt of iets kan of er kan komen.',
    en: 'You ask whether something is possible or could come.',
  },
  'means.absence': {
    nl: 'Je zegt dat iets er nog niet is.',
    en: 'You say that something is not there yet.',
  },

  'problem.context': {
    nl: 'Deze zin klinkt als iets dat nu niet goed gaat.',
    en: 'This sentence sounds like something that goes wrong now.',
  },
  'problem.pain': {
    nl: 'Je gebruikt een woord voor iets dat niet goed gaat.',
    en: 'You use a word for something that goes wrong.',
  },
  'problem.now': {
    nl: 'Je beschrijft hoe het nu gaat.',
    en: 'You describe how things go now.',
  },
  'problem.not': {
    nl: 'Je zegt dat iets niet lukt of niet zo is.',
    en: 'You say that something does not work or is not so.',
  },
  'problem.time': {
    nl: 'Je noemt tijd, of hoe vaak het gebeurt.',
    en: 'You mention time, or how often it happens.',
  },
  'problem.past': {
    nl: 'Je vertelt iets dat gebeurd is.',
    en: 'You tell something that happened.',
  },
  'problem.cause': {
    nl: 'Je zegt waar iets door komt of toe leidt.',
    en: 'You say what causes something or what it leads to.',
  },
  'problem.too': {
    nl: 'Je zegt dat iets te veel, te lang of te moeilijk is.',
    en: 'You say that something is too much, too long or too hard.',
  },
  'problem.cannot': {
    nl: 'Je zegt dat iets niet kan, of alleen op één manier.',
    en: 'You say that something cannot be done, or only in one way.',
  },
  'problem.unknown': {
    nl: 'Je zegt dat iemand iets niet weet of ziet.',
    en: 'You say that someone does not know or see something.',
  },

  'outcome.story': {
    nl: 'Dit komt na "zodat", dus dit moet het opleveren.',
    en: 'This comes after "so that", so this is the result you want.',
  },
  'outcome.context': {
    nl: 'Deze zin klinkt als hoe je het graag zou zien.',
    en: 'This sentence sounds like how you would like it to be.',
  },
  'outcome.better': {
    nl: 'Je zegt wat beter, sneller of makkelijker wordt.',
    en: 'You say what gets better, faster or easier.',
  },
  'outcome.change': {
    nl: 'Je zegt wat er anders moet worden.',
    en: 'You say what should change.',
  },
  'outcome.know': {
    nl: 'Je zegt wat mensen dan weten, zien of kunnen.',
    en: 'You say what people will know, see or be able to do.',
  },
  'outcome.worth': {
    nl: 'Je noemt iets dat voor mensen waarde heeft.',
    en: 'You name something that is worth a lot to people.',
  },
  'outcome.without': {
    nl: 'Je zegt wat er dan niet meer hoeft of gebeurt.',
    en: 'You say what is no longer needed or no longer happens.',
  },
  'outcome.so': {
    nl: 'Dit begint met "zodat" of iets dat daarop lijkt.',
    en: 'This begins with "so that" or something like it.',
  },
  'outcome.number': {
    nl: 'Je noemt een getal om het resultaat aan te meten.',
    en: 'You name a number to measure the result by.',
  },
};
