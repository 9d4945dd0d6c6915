/** The settings of the targets: a JSON file in which secrets are only pointed at. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';
import type { HostRules } from '../outward/fetch.ts';

/** The settings make no sense; the message says what to do and never holds a setting's value. */
export class TargetSettingsError extends Error {
  override readonly name = 'TargetSettingsError';
}

/** One target, its secrets still pointed at. */
export interface TargetSettings {
  /** For the desk, the database and the address of its webhook. */
  name: string;
  /** Name of the connector. */
  connector: string;
  settings: Record<string, unknown>;
  network: Record<string, HostRules>;
}

/** Where secrets come from. */
export interface SecretSource {
  env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  folder: string;
}

const NAME = /^[a-z\d](?:[a-z\d-]{0,38}[a-z\d])?$/;
const network = z.record(
  z.string(),
  z.strictObject({ allowPrivate: z.optional(z.boolean()), allowHttp: z.optional(z.boolean()) }),
);
const fileSchema = z.strictObject({
  targets: z.record(
    z.string(),
    z.strictObject({
      connector: z.string(),
      settings: z.record(z.string(), z.unknown()),
      /** By exact host: what it may do that others may not. */
      network: z.optional(network),
    }),
  ),
});
const referenceSchema = z.union([z.strictObject({ env: z.string() }), z.strictObject({ file: z.string() })]);

/** @throws TargetSettingsError */
export function readTargetSettings(path: string): { targets: TargetSettings[]; folder: string } {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    throw new TargetSettingsError(
      code === undefined
        ? `The settings of the connectors in ${path} are not JSON. Correct the file.`
        : `The settings of the connectors in ${path} can't be read (${code}). Set WHEREFORE_CONNECTORS to a file that can, or to nothing.`,
    );
  }
  return { targets: parseTargetSettings(value, path), folder: dirname(resolve(path)) };
}

/** @param origin Where the value comes from, for the message. @throws TargetSettingsError */
export function parseTargetSettings(value: unknown, origin = 'The settings'): TargetSettings[] {
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) throw new TargetSettingsError(`${origin}: ${explain(parsed.error, [])}`);
  return Object.entries(parsed.data.targets).map(([name, target]) => {
    if (!NAME.test(name)) {
      throw new TargetSettingsError(
        `${origin}: "targets" has a name that can't be used. Use at most 40 lower-case letters, digits and hyphens.`,
      );
    }
    return { name, ...target, network: target.network ?? {} };
  });
}

/**
 * The settings with every `{ "env": … }` and `{ "file": … }` replaced, and all values that came from there.
 * @param secrets Keys whose values must come from there.
 * @throws TargetSettingsError
 */
export function resolveSecrets(
  { name, settings }: TargetSettings,
  secrets: readonly string[],
  source: SecretSource,
): { settings: Record<string, unknown>; values: string[] } {
  const values: string[] = [];

  function replace(value: unknown, path: string, secret: boolean): unknown {
    const reference = referenceSchema.safeParse(value);
    if (reference.success) {
      const found = read(reference.data, path, source);
      values.push(found);
      return found;
    }
    if (Array.isArray(value)) return value.map((each, index) => replace(each, `${path}.${index}`, secret));
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([key, each]) => [
        key,
        replace(each, `${path}.${key}`, secret),
      ]);
      return Object.fromEntries(entries) as unknown;
    }
    if (secret && typeof value === 'string') {
      throw new TargetSettingsError(
        `${path} is a secret. Keep it in an environment variable or a file, and name that here: { "env": "NAME" } or { "file": "path" }.`,
      );
    }
    return value;
  }

  const entries = Object.entries(settings).map(([key, value]) => [
    key,
    replace(value, `targets.${name}.settings.${key}`, secrets.includes(key)),
  ]);
  return { settings: Object.fromEntries(entries) as Record<string, unknown>, values };
}

function read(reference: { env: string } | { file: string }, path: string, source: SecretSource): string {
  if ('env' in reference) {
    const value = source.env[reference.env];
    if (value) return value;
    throw new TargetSettingsError(
      `${path} needs the environment variable ${reference.env}, which is not set.`,
    );
  }
  try {
    const value = readFileSync(resolve(source.folder, reference.file), 'utf8').trim();
    if (value) return value;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new TargetSettingsError(`${path} needs the file ${reference.file}, which can't be read (${code}).`);
  }
  throw new TargetSettingsError(`${path} needs the file ${reference.file}, which is empty.`);
}

/** What a schema has against a value, without the value. */
export function explain(error: unknown, path: readonly string[]): string {
  const issues = (error as { issues?: unknown } | undefined)?.issues;
  if (!Array.isArray(issues) || issues.length === 0) return `${path.join('.')} is not valid.`;
  return (issues as z.core.$ZodIssue[])
    .slice(0, 5)
    .map((issue) => `${[...path, ...issue.path.map(String)].join('.')}: ${wanted(issue)}.`)
    .join(' ');
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `has to be there, as ${issue.expected}`;
  if (issue.code === 'unrecognized_keys') return `does not know ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options)
    return `has to be one of ${issue.options.map(String).join(', ')}`;
  if (issue.code === 'invalid_value') return `has to be one of ${issue.values.map(String).join(', ')}`;
  return issue.message === 'Invalid input' ? 'is not valid' : issue.message;
}
