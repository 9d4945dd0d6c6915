import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ago, inARow, longDate } from './dates.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const before = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('ago', () => {
  const cases: [minutes: number, nl: string, en: string][] = [
    [0, 'nu', 'now'],
    [5, '5 minuten geleden', '5 minutes ago'],
    [180, '3 uur geleden', '3 hours ago'],
    [24 * 60, 'gisteren', 'yesterday'],
    [10 * 24 * 60, 'vorige week', 'last week'],
    [90 * 24 * 60, '23 aug 2026', '23 Aug 2026'],
  ];
  for (const [minutes, nl, en] of cases) {
    it(`${minutes} minutes`, () => {
      assert.equal(ago(before(minutes), 'nl', now), nl);
      assert.equal(ago(before(minutes), 'en', now), en);
    });
  }

  it('knows no future: a clock that runs ahead reads as now', () => {
    assert.equal(ago(before(-30), 'en', now), 'now');
  });
});

describe('dates and rows of words', () => {
  it('reads like a letter', () => {
    assert.equal(longDate('2026-03-03T12:00:00Z', 'nl'), '3 maart 2026');
    assert.equal(longDate('2026-03-03T12:00:00Z', 'en'), '3 March 2026');
  });

  it('joins words', () => {
    assert.equal(inARow(['familie', 'cliënten'], 'nl'), 'familie en cliënten');
    assert.equal(inARow(['families'], 'en'), 'families');
  });
});
