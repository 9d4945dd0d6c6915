import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SCHEMA_VERSION } from '@wherefore/core/brief';
import { BriefFormatError } from './format-error.ts';
import { MIGRATIONS, migrate, readBrief } from './migrate.ts';
import { anyBrief } from '../../test/any-brief.ts';

const fixtures = join(import.meta.dirname, '../../test/briefs');
const smallest = {
  id: '019aa000-0000-7000-8000-000000000000',
  schemaVersion: 1,
  language: 'nl',
  request: 'Mag het rooster een week eerder',
};

describe('reading a brief', () => {
  it('gives the same brief from its JSON, for every brief', () => {
    fc.assert(
      fc.property(anyBrief, (any) => assert.deepEqual(readBrief(JSON.parse(JSON.stringify(any))), any)),
    );
  });

  it('gives the keys in the order of the schema, so that equal briefs have equal JSON', () => {
    fc.assert(
      fc.property(anyBrief, (any) => {
        const turned = Object.fromEntries(Object.entries(any).toReversed());
        assert.equal(JSON.stringify(readBrief(turned)), JSON.stringify(readBrief(any)));
      }),
    );
  });

  it('drops what it does not know', () => {
    assert.deepEqual(readBrief({ ...smallest, mood: 'x' }), smallest);
  });

  const wrong: [string, unknown, RegExp][] = [
    ['no object', 'x', /a brief is an object/i],
    ['a list', [smallest], /a brief is an object/i],
    ['no version', { ...smallest, schemaVersion: undefined }, /schemaVersion/],
    ['a version in words', { ...smallest, schemaVersion: '1' }, /schemaVersion/],
    ['a newer version', { ...smallest, schemaVersion: 2 }, /version 2; .* is 1\. Update/],
    ['a field out of bounds', { ...smallest, need: { who: [1] } }, /^need\.who\.0: /],
  ];
  for (const [what, value, message] of wrong) {
    it(`refuses ${what} and says why`, () => {
      assert.throws(
        () => readBrief(value),
        (error) => error instanceof BriefFormatError && message.test(error.message),
      );
    });
  }
});

describe('migrations', () => {
  it('there is one for every older version, and a kept brief of every version that still reads', () => {
    const older = Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => String(index + 1));
    assert.deepEqual(Object.keys(MIGRATIONS), older);
    for (let version = 1; version <= SCHEMA_VERSION; version++) {
      const file = join(fixtures, `v${version}.json`);
      assert.ok(existsSync(file), `${file} is missing: keep a full brief of each version`);
      const kept = JSON.parse(readFileSync(file, 'utf8')) as { schemaVersion: number };
      assert.equal(kept.schemaVersion, version);
      const read = readBrief(kept);
      assert.equal(read.schemaVersion, SCHEMA_VERSION);
      if (version === SCHEMA_VERSION) assert.deepEqual(read, kept);
    }
  });

  // Steps made up for the test: the shipped table is empty as long as there is one version.
  const steps = {
    1: (brief: object) => ({ ...brief, schemaVersion: 2, first: true }),
    2: (brief: object) => ({ ...brief, schemaVersion: 3, second: true }),
  };

  it('run one after the other up to the current version', () => {
    assert.deepEqual(migrate(smallest, steps, 3), {
      ...smallest,
      schemaVersion: 3,
      first: true,
      second: true,
    });
    assert.deepEqual(migrate({ ...smallest, schemaVersion: 2 }, steps, 3), {
      ...smallest,
      schemaVersion: 3,
      second: true,
    });
    assert.deepEqual(migrate(smallest, steps, 1), smallest);
  });

  it('say so when a step is missing or leads elsewhere', () => {
    assert.throws(() => migrate(smallest, { 2: steps[2] }, 3), BriefFormatError);
    assert.throws(() => migrate(smallest, { 1: (brief) => brief }, 2), RangeError);
  });
});
