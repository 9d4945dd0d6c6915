import { SCHEMA_VERSION, briefSchema } from '@wherefore/core/brief';
import type { Brief } from '@wherefore/core/brief';
import { InvalidFieldsError } from './errors/invalid-fields-error.ts';
import { uuidv7 } from './uuid.ts';

/** A brief before it has an id: only `language` and `request` are required. */
export type BriefInput = Omit<Brief, 'id' | 'schemaVersion'>;

/**
 * Makes a brief that can be sent: with a new id, the schema version, and the moment of making in `origin.createdAt`
 * unless it is there already. Keep the result and send exactly that, as often as needed; a second `createBrief` is a
 * second brief.
 *
 * @throws InvalidFieldsError which names every field that does not fit, before anything is sent.
 */
export function createBrief(input: BriefInput): Brief {
  const now = Date.now();
  const result = briefSchema.safeParse({
    ...input,
    id: uuidv7(now),
    schemaVersion: SCHEMA_VERSION,
    origin: { createdAt: new Date(now).toISOString(), ...input.origin },
  });
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => ({ path: pointer(issue.path), message: explain(issue) }));
  throw new InvalidFieldsError(
    `Cannot make a brief: ${fields.map(({ path, message }) => `${path} ${message}`).join(', ')}`,
    fields,
  );
}

/** JSON Pointer, RFC 6901. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** zod/mini has no texts of its own; these are for developers, people read the texts of the element. */
function explain(issue: { code?: string; message: string; maximum?: unknown; expected?: unknown }): string {
  if (issue.code === 'too_big') return `is longer or larger than ${String(issue.maximum)}`;
  if (issue.code === 'invalid_type') return `must be: ${String(issue.expected)}`;
  if (issue.code === 'invalid_format') return 'is empty or has another format';
  return issue.message;
}
