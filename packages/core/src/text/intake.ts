import type { SpanKind } from '../brief/brief.ts';
import type { PrivateDataKind } from '../needs/types.ts';
import type { Texts } from './texts.ts';

/** The screens after the first question. */
export interface IntakeMessages {
  /** What each kind of mark is called, short enough to stand beside the words. */
  kinds: Record<SpanKind, string>;
  yourRequest: string;
  heard: string;
  heardNothing: string;
  correctHint: string;
  /** Spoken after a mark and its kind. */
  change: string;
  chooseKind: string;
  noMark: string;
  /** On the button that takes a mark away, before its kind. */
  notThis: string;
  putBack: string;
  /** Announced after a correction. */
  markChanged: string;
  markRemoved: string;
  privateData: Record<PrivateDataKind, string>;
  privateDataAdvice: string;
  questionsLeft: { one: string; more: string };
  next: string;
  skip: string;
  back: string;
  playback: {
    title: string;
    help: string;
    who: string;
    problem: string;
    outcome: string;
    means: string;
    meansHelp: string;
    open: string;
    openWho: string;
    openProblem: string;
    openOutcome: string;
    send: string;
    sentTo: string;
    /** After it, where the backend is one that gives links. */
    getsLink: string;
  };
  split: { title: string; help: string; yes: string; no: string };
  /** On the receipt, when a second need waits. */
  later: { title: string; go: string };
  /** Above the playback for somebody who is fed up: acknowledged first, nothing asked. */
  fedUp: string;
  /** Opens the room to vent. */
  vent: string;
  talk: {
    open: string;
    help: string;
    name: string;
    channel: string;
    channels: Record<'phone' | 'visit' | 'chat' | 'email', string>;
    when: string;
    whenExample: string;
  };
  sending: { title: string; help: string };
  failed: {
    title: string;
    kept: string;
    /** Why the last try failed: what is the matter, and what to do only when the requester has to do it. */
    why: Record<'offline' | 'busy' | 'signIn' | 'invalid' | 'forbidden' | 'differs' | 'other', string>;
    again: string;
    copy: string;
    edit: string;
  };
  received: {
    title: string;
    at: string;
    next: string;
    steps: readonly [string, string, string];
    follow: string;
    followHelp: string;
    copyLink: string;
    copyBrief: string;
    copied: string;
    another: string;
  };
  delivery: {
    /** Where a brief is, always in words. */
    states: Record<'on-device' | 'sending' | 'received' | 'needs-you', string>;
    byItself: string;
    /** When the server named a time. */
    byItselfAt: string;
    notKept: string;
    look: string;
    print: string;
    mail: string;
    discard: string;
    pending: string;
    arrived: string;
    shared: string;
    sharedHelp: string;
    wiped: string;
  };
  restored: string;
  startOver: string;
  /** Closes the dialog or the drawer. */
  close: string;
}

