import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { problemSchema, receiptSchema } from '@wherefore/core/wire';
import { problemAnswer, receiptAnswer } from './answers.ts';

const receipt = {
  id: 'an id',
  receivedAt: '2026-11-21T10:00:00.000Z',
  followUrl: 'https://example.org/follow#token',
};
const problem = {
  type: 'about:blank',
  title: 'No',
  status: 422,
  code: 'invalid-body',
  detail: 'd',
  requestId: 'r',
};
const errors = [{ path: '/request', message: 'is empty' }];

/** A valid answer with one part replaced by something else, left out, or joined by something unknown. */
function nearly(valid: object): fc.Arbitrary<unknown> {
  const other = fc.oneof(
    fc.jsonValue(),
    fc.constant(undefined),
    fc.constantFrom(
      '',
      'x'.repeat(2001),
      '2026-11-21T10:00:00Z',
      '2026-11-21',
      1.5,
      2 ** 60,
      [],
      [{}],
      errors,
    ),
    fc.array(
      fc.record({ path: fc.oneof(fc.string(), fc.integer()), message: fc.string(), more: fc.string() }),
    ),
  );
  const key = fc.constantFrom(...Object.keys(valid), 'unknown');
  return fc.oneof(
    fc.tuple(key, other).map(([name, value]) => ({ ...valid, [name]: value })),
    fc.jsonValue(),
    fc.constant(valid),
  );
}

describe('the answers that are checked by hand', () => {
  for (const [name, byHand, schema, valid] of [
    ['a receipt', receiptAnswer, receiptSchema, receipt],
    ['a problem', problemAnswer, problemSchema, { ...problem, errors }],
  ] as const) {
    it(`${name} is what the schema says, key for key`, () => {
      fc.assert(
        fc.property(nearly(valid), (value) => {
          const [ours, theirs] = [byHand.safeParse(value), schema.safeParse(value)];
          assert.equal(ours.success, theirs.success);
          // Through JSON, where a key that is there without a value does not exist.
          if (ours.success)
            assert.deepEqual(JSON.parse(JSON.stringify(ours.data)), JSON.parse(JSON.stringify(theirs.data)));
        }),
        { numRuns: 2000 },
      );
    });
  }
});
