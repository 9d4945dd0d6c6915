/** What an analysis of a requester's text is made of (DESIGN §5.2). Offsets are UTF-16, as in `String.slice`. */

export type Language = 'nl' | 'en';
export type SpanKind = 'who' | 'means' | 'problem' | 'outcome';

/** A marked stretch of the requester's own text. */
export interface Span {
  kind: SpanKind;
  start: number;
  end: number;
  /** The cue that found it; `explanations.ts` has a sentence for each. */
  cue: string;
  /** 0 to 1. The most confident means, problem or outcome is what the text is mainly about. */
  confidence: number;
  /** How it is called when it is the means, as `withPhrases` cuts it out: "een intranet". */
  phrase?: string | null;
}

/** `bsn` is the Dutch citizen number, `nationalNumber` the Belgian one. */
export type PrivateDataKind = 'bsn' | 'nationalNumber' | 'iban' | 'card' | 'phone' | 'email' | 'secret';

/** Something that should perhaps not be sent along. Only where it stands, never a copy of it. */
export interface PrivateData {
  kind: PrivateDataKind;
  start: number;
  end: number;
}

export interface Signals {
  /** A tool or solution is asked for, before the need behind it is told. */
  meansFirst: boolean;
  /** Offers room to vent. Never stored, never shown to anyone else. */
  frustration: boolean;
  /** People help themselves with own files, private accounts or chat groups. */
  workaround: boolean;
  urgency: boolean;
  /** A wished-for result is named with a number to check it by. */
  measurable: boolean;
  /** No means, problem or outcome was found: a neutral, open question fits. */
  vague: boolean;
  privateData: PrivateData[];
}

export interface Analysis {
  language: Language | 'und';
  spans: Span[];
  signals: Signals;
}

export interface AnalyzeOptions {
  /** Skips the language detection. */
  language?: Language;
}

/** The four answers that the model chooses from, in the order of the weights. */
export const KINDS = ['means', 'problem', 'outcome', 'vague'] as const;

/** A list as it is shipped: for each mark the hashes of its keys, sorted; see `lexicon.ts`. */
export interface Packed {
  seed: number;
  /** How many bits a hash has: of the words in no list, one in 2^bits / entries is taken for one that is. */
  bits: number;
  table: string;
  /** Separated by spaces. */
  marks: string;
}

/**
 * Everything that belongs to one language. A language can be loaded alone: `createAnalyzer([nl])`.
 *
 * A cue is a list of patterns over words and tags; see `pattern.ts` for the notation and `words/` for the tags.
 */
export interface LanguagePack {
  language: Language;
  /** The tags that words can have, a character each. */
  tags: string;
  /** Words; the mark is their tags. */
  words: Packed;
  /** Words and pairs that were learned from labelled sentences; the mark is what they weigh for means, problem and outcome. */
  phrases: Packed;
  /** The same for frustration, urgency and workaround. */
  tones: Packed;
  /** What words for people look like that are in no list. */
  roles: RegExp;
  cues: Readonly<Record<string, string>>;
  /** A number to check a result by. */
  measurable: string;
  /** Patterns before which a sentence is cut into clauses. */
  cuts: string;
  /** How a clause starts that a comma alone cuts off. */
  anew: string;
  /** Words at the start of a clause that join it to what comes before: they are no part of a mark. */
  joints: string;
  story: StoryWords;
  /** A role or group with the words that belong to it. */
  who: string;
  /** Endings that a word may lose before it is looked up again. */
  endings: readonly string[];
  /** Words are glued together ("prijslijst"): a word may be known by its end. */
  compounds: boolean;
  /** How many words before it a negation may deny. */
  reach: number;
  /** Written by `test/needs/fit.ts`, read by `model.ts`. */
  weights: string;
}

/** The frame of a user story: as a <who>, I want <means>, so that <outcome>. */
export interface StoryWords {
  /** How it opens: "as". */
  role: string;
  /** A wish of which what follows it is the means: "I want to". */
  want: string;
  /** What comes before the outcome: "so that". */
  goal: string;
}
