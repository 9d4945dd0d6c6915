import type { Status } from '../brief/status.ts';
import type { Texts } from './texts.ts';

/** What the page behind a follow link says. */
export interface FollowMessages {
  loading: string;
  /** `{date}` is the day that the brief came in. */
  title: string;
  now: string;
  /** What happens next, for each state. */
  next: Record<Status, string>;
  /** Above what happens next, when a reason stands before it. */
  after: string;
  earlier: string;
  /** Stands where a reason would, at the entry that has none. */
  arrived: string;
  told: string;
  who: string;
  problem: string;
  outcome: string;
  idea: string;
  ideaNote: string;
  keep: string;
  unknownTitle: string;
  unknown: string;
  offlineTitle: string;
  offline: string;
  failedTitle: string;
  failed: string;
  again: string;
  /** Spoken when a newer state came in while the page was open. `{state}` is its name. */
  updated: string;
}

export const followTexts: Texts<FollowMessages> = {
  nl: {
    loading: 'We halen je vraag op…',
    title: 'Je vraag van {date}',
    now: 'Zo staat het ervoor',
    next: {
      received:
        'Je vraag is binnen. Iemand leest hem en laat je hier weten wat er gebeurt. Je hoeft nu niets te doen.',
      reviewing:
        'We zoeken uit wat er nodig is, en voor wie. Zodra er een besluit is, lees je dat hier. Met de reden erbij.',
      accepted: 'We gaan ermee aan de slag. Hier lees je hoe het verdergaat en wanneer het klaar is.',
      later: 'Nu lukt het niet, maar je vraag blijft bewaard. Pakken we hem weer op, dan lees je dat hier.',
      declined:
        'We pakken dit niet op. De reden lees je hierboven. Verandert er iets bij jou? Stel je vraag dan gerust opnieuw.',
      merged: 'Meer collega’s hebben dezelfde behoefte. We pakken jullie vragen samen op.',
      solved:
        'Dit kon meteen worden opgelost. Loop je er toch weer tegenaan? Stel je vraag dan gerust opnieuw.',
      delivered: 'Het is klaar. Gaat het toch nog mis? Laat het weten met een nieuwe vraag.',
    },
    after: 'Hoe het verdergaat',
    earlier: 'Wat er eerder gebeurde',
    arrived: 'Je vraag kwam goed aan.',
    told: 'Wat je ons vertelde',
    who: 'Voor wie',
    problem: 'Wat er misgaat',
    outcome: 'Wat er beter moet',
    idea: 'Je idee',
    ideaNote: 'We kijken eerst naar wat er nodig is. Daarna of je idee daarbij past.',
    keep: 'Bewaar deze link: hier staat altijd het laatste nieuws. Wie de link heeft, kan meelezen. Je naam staat er niet bij.',
    unknownTitle: 'Deze link kennen we niet',
    unknown:
      'Misschien mist er een stukje van de link, of is hij ingetrokken. Kopieer de hele link nog een keer en open hem opnieuw.',
    offlineTitle: 'Even geen verbinding',
    offline:
      'Je vraag is veilig bewaard, we kunnen hem alleen nu niet laten zien. Zodra er weer verbinding is, proberen we het opnieuw.',
    failedTitle: 'Dat ging niet goed bij ons',
    failed:
      'Je vraag is veilig bewaard, we kunnen hem alleen nu niet laten zien. Probeer het over een paar minuten nog eens.',
    again: 'Probeer opnieuw',
    updated: 'Er is nieuws over je vraag: {state}.',
  },
  en: {
    loading: 'Getting your request…',
    title: 'Your request of {date}',
    now: 'Where it stands',
    next: {
      received:
        'Your request is in. Somebody will read it and tell you here what happens. There is nothing you need to do now.',
      reviewing:
        'We are finding out what is needed, and for whom. Once there is a decision you read it here, with the reason.',
      accepted: 'We are going to work on it. Here you read how it goes and when it is done.',
      later: 'It does not fit now, but your request is kept. When we pick it up again, you read it here.',
      declined:
        'We will not take this up. The reason stands above. Does something change on your side? Feel free to ask again.',
      merged: 'More colleagues have the same need. We take your requests up together.',
      solved: 'This could be solved right away. Do you run into it again? Feel free to ask again.',
      delivered: 'It is done. Does it still go wrong? Let us know with a new request.',
    },
    after: 'What happens next',
    earlier: 'What happened before',
    arrived: 'Your request arrived safely.',
    told: 'What you told us',
    who: 'For whom',
    problem: 'What goes wrong',
    outcome: 'What should be better',
    idea: 'Your idea',
    ideaNote: 'First we look at what is needed. Then at whether your idea fits that.',
    keep: 'Keep this link: the latest news is always here. Anyone with the link can read along. Your name is not shown.',
    unknownTitle: 'We do not know this link',
    unknown:
      'Part of the link may be missing, or it was withdrawn. Copy the whole link once more and open it again.',
    offlineTitle: 'No connection right now',
    offline:
      'Your request is safe, we just cannot show it at the moment. We try again as soon as there is a connection.',
    failedTitle: 'Something went wrong on our side',
    failed: 'Your request is safe, we just cannot show it at the moment. Try again in a few minutes.',
    again: 'Try again',
    updated: 'There is news about your request: {state}.',
  },
};
