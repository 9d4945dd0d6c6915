import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../packages/core/src/needs/en.ts';
import { analyze, nl } from '../../packages/core/src/needs/index.ts';
import { words as wordsEn } from '../../packages/core/src/needs/words/en.ts';
import { words as wordsNl } from '../../packages/core/src/needs/words/nl.ts';
import { packWords } from './pack.ts';
import { score } from './score.ts';
import { crossRead, readRows } from './training.ts';
import type { Row } from './training.ts';

const fixtures = (language: Row['lang']): Row[] =>
  readRows([new URL(`../fixtures/needs/${language}.jsonl`, import.meta.url).pathname], language);

for (const [pack, words] of [
  [nl, wordsNl],
  [en, wordsEn],
] as const) {
  const rows = fixtures(pack.language);

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
    const heard = crossRead(rows, pack);
    const unseen = score(rows, (row) => heard.get(row.text)!);
    assert.ok(unseen.macroF1 > 0.76, `macro-F1 ${unseen.macroF1}`);
    assert.ok(
      unseen.meansFirst.precision > 0.83 && unseen.meansFirst.recall > 0.5,
      JSON.stringify(unseen.meansFirst),
    );
    assert.ok(unseen.vague.precision > 0.75, JSON.stringify(unseen.vague));
  });

  test(`${pack.language}: keeps its figures as it is shipped`, () => {
    const shipped = score(rows, (row) => analyze(row.text, { language: row.lang }));
    assert.ok(shipped.macroF1 > 0.84, `macro-F1 ${shipped.macroF1}`);
    assert.ok(shipped.stories > 0.95);
    assert.ok(shipped.who.f1 > 0.9);
    assert.ok(shipped.meansFirst.precision > 0.92);
    for (const signal of ['frustration', 'workaround', 'urgency'] as const) {
      assert.ok(
        shipped[signal].precision > 0.9 && shipped[signal].recall > 0.7,
        `${signal} ${JSON.stringify(shipped[signal])}`,
      );
    }
  });

  test(`${pack.language}: tells its language`, () => {
    const told = rows.map((row) => analyze(row.text).language);
    assert.ok(told.filter((language) => language === pack.language).length / rows.length > 0.9);
    assert.ok(
      told.filter((language) => language !== pack.language && language !== 'und').length / rows.length < 0.02,
    );
  });

  test(`${pack.language}: ships the words that stand in words/`, () => {
    assert.deepEqual(
      pack.lexicon,
      packWords(
        words,
        pack,
        rows.map((row) => row.text),
      ),
    );
  });
}
