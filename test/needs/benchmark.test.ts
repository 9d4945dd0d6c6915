import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { analyze, en, nl } from '../../packages/core/src/needs/index.ts';
import type { Language } from '../../packages/core/src/needs/types.ts';
import { words as wordsEn } from '../../packages/core/src/needs/words/en.ts';
import { words as wordsNl } from '../../packages/core/src/needs/words/nl.ts';
import { parseRow, readCorpus } from './corpus.ts';
import { packWords } from './pack.ts';
import { benchmarkPage, hear, heldOut, renderBenchmark } from './report.ts';
import { score } from './score.ts';
import type { Question } from './score.ts';

/** What it has to reach: macro-F1, and for each question precision and recall. */
const FLOORS: Record<Language, { kinds: number; rest: [Question, precision: number, recall: number][] }> = {
  nl: {
    kinds: 0.74,
    rest: [
      ['meansFirst', 0.85, 0.58],
      ['vague', 0.8, 0.4],
      ['who', 0.86, 0.68],
      ['frustration', 0.8, 0.43],
      ['workaround', 0.87, 0.5],
      ['urgency', 0.7, 0.35],
    ],
  },
  en: {
    kinds: 0.73,
    rest: [
      ['meansFirst', 0.87, 0.5],
      ['vague', 0.8, 0.5],
      ['who', 0.85, 0.66],
      ['frustration', 0.75, 0.37],
      ['workaround', 0.7, 0.4],
      ['urgency', 0.62, 0.5],
    ],
  },
};

const fixtures = join(import.meta.dirname, '../fixtures/needs');

test('the page of figures says what is measured (npm run docs writes it)', () => {
  assert.equal(readFileSync(benchmarkPage, 'utf8'), renderBenchmark());
});

test('a line of a table says what is in it and where', () => {
  const line = 'story\tFU\tcare\tAs <w>a nurse</w> I want <m>a scanner</m> so that <o>I find the file</o>';
  const row = parseRow(line, 'x-1', 'en');
  assert.equal(row.text, 'As a nurse I want a scanner so that I find the file');
  assert.deepEqual(
    row.spans.map(({ kind, start, end }) => [kind, row.text.slice(start, end)]),
    [
      ['who', 'a nurse'],
      ['means', 'a scanner'],
      ['outcome', 'I find the file'],
    ],
  );
  assert.deepEqual([row.frustration, row.urgency, row.shadowIT], [true, true, false]);
  assert.throws(() => parseRow('means\t-\tcare\tfor <w>nurses', 'x-2', 'en'), /not closed/);
  assert.throws(() => parseRow('means\tfor nurses', 'x-3', 'en'), /four columns/);
});

for (const [pack, words] of [
  [nl, wordsNl],
  [en, wordsEn],
] as const) {
  const { language } = pack;
  const fitted = readCorpus(join(fixtures, `${language}.tsv`), language);
  const rows = heldOut(language);

  test(`${language}: the sentences are many, varied and well formed`, () => {
    const all = [...fitted, ...rows];
    assert.ok(fitted.length >= 7000 && rows.length >= 700);
    assert.ok(new Set(fitted.map((row) => row.work)).size >= 50);
    assert.equal(
      new Set(all.map((row) => row.text.toLowerCase())).size,
      all.length,
      'one stands there twice',
    );
    for (const { text, spans, label } of all) {
      assert.ok(
        text.trim() === text && text.length > 1 && spans.every(({ start, end }) => start < end),
        text,
      );
      assert.ok(['means', 'problem', 'outcome', 'vague', 'story', 'mixed'].includes(label), text);
    }
  });

  test(`${language}: hears sentences that it was not fitted on`, () => {
    const figures = score(rows, hear);
    const { kinds, rest } = FLOORS[language];
    assert.ok(figures.macroF1 > kinds, `macro-F1 ${figures.macroF1}`);
    for (const [name, precision, recall] of rest) {
      const figure = figures[name];
      assert.ok(figure.precision > precision && figure.recall > recall, `${name} ${JSON.stringify(figure)}`);
    }
  });

  test(`${language}: hears what is typed first, and not at the cost of whole sentences`, () => {
    const first = rows.filter((row) => row.work === 'first');
    const whole = rows.filter((row) => row.work !== 'first');
    assert.ok(first.length >= 200);
    for (const [some, floor] of [
      [first, language === 'nl' ? 0.79 : 0.76],
      [whole, language === 'nl' ? 0.72 : 0.73],
    ] as const) {
      const { macroF1 } = score(some, hear);
      assert.ok(macroF1 > floor, `macro-F1 ${macroF1} of ${some.length}`);
    }
  });

  test(`${language}: tells its language`, () => {
    const told = rows.map((row) => analyze(row.text).language);
    assert.ok(told.filter((some) => some === language).length / rows.length > 0.9);
    assert.ok(told.filter((some) => some !== language && some !== 'und').length / rows.length < 0.02);
  });

  test(`${language}: ships the words that stand in words/`, () => {
    const texts = fitted.map((row) => row.text);
    assert.deepEqual(pack.words, packWords(words, pack, texts));
  });
}
