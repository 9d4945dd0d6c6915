import * as z from 'zod/mini';
import { LIMITS } from '../brief/limits.ts';
import { spanKindSchema } from '../brief/brief.ts';

const line = z.string().check(z.minLength(1), z.maxLength(LIMITS.line));
const text = z.object({ ask: line, plain: z.optional(line), hint: line });
const kinds = z.array(spanKindSchema).check(z.maxLength(4));

/** A question set from outside. Every question needs both languages; ids are unique. */
export const flowDefinitionSchema = z.object({
  budget: z.int().check(z.minimum(0), z.maximum(3)),
  questions: z
    .array(
      z.object({
        id: line,
        slot: z.enum(['who', 'problem', 'outcome', 'measure', 'workaround']),
        when: z.object({
          has: z.optional(kinds),
          missing: kinds,
          cue: z.optional(line),
          unlessMeasurable: z.optional(z.boolean()),
        }),
        text: z.object({ nl: text, en: text }),
      }),
    )
    .check(
      z.maxLength(LIMITS.answers),
      z.refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length, {
        error: 'Two questions have the same id',
      }),
    ),
});
