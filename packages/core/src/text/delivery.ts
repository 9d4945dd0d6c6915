import type { Texts } from './texts.ts';

/** What the desk says of other systems, and what a requester reads when one of them has news. */
export interface DeliveryMessages {
  /** A reason in the history: `{title}` is the other system, `{state}` its own words. */
  heard: string;

  /** Above the links of a brief. */
  links: string;
  /** `{title}` did not get it yet. */
  waiting: string;
  /** `{title}` was told of no decision yet. */
  waitingStatus: string;
  dead: string;
  deadStatus: string;
  paused: string;
  pausedStatus: string;
  retry: string;
  retrying: string;
  retried: string;
  notRetried: string;

  /** Above the view with everything that is stuck, and on the button that opens it. */
  stuck: string;
  /** `{count}` on the button. */
  stuckCount: string;
  stuckNote: string;
  stuckNone: string;
  stuckFailed: string;
  stuckLoading: string;
  close: string;
  more: string;
  /** `{date}` is when it was given up or last tried. */
  since: string;
  /** `{title}` and `{target}` name one connection. */
  target: string;
  targetPaused: string;
  test: string;
  testing: string;
  /** `{message}` says where briefs would go. */
  testGood: string;
  /** `{message}` says what is wrong. */
  testBad: string;
  testFailed: string;
  /** Names the brief that a button is about, for who can't see it. */
  retryNamed: string;
  testNamed: string;
}

export const deliveryTexts: Texts<DeliveryMessages> = {
  nl: {
    heard: 'In {title} staat dit nu op “{state}”.',

    links: 'Staat ook in',
    waiting: 'Onderweg naar {title}.',
    waitingStatus: 'Je besluit is onderweg naar {title}.',
    dead: 'Niet aangekomen in {title}.',
    deadStatus: 'Je besluit is niet aangekomen in {title}.',
    paused: 'Wacht, want de koppeling met {title} staat stil.',
    pausedStatus: 'Je besluit wacht, want de koppeling met {title} staat stil.',
    retry: 'Stuur opnieuw',
    retrying: 'Een ogenblik…',
    retried: 'We sturen het opnieuw naar {title}.',
    notRetried: 'Dat lukte nu niet. Probeer het zo opnieuw.',

    stuck: 'Niet aangekomen',
    stuckCount: 'Niet aangekomen: {count}',
    stuckNote: 'Deze vragen zijn hier veilig bewaard. Ze kwamen alleen niet aan in een ander systeem.',
    stuckNone: 'Alles is aangekomen.',
    stuckFailed: 'De lijst kon niet worden opgehaald.',
    stuckLoading: 'Even kijken…',
    close: 'Sluiten',
    more: 'Toon meer',
    since: 'Laatst geprobeerd op {date}',
    target: '{title} ({target})',
    targetPaused: 'Deze koppeling staat stil.',
    test: 'Test de koppeling',
    testing: 'Bezig met testen…',
    testGood: 'De koppeling werkt. Vragen gaan naar: {message}',
    testBad: 'De koppeling werkt niet: {message}',
    testFailed: 'Testen lukte nu niet. Probeer het zo opnieuw.',
    retryNamed: 'Stuur opnieuw: {request}',
    testNamed: 'Test de koppeling met {title} ({target})',
  },
  en: {
    heard: 'In {title} this is now “{state}”.',

    links: 'Also in',
    waiting: 'On its way to {title}.',
    waitingStatus: 'Your decision is on its way to {title}.',
    dead: 'Did not arrive in {title}.',
    deadStatus: 'Your decision did not arrive in {title}.',
    paused: 'Waiting, because the connection with {title} has stopped.',
    pausedStatus: 'Your decision is waiting, because the connection with {title} has stopped.',
    retry: 'Send again',
    retrying: 'One moment…',
    retried: 'Sending it to {title} again.',
    notRetried: 'That did not work just now. Try again in a moment.',

    stuck: 'Not delivered',
    stuckCount: 'Not delivered: {count}',
    stuckNote: 'These requests are safe here. They just did not arrive in another system.',
    stuckNone: 'Everything has arrived.',
    stuckFailed: 'The list could not be loaded.',
    stuckLoading: 'Having a look…',
    close: 'Close',
    more: 'Show more',
    since: 'Last tried on {date}',
    target: '{title}, {target}',
    targetPaused: 'This connection has stopped.',
    test: 'Test this connection',
    testing: 'Testing…',
    testGood: 'The connection works. Requests go to: {message}',
    testBad: 'The connection does not work: {message}',
    testFailed: 'The test could not be done just now. Try again in a moment.',
    retryNamed: 'Send again: {request}',
    testNamed: 'Test the connection with {title} ({target})',
  },
};
