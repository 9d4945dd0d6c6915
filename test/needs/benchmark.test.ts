import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { en } from '../../packages/core/src/needs/en.ts';
import { analyze, nl } from '../../packages/core/src/needs/index.ts';
import { words as wordsEn } from '../../packages/core/src/needs/words/en.ts';
import { words as wordsNl } from '../../packages/core/src/needs/words/nl.ts';
import { packWords } from './pack.ts';
import { benchmarkPage, readUnseen, renderBenchmark } from './report.ts';
import { score } from './score.ts';

const unseen = { nl: readUnseen(nl), en: readUnseen(en) };

test('the page of figures says what is measured (npm run docs writes it)', () => {
  assert.equal(readFileSync(benchmarkPage, 'utf8'), renderBenchmark([unseen.nl, unseen.en]));
});

for (const [pack, words] of [
  [nl, wordsNl],
  [en, wordsEn],
] as const) {
  const { rows, heard } = unseen[pack.language];

  test(`${pack.language}: the benchmark is large, varied and well formed`, () => {
    assert.ok(rows.length >= 300);
    assert.ok(new Set(rows.map((row) => row.work)).size >= 8);
    assert.equal(new Set(rows.map((row) => row.text)).size, rows.length);
    for (const { id, text, spans, kinds } of rows) {
      assert.ok(
        spans.every(({ start, end }) => 0 <= start && start < end && end <= text.length),
        id,
      );
      assert.deepEqual([...new Set(spans.map(({ kind }) => kind))].sort(), kinds, id);
    }
  });

  test(`${pack.language}: hears kinds of work that it was not fitted on`, () => {
    const figures = score(rows, (row) => heard.get(row.text)!);
    assert.ok(figures.macroF1 > 0.76, `macro-F1 ${figures.macroF1}`);
    assert.ok(figures.stories > 0.95, `stories ${figures.stories}`);
    for (const [name, precision, recall] of [
      ['meansFirst', 0.87, 0.5],
      ['vague', 0.68, 0.5],
      ['who', 0.9, 0.8],
      ['frustration', 0.88, 0.65],
      ['workaround', 0.85, 0.67],
      ['urgency', 0.88, 0.5],
    ] as const) {
      const figure = figures[name];
      assert.ok(figure.precision > precision && figure.recall > recall, `${name} ${JSON.stringify(figure)}`);
    }
  });

  test(`${pack.language}: keeps its figures as it is shipped`, () => {
    const shipped = score(rows, (row) => analyze(row.text, { language: row.lang }));
    assert.ok(shipped.macroF1 > 0.78, `macro-F1 ${shipped.macroF1}`);
    assert.ok(shipped.stories > 0.95);
    assert.ok(shipped.meansFirst.precision > 0.88);
  });

  test(`${pack.language}: tells its language`, () => {
    const told = rows.map((row) => analyze(row.text).language);
    assert.ok(told.filter((language) => language === pack.language).length / rows.length > 0.9);
    assert.ok(
      told.filter((language) => language !== pack.language && language !== 'und').length / rows.length < 0.02,
    );
  });

  test(`${pack.language}: ships the words that stand in words/`, () => {
    const texts = rows.map((row) => row.text);
    assert.deepEqual(pack.words, packWords(words, pack, texts));
  });
}
