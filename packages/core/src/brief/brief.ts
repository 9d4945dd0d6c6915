import * as z from 'zod/mini';
import { instant } from '../instant.ts';
import { LIMITS } from './limits.ts';

/** Version of the brief schema that this package writes. */
export const SCHEMA_VERSION = 1;

const text = z.string().check(z.maxLength(LIMITS.text));
const line = z.string().check(z.maxLength(LIMITS.line));
const lines = z.array(line).check(z.maxLength(LIMITS.items));
const count = z.int().check(z.minimum(0), z.maximum(10_000_000));
// Bounds of texts count characters; offsets count UTF-16 code units, at most two to a character.
const offset = z.int().check(z.minimum(0), z.maximum(2 * LIMITS.text));
// Written out because `z.uuidv7()` pulls a pattern for every version into the browser.
const uuidv7 = z.string().check(z.regex(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/));

/** The languages that requesters are helped in. */
export const languageSchema = z.enum(['nl', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** What a marked stretch of the requester's own words is about. */
export const spanKindSchema = z.enum(['who', 'means', 'problem', 'outcome']);
export type SpanKind = z.infer<typeof spanKindSchema>;

/** A stretch of the request in UTF-16 offsets, end exclusive. */
const stretch = { start: offset, end: offset };

const spanSchema = z.object({
  kind: spanKindSchema,
  ...stretch,
  cue: line,
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
});

/** What the requester changed about a mark: `from` is the first reading, `null` means unmarked. */
const correctionSchema = z.object({
  ...stretch,
  from: z.nullable(spanKindSchema),
  to: z.nullable(spanKindSchema),
});
export type Correction = z.infer<typeof correctionSchema>;

/**
 * The first reading of the request beside what the requester made of it.
 * Frustration and private data are deliberately absent: they help the requester while typing and go nowhere.
 */
const briefAnalysisSchema = z.object({
  language: z.enum(['nl', 'en', 'und']),
  spans: z.array(spanSchema).check(z.maxLength(LIMITS.spans)),
  signals: z.object({
    meansFirst: z.boolean(),
    workaround: z.boolean(),
    urgency: z.boolean(),
    measurable: z.boolean(),
    vague: z.boolean(),
  }),
  corrections: z.optional(z.array(correctionSchema).check(z.maxLength(LIMITS.spans))),
});
export type BriefAnalysis = z.infer<typeof briefAnalysisSchema>;

const measureSchema = z.object({
  what: line,
  from: z.optional(line),
  to: z.optional(line),
  by: z.optional(line),
});

/** Who has the need, what goes wrong, what should be better. */
export const needSchema = z.object({
  who: z.optional(lines),
  problem: z.optional(
    z.object({
      statement: text,
      lastTime: z.optional(text),
      howOften: z.optional(line),
      people: z.optional(count),
      minutesLost: z.optional(count),
    }),
  ),
  outcome: z.optional(z.object({ statement: text, measure: z.optional(measureSchema) })),
});
export type Need = z.infer<typeof needSchema>;

/** The tool or solution wished for, in the requester's words. Kept as it is, judged last. */
export const meansSchema = z.object({
  words: text,
  spans: z.optional(z.array(z.object(stretch)).check(z.maxLength(LIMITS.items))),
  stillNeeded: z.optional(z.boolean()),
});
export type Means = z.infer<typeof meansSchema>;

const answerSchema = z.object({
  question: line,
  words: z.optional(text),
  skipped: z.optional(z.boolean()),
});
export type Answer = z.infer<typeof answerSchema>;

const requesterSchema = z.object({
  name: z.optional(line),
  email: z.optional(line),
  department: z.optional(line),
  site: z.optional(line),
  role: z.optional(line),
  onBehalfOf: z.optional(line),
});
export type Requester = z.infer<typeof requesterSchema>;

const originSchema = z.object({
  page: z.optional(z.string().check(z.maxLength(LIMITS.url))),
  widgetVersion: z.optional(line),
  createdAt: z.optional(instant),
});

/**
 * The structured result of one conversation: the one source of types, JSON Schema and OpenAPI.
 *
 * Only `id`, `schemaVersion`, `language` and `request` are required; every string and list is bounded by
 * {@link LIMITS}; unknown keys are stripped when parsed.
 */
export const briefSchema = z.object({
  /** UUIDv7, made by the client before the first send; also the idempotency key and the primary key. */
  id: uuidv7,
  schemaVersion: z.literal(SCHEMA_VERSION),
  language: languageSchema,
  /** The opening words, verbatim for ever. */
  request: text.check(z.regex(/\S/)),
  need: z.optional(needSchema),
  means: z.optional(z.array(meansSchema).check(z.maxLength(LIMITS.means))),
  currentWay: z.optional(
    z.object({ tools: z.optional(lines), channels: z.optional(lines), workaround: z.optional(text) }),
  ),
  effects: z.optional(
    z.object({ colleagues: z.optional(text), customers: z.optional(text), worseOff: z.optional(text) }),
  ),
  contact: z.optional(
    z.object({
      wanted: z.boolean(),
      person: z.optional(line),
      channel: z.optional(z.enum(['phone', 'email', 'chat', 'visit'])),
      when: z.optional(line),
    }),
  ),
  answers: z.optional(z.array(answerSchema).check(z.maxLength(LIMITS.answers))),
  analysis: z.optional(briefAnalysisSchema),
  requester: z.optional(requesterSchema),
  origin: z.optional(originSchema),
});
export type Brief = z.infer<typeof briefSchema>;
