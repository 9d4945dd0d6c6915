/**
 * The two answers on a requester's way, a receipt and a problem, checked by hand.
 *
 * The schemas in core say what they are, and a test holds these checks against them. But zod costs a requester 5.9 kB
 * before a brief can be sent, for two objects of a few strings; the desk and the follow page use the schemas.
 */
import { INSTANT, LIMITS } from '@wherefore/core';
import type { Problem, Receipt } from '@wherefore/core/wire';
import type { AnswerSchema } from './http.ts';

/** What belongs to us of a value. Throws when it is something else. */
type Read = (value: unknown) => unknown;

const must =
  (holds: (value: unknown) => boolean): Read =>
  (value) => {
    if (!holds(value)) throw new TypeError('Another shape');
    return value;
  };
const text = must((value) => typeof value === 'string');
const optional =
  (read: Read): Read =>
  (value) =>
    value === undefined ? value : read(value);

/** An object with these fields, and nothing of its others. */
const object =
  (fields: Record<string, Read>): Read =>
  (value) => {
    must((it) => typeof it === 'object' && it !== null && !Array.isArray(it))(value);
    const read = Object.entries(fields).map(([name, part]) => [name, part((value as typeof fields)[name])]);
    return Object.fromEntries(read.filter(([, part]) => part !== undefined));
  };

function answer<T>(read: Read): AnswerSchema<T> {
  return {
    safeParse(value) {
      try {
        return { success: true, data: read(value) as T };
      } catch (error) {
        return { success: false, error };
      }
    },
  };
}

export const receiptAnswer = answer<Receipt>(
  object({
    id: text,
    receivedAt: must((value) => typeof value === 'string' && INSTANT.test(value)),
    followUrl: optional(must((value) => typeof value === 'string' && value.length <= LIMITS.url)),
  }),
);

const field = object({ path: text, message: text });

export const problemAnswer = answer<Problem>(
  object({
    type: text,
    title: text,
    status: must(Number.isSafeInteger),
    code: text,
    detail: optional(text),
    requestId: optional(text),
    errors: optional((value) => (must(Array.isArray)(value) as unknown[]).map(field)),
  }),
);
