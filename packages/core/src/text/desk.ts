import type { SpanKind } from '../brief/brief.ts';
import type { Status } from '../brief/status.ts';
import type { Texts } from './texts.ts';

/** The three slots of a need. */
export type NeedSlot = 'who' | 'problem' | 'outcome';

/** Everything the desk says: signing in, the list, the page of one brief and the change of its state. */
export interface DeskMessages {
  title: string;
  checking: string;
  again: string;
  offline: string;
  failed: string;

  signInTitle: string;
  signInReady: string;
  signIn: string;
  signingIn: string;
  signInHow: string;
  signInLocal: string;
  signInOnce: string;
  signInFailed: string;
  sessionEnded: string;
  signOut: string;
  signedInAs: string;
  signedIn: string;

  list: string;
  search: string;
  searchHint: string;
  states: string;
  all: string;
  department: string;
  allDepartments: string;
  listLoading: string;
  /** `{count}` briefs match. */
  found: string;
  foundOne: string;
  foundNone: string;
  emptyTitle: string;
  empty: string;
  noneTitle: string;
  none: string;
  clear: string;
  more: string;
  loadingMore: string;
  /** `{count}` briefs are on screen. */
  shown: string;
  listFailed: string;
  forWho: string;
  choose: string;
  chooseHint: string;
  back: string;

  briefLoading: string;
  briefUnknownTitle: string;
  briefUnknown: string;
  briefFailed: string;
  /** `{date}` is the day it came in. */
  receivedOn: string;
  slots: Record<NeedSlot, string>;
  marks: Record<SpanKind, string>;
  request: string;
  idea: string;
  ideaNote: string;
  stillNeeded: string;
  notStillNeeded: string;
  unclear: string;
  unclearNote: string;
  facts: string;
  lastTime: string;
  howOften: string;
  people: string;
  minutesLost: string;
  measure: string;
  measureFrom: string;
  measureTo: string;
  measureBy: string;
  tools: string;
  channels: string;
  workaround: string;
  colleagues: string;
  customers: string;
  worseOff: string;
  contact: string;
  contactWanted: string;
  contactNotWanted: string;
  contactUnknown: string;
  name: string;
  email: string;
  site: string;
  role: string;
  onBehalfOf: string;
  person: string;
  channel: string;
  when: string;
  channelNames: Record<'phone' | 'email' | 'chat' | 'visit', string>;
  answers: string;
  skipped: string;
  history: string;
  arrived: string;
  /** `{name}` made the change. */
  by: string;

  decide: string;
  decideNote: string;
  state: string;
  current: string;
  /** What each choice means, in a few words. */
  choices: Record<Exclude<Status, 'received' | 'merged'>, string>;
  reason: string;
  reasonHint: string;
  save: string;
  saving: string;
  needState: string;
  needReason: string;
  /** `{count}` characters too many. */
  reasonTooLong: string;
  /** Spoken and shown after saving; `{state}` is the new state. */
  saved: string;
  undo: string;
  conflictTitle: string;
  /** `{state}` is what somebody else chose, `{date}` when. */
  conflictChange: string;
  conflictBy: string;
  conflictUnclear: string;
  conflictKept: string;
  notSavedOffline: string;
  notSavedSession: string;
  notSaved: string;
}

