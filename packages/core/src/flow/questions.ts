import type { Language, SpanKind } from '../brief/brief.ts';

/** The three slots of a need that a follow-up can fill. The means is never asked for. */
export type Slot = Exclude<SpanKind, 'means'>;

/** When a question fits: every kind in `has` was heard and every kind in `missing` was not. */
export interface Condition {
  has?: readonly SpanKind[] | undefined;
  missing: readonly SpanKind[];
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
      id: 'suppose-you-had-it',
      slot: 'outcome',
      when: { has: ['means'], missing: ['problem', 'outcome'] },
      text: {
        nl: {
          ask: 'Stel dat je {means} had. Wat gaat er dan beter?',
          plain: 'Stel dat het er morgen is. Wat gaat er dan beter?',
          hint: 'Voor jou, voor je collega’s of voor de mensen die je helpt.',
        },
        en: {
          ask: 'Say you had {means}. What would go better?',
          plain: 'Say you had it tomorrow. What would go better?',
          hint: 'For you, for your colleagues or for the people you help.',
        },
      },
    },
    {
      id: 'last-time',
      slot: 'problem',
      when: { missing: ['problem'] },
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
  ],
};
