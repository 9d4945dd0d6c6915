import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { LIMITS, briefSchema } from './index.ts';

const smallest = {
  id: '019aa000-0000-7000-8000-000000000000',
  schemaVersion: 1,
  language: 'nl',
  request: 'Mag het rooster een week eerder',
};

/** A value at every upper bound of a JSON Schema; text in characters of three bytes each. */
function largest(schema: z.core.JSONSchema.BaseSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum.at(-1);
  if (schema.anyOf) return largest(schema.anyOf[0] as z.core.JSONSchema.BaseSchema);
  if (schema.type === 'array') {
    return Array.from({ length: schema.maxItems! }, () =>
      largest(schema.items as z.core.JSONSchema.BaseSchema),
    );
  }
  if (schema.type === 'object') {
    const parts = Object.entries(schema.properties ?? {});
    return Object.fromEntries(
      parts.map(([key, part]) => [key, largest(part as z.core.JSONSchema.BaseSchema)]),
    );
  }
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return schema.maximum;
  if (schema.maxLength !== undefined) return '木'.repeat(schema.maxLength);
  return schema.pattern?.includes('-7') ? smallest.id : '2026-11-21T10:00:00.000Z';
}

describe('a brief', () => {
  it('needs an id, a version, a language and a request, and nothing more', () => {
    assert.deepEqual(briefSchema.parse(smallest), smallest);
    for (const key of Object.keys(smallest)) {
      assert.equal(briefSchema.safeParse({ ...smallest, [key]: undefined }).success, false, key);
    }
  });

  it('keeps the opening words exactly as they were typed', () => {
    const request = '  mag\tdat   ook?!  😀\r\n ';
    assert.equal(briefSchema.parse({ ...smallest, request }).request, request);
  });

  it('takes a mark at the end of the longest request, whose characters may count double', () => {
    const request = '😀'.repeat(LIMITS.text);
    const means = [{ words: 'x', spans: [{ start: request.length - 2, end: request.length }] }];
    assert.deepEqual(briefSchema.parse({ ...smallest, request, means }), { ...smallest, request, means });
  });

  it('is nothing without a word', () => {
    for (const request of ['', ' ', '\n\t '])
      assert.equal(briefSchema.safeParse({ ...smallest, request }).success, false);
  });

  it('takes only ids of version 7, which sort by the time they were made', () => {
    for (const id of ['', 'x', '019aa000-0000-4000-8000-000000000000', smallest.id.toUpperCase() + 'x']) {
      assert.equal(briefSchema.safeParse({ ...smallest, id }).success, false, id);
    }
  });

  it('drops what it does not know, at every depth, and has no place for moods', () => {
    const signals = { meansFirst: true, workaround: false, urgency: false, measurable: false, vague: false };
    const analysis = {
      language: 'nl',
      spans: [],
      signals: { ...signals, frustration: true, privateData: [] },
    };
    const brief = briefSchema.parse({ ...smallest, analysis, vent: 'x', need: { who: ['a'], mood: 'x' } });
    assert.deepEqual(brief, { ...smallest, analysis: { ...analysis, signals }, need: { who: ['a'] } });
  });

  it('has a bound on every text and every list', () => {
    const unbounded: string[] = [];
    const walk = (schema: z.core.JSONSchema.BaseSchema, path: string): void => {
      const fixed = schema.enum || schema.const !== undefined || schema.format || schema.pattern;
      if (schema.type === 'string' && schema.maxLength === undefined && !fixed) unbounded.push(path);
      if (schema.type === 'array' && schema.maxItems === undefined) unbounded.push(path);
      for (const [key, part] of Object.entries(schema.properties ?? {}))
        walk(part as z.core.JSONSchema.BaseSchema, `${path}.${key}`);
      if (schema.items) walk(schema.items as z.core.JSONSchema.BaseSchema, `${path}[]`);
    };
    walk(z.toJSONSchema(briefSchema, { io: 'input' }), 'brief');
    assert.deepEqual(unbounded, []);
  });

  it('fits into the largest body at every bound, in any script', () => {
    const brief = largest(z.toJSONSchema(briefSchema, { io: 'input' })) as object;
    assert.equal(
      briefSchema.safeParse(brief).success,
      true,
      JSON.stringify(briefSchema.safeParse(brief).error?.issues),
    );
    const bytes = new TextEncoder().encode(JSON.stringify(brief)).length;
    assert.ok(bytes <= LIMITS.body, `${bytes} bytes`);
  });
});
