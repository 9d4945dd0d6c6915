/** What stands behind the question mark of an address. */
import type { ZodMiniType, infer as Infer } from 'zod/mini';
import { check } from '../http/body.ts';
import type { AppContext } from '../http/env.ts';
import { ProblemError } from '../http/problem.ts';

/** Parameters left empty, as a form sends them, count as left out. @throws ProblemError `invalid-query` */
export function readQuery<Schema extends ZodMiniType>(c: AppContext, schema: Schema): Infer<Schema> {
  const { limit, ...given } = Object.fromEntries(
    Object.entries(c.req.query()).filter(([, value]) => value.trim() !== ''),
  );
  return check(schema, { ...given, ...(limit !== undefined && { limit: Number(limit) }) }, 'invalid-query');
}

/** The text that stands for a position in a list. */
export function cursorAt(position: number): string {
  return Buffer.from(`before ${position}`).toString('base64url');
}

/** @throws ProblemError `invalid-query` for a text that this server never gave. */
export function readCursor(cursor: string): number {
  const position = /^before (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (position !== undefined) return Number(position);
  throw new ProblemError('invalid-query', {
    errors: [{ path: 'cursor', message: 'Not a cursor of this list' }],
  });
}
