import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LONGEST_ASKED, MAX_TRIES, lookPause, retryPause } from './backoff.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the pause after a failed try', () => {
  it('is never shorter than the target asked, and little longer than asked or doubled', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: MAX_TRIES - 1 }),
        fc.option(fc.integer({ min: 0, max: LONGEST_ASKED }), { nil: undefined }),
        chance,
        (attempts, asked, random) => {
          const pause = retryPause(attempts, asked, random)!;
          assert.ok(pause >= (asked ?? 0));
          assert.ok(pause <= (asked === undefined ? 30_000 * 2 ** (attempts - 1) : asked + 60_000));
          assert.ok(asked !== undefined || pause <= 4 * 3_600_000);
        },
      ),
    );
  });

  it('uses the whole range, so that those who wait do not come back together', () => {
    assert.equal(retryPause(3, undefined, 0), 0);
    assert.equal(retryPause(3, undefined, 0.5), 60_000);
    assert.equal(retryPause(3, undefined, 1), 120_000);
  });

  it('ends after the last try, or when more is asked than anybody can mean', () => {
    assert.equal(retryPause(MAX_TRIES, undefined, 0.5), undefined);
    assert.equal(retryPause(MAX_TRIES, 1000, 0.5), undefined);
    assert.equal(retryPause(1, LONGEST_ASKED + 1, 0.5), undefined);
  });
});

describe('the pause until the next look', () => {
  it('grows from five minutes to six hours', () => {
    const pauses = Array.from({ length: 30 }, (_, quiet) => lookPause(quiet, 0.5));
    assert.equal(pauses[0], 5 * 60_000);
    assert.ok(pauses.every((pause, index) => index === 0 || pause >= (pauses[index - 1] ?? 0)));
    assert.equal(pauses.at(-1), 6 * 3_600_000);
  });
});
