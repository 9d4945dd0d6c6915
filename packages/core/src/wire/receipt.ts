import * as z from 'zod/mini';
import { LIMITS } from '../brief/limits.ts';
import { instant } from '../instant.ts';

/** The answer to a stored brief. The same brief sent again gets the same receipt. */
export const receiptSchema = z.object({
  id: z.string(),
  receivedAt: instant,
  /**
   * Where the requester follows the brief; the right to do so stands in the fragment. Absent where a backend only takes
   * briefs; see docs/decisions/0015-receipt-without-link.md.
   */
  followUrl: z.optional(z.string().check(z.maxLength(LIMITS.url))),
});
export type Receipt = z.infer<typeof receiptSchema>;
