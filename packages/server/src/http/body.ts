/** Reading what a client sent: bounded, checked by the schemas of the protocol. */
import type { Readable } from 'node:stream';
import en from 'zod/v4/locales/en.js';
import { LIMITS } from '@wherefore/core/brief';
import type { ZodMiniType, infer as Infer } from 'zod/mini';
import type { AppContext } from './env.ts';
import { ProblemError } from './problem.ts';

/** The largest body, in bytes. */
export const MAX_BODY = LIMITS.body;
/** The most fields that one answer complains about. */
const MAX_ERRORS = 20;

const describe = en().localeError;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The body as the schema gives it back, unknown keys stripped.
 * @throws ProblemError `unsupported-media-type`, `body-too-large`, `invalid-json`, `invalid-body`
 */
export async function readBody<Schema extends ZodMiniType>(
  c: AppContext,
  schema: Schema,
): Promise<Infer<Schema>> {
  // Also the guard against cross-site forms: a page elsewhere can't send this type without asking first.
  const type = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ProblemError('unsupported-media-type');

  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(await readBytes(c)));
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    // Not UTF-8, not JSON, or cut off on the way.
    throw new ProblemError('invalid-json');
  }
  return check(schema, value, 'invalid-body');
}

/** The body as text, for signatures that are made over it. @throws ProblemError `body-too-large`, `webhook-invalid` */
export async function readText(c: AppContext): Promise<string> {
  const bytes = await readBytes(c);
  try {
    return utf8.decode(bytes);
  } catch {
    throw new ProblemError('webhook-invalid');
  }
}

/** @throws ProblemError with the fields that are wrong. */
export function check<Schema extends ZodMiniType>(
  schema: Schema,
  value: unknown,
  code: 'invalid-body' | 'invalid-query',
): Infer<Schema> {
  const result = schema.safeParse(value, { error: describe });
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, MAX_ERRORS).map(({ path, message }) => ({
    path: code === 'invalid-query' ? String(path[0]) : pointer(path),
    message,
  }));
  throw new ProblemError(code, { errors });
}

/** JSON Pointer, RFC 6901. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

async function readBytes(c: AppContext): Promise<Uint8Array> {
  if (Number(c.req.header('content-length')) > MAX_BODY) throw new ProblemError('body-too-large');
  if (c.env?.incoming) return readStream(c.env.incoming);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY) throw new ProblemError('body-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Node's own stream: the web stream that the adapter makes of it takes several times as long. */
function readStream(stream: Readable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (stream.destroyed) throw new Error('The client is gone');
    const chunks: Uint8Array[] = [];
    let size = 0;
    stream
      .on('data', (chunk: Uint8Array) => {
        size += chunk.byteLength;
        if (size <= MAX_BODY) chunks.push(chunk);
        else reject(new ProblemError('body-too-large'));
      })
      .on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
      .on('error', reject);
  });
}
