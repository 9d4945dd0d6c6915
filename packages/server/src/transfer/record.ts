/** One brief with everything that was decided about it, as a line of JSON. */
import * as z from 'zod/mini';
import { BriefFormatError, readBrief } from '@wherefore/core/brief/migrate';
import { LIMITS, statusSchema } from '@wherefore/core/brief';
import { briefRecordSchema } from '@wherefore/core/wire';
import type { BriefRecord } from '@wherefore/core/wire';
import type { NewLink, StoredLink } from '../store/deliveries.ts';
import type { Follow, NewBrief, RestoredBrief } from '../store/store.ts';

const line = z.string().check(z.minLength(1), z.maxLength(LIMITS.line));
/** Where the brief is in another system: enough to show it, to ask how it stands, and to hear from it. */
const linkSchema = z.object({
  target: line,
  id: z.string().check(z.minLength(1), z.maxLength(LIMITS.url)),
  url: z.optional(z.url({ protocol: /^https?$/ }).check(z.maxLength(LIMITS.url))),
  label: line,
  state: z.optional(line),
  status: z.optional(statusSchema),
  checkedAt: briefRecordSchema.shape.receivedAt,
});

const recordSchema = z.extend(briefRecordSchema, {
  brief: z.unknown(),
  targetLinks: z.optional(
    z.array(linkSchema).check(
      z.maxLength(100),
      z.refine(
        (links) => new Set(links.map(({ target }) => target)).size === links.length,
        'two for one target',
      ),
    ),
  ),
  follow: z.optional(
    z.object({
      revision: z.int().check(z.minimum(1)),
      /** SHA-256 of the follow token, base64url: it opens nothing. `null` when the link was revoked. */
      hash: z.nullable(z.string().check(z.regex(/^[\w-]{43}$/))),
    }),
  ),
});

/** A brief alone, as it comes in for the first time, or with its history. The follow link is the reader's to make when absent. */
export type Incoming =
  | { kind: 'new'; brief: NewBrief['brief'] }
  | { kind: 'moved'; entry: Omit<RestoredBrief, 'follow'> & { follow?: Follow } };

/** Ends with a line break. Equal records give equal lines. */
export function lineOf(
  record: BriefRecord,
  { revision, hash }: Follow,
  links: readonly StoredLink[] = [],
): string {
  const { brief, status, receivedAt, updatedAt, version, history } = record;
  const follow = { revision, hash: hash === null ? null : Buffer.from(hash).toString('base64url') };
  const targetLinks = links.map(({ briefId: _briefId, quiet: _quiet, ...link }) => link);
  const more = targetLinks.length > 0 ? { targetLinks } : {};
  return `${JSON.stringify({ brief, status, receivedAt, updatedAt, version, history, follow, ...more })}\n`;
}

/**
 * Reads one line: a record, or a brief alone.
 * @throws BriefFormatError
 */
export function readLine(line: string): Incoming {
  const value = parse(line);
  if (typeof value !== 'object' || value === null || !('brief' in value)) {
    return { kind: 'new', brief: readBrief(value) };
  }
  const brief = readBrief(value.brief);
  const result = recordSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new BriefFormatError(`${issue?.path.join('.') ?? 'record'}: ${issue?.message ?? 'not valid'}`);
  }
  const { follow, targetLinks: links, ...record } = result.data;
  const { receivedAt } = record;
  const changes = changesIn({ ...record, brief });
  // JSON has no key without a value, so what is optional is absent.
  const moved = { brief, receivedAt, changes, ...(links && { links: links as NewLink[] }) };
  if (!follow) return { kind: 'moved', entry: moved };
  const hash = follow.hash === null ? null : Buffer.from(follow.hash, 'base64url');
  return {
    kind: 'moved',
    entry: { ...moved, follow: { revision: follow.revision, hash } },
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new BriefFormatError('this is not a whole line of JSON.');
  }
}

/** The history after the first entry, when the record agrees with it in every point. */
function changesIn({
  status,
  receivedAt,
  updatedAt,
  version,
  history,
}: BriefRecord): RestoredBrief['changes'] {
  const [first, ...later] = history;
  if (first?.status !== 'received' || first.at !== receivedAt || first.reason !== undefined) {
    throw new BriefFormatError(
      'history: it begins with “received” at the time of receivedAt, without a reason.',
    );
  }
  const changes = later.map(({ at, status, reason, by }, index) => {
    if (reason !== undefined && by !== undefined) return { at, status, reason, by };
    throw new BriefFormatError(`history.${index + 1}: a change of state has a reason and a name (by).`);
  });
  const last = history.at(-1) ?? first;
  if (status !== last.status || updatedAt !== last.at || version !== history.length) {
    throw new BriefFormatError(
      'history: its last entry has another status or time than the record, or the version is not its length.',
    );
  }
  return changes;
}