export const intakeTexts: Texts<IntakeMessages> = {
  nl: {
    kinds: { who: 'voor wie', problem: 'wat er misgaat', outcome: 'wat beter moet', means: 'je idee' },
    yourRequest: 'Je vraag',
    heard: 'Dit hoorden we erin',
    heardNothing: 'Je vraag staat er zoals je hem schreef.',
    correctHint: 'Klopt iets niet? Tik op het kruisje, of op de woorden.',
    change: 'Tik om te wijzigen',
    chooseKind: 'Wat is ‘{words}’?',
    noMark: 'geen van deze',
    notThis: 'Klopt niet',
    putBack: 'zet ‘{kind}’ terug',
    markChanged: '‘{words}’ is nu: {kind}.',
    markRemoved: '‘{words}’ is niet meer gemarkeerd.',
    privateData: {
      bsn: 'een burgerservicenummer',
      nationalNumber: 'een rijksregisternummer',
      iban: 'een rekeningnummer',
      card: 'een kaartnummer',
      phone: 'een telefoonnummer',
      email: 'een e-mailadres',
      secret: 'een wachtwoord of code',
    },
    privateDataAdvice: 'Let op: dit lijkt op {what}. Laat het liever weg, dan komt het nergens terecht.',
    questionsLeft: { one: 'Nog één vraag', more: 'Nog hooguit {count} vragen' },
    next: 'Verder',
    skip: 'Sla over',
    back: 'Terug',
    playback: {
      title: 'Begrijpen we het zo goed?',
      help: 'Lees het rustig na. Je kunt alles hier aanpassen.',
      who: 'Voor wie',
      problem: 'Wat er misgaat',
      outcome: 'Wat er beter moet',
      means: 'Je idee',
      meansHelp: 'Je idee blijft staan zoals jij het zei. Eerst kijken we naar wat er nodig is.',
      open: 'Nog open, dat mag.',
      openWho: 'Nog open. Weet je het? Vul het aan.',
      openProblem: 'Nog open. Eén voorbeeld helpt al.',
      openOutcome: 'Nog open. Waaraan merk je dat het beter is?',
      send: 'Verstuur',
      sentTo: 'Dit gaat naar de mensen die erover gaan.',
      getsLink: 'Je krijgt een link om het te volgen.',
    },
    split: {
      title: 'Hier lijken twee dingen in te staan',
      help: 'Los van elkaar krijgt elk een eigen antwoord. Het tweede bewaren we: ‘{rest}’',
      yes: 'Vertel ze één voor één',
      no: 'Nee, het hoort bij elkaar',
    },
    later: { title: 'Je had nog iets: ‘{rest}’', go: 'Vertel dat nu' },
    fedUp:
      'Dat klinkt alsof je er genoeg van hebt. Je hoeft nu niets uit te zoeken. Verstuur het zo, of vraag of iemand je belt.',
    vent: 'Even je hart luchten?',
    talk: {
      open: 'Liever even praten?',
      help: 'Laat weten hoe. Alles mag open blijven.',
      name: 'Je naam en waar je te vinden bent',
      channel: 'Hoe spreken we elkaar?',
      channels: { phone: 'Bel me', visit: 'Kom langs', chat: 'Stuur een bericht', email: 'Mail me' },
      when: 'Wanneer komt het uit?',
      whenExample: 'Bijvoorbeeld: na de overdracht, dinsdagmiddag',
    },
    sending: {
      title: 'We versturen je vraag',
      help: 'Een ogenblik. Je woorden staan veilig op dit apparaat.',
    },
    failed: {
      title: 'Nog niet verstuurd',
      kept: 'Je vraag staat nog hier. Er is niets weg.',
      why: {
        offline: 'Er is nu geen verbinding.',
        busy: 'Het is even te druk, of er is een storing.',
        signIn: 'Je bent uitgelogd. Log in op een ander tabblad en kom terug, dan versturen we het.',
        invalid: 'Iets in de tekst kan zo niet worden ontvangen. Pas het aan en verstuur opnieuw.',
        forbidden:
          'De server mag dit van hier niet aannemen. Vraag het je helpdesk. Je tekst blijft hier staan.',
        differs:
          'Een eerdere versie van deze vraag is al aangekomen. Pas aan en verstuur dit als nieuwe vraag.',
        other: 'Er kwam geen goed antwoord terug.',
      },
      again: 'Verstuur opnieuw',
      copy: 'Kopieer mijn tekst',
      edit: 'Pas aan',
    },
    received: {
      title: 'Je vraag is aangekomen',
      at: 'Ontvangen op {date}.',
      next: 'Zo gaat het verder',
      steps: [
        'Iemand leest wat jij nodig hebt, in jouw woorden.',
        'Je krijgt een besluit, altijd met de reden erbij.',
        'Alles wat er verandert, lees je via je link.',
      ],
      follow: 'Volg je vraag',
      followHelp: 'Bewaar deze link. Wie hem heeft, kan meelezen, ook zonder account.',
      copyLink: 'Kopieer de link',
      copyBrief: 'Kopieer de tekst voor je collega’s',
      copied: 'Gekopieerd',
      another: 'Stel nog een vraag',
    },
    delivery: {
      states: {
        'on-device': 'Staat op dit apparaat',
        sending: 'Wordt verstuurd',
        received: 'Ontvangen',
        'needs-you': 'Wacht op jou',
      },
      byItself: 'We blijven het vanzelf proberen, ook als je deze pagina later weer opent.',
      byItselfAt: 'Om {time} proberen we het weer. Jij hoeft niets te doen.',
      notKept: 'Deze browser bewaart niets. Laat dit venster open, of kopieer je tekst.',
      look: 'Kijk naar: {fields}.',
      print: 'Print',
      mail: 'Mail mijn tekst',
      discard: 'Verwijder van dit apparaat',
      pending: 'Van eerder',
      arrived: 'Je vraag van eerder is aangekomen.',
      shared: 'Dit is een gedeelde computer',
      sharedHelp: 'Wist wat hier van je vragen bewaard is. Wat nog niet verstuurd is, blijft staan.',
      wiped: 'Wat hier bewaard was, is gewist.',
    },
    restored: 'Je was al begonnen. We hebben je tekst bewaard.',
    startOver: 'Begin opnieuw',
    close: 'Sluit',
  },
  en: {
    kinds: {
      who: 'for whom',
      problem: 'what goes wrong',
      outcome: 'what should be better',
      means: 'your idea',
    },
    yourRequest: 'Your request',
    heard: 'This is what we heard in it',
    heardNothing: 'Your request stands here as you wrote it.',
    correctHint: 'Something not right? Tap the cross, or the words.',
    change: 'Tap to change',
    chooseKind: 'What is ‘{words}’?',
    noMark: 'none of these',
    notThis: 'Not this',
    putBack: 'put ‘{kind}’ back',
    markChanged: '‘{words}’ is now: {kind}.',
    markRemoved: '‘{words}’ is no longer marked.',
    privateData: {
      bsn: 'a citizen service number',
      nationalNumber: 'a national register number',
      iban: 'a bank account number',
      card: 'a card number',
      phone: 'a phone number',
      email: 'an e-mail address',
      secret: 'a password or code',
    },
    privateDataAdvice: 'Careful: this looks like {what}. Better leave it out, then it ends up nowhere.',
    questionsLeft: { one: 'One more question', more: 'At most {count} more questions' },
    next: 'Continue',
    skip: 'Skip',
    back: 'Back',
    playback: {
      title: 'Did we understand you?',
      help: 'Take your time to read it. You can change everything right here.',
      who: 'For whom',
      problem: 'What goes wrong',
      outcome: 'What should be better',
      means: 'Your idea',
      meansHelp: 'Your idea stays the way you said it. First we look at what is needed.',
      open: 'Still open, that is fine.',
      openWho: 'Still open. Do you know? Add it.',
      openProblem: 'Still open. One example already helps.',
      openOutcome: 'Still open. How would you notice that it is better?',
      send: 'Send',
      sentTo: 'This goes to the people who decide on it.',
      getsLink: 'You get a link to follow it.',
    },
    split: {
      title: 'There seem to be two things in this',
      help: 'Apart from each other, each gets its own answer. We keep the second one: ‘{rest}’',
      yes: 'Tell them one by one',
      no: 'No, they belong together',
    },
    later: { title: 'You had something else: ‘{rest}’', go: 'Tell it now' },
    fedUp:
      'That sounds as if you have had enough. You do not have to work anything out now. Send it as it is, or ask for a call.',
    vent: 'Let off steam?',
    talk: {
      open: 'Rather talk to somebody?',
      help: 'Say how. Everything may stay open.',
      name: 'Your name and where to find you',
      channel: 'How shall we talk?',
      channels: { phone: 'Call me', visit: 'Come by', chat: 'Send a message', email: 'E-mail me' },
      when: 'When does it suit you?',
      whenExample: 'For example: after the handover, Tuesday afternoon',
    },
    sending: { title: 'Sending your request', help: 'One moment. Your words are safe on this device.' },
    failed: {
      title: 'Not sent yet',
      kept: 'Your request is still here. Nothing is lost.',
      why: {
        offline: 'There is no connection now.',
        busy: 'It is too busy right now, or something is down.',
        signIn: 'You have been signed out. Sign in on another tab and come back, then we send it.',
        invalid: 'Something in the text cannot be received like this. Change it and send again.',
        forbidden: 'The server may not take this from here. Ask your help desk. Your text stays here.',
        differs:
          'An earlier version of this request has already arrived. Change it and send it as a new request.',
        other: 'No good answer came back.',
      },
      again: 'Send again',
      copy: 'Copy my text',
      edit: 'Change it',
    },
    received: {
      title: 'Your request has arrived',
      at: 'Received on {date}.',
      next: 'What happens next',
      steps: [
        'Somebody reads what you need, in your words.',
        'You get a decision, always with the reason.',
        'Everything that changes, you read through your link.',
      ],
      follow: 'Follow your request',
      followHelp: 'Keep this link. Whoever has it can read along, also without an account.',
      copyLink: 'Copy the link',
      copyBrief: 'Copy the text for your colleagues',
      copied: 'Copied',
      another: 'Ask something else',
    },
    delivery: {
      states: {
        'on-device': 'On this device',
        sending: 'Being sent',
        received: 'Received',
        'needs-you': 'Waiting for you',
      },
      byItself: 'We keep trying by ourselves, also when you open this page again later.',
      byItselfAt: 'We try again at {time}. There is nothing you need to do.',
      notKept: 'This browser keeps nothing. Leave this window open, or copy your text.',
      look: 'Look at: {fields}.',
      print: 'Print it',
      mail: 'Mail my text',
      discard: 'Remove from this device',
      pending: 'From before',
      arrived: 'Your request from before has arrived.',
      shared: 'This is a shared computer',
      sharedHelp: 'Wipes what is kept here of your requests. What was not sent yet stays.',
      wiped: 'What was kept here has been wiped.',
    },
    restored: 'You had already started. We kept your text.',
    startOver: 'Start again',
    close: 'Close',
  },
};
