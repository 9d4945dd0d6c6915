import type { Texts } from './texts.ts';

/** What the first question needs: these texts are in the first bytes, everything else loads after them. */
export interface IntakeFirstMessages {
  title: string;
  help: string;
  example: string;
  next: string;
  loading: string;
  empty: string;
  loadFailed: string;
  onDevice: string;
}

export const intakeFirstTexts: Texts<IntakeFirstMessages> = {
  nl: {
    title: 'Wat heb je nodig, of wat loopt niet lekker?',
    help: 'Eén zin is genoeg. Schrijf het zoals je het tegen een collega zegt.',
    example: 'Bijvoorbeeld: ‘Ik wil een lijst met wie er werkt, want ik bel me suf bij elke ruil.’',
    next: 'Verder',
    loading: 'Even lezen…',
    empty: 'Schrijf eerst iets op. Eén zin is genoeg.',
    loadFailed: 'Het laden lukte niet. Je tekst staat er nog. Probeer het nog eens.',
    onDevice: 'Je woorden blijven op dit apparaat tot je zelf verstuurt.',
  },
  en: {
    title: 'What do you need, or what is not working?',
    help: 'One sentence is enough. Write it the way you would tell a colleague.',
    example: 'For example: ‘I want a list of who is on shift, I call half the team for every swap.’',
    next: 'Continue',
    loading: 'Reading…',
    empty: 'Write something first. One sentence is enough.',
    loadFailed: 'Loading did not work. Your text is still here. Please try again.',
    onDevice: 'Your words stay on this device until you send them.',
  },
};
