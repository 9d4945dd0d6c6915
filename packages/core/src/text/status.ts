import type { Status } from '../brief/status.ts';
import type { Texts } from './texts.ts';

/** The name of each state, as requesters and reviewers read it. */
export const statusTexts: Texts<Record<Status, string>> = {
  nl: {
    received: 'Ontvangen',
    reviewing: 'We kijken ernaar',
    accepted: 'We gaan dit doen',
    later: 'Niet nu, later wel',
    declined: 'We gaan dit niet doen',
    merged: 'Samengevoegd',
    solved: 'Meteen opgelost',
    delivered: 'Klaar',
  },
  en: {
    received: 'Received',
    reviewing: 'Being looked at',
    accepted: 'We will do this',
    later: 'Not now, later',
    declined: 'We will not do this',
    merged: 'Merged',
    solved: 'Solved on the spot',
    delivered: 'Delivered',
  },
};
