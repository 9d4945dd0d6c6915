import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { languageByLetters } from './language.ts';

const fixtures = join(import.meta.dirname, '../../../../test/fixtures/needs');

describe('the language by its letters', () => {
  it('is not told by a text with too few of them', () => {
    for (const text of ['', '?!', 'dashboard', 'WhatsApp 2026']) assert.equal(languageByLetters(text), 'und');
  });

  for (const language of ['nl', 'en'] as const) {
    it(`is hardly ever wrong in ${language}, and mostly known`, () => {
      const lines = readFileSync(join(fixtures, `${language}.tsv`), 'utf8')
        .trim()
        .split('\n');
      // The last column, without its marks.
      const texts = lines.map((line) =>
        line
          .split('\t')
          .at(-1)!
          .replace(/<\/?\w>/g, ''),
      );
      const told = texts.map(languageByLetters);
      const other = language === 'nl' ? 'en' : 'nl';
      const wrong = told.filter((l) => l === other).length / told.length;
      const right = told.filter((l) => l === language).length / told.length;
      assert.ok(wrong < 0.02, `${(wrong * 100).toFixed(1)} % wrong`);
      assert.ok(right > 0.85, `${(right * 100).toFixed(1)} % right`);
    });
  }
});
