import type { Texts } from './texts.ts';

/** What a brief says in another system, beside the words of the desk. */
export interface TargetMessages {
  /** The link back. */
  openAtDesk: string;
  /** When the other system has less room than the brief needs. */
  shortened: string;
  /** Last line; `{id}` is the brief's id. */
  reference: string;
}

export const targetTexts: Texts<TargetMessages> = {
  nl: {
    openAtDesk: 'Open de vraag in Wherefore',
    shortened: 'Ingekort omdat het hier anders niet past. De hele tekst staat in Wherefore.',
    reference: 'Wherefore-vraag {id}',
  },
  en: {
    openAtDesk: 'Open the request in Wherefore',
    shortened: 'Shortened because it would not fit here. The whole text is in Wherefore.',
    reference: 'Wherefore request {id}',
  },
};
