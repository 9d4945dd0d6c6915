import type { Brief } from '../brief/brief.ts';
import { splitNeeds } from './split.ts';

/** The seven things that make a brief easy to act on, in the order in which they help. */
export const CHECKS = [
  'who-specific',
  'problem-told',
  'outcome-told',
  'outcome-measurable',
  'means-apart',
  'pain-size',
  'one-need',
] as const;
export type Check = (typeof CHECKS)[number];

/** Names that fit everybody say nothing about for whom. */
const EVERYBODY =
  /^(?:de |het |een |onze |alle |the |our |all )?(?:iedereen|mensen|men|we|wij|ons|gebruikers?|allemaal|everyone|everybody|people|us|users?|all)$/i;
/** A number, or how often something comes back. */
const SIZE =
  /\d|\b(?:dagelijks|wekelijks|maandelijks|elke?|iedere?|altijd|steeds|telkens|vaak|minuten|minuut|uur|uren|daily|weekly|monthly|every|always|often|minutes?|hours?|twice)\b/i;

/**
 * What is still unclear in a brief. Only ever a hint with the reason why it helps: there is no total, no grade,
 * and nothing waits for it.
 */
export function readiness(brief: Pick<Brief, 'request' | 'need' | 'means' | 'analysis'>): Check[] {
  const { who = [], problem, outcome } = brief.need ?? {};
  const open: Record<Check, boolean> = {
    'who-specific': !who.some((name) => !EVERYBODY.test(name.trim())),
    'problem-told': !problem || words(problem.statement) < 3,
    'outcome-told': !outcome,
    // What is not there can't be measured: then only the outcome itself is asked for.
    'outcome-measurable':
      !!outcome && !outcome.measure && !brief.analysis?.signals.measurable && !/\d/.test(outcome.statement),
    'means-apart': !!brief.means?.length && !problem && !outcome,
    'pain-size':
      !!problem &&
      !problem.howOften &&
      !problem.people &&
      !problem.minutesLost &&
      !SIZE.test(problem.statement),
    'one-need': splitNeeds(brief.request, brief.analysis?.spans ?? []) !== null,
  };
  return CHECKS.filter((check) => open[check]);
}

function words(text: string): number {
  return text.trim().split(/\s+/).length;
}
