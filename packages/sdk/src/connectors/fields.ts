/** The setting `fields`: what goes into the target's own fields, fixed or out of the brief. */
import { briefJsonSchema, fieldsOf } from '@wherefore/core/brief/json-schema';
import type { Brief } from '@wherefore/core/brief';
import * as z from 'zod/mini';
import { clean, shorten } from './body/body.ts';
import type { Block, Renderer } from './body/body.ts';
import type { Delivery } from './connector.ts';

/** What a field of one line takes, in UTF-16 units: the limit of Jira and Azure DevOps. */
const LINE = 255;
/** Lengths that a text is cut to, the first whose form fits into {@link LARGEST}. */
const CUTS = [4000, 2000, 1000, 500];
/** The size of a formatted text, as JSON: below the 32,767 characters that Jira takes. */
const LARGEST = 30_000;

/** Where a value of the brief stands in the settings. Anywhere inside a field: `{ "value": { "from": "need.problem.howOften" } }`. */
export interface FromBrief {
  /** A field of the brief, as its schema names it: `need.outcome.statement`, `means[].words`; or `deskUrl`. */
  from: string;
  /** `text`: formatted, of several lines, in the target's own form. @default 'line' */
  as?: 'line' | 'text';
}

/** What may stand in `from`: every field of a brief that is one value or a list of them. */
export const BRIEF_PATHS: readonly string[] = [
  'deskUrl',
  ...fieldsOf(briefJsonSchema())
    .filter(([path, { type, items }]) => {
      const kind = type === 'array' ? (items as { type?: unknown } | undefined)?.type : type;
      return kind !== 'object' && kind !== undefined && !/^(?:analysis|schemaVersion)\b/.test(path);
    })
    .map(([path]) => path),
];

/** Of whoever asked, like the part of the text that `includeRequester` adds. */
const PERSONAL = /^(?:requester|contact|origin)\./;

/** A reference of which {@link fieldsCheck} says whether it is right. Schema of a setting. */
export const referenceSchema = z.looseObject({ from: z.unknown() });

const fromBriefSchema = z.strictObject({
  from: z.enum(BRIEF_PATHS as [string, ...string[]]),
  as: z.optional(z.enum(['line', 'text'])),
});

interface WithFields {
  fields?: Record<string, unknown> | undefined;
  includeRequester?: boolean | undefined;
}

/** Looks at every reference in `fields`. For the whole settings, because `includeRequester` has a say. */
export const fieldsCheck = <T extends WithFields>(): z.core.$ZodCheck<T> =>
  z.check<T>(({ value: { fields = {}, includeRequester }, issues }) => {
    const complain = (path: PropertyKey[], message: string): void =>
      void issues.push({ code: 'custom', input: undefined, path, message });
    const look = (value: unknown, path: PropertyKey[]): void => {
      if (!isReference(value)) {
        for (const [key, inner] of entriesOf(value)) look(inner, [...path, key]);
        return;
      }
      const { data } = fromBriefSchema.safeParse(value);
      if (!data)
        complain(path, `takes "from" one of ${BRIEF_PATHS.join(', ')}; and "as", which is line or text`);
      else if (PERSONAL.test(data.from) && !includeRequester)
        complain(path, 'takes something of who asked, which needs "includeRequester": true as well');
    };
    look(fields, ['fields']);
  });

/**
 * The fields for one brief. A field whose value the brief does not have is left out, whatever else stands in it.
 * @param rich Makes formatted text of the target.
 */
export function filledFields(
  fields: Record<string, unknown> = {},
  delivery: Delivery,
  rich: Renderer<unknown>,
): Record<string, unknown> {
  const fill = (value: unknown): unknown => {
    if (isReference(value)) return valueOf(value, delivery, rich);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(entriesOf(value).map(([key, inner]) => [key, fill(inner)]));
  };
  return Object.fromEntries(
    Object.entries(fields)
      .map(([name, value]) => [name, fill(value)] as const)
      .filter(([, value]) => isWhole(value)),
  );
}

/** The fields that are the same for every brief, for a test without one. */
export function fixedFields(fields: Record<string, unknown> = {}): Record<string, unknown> {
  const isFixed = (value: unknown): boolean =>
    !isReference(value) && entriesOf(value).every(([, inner]) => isFixed(inner));
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isFixed(value)));
}

const isReference = (value: unknown): value is FromBrief =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'from');

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const isWhole = (value: unknown): boolean =>
  value !== undefined && entriesOf(value).every(([, inner]) => isWhole(inner));

/** A number stays a number; several values stand behind each other. */
function valueOf({ from, as }: FromBrief, { brief, deskUrl }: Delivery, rich: Renderer<unknown>): unknown {
  if (from === 'deskUrl') return deskUrl;
  const values = from.split('.').reduce<unknown[]>(step, [brief satisfies Brief]);
  if (values.length === 0) return undefined;
  const [first] = values;
  if (values.length === 1 && typeof first !== 'string') return first;
  const text = clean(values.map(String).join(as === 'text' ? '\n' : ', '));
  if (text === '') return undefined;
  if (as !== 'text') return defused(shorten(text.replace(/\s+/g, ' '), LINE - 8));
  const forms = CUTS.map((cut) => rich([{ kind: 'quote', text: shorten(text, cut) } satisfies Block]));
  return forms.find((form) => JSON.stringify(form).length <= LARGEST) ?? forms.at(-1);
}

function step(values: unknown[], name: string): unknown[] {
  return values
    .flatMap((value) => (value as Record<string, unknown> | undefined)?.[name.replace('[]', '')] ?? [])
    .filter((value) => value !== undefined && value !== null);
}

/**
 * A line goes as it is, because fields of one line show it so. Should the field show HTML after all, or the code of ServiceNow's
 * journals, a mark of no width keeps a tag from being one; at most as many as fit.
 */
function defused(line: string): string {
  let length = line.length;
  return line.replace(/<(?=[a-z/!?])|\[(?=\/?code\])/gi, (mark) =>
    ++length <= LINE ? `${mark}\u200b` : ' ',
  );
}
