import type { Texts } from './texts.ts';

/** Room to vent: words that are for the requester alone. */
export interface VentMessages {
  label: string;
  help: string;
  /** Above the sentences that can be taken along into the need, before its field: `{slot}`. */
  take: string;
  /** On the button of a sentence. */
  takeThis: string;
  /** Announced after that. */
  taken: string;
  letGo: string;
  gone: string;
  putBack: string;
}

export const ventTexts: Texts<VentMessages> = {
  nl: {
    label: 'Wat je kwijt wilt',
    help: 'Dit is alleen voor jou. Het gaat nergens heen en hoort niet bij je vraag. Het is weg zodra je verstuurt of dit tabblad sluit.',
    take: 'Wil je een zin meenemen? Die komt bij ‘{slot}’.',
    takeThis: 'Neem mee: ‘{words}’',
    taken: '‘{words}’ staat nu bij ‘{slot}’.',
    letGo: 'Laat het los',
    gone: 'Het is weg. Niemand heeft het gelezen.',
    putBack: 'Haal het terug',
  },
  en: {
    label: 'What you want to get off your chest',
    help: 'This is for you alone. It goes nowhere and is no part of your request. It is gone once you send, or close this tab.',
    take: 'Do you want to take a sentence along? It goes to ‘{slot}’.',
    takeThis: 'Take along: ‘{words}’',
    taken: '‘{words}’ now stands at ‘{slot}’.',
    letGo: 'Let it go',
    gone: 'It is gone. Nobody has read it.',
    putBack: 'Bring it back',
  },
};
