import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sizes } from './sizes.ts';

/** Ceilings in bytes, gzip -9. Raised only in the commit that needs it, which says why. */
const CEILINGS: Record<string, number> = {
  'first question': 9_000,
  'whole intake flow': 42_400,
};

describe('what a browser has to load', () => {
  const measured = sizes();

  for (const [name, ceiling] of Object.entries(CEILINGS)) {
    it(`${name}: at most ${ceiling} bytes`, () => {
      const row = measured.find((r) => r.name === name);
      assert.ok(row, `${name} was not measured`);
      assert.ok(row.gzip <= ceiling, `${row.gzip} bytes gzip`);
    });
  }

  it('the first question is one file, with nothing of the client or the schemas in it', () => {
    const { files } = measured.find((row) => row.name === 'first question')!;
    assert.equal(files.length, 1);
    const code = readFileSync(files[0]!, 'utf8');
    for (const word of ['idempotency-key', 'ZodMini', 'createObjectStore', 'retryOnTimeout']) {
      assert.ok(!code.includes(word), `${word} is in it`);
    }
  });

  it('loads nothing before the first question, and after it two files that every requester needs', () => {
    const { files } = measured.find((row) => row.name === 'whole intake flow')!;
    assert.equal(files.length, 3);
    const code = readFileSync(files[0]!, 'utf8');
    assert.doesNotMatch(code, /^(?:import|export [^;]*from)\b|;import["{*]/m);
  });

  it('no requester loads ky, zod or a second way to IndexedDB', () => {
    const { files } = measured.find((row) => row.name === 'whole intake flow')!;
    for (const file of files) {
      const code = readFileSync(file, 'utf8');
      for (const word of ['retryOnTimeout', 'ZodMini', 'IDBCursor']) assert.ok(!code.includes(word), word);
    }
  });

  it('every bundle has its compressed copies', () => {
    for (const file of measured.flatMap((row) => row.files)) {
      for (const suffix of ['.gz', '.br']) assert.ok(existsSync(file + suffix), file + suffix);
    }
  });
});
