import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { uuidv7 } from './uuid.ts';

const format = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const timeIn = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

describe('uuidv7', () => {
  it('has the form of version 7, whatever the clock says', () => {
    fc.assert(fc.property(fc.nat(2 ** 47), (now) => format.test(uuidv7(now))));
  });

  it('sorts in the order of making, also when the clock stands still or goes back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 48 - 2 ** 20 }), { minLength: 2 }), (times) => {
        const ids = times.map((time) => uuidv7(time));
        assert.deepEqual(ids, ids.toSorted());
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });

  it('keeps sorting after more ids in one millisecond than a counter can hold', () => {
    const ids = Array.from({ length: 10_000 }, () => uuidv7(1));
    assert.deepEqual(ids, ids.toSorted());
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => format.test(id)));
  });

  it('carries the time of the clock', async () => {
    // A fresh copy, because the ids above were made far in the future.
    const fresh = (await import(`./uuid.ts?${'fresh'}`)) as typeof import('./uuid.ts');
    const before = Date.now();
    const time = timeIn(fresh.uuidv7());
    assert.ok(time >= before && time <= Date.now());
    assert.equal(timeIn(fresh.uuidv7(1_900_000_000_123)), 1_900_000_000_123);
  });

  it('does not repeat itself across copies of the module that count in the same millisecond', async () => {
    const [one, two] = (await Promise.all(
      ['a', 'b'].map((copy) => import(`./uuid.ts?copy=${copy}`)),
    )) as (typeof import('./uuid.ts'))[];
    assert.notEqual(one!.uuidv7(5), two!.uuidv7(5));
  });
});
