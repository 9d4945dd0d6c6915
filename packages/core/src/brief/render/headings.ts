/**
 * The words of the Markdown format. They are not in `text/`: files that were written carry them for ever, so a reader has to
 * know every wording that a writer ever used. Words on screen can change; these only get company.
 */
import type { Language } from '../brief.ts';

type Words = Readonly<Record<Language, string>>;

/** The first line. It also parts the briefs in a file that holds many. */
export const TITLE: Words = { nl: 'Briefing', en: 'Brief' };

export const HEADINGS = {
  who: { nl: 'Voor wie', en: 'For whom' },
  problem: { nl: 'Wat er misgaat', en: 'What goes wrong' },
  lastTime: { nl: 'De laatste keer', en: 'The last time' },
  outcome: { nl: 'Wat er beter moet', en: 'What should be better' },
  measure: { nl: 'Waaraan je het merkt', en: 'How you would notice' },
  idea: { nl: 'Hun idee', en: 'Their idea' },
  request: { nl: 'De vraag, zoals gesteld', en: 'The request, as it was asked' },
  currentWay: { nl: 'Hoe het nu gaat', en: 'How it goes now' },
  tools: { nl: 'Wat ze gebruiken', en: 'What they use' },
  channels: { nl: 'Waar het langs gaat', en: 'What it goes through' },
  workaround: { nl: 'Hoe ze het nu oplossen', en: 'How they manage' },
  effects: { nl: 'Gevolgen', en: 'Effects' },
  colleagues: { nl: 'Voor collega’s', en: 'On colleagues' },
  customers: { nl: 'Voor klanten', en: 'On customers' },
  worseOff: { nl: 'Wie er last van kan krijgen', en: 'Who could be worse off' },
  contact: { nl: 'Contact', en: 'Contact' },
  requester: { nl: 'Wie het vraagt', en: 'Who asks' },
  answers: { nl: 'Antwoorden op onze vragen', en: 'Answers to our questions' },
  history: { nl: 'Verloop', en: 'History' },
} as const satisfies Record<string, Words>;
export type HeadingName = keyof typeof HEADINGS;

/** The label of each short value. */
export const LABELS = {
  howOften: { nl: 'Hoe vaak', en: 'How often' },
  people: { nl: 'Hoeveel mensen', en: 'How many people' },
  minutesLost: { nl: 'Minuten kwijt', en: 'Minutes lost' },
  what: { nl: 'Wat', en: 'What' },
  from: { nl: 'Nu', en: 'Now' },
  to: { nl: 'Straks', en: 'Then' },
  by: { nl: 'Voor wanneer', en: 'By when' },
  stillNeeded: { nl: 'Ook nodig als het probleem weg is', en: 'Still needed with the problem gone' },
  wanted: { nl: 'Wil graag praten', en: 'Would like to talk' },
  person: { nl: 'Praten met', en: 'Talk to' },
  channel: { nl: 'Hoe', en: 'How' },
  when: { nl: 'Wanneer', en: 'When' },
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mail', en: 'E-mail' },
  department: { nl: 'Afdeling', en: 'Department' },
  site: { nl: 'Locatie', en: 'Site' },
  role: { nl: 'Functie', en: 'Role' },
  onBehalfOf: { nl: 'Namens', en: 'On behalf of' },
  skipped: { nl: 'Overgeslagen', en: 'Skipped' },
} as const satisfies Record<string, Words>;
export type LabelName = keyof typeof LABELS;

export const YES: Words = { nl: 'ja', en: 'yes' };
export const NO: Words = { nl: 'nee', en: 'no' };

/** The ways to get in touch. */
export const CHANNELS: Readonly<Record<'phone' | 'email' | 'chat' | 'visit', Words>> = {
  phone: { nl: 'bellen', en: 'by phone' },
  email: { nl: 'mailen', en: 'by e-mail' },
  chat: { nl: 'chatten', en: 'by chat' },
  visit: { nl: 'langskomen', en: 'in person' },
};

/** What is written above the part for computers. */
export const MACHINE: Words = {
  nl: 'Voor computers: laat dit zo staan',
  en: 'For computers: leave this as it is',
};
