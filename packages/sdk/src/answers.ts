/**
 * The two answers on a requester's way, a receipt and a problem, checked by hand.
 *
 * The schemas in core say what they are, and a test holds these checks against them. But zod costs a requester 5.9 kB
 * before a brief can be sent, for two objects of a few strings; the desk and the follow page use the schemas.
 */
import { INSTANT, LIMITS } from '@wherefore/core';
import type { Problem, Receipt } from '@wherefore/core/wire';
import type { AnswerSchema } from './http.ts';

type Fields = Record<string, unknown>;

export const receiptAnswer: AnswerSchema<Receipt> = checked((value) => {
  const { id, receivedAt, followUrl } = value;
  if (!isText(id) || !isText(receivedAt) || !isOptionalText(followUrl)) return undefined;
  if (!INSTANT.test(receivedAt)) return undefined;
  if (followUrl === undefined) return { id, receivedAt };
  return followUrl.length <= LIMITS.url ? { id, receivedAt, followUrl } : undefined;
});

export const problemAnswer: AnswerSchema<Problem> = checked((value) => {
  const { type, title, status, code, detail, requestId, errors } = value;
  if (!isText(type) || !isText(title) || !isText(code) || !Number.isSafeInteger(status)) return undefined;
  if (!isOptionalText(detail) || !isOptionalText(requestId)) return undefined;
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isField))) return undefined;
  return {
    type,
    title,
    status: status as number,
    code,
    ...(detail !== undefined && { detail }),
    ...(requestId !== undefined && { requestId }),
    ...(errors !== undefined && { errors: errors.map(({ path, message }) => ({ path, message })) }),
  };
});

function checked<T>(read: (value: Fields) => T | undefined): AnswerSchema<T> {
  return {
    safeParse(value) {
      const data = isFields(value) ? read(value) : undefined;
      return data ? { success: true, data } : { success: false, error: new TypeError('Another shape') };
    },
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isOptionalText = (value: unknown): value is string | undefined => value === undefined || isText(value);

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isField(value: unknown): value is { path: string; message: string } {
  return isFields(value) && isText(value['path']) && isText(value['message']);
}
