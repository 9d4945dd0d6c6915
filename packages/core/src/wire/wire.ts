/** The shapes of protocol v1, shared by the server that answers and the SDK that reads. */
import * as z from 'zod/mini';
import { LIMITS } from '../brief/limits.ts';
import { briefSchema, languageSchema, meansSchema, needSchema } from '../brief/brief.ts';
import { statusSchema } from '../brief/status.ts';
import { instant } from '../instant.ts';
import { briefLinkSchema, deliveryRecordSchema } from './deliveries.ts';

const reason = z.string().check(z.maxLength(LIMITS.text), z.regex(/\S/));
const name = z.string().check(z.maxLength(LIMITS.line));

/** One change of state, newest last. The first is always `received` and is the only one without a reason. */
export const historyEntrySchema = z.object({
  at: instant,
  status: statusSchema,
  reason: z.optional(reason),
  by: z.optional(name),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** A brief as a reviewer sees it. */
export const briefRecordSchema = z.object({
  brief: briefSchema,
  status: statusSchema,
  receivedAt: instant,
  updatedAt: instant,
  /** Counts up with every change; the ETag is this number in quotes. */
  version: z.int(),
  history: z.array(historyEntrySchema),
  /** Where it is in other systems. */
  links: z.optional(z.array(briefLinkSchema)),
  /** What did not reach another system yet. */
  deliveries: z.optional(z.array(deliveryRecordSchema)),
});
export type BriefRecord = z.infer<typeof briefRecordSchema>;

/** One row of the desk's list: enough to recognise the need, without personal data. */
export const briefSummarySchema = z.object({
  id: z.string(),
  status: statusSchema,
  receivedAt: instant,
  updatedAt: instant,
  language: languageSchema,
  request: z.string(),
  need: z.optional(needSchema),
  means: z.optional(z.array(meansSchema)),
  department: z.optional(name),
});
export type BriefSummary = z.infer<typeof briefSummarySchema>;

/** One page of the list, newest first. No `nextCursor` means that this was the last page. */
export const briefPageSchema = z.object({
  items: z.array(briefSummarySchema),
  nextCursor: z.optional(z.string()),
  /** Every department that a brief came from, for the filter. */
  departments: z.array(name),
  /** Briefs per state within the same search and department. */
  counts: z.partialRecord(statusSchema, z.int()),
});
export type BriefPage = z.infer<typeof briefPageSchema>;

/** How the list is narrowed. Everything is optional; `q` looks in the request, the need and the means. */
export const briefQuerySchema = z.object({
  q: z.optional(z.string().check(z.maxLength(LIMITS.line))),
  status: z.optional(statusSchema),
  department: z.optional(name),
  cursor: z.optional(z.string().check(z.maxLength(LIMITS.line))),
  /** Rows a page, 1 to 100; 25 when absent. */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
});
export type BriefQuery = z.infer<typeof briefQuerySchema>;

/** A reviewer's change of state. Never without a reason: the requester reads it. */
export const statusChangeSchema = z.object({ status: statusSchema, reason });
export type StatusChange = z.infer<typeof statusChangeSchema>;

/** At least 128 random bits, base64url. */
export const tokenSchema = z.string().check(z.regex(/^[\w-]{22,128}$/));

export const tokenBodySchema = z.object({ token: tokenSchema });

/** What the holder of a follow link sees. Nothing about the requester as a person. */
export const followViewSchema = z.object({
  id: z.string(),
  language: languageSchema,
  request: z.string(),
  need: z.optional(needSchema),
  means: z.optional(z.array(meansSchema)),
  status: statusSchema,
  receivedAt: instant,
  updatedAt: instant,
  history: z.array(historyEntrySchema),
});
export type FollowView = z.infer<typeof followViewSchema>;

/** Who is signed in at the desk. */
export const sessionSchema = z.object({ name, role: z.enum(['reviewer', 'admin']), expiresAt: instant });
export type Session = z.infer<typeof sessionSchema>;
