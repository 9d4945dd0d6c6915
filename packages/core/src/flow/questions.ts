import type { Language, SpanKind } from '../brief/brief.ts';
import type { Span } from '../needs/types.ts';
import { fill } from '../text/texts.ts';

/**
 * What a follow-up can fill: a slot of the need, how one would notice the outcome, or what people do meanwhile.
 * The means is never asked for.
 */
export type Slot = Exclude<SpanKind, 'means'> | 'measure' | 'workaround';

/** When a question fits. */
export interface Condition {
  /** Every one of these was heard. */
  has?: readonly SpanKind[] | undefined;
  /** None of these was. */
  missing: readonly SpanKind[];
  /** A mark was found by this cue, for instance `means.absence`. */
  cue?: string | undefined;
  /** Only while no number or other check was named for the outcome. */
  unlessMeasurable?: boolean | undefined;
}

/** One follow-up as data, so that an organisation can change its questions without a deploy. */
export interface Question {
  /** Stands in the brief beside the answer; never reused for another question. */
  id: string;
  /** The slot that the answer fills. */
  slot: Slot;
  when: Condition;
  text: Readonly<Record<Language, QuestionText>>;
}

export interface QuestionText {
  /** May hold `{means}`: the requester's own words for the tool they wish for. */
  ask: string;
  /** The same question for when those words do not fit into a sentence. */
  plain?: string | undefined;
  /** One line of help that stays visible beside the field. */
  hint: string;
}

/** The most words of a question that is read at a glance. */
const MOST_WORDS = 12;

/** How sure it must be that something is an idea: "Say you had double bookings" helps nobody. */
const SURE = 0.7;

/**
 * The thing itself, of a phrase that is too long: "a shared calendar" of "a shared calendar for the physio rooms". It has its own
 * article, so that no verb is in it, and says enough: no mere "a field".
 */
const THING = /^(?:an?|een) \S+ [^"']+?(?= (?:for|of|on|in|with|voor|van|op|met) )/;

/**
 * The question with the requester's own words for their idea in it, cut short where they make it long; the plain one where that
 * does not help, and where it may be no idea at all.
 */
export function phrased({ ask, plain }: QuestionText, means?: Span): string {
  if (!ask.includes('{means}')) return ask;
  const phrase = (means && means.confidence > SURE && means.phrase) || '';
  for (const words of [phrase, THING.exec(phrase)?.[0]]) {
    const filled = fill(ask, { means: words || '…' });
    if ((words && filled.split(' ').length <= MOST_WORDS) || !plain) return filled;
  }
  return plain!;
}

/** A question set: the questions in order of preference, and how many of them at most. */
export interface FlowDefinition {
  budget: number;
  questions: readonly Question[];
}

/**
 * The follow-ups that come with the product: up to the need first (what would be better), then down to one real
 * story (the last time), then for whom. No question asks why, names blame or holds more than one idea.
 */
export const defaultFlow: FlowDefinition = {
  budget: 3,
  questions: [
    {
      id: 'instead-now',
      slot: 'workaround',
      when: { has: ['means'], missing: ['problem', 'outcome'], cue: 'means.absence' },
      text: {
        nl: {
          ask: 'Wat doe je nu in plaats daarvan?',
          hint: 'Een eigen lijst, een appje, een rondje bellen: alles mag.',
        },
        en: {
          ask: 'What do you do instead, for now?',
          hint: 'A list of your own, a message, calling around: anything goes.',
        },
      },
    },
    {
      id: 'suppose-you-had-it',
      slot: 'outcome',
      when: { has: ['means'], missing: ['problem', 'outcome'] },
      text: {
        nl: {
          ask: 'Stel, je hebt {means}. Wat gaat dan beter?',
          plain: 'Stel dat dit morgen geregeld is. Wat gaat er dan beter?',
          hint: 'Voor jou, voor je collega’s of voor de mensen die je helpt.',
        },
        en: {
          ask: 'Say you had {means}. What would go better?',
          plain: 'Say this was sorted tomorrow. What would go better?',
          hint: 'For you, for your colleagues or for the people you help.',
        },
      },
    },
    {
      id: 'last-time',
      slot: 'problem',
      when: { missing: ['problem', 'outcome'] },
      text: {
        nl: {
          ask: 'Wanneer ging dit voor het laatst mis?',
          hint: 'Vertel het zoals het ging. Eén voorbeeld zegt meer dan een samenvatting.',
        },
        en: {
          ask: 'When did this last go wrong?',
          hint: 'Tell it as it happened. One example says more than a summary.',
        },
      },
    },
    {
      id: 'how-should-it-go',
      slot: 'outcome',
      when: { has: ['problem'], missing: ['outcome'] },
      text: {
        nl: { ask: 'Hoe zou het moeten gaan?', hint: 'Waaraan merk je straks dat het is opgelost?' },
        en: { ask: 'How should it go?', hint: 'How would you notice that it is solved?' },
      },
    },
    {
      id: 'for-whom',
      slot: 'who',
      when: { missing: ['who'] },
      text: {
        nl: {
          ask: 'Voor wie maakt dit het meeste verschil?',
          hint: 'Bijvoorbeeld een team, een functie of de mensen voor wie jullie werken.',
        },
        en: {
          ask: 'Who would this make the biggest difference for?',
          hint: 'For example a team, a role or the people you work for.',
        },
      },
    },
    {
      id: 'how-to-notice',
      slot: 'measure',
      when: { has: ['outcome'], missing: ['problem'], unlessMeasurable: true },
      text: {
        nl: {
          ask: 'Waaraan merk je dat het gelukt is?',
          hint: 'Iets wat je kunt zien of tellen, hoe klein ook.',
        },
        en: {
          ask: 'How would you notice that it worked?',
          hint: 'Something you can see or count, however small.',
        },
      },
    },
  ],
};
