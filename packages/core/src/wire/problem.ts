import * as z from 'zod/mini';

/**
 * Every code that an error answer of protocol v1 can carry, with its HTTP status and title.
 * Stable: clients branch on the code, never on the words.
 */
export const PROBLEMS = {
  'invalid-json': { status: 400, title: 'The body is not JSON' },
  'invalid-query': { status: 400, title: 'A query parameter is not valid' },
  'idempotency-key-mismatch': { status: 400, title: 'The Idempotency-Key is not the id of the brief' },
  'webhook-invalid': { status: 400, title: 'This webhook can not be read' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'sign-in-failed': { status: 401, title: 'This sign-in link is used, expired or unknown' },
  'webhook-refused': { status: 403, title: 'This webhook is not signed as agreed' },
  forbidden: { status: 403, title: 'Not allowed from here' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'still-running': { status: 409, title: 'The same brief is being stored right now' },
  'version-mismatch': { status: 412, title: 'Somebody changed this in the meantime' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'Only application/json is accepted' },
  'invalid-body': { status: 422, title: 'Some fields are not valid' },
  'brief-differs': { status: 422, title: 'Another brief was stored under this id' },
  'if-match-required': { status: 428, title: 'Say which version you are changing with If-Match' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  'store-unavailable': { status: 503, title: 'Nothing can be stored right now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** An error answer: RFC 9457 `application/problem+json` with a stable `code`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  requestId: z.optional(z.string()),
  /** Which fields are wrong: `path` is a JSON Pointer into the body or a query parameter. */
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
});
export type Problem = z.infer<typeof problemSchema>;
