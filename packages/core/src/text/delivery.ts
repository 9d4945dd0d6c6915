import type { Texts } from './texts.ts';

/** What the desk says of other systems, and what a requester reads when one of them has news. */
export interface DeliveryMessages {
  /** A reason in the history: `{title}` is the other system, `{state}` its own words. */
  heard: string;

  /** Above where a brief is, and where it is not yet. */
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

  /** On the button that opens the view of all connections, when all is well. */
  connections: string;
  /** On the same button, when `{count}` deliveries are stuck. */
  stuckCount: string;
  /** Above what is stuck. */
  stuck: string;
  stuckNote: string;
  stuckNone: string;
  loading: string;
  failed: string;
  again: string;
  more: string;
  /** `{date}` is when it was last tried. */
  since: string;
  targetGood: string;
  targetPaused: string;
  /** What waits was tried and did not arrive; it is tried again by itself. */
  targetRetrying: string;
  /** `{count}` briefs are on their way, wait for a connection that has stopped, or did not arrive. */
  targetWaiting: string;
  targetHeld: string;
  targetDead: string;
  test: string;
  testing: string;
  /** `{message}` says where briefs would go. */
  testGood: string;
  /** `{message}` says what is wrong. */
  testBad: string;
  testFailed: string;
  /** Everything for one connection. */
  retryAll: string;
  /** `{count}` are sent again. */
  retriedAll: string;
  /** For who can't see what a button stands beside: the brief it is about. */
  retryNamed: string;
  /** The same for a connection. */
  testNamed: string;
  retryAllNamed: string;
}

export const deliveryTexts: Texts<DeliveryMessages> = {
  nl: {
    heard: 'In {title} staat dit nu op “{state}”.',

    links: 'In andere systemen',
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

    connections: 'Koppelingen',
    stuckCount: 'Niet aangekomen: {count}',
    stuck: 'Niet aangekomen',
    stuckNote: 'Deze vragen zijn hier veilig bewaard. Ze kwamen alleen niet aan in een ander systeem.',
    stuckNone: 'Alles is aangekomen.',
    loading: 'Even kijken…',
    failed: 'De koppelingen konden niet worden opgehaald.',
    again: 'Probeer opnieuw',
    more: 'Toon meer',
    since: 'Laatst geprobeerd: {date}',
    targetGood: 'Hier komt alles aan.',
    targetPaused: 'Deze koppeling staat stil.',
    targetRetrying: 'Het lukt nu niet. We proberen het vanzelf opnieuw.',
    targetWaiting: 'Onderweg: {count}',
    targetHeld: 'Wacht tot de koppeling werkt: {count}',
    targetDead: 'Niet aangekomen: {count}',
    test: 'Test de koppeling',
    testing: 'Bezig met testen…',
    testGood: 'De koppeling werkt. Vragen gaan naar: {message}',
    testBad: 'De koppeling werkt niet. {message}',
    testFailed: 'Testen lukte nu niet. Probeer het zo opnieuw.',
    retryAll: 'Stuur alles opnieuw',
    retriedAll: 'We sturen alles opnieuw: {count}',
    retryNamed: 'Stuur opnieuw: {request}',
    testNamed: 'Test de koppeling met {title} ({target})',
    retryAllNamed: 'Stuur alles opnieuw naar {title} ({target})',
  },
  en: {
    heard: 'In {title} this is now “{state}”.',

    links: 'In other systems',
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

    connections: 'Connections',
    stuckCount: 'Not delivered: {count}',
    stuck: 'Not delivered',
    stuckNote: 'These requests are safe here. They just did not arrive in another system.',
    stuckNone: 'Everything has arrived.',
    loading: 'Having a look…',
    failed: 'The connections could not be loaded.',
    again: 'Try again',
    more: 'Show more',
    since: 'Last tried: {date}',
    targetGood: 'Everything arrives here.',
    targetPaused: 'This connection has stopped.',
    targetRetrying: 'It does not work right now. We try again by ourselves.',
    targetWaiting: 'On the way: {count}',
    targetHeld: 'Waiting until it works: {count}',
    targetDead: 'Not delivered: {count}',
    test: 'Test this connection',
    testing: 'Testing…',
    testGood: 'The connection works. Requests go to: {message}',
    testBad: 'The connection does not work. {message}',
    testFailed: 'The test could not be done just now. Try again in a moment.',
    retryAll: 'Send all again',
    retriedAll: 'Sending everything again: {count}',
    retryNamed: 'Send again: {request}',
    testNamed: 'Test this connection: {title} ({target})',
    retryAllNamed: 'Send all again: {title} ({target})',
  },
};
