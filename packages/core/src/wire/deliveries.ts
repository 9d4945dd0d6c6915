/** Where briefs go besides our own store: the shapes that the desk reads. */
import * as z from 'zod/mini';
import { LIMITS } from '../brief/limits.ts';
import { instant } from '../instant.ts';

const line = z.string().check(z.maxLength(LIMITS.line));
const reason = z.string().check(z.maxLength(LIMITS.text));
const count = z.int().check(z.minimum(0));

/** Where a brief is in another system, and how it stands there. */
export const briefLinkSchema = z.object({
  /** Name in the server's settings. */
  target: line,
  /** What kind of system it is, for people: `GitHub Issues`. */
  title: line,
  /** What people there call it: `acme/needs#12`. */
  label: line,
  url: z.optional(z.string().check(z.maxLength(LIMITS.url), z.regex(/^https?:\/\//))),
  /** The other system's own words: `In Progress`. */
  state: z.optional(line),
});
export type BriefLink = z.infer<typeof briefLinkSchema>;

/** One thing that has to reach one target: a new brief, or a decision about it. */
export const deliveryRecordSchema = z.object({
  id: z.string(),
  target: line,
  title: line,
  kind: z.enum(['brief', 'status']),
  briefId: z.string(),
  /** The opening words of the brief, so that people know which one it is. */
  request: z.string(),
  /** `dead`: given up until somebody retries it. */
  state: z.enum(['waiting', 'done', 'dead']),
  /** It waits because nothing goes to this target until its settings change or somebody retries. */
  paused: z.boolean(),
  /** Tries since the beginning, or since somebody retried it. */
  attempts: count,
  /** When it is tried again at the earliest, while it waits. */
  nextAt: z.optional(instant),
  /** Why the last try failed, for the person who configures. */
  reason: z.optional(reason),
  createdAt: instant,
  updatedAt: instant,
});
export type DeliveryRecord = z.infer<typeof deliveryRecordSchema>;

/** Newest first. No `nextCursor` means that this was the last page. */
export const deliveryPageSchema = z.object({
  items: z.array(deliveryRecordSchema),
  nextCursor: z.optional(z.string()),
});
export type DeliveryPage = z.infer<typeof deliveryPageSchema>;

export const deliveryQuerySchema = z.object({
  /** `stuck`: dead, or waiting for a target that is paused. */
  state: z.optional(z.enum(['waiting', 'done', 'dead', 'stuck'])),
  target: z.optional(line),
  cursor: z.optional(line),
  /** Rows a page, 1 to 100; 25 when absent. */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
});
export type DeliveryQuery = z.infer<typeof deliveryQuerySchema>;

/** A target as the desk sees it. Nothing of its settings. */
export const targetSchema = z.object({
  target: line,
  title: line,
  /** Why nothing goes there until the settings change or somebody retries. Absent when all is well. */
  paused: z.optional(reason),
  /** Why what waits did not arrive at the last try. Absent when all is well. */
  reason: z.optional(reason),
  waiting: count,
  done: count,
  dead: count,
});
export type Target = z.infer<typeof targetSchema>;

export const targetListSchema = z.object({ items: z.array(targetSchema) });
export type TargetList = z.infer<typeof targetListSchema>;

/** What came of testing a connection. */
export const targetTestSchema = z.object({
  ok: z.boolean(),
  /** Where briefs would go, or what is wrong and what to do. */
  message: reason,
});
export type TargetTest = z.infer<typeof targetTestSchema>;

/** What is sent again after somebody asked for all of a target. */
export const targetRetrySchema = z.object({ count });
export type TargetRetry = z.infer<typeof targetRetrySchema>;
