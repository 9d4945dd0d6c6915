import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { briefSchema } from '@wherefore/core/brief';
import { anyBrief } from '../../test/any-brief.ts';
import { DESCRIPTIONS } from './descriptions.ts';
import { briefJsonSchema, fieldsOf } from './json-schema.ts';

const published = JSON.parse(readFileSync(join(import.meta.dirname, 'v1.schema.json'), 'utf8')) as object;

const validates = new Ajv2020({ strict: true }).compile(published);
const isBrief = (value: unknown): boolean => briefSchema.safeParse(value).success;

describe('the JSON Schema of a brief', () => {
  it('is published as it is now (npm run docs writes it), under a name of its own', () => {
    assert.deepEqual(published, JSON.parse(JSON.stringify(briefJsonSchema())));
    assert.equal((published as { $id: string }).$id, 'urn:wherefore:brief:1');
    assert.equal((published as { $schema: string }).$schema, 'https://json-schema.org/draft/2020-12/schema');
  });

  it('explains every field, and no field that is not there', () => {
    const fields = fieldsOf(briefJsonSchema());
    assert.deepEqual(fields.map(([path]) => path).toSorted(), Object.keys(DESCRIPTIONS).toSorted());
    for (const [path, { description }] of fields) assert.equal(description, DESCRIPTIONS[path]);
    for (const [path, text] of Object.entries(DESCRIPTIONS)) assert.match(text, /^[\p{Lu}].{8,}\.$/u, path);
  });

  it('takes every brief', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        assert.ok(isBrief(brief));
        assert.ok(validates(brief), JSON.stringify(validates.errors));
      }),
    );
  });

  it('takes and refuses the same as the code, when something in a brief is changed', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(anyBrief, anyChange, fc.nat(), fc.nat(), (brief, change, place, key) => {
        const value = JSON.parse(JSON.stringify(brief)) as unknown;
        change(value, place, key);
        const taken = isBrief(value);
        seen[taken ? 'taken' : 'refused']++;
        assert.equal(validates(value), taken, JSON.stringify(validates.errors));
      }),
      { numRuns: 2000 },
    );
    assert.ok(seen.taken > 100 && seen.refused > 100, JSON.stringify(seen));
  });

  it('counts characters like the code, also those of two code units', () => {
    const smallest = { id: '019aa000-0000-7000-8000-000000000000', schemaVersion: 1, language: 'nl' };
    for (const [length, taken] of [
      [4000, true],
      [4001, false],
    ] as const) {
      const brief = { ...smallest, request: '😀'.repeat(length) };
      assert.deepEqual([validates(brief), isBrief(brief)], [taken, taken]);
    }
  });
});

type Change = (value: unknown, place: number, key: number) => void;
type Holder = Record<string, unknown>;

/** Every object and list in a value, the value itself first. */
function holders(value: unknown): Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Holder, ...Object.values(value).flatMap(holders)];
}

// prettier-ignore
const values: unknown[] = [
  null, true, 0, -1, 0.5, 1, 2, 1e7, 1e7 + 1, 4000, 8001, 1e300, '', ' ', 'x', 'nl', 'und', 'phone', 'who', [], [1], ['x'],
  'x'.repeat(200), 'x'.repeat(201), '😀'.repeat(200), '😀'.repeat(201), 'x'.repeat(4001), '2026-03-01T08:00:00Z', {},
  Array(21).fill('x'), { start: 0, end: 1 }, { statement: 'x' }, { words: 'x' }, { wanted: true },
];

/** Puts another value somewhere, takes a key away, adds one, or makes a list longer. */
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...values).map((other): Change => (value, place, key) => {
    const all = holders(value);
    const holder = all[place % all.length] ?? {};
    const keys = Object.keys(holder);
    const name = keys[key % keys.length];
    if (name !== undefined) holder[name] = other;
  }),
  fc.constant<Change>((value, place, key) => {
    const all = holders(value).filter((one) => !Array.isArray(one));
    const holder = all[place % all.length] ?? {};
    const keys = Object.keys(holder);
    delete holder[keys[key % keys.length] ?? ''];
  }),
  fc.constant<Change>((value, place) => {
    const all = holders(value).filter((one) => !Array.isArray(one));
    (all[place % all.length] ?? {})['somethingNew'] = [1];
  }),
  fc.constant<Change>((value, place) => {
    const lists = holders(value).filter(
      (one): one is Holder & unknown[] => Array.isArray(one) && one.length > 0,
    );
    const list = lists[place % lists.length];
    while (list && list.length <= 100) list.push(...list.slice(0, 101 - list.length));
  }),
);
