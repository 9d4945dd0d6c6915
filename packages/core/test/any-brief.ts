/** Briefs for property tests, drawn from the schema itself: a field that is added there is tested here. */
import fc from 'fast-check';
import * as z from 'zod/mini';
import { briefSchema } from '@wherefore/core/brief';
import type { Brief } from '@wherefore/core/brief';

type Schema = z.core.JSONSchema.BaseSchema;

/** What Markdown, HTML, JSON, spreadsheets and databases trip over. */
// prettier-ignore
const NASTY = [
  '# kop', '## Voor wie', '- punt', '1. een', '1) een', '> citaat', '---', '===', '```', '~~~',
  '    code', '```json wherefore-brief', '**Naam:** x', '- **Naam:** x', '# Brief', '<b>', '<!-- -->',
  '@<!-- -->', '@&#8203;x', '@\u200Bx', '&amp;', '&#10;', '&', '\\', '\\\\', '\\n', '| a | b |', '[x](y)', '![x](y)', '*', '_',
  'a_b', '__init__', '$x$', '@jan', 'jan@example.org', '\n', '\n\n', '\r', '\r\n', '\t', ' ', '  ', '',
  '\u0000', '\u001B[31m', '\u007F', '\u0085', '\u2028', '\u2029', '\uFEFF', '\u00A0', '\uD83D', '\uDE00',
  '😀', 'é', 'ﷺ', '\u202E', '=1+1', '+1', '-1', "'", '"', ',', ';', '木', "'s ochtends", '#', 'a #',
  '</details>', '<details>', '***', 'a\n===\n', 'a\n---\n', '\n| a | b |\n| - | - |\n', '\n* b', '\n1. c', '\n    d', '\n> e',
  '\n# f', '\n```\n', '\n- [ ] g', '\n[h]: /i',
];

const unit = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
);

/** Any text, mostly of pieces that cause trouble. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(unit, { maxLength: 8 }).map((pieces) => pieces.join('').slice(0, maxLength));

/** A valid value for each schema that a brief is made of. */
function anyOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => anyOf(one as Schema)));
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([key, part]) => [
        key,
        anyOf(part as Schema),
      ]);
      return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
        requiredKeys: schema.required ?? [],
        noNullPrototype: true,
      });
    }
    case 'array':
      return fc.array(anyOf(schema.items as Schema), { maxLength: Math.min(schema.maxItems ?? 4, 4) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 0 });
    case 'number':
      // JSON has no way to write -0, so no brief that travelled holds one.
      return fc.double({ min: 0, max: schema.maximum ?? 1, noNaN: true }).map((value) => value + 0);
    default:
      return anyString(schema);
  }
}

function anyString({ pattern, maxLength = 0 }: Schema): fc.Arbitrary<string> {
  if (pattern?.includes('-7')) return anyId;
  if (pattern === '\\S')
    return anyText(maxLength).map((text) => (/\S/.test(text) ? text : `${text.slice(1)}x`));
  if (pattern)
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
      .map((date) => date.toISOString());
  return anyText(maxLength);
}

const anyId = fc.uuid({ version: 7 }).map((id) => id.toLowerCase());

export const briefJsonShape = z.toJSONSchema(briefSchema, { io: 'input' });

/** Every valid brief: any mix of optional parts, empty texts, lists and objects included. */
export const anyBrief = anyOf(briefJsonShape) as fc.Arbitrary<Brief>;
