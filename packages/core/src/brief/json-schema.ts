/** The brief as JSON Schema 2020-12, made from the schema that the code runs on. */
import * as z from 'zod/mini';
import { SCHEMA_VERSION, briefSchema } from './brief.ts';
import { DESCRIPTIONS } from './descriptions.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * What may be written: unknown keys are allowed, because readers ignore them. Published as
 * `@wherefore/core/brief/v1.schema.json` and by a server as `/v1/brief.schema.json`.
 */
export function briefJsonSchema(): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(briefSchema, { io: 'input' });
  return {
    ...($schema !== undefined && { $schema }),
    $id: `urn:wherefore:brief:${SCHEMA_VERSION}`,
    title: `Wherefore brief, version ${SCHEMA_VERSION}`,
    description:
      'The structured result of one conversation about a request: the need behind it, in the requester’s words.',
    $comment:
      'Lengths count characters (Unicode code points), start and end count UTF-16 code units. Readers ignore unknown keys.',
    ...described(schema, ''),
  };
}

/** Every field of a brief with its schema, outer ones first: `need`, `need.who`, … `means[].words`. */
export function fieldsOf(
  schema: JsonSchema,
  path = '',
): [path: string, field: JsonSchema, required: boolean][] {
  if (schema.items) return fieldsOf(schema.items as JsonSchema, `${path}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const inner = path === '' ? key : `${path}.${key}`;
    const required = schema.required?.includes(key) ?? false;
    return [[inner, field as JsonSchema, required], ...fieldsOf(field as JsonSchema, inner)];
  });
}

function described(schema: JsonSchema, path: string): JsonSchema {
  const description = DESCRIPTIONS[path];
  const { properties, items, ...rest } = schema;
  const prefix = path === '' ? '' : `${path}.`;
  return {
    ...(description !== undefined && { description }),
    ...rest,
    ...(items !== undefined && { items: described(items as JsonSchema, `${path}[]`) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, field]) => [key, described(field as JsonSchema, prefix + key)]),
      ),
    }),
  };
}
