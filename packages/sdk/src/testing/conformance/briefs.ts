/** Briefs that say of themselves that they are a test. */
import { LIMITS, SCHEMA_VERSION } from '@wherefore/core/brief';
import type { Brief } from '@wherefore/core/brief';
import { uuidv7 } from '../../uuid.ts';

/** What the request of every brief of a run begins with. */
export const MARKER = '[conformance test]';

/** A brief with a new id. */
export function testBrief(more: Partial<Brief> = {}): Brief {
  return {
    id: uuidv7(),
    schemaVersion: SCHEMA_VERSION,
    language: 'en',
    ...more,
    request: `${MARKER} ${more.request ?? 'Can we get a shared calendar?'}`,
  };
}

/** Letters with and without accents, other scripts, right to left, signs beyond the first plane, and what breaks quoting. */
export const EVERY_SIGN =
  'é ï ß ő ijssel — “aanhaling” \'enkel\' "dubbel" \\ / <b>&amp; {means} %s 漢字 кириллица עברית العربية 📱👩🏽‍⚕️ 1\u00a0000\u200b\nnext line\tand a tab';

/** Stand in every part of a brief that its holder alone may see. Made for each run: no server holds them by chance. */
export interface Canaries {
  brief: Brief;
  /** What must appear nowhere in a view. */
  words: readonly string[];
}

export function briefWithCanaries(): Canaries {
  const words: string[] = [];
  const canary = (name: string): string => {
    const word = `canary-${name}-${uuidv7().slice(-12)}`;
    words.push(word);
    return word;
  };
  const brief = testBrief({
    request: EVERY_SIGN,
    language: 'nl',
    need: {
      who: ['the night shift', 'cliënten'],
      problem: { statement: `Nobody knows what happened\n${EVERY_SIGN}`, people: 12 },
      outcome: { statement: 'Everybody starts informed', measure: { what: 'calls at seven' } },
    },
    means: [{ words: 'a shared calendar', stillNeeded: true }],
    currentWay: { tools: [canary('tool')], channels: [canary('channel')], workaround: canary('workaround') },
    effects: {
      colleagues: canary('colleagues'),
      customers: canary('customers'),
      worseOff: canary('worse-off'),
    },
    contact: { wanted: true, person: canary('contact'), channel: 'phone', when: canary('when') },
    answers: [{ question: canary('question'), words: canary('answer') }],
    analysis: {
      language: 'nl',
      spans: [{ kind: 'means', start: 0, end: 4, cue: canary('cue'), confidence: 0.5 }],
      signals: { meansFirst: true, workaround: false, urgency: false, measurable: false, vague: false },
    },
    requester: {
      name: canary('name'),
      email: canary('email'),
      department: canary('department'),
      site: canary('site'),
      role: canary('role'),
      onBehalfOf: canary('on-behalf-of'),
    },
    origin: { page: `https://example.org/${canary('page')}`, createdAt: new Date().toISOString() },
  });
  return { brief, words };
}

/** A brief in which every text and every list is as long as the protocol allows, in a script of three bytes a letter. */
export function largestBrief(): Brief {
  const text = '漢'.repeat(LIMITS.text);
  const line = '字'.repeat(LIMITS.line);
  const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
  const lines = times(LIMITS.items, line);
  const stretch = { start: 0, end: LIMITS.text };
  return {
    ...testBrief(),
    request: MARKER + text.slice(MARKER.length),
    need: {
      who: lines,
      problem: {
        statement: text,
        lastTime: text,
        howOften: line,
        people: 10_000_000,
        minutesLost: 10_000_000,
      },
      outcome: { statement: text, measure: { what: line, from: line, to: line, by: line } },
    },
    means: times(LIMITS.means, { words: text, spans: times(LIMITS.items, stretch), stillNeeded: true }),
    currentWay: { tools: lines, channels: lines, workaround: text },
    effects: { colleagues: text, customers: text, worseOff: text },
    contact: { wanted: true, person: line, channel: 'visit', when: line },
    answers: times(LIMITS.answers, { question: line, words: text, skipped: false }),
    analysis: {
      language: 'und',
      spans: times(LIMITS.spans, { kind: 'who' as const, ...stretch, cue: line, confidence: 1 }),
      signals: { meansFirst: true, workaround: true, urgency: true, measurable: true, vague: true },
      corrections: times(LIMITS.spans, { ...stretch, from: null, to: 'who' as const }),
    },
    requester: { name: line, email: line, department: line, site: line, role: line, onBehalfOf: line },
    origin: { page: `https://example.org/${'p'.repeat(LIMITS.url - 20)}`, widgetVersion: line },
  };
}
