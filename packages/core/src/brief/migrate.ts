/** Reading a brief of any version that was ever written. */
import { SCHEMA_VERSION, briefSchema } from './brief.ts';
import type { Brief } from './brief.ts';
import { BriefFormatError } from './format-error.ts';

export { BriefFormatError };

type Fields = Readonly<Record<string, unknown>>;

/** Turns a brief of one version into the next; sets `schemaVersion` itself and leaves its argument as it is. */
export type Migration = (brief: Fields) => Fields;

/** The step from each older version to the one after it. There is one version so far, so there is no step. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/**
 * Brings the fields of a brief to the current version, without checking them.
 * @throws BriefFormatError for a version that is missing, unknown or newer than this package.
 */
export function migrate(
  value: unknown,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
  current: number = SCHEMA_VERSION,
): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BriefFormatError('A brief is an object. This is something else.');
  }
  let brief = value as Fields;
  let version = versionOf(brief);
  if (version > current) {
    throw new BriefFormatError(
      `This brief has version ${version}; the newest that this program knows is ${current}. Update the program to read it.`,
    );
  }
  while (version < current) {
    const step = migrations[version];
    if (!step)
      throw new BriefFormatError(`There is no way from version ${version} of a brief to ${current}.`);
    brief = step(brief);
    const next = versionOf(brief);
    if (next !== version + 1) throw new RangeError(`The step from version ${version} leads to ${next}`);
    version = next;
  }
  return brief;
}

/**
 * Reads a parsed JSON value as a brief of the current version. Unknown keys are dropped.
 * @throws BriefFormatError that names the first field that is wrong.
 */
export function readBrief(value: unknown): Brief {
  const result = briefSchema.safeParse(migrate(value));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  throw new BriefFormatError(`${path || 'brief'}: ${issue?.message ?? 'not valid'}`, { cause: result.error });
}

function versionOf(brief: Fields): number {
  const version = brief['schemaVersion'];
  if (typeof version === 'number' && Number.isInteger(version) && version >= 1) return version;
  throw new BriefFormatError('schemaVersion: a brief says its version, a whole number from 1.');
}
