import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formFields } from './form-fields.ts';

/** Reads `a[b][0]` back, as the other side of a form does. */
function unflatten(fields: [string, string][]): unknown {
  const root: Record<string, unknown> = {};
  for (const [name, text] of fields) {
    const [first = '', ...rest] = name.replaceAll(']', '').split('[');
    let place = root;
    let key = first;
    for (const next of rest) {
      place = (place[key] ??= {}) as Record<string, unknown>;
      key = next;
    }
    place[key] = text;
  }
  return root;
}

/** What a form can hold of a value: text at every leaf, lists as objects with numbers for keys, nothing that is empty. */
function heldByAForm(value: unknown): unknown {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  const parts = Object.entries(value)
    .map(([key, part]) => [key, heldByAForm(part)] as const)
    .filter(([, part]) => part !== undefined);
  return parts.length ? Object.fromEntries(parts) : undefined;
}

const { tree } = fc.letrec<{ tree: Record<string, unknown>; part: unknown }>((tie) => ({
  tree: fc.dictionary(
    fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', 'é', '.', '&', '=', ' ', '1', '📱') }),
    tie('part'),
    { maxKeys: 4, noNullPrototype: true },
  ),
  part: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('part'), { maxLength: 3 }),
    tie('tree'),
  ),
}));

describe('formFields', () => {
  it('keeps every value in its place, whatever the nesting', () => {
    fc.assert(
      fc.property(tree, (value) => {
        assert.deepEqual(unflatten(formFields(value)), heldByAForm(value) ?? {});
      }),
    );
  });

  it('survives the way over the wire', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const fields = formFields(value);
        assert.deepEqual([...new URLSearchParams(new URLSearchParams(fields).toString())], fields);
      }),
    );
  });

  it('never gives two fields one name', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const names = formFields(value).map(([name]) => name);
        assert.equal(new Set(names).size, names.length);
      }),
    );
    assert.throws(() => formFields({ 'a[b]': 1, a: { b: 2 } }), TypeError);
  });

  it('writes a brief as a person would expect', () => {
    const value = {
      id: 'x',
      need: { who: ['de nachtdienst', 'de dagdienst'], problem: { statement: 'weet niets', people: 12 } },
      means: [{ words: 'een app', stillNeeded: true }],
      when: new Date('2026-11-21T09:30:00Z'),
      none: null,
      absent: undefined,
      empty: [],
    };
    assert.deepEqual(formFields(value), [
      ['id', 'x'],
      ['need[who][0]', 'de nachtdienst'],
      ['need[who][1]', 'de dagdienst'],
      ['need[problem][statement]', 'weet niets'],
      ['need[problem][people]', '12'],
      ['means[0][words]', 'een app'],
      ['means[0][stillNeeded]', 'true'],
      ['when', '2026-11-21T09:30:00.000Z'],
      ['none', ''],
    ]);
  });

  it('refuses what is no form', () => {
    for (const value of [null, 'text', 7, ['a'], { a: () => 1 }, { a: Symbol('b') }, { '': 'x' }])
      assert.throws(() => formFields(value), TypeError);
  });
});