export const deskTexts: Texts<DeskMessages> = {
  nl: {
    title: 'Vragen van collega’s',
    checking: 'Een ogenblik…',
    again: 'Probeer opnieuw',
    offline: 'Er is nu geen verbinding.',
    failed: 'Er ging iets mis bij ons.',

    signInTitle: 'Welkom',
    signInReady:
      'Hier lezen en beantwoorden we vragen van collega’s. Je link staat klaar, één druk op de knop en je bent binnen.',
    signIn: 'Aanmelden',
    signingIn: 'Bezig met aanmelden…',
    signInHow:
      'Hier lezen en beantwoorden we vragen van collega’s. Je komt binnen met een aanmeldlink. Vraag die aan je beheerder.',
    signInLocal:
      'Draait Wherefore op je eigen computer? Dan staat de link in het venster waarin je het startte.',
    signInOnce: 'Een link werkt één keer. Daarna blijf je een tijd aangemeld.',
    signInFailed: 'Deze link werkt niet meer. Hij is al gebruikt of verlopen. Vraag een nieuwe.',
    sessionEnded:
      'Je bent niet meer aangemeld. Open een nieuwe aanmeldlink in dit tabblad. Wat je had getypt, staat er dan nog.',
    signOut: 'Afmelden',
    signedInAs: 'Aangemeld als {name}',
    signedIn: 'Je bent aangemeld.',

    list: 'Alle vragen',
    search: 'Zoeken',
    searchHint: 'Zoek in hun woorden',
    states: 'Stand',
    all: 'Alles',
    department: 'Afdeling',
    allDepartments: 'Alle afdelingen',
    listLoading: 'We halen de vragen op…',
    found: '{count} vragen',
    foundOne: '1 vraag',
    foundNone: 'Geen vragen gevonden',
    emptyTitle: 'Nog geen vragen',
    empty: 'Zodra een collega iets vraagt, staat het hier.',
    noneTitle: 'Niets gevonden',
    none: 'Zoek met een ander woord, of kijk bij alle vragen.',
    clear: 'Toon alle vragen',
    more: 'Meer vragen',
    loadingMore: 'Even ophalen…',
    shown: '{count} vragen in beeld',
    listFailed: 'De lijst kon niet worden opgehaald.',
    forWho: 'Voor {who}',
    choose: 'Kies een vraag',
    chooseHint: 'Dan lees je hier wat er speelt, in hun eigen woorden.',
    back: 'Alle vragen',

    briefLoading: 'We halen de vraag op…',
    briefUnknownTitle: 'Deze vraag is er niet',
    briefUnknown: 'Misschien klopt de link niet helemaal. Kies een vraag uit de lijst.',
    briefFailed: 'De vraag kon niet worden opgehaald.',
    receivedOn: 'Binnengekomen op {date}',
    slots: { who: 'Voor wie', problem: 'Wat er misgaat', outcome: 'Wat er beter moet' },
    marks: { who: 'voor wie', problem: 'wat er misgaat', outcome: 'wat beter moet', means: 'idee' },
    request: 'De vraag, zoals gesteld',
    idea: 'Hun idee',
    ideaNote: 'Kijk hier als laatste naar. Het idee hoeft niet fout te zijn, het is er alleen vroeg bij.',
    stillNeeded: 'Ook als het probleem weg is, willen ze dit nog.',
    notStillNeeded: 'Als het probleem weg is, hoeft dit niet meer.',
    unclear: 'Nog niet duidelijk',
    unclearNote: 'Dit kun je in een kort gesprek navragen.',
    facts: 'Wat erbij hoort',
    lastTime: 'De laatste keer',
    howOften: 'Hoe vaak',
    people: 'Hoeveel mensen',
    minutesLost: 'Minuten kwijt',
    measure: 'Waaraan merk je het',
    measureFrom: 'nu {value}',
    measureTo: 'straks {value}',
    measureBy: 'voor {value}',
    tools: 'Gebruiken ze nu',
    channels: 'Via',
    workaround: 'Zo lossen ze het nu op',
    colleagues: 'Gevolg voor collega’s',
    customers: 'Gevolg voor klanten',
    worseOff: 'Wie er last van kan krijgen',
    contact: 'Contact',
    contactWanted: 'Wil er graag over praten.',
    contactNotWanted: 'Heeft liever geen contact.',
    contactUnknown: 'Er zijn geen contactgegevens meegestuurd.',
    name: 'Naam',
    email: 'E-mail',
    site: 'Locatie',
    role: 'Functie',
    onBehalfOf: 'Namens',
    person: 'Praten met',
    channel: 'Hoe',
    when: 'Wanneer',
    channelNames: { phone: 'bellen', email: 'mailen', chat: 'chatten', visit: 'langskomen' },
    answers: 'Antwoorden op onze vragen',
    skipped: 'Overgeslagen',
    history: 'Verloop',
    arrived: 'De vraag kwam binnen.',
    by: 'door {name}',

    decide: 'Laat weten hoe het staat',
    decideNote: 'De aanvrager ziet de stand en leest je reden.',
    state: 'Nieuwe stand',
    current: 'nu',
    choices: {
      reviewing: 'je zoekt uit wat er nodig is',
      accepted: 'er komt een oplossing',
      later: 'het blijft bewaard',
      declined: 'met een eerlijke reden',
      solved: 'het kon direct',
      delivered: 'de oplossing is er',
    },
    reason: 'Je reden',
    reasonHint: 'De aanvrager leest dit. Schrijf het zoals je het zou zeggen.',
    save: 'Opslaan en laten weten',
    saving: 'Bezig met opslaan…',
    needState: 'Kies eerst een stand.',
    needReason: 'Schrijf een reden. De aanvrager wil weten waarom.',
    reasonTooLong: 'Je reden is {count} tekens te lang. Kort hem een beetje in.',
    saved: 'Opgeslagen. De aanvrager ziet nu: {state}.',
    undo: 'Toch anders? Kies dan een nieuwe stand. De vorige blijft in het verloop staan.',
    conflictTitle: 'Iemand was je net voor',
    conflictChange: '{date} werd de stand: {state}.',
    conflictBy: '{date} koos {name} de stand: {state}.',
    conflictUnclear: 'De vraag is intussen bijgewerkt.',
    conflictKept: 'Je reden staat er nog en is niet opgeslagen. Past hij nog? Sla dan opnieuw op.',
    notSavedOffline: 'Niet opgeslagen: er is geen verbinding. Je reden staat er nog. Probeer het zo opnieuw.',
    notSavedSession:
      'Niet opgeslagen: je bent niet meer aangemeld. Open een nieuwe aanmeldlink in een ander tabblad en sla hier opnieuw op. Je reden staat er nog.',
    notSaved: 'Niet opgeslagen: er ging iets mis bij ons. Je reden staat er nog. Probeer het zo opnieuw.',
  },
  en: {
    title: 'Requests from colleagues',
    checking: 'One moment…',
    again: 'Try again',
    offline: 'There is no connection right now.',
    failed: 'Something went wrong on our side.',

    signInTitle: 'Welcome',
    signInReady:
      'This is where we read and answer requests from colleagues. Your link is ready: one press and you are in.',
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    signInHow:
      'This is where we read and answer requests from colleagues. You get in with a sign-in link. Ask your administrator for one.',
    signInLocal:
      'Does Wherefore run on your own computer? Then the link stands in the window where you started it.',
    signInOnce: 'A link works once. After that you stay signed in for a while.',
    signInFailed: 'This link no longer works. It was used before or has expired. Ask for a new one.',
    sessionEnded:
      'You are no longer signed in. Open a new sign-in link in this tab. What you typed will still be there.',
    signOut: 'Sign out',
    signedInAs: 'Signed in as {name}',
    signedIn: 'You are signed in.',

    list: 'All requests',
    search: 'Search',
    searchHint: 'Search in their words',
    states: 'State',
    all: 'All',
    department: 'Department',
    allDepartments: 'All departments',
    listLoading: 'Getting the requests…',
    found: '{count} requests',
    foundOne: '1 request',
    foundNone: 'No requests found',
    emptyTitle: 'No requests yet',
    empty: 'As soon as a colleague asks for something, it shows up here.',
    noneTitle: 'Nothing found',
    none: 'Try another word, or look at all requests.',
    clear: 'Show all requests',
    more: 'More requests',
    loadingMore: 'Getting more…',
    shown: '{count} requests on screen',
    listFailed: 'The list could not be loaded.',
    forWho: 'For {who}',
    choose: 'Choose a request',
    chooseHint: 'Here you will read what is going on, in their own words.',
    back: 'All requests',

    briefLoading: 'Getting the request…',
    briefUnknownTitle: 'This request is not here',
    briefUnknown: 'The link may not be quite right. Choose a request from the list.',
    briefFailed: 'The request could not be loaded.',
    receivedOn: 'Came in on {date}',
    slots: { who: 'For whom', problem: 'What goes wrong', outcome: 'What should be better' },
    marks: { who: 'for whom', problem: 'what goes wrong', outcome: 'what should be better', means: 'idea' },
    request: 'The request, as it was asked',
    idea: 'Their idea',
    ideaNote: 'Look at this last. The idea need not be wrong, it just comes early.',
    stillNeeded: 'They would still want this with the problem gone.',
    notStillNeeded: 'With the problem gone, this is no longer needed.',
    unclear: 'Not clear yet',
    unclearNote: 'A short talk can clear this up.',
    facts: 'Good to know',
    lastTime: 'The last time',
    howOften: 'How often',
    people: 'How many people',
    minutesLost: 'Minutes lost',
    measure: 'How you would notice',
    measureFrom: 'now {value}',
    measureTo: 'then {value}',
    measureBy: 'by {value}',
    tools: 'They use now',
    channels: 'Through',
    workaround: 'How they manage now',
    colleagues: 'Effect on colleagues',
    customers: 'Effect on customers',
    worseOff: 'Who could be worse off',
    contact: 'Contact',
    contactWanted: 'Would like to talk.',
    contactNotWanted: 'Would rather not be contacted.',
    contactUnknown: 'No contact details were sent along.',
    name: 'Name',
    email: 'E-mail',
    site: 'Site',
    role: 'Role',
    onBehalfOf: 'On behalf of',
    person: 'Talk to',
    channel: 'How',
    when: 'When',
    channelNames: { phone: 'by phone', email: 'by e-mail', chat: 'by chat', visit: 'in person' },
    answers: 'Answers to our questions',
    skipped: 'Skipped',
    history: 'History',
    arrived: 'The request came in.',
    by: 'by {name}',

    decide: 'Let them know where it stands',
    decideNote: 'The requester sees the state and reads your reason.',
    state: 'New state',
    current: 'now',
    choices: {
      reviewing: 'you are finding out what is needed',
      accepted: 'a solution is coming',
      later: 'it is kept',
      declined: 'with an honest reason',
      solved: 'it could be done at once',
      delivered: 'the solution is there',
    },
    reason: 'Your reason',
    reasonHint: 'The requester reads this. Write it the way you would say it.',
    save: 'Save and let them know',
    saving: 'Saving…',
    needState: 'Choose a state first.',
    needReason: 'Write a reason. The requester wants to know why.',
    reasonTooLong: 'Your reason is {count} characters too long. Shorten it a little.',
    saved: 'Saved. The requester now sees: {state}.',
    undo: 'Changed your mind? Choose a new state. The previous one stays in the history.',
    conflictTitle: 'Somebody was just ahead of you',
    conflictChange: 'On {date} the state became: {state}.',
    conflictBy: 'On {date} {name} chose the state: {state}.',
    conflictUnclear: 'The request was updated in the meantime.',
    conflictKept: 'Your reason is still here and was not saved. Does it still fit? Then save again.',
    notSavedOffline: 'Not saved: there is no connection. Your reason is still here. Try again in a moment.',
    notSavedSession:
      'Not saved: you are no longer signed in. Open a new sign-in link in another tab, then save here again. Your reason is still here.',
    notSaved:
      'Not saved: something went wrong on our side. Your reason is still here. Try again in a moment.',
  },
};
