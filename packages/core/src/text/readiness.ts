import type { Check } from '../flow/readiness.ts';
import type { Texts } from './texts.ts';

/** A gentle hint: what is not clear yet, and why it would help. */
export interface Hint {
  what: string;
  why: string;
}

export const readinessTexts: Texts<Record<Check, Hint>> = {
  nl: {
    'who-specific': {
      what: 'Voor wie precies?',
      why: 'Met een team of functie erbij weten we met wie we moeten praten.',
    },
    'problem-told': {
      what: 'Wat gaat er nu mis?',
      why: 'Eén voorbeeld laat zien wat echt in de weg zit.',
    },
    'outcome-told': {
      what: 'Wat moet er straks beter zijn?',
      why: 'Dan kunnen we ook andere oplossingen bedenken die daarvoor zorgen.',
    },
    'outcome-measurable': {
      what: 'Waaraan merk je dat het gelukt is?',
      why: 'Iets om te tellen of te zien maakt later duidelijk of het helpt.',
    },
    'means-apart': {
      what: 'Er is een idee, nog geen behoefte.',
      why: 'Met de behoefte erbij is te beoordelen of dit idee het beste past.',
    },
    'pain-size': {
      what: 'Hoe vaak en bij hoeveel mensen?',
      why: 'Dan zien we hoeveel tijd en ergernis het nu kost.',
    },
    'one-need': {
      what: 'Er lijken meer behoeften in te staan.',
      why: 'Los van elkaar krijgt elke behoefte een eigen antwoord.',
    },
  },
  en: {
    'who-specific': {
      what: 'For whom exactly?',
      why: 'With a team or a role we know who to talk to.',
    },
    'problem-told': {
      what: 'What goes wrong now?',
      why: 'One example shows what is really in the way.',
    },
    'outcome-told': {
      what: 'What should be better afterwards?',
      why: 'Then we can think of other solutions that bring it about.',
    },
    'outcome-measurable': {
      what: 'How would you notice that it worked?',
      why: 'Something to count or see tells later whether it helps.',
    },
    'means-apart': {
      what: 'There is an idea, not a need yet.',
      why: 'With the need beside it, we can judge whether this idea fits best.',
    },
    'pain-size': {
      what: 'How often, and for how many people?',
      why: 'Then we see how much time and annoyance it costs now.',
    },
    'one-need': {
      what: 'There seem to be several needs in it.',
      why: 'Apart from each other, every need gets an answer of its own.',
    },
  },
};
