/**
 * Fits the weights on the sentences in `test/fixtures/needs` and writes them as data:
 *
 *     node test/needs/fit.ts [CORPUS.jsonl...] [--cv OUT.json] [--dry]
 *
 * Further labelled sentences, of the same fields as a `Row`, are fitted on as well. With `--cv` each text is also read by
 * an analyser that has not seen its source; those readings are written to OUT.json as `{ text: analysis }`, so that any
 * scorer can be pointed at them. The held-out sentences are never fitted on.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../packages/core/src/needs/en.ts';
import { nl } from '../../packages/core/src/needs/nl.ts';
import type { LanguagePack, Packed } from '../../packages/core/src/needs/types.ts';
import { tones as tonesEn, words as wordsEn } from '../../packages/core/src/needs/words/en.ts';
import { tones as tonesNl, words as wordsNl } from '../../packages/core/src/needs/words/nl.ts';
import { readCorpus } from './corpus.ts';
import { packWords, tagsOf } from './pack.ts';
import { crossRead, fit, lessonsOf, packModel } from './training.ts';
import type { Prior } from './training.ts';

const fixtures = join(import.meta.dirname, '../fixtures/needs');
const priors = JSON.parse(readFileSync(join(import.meta.dirname, 'prior.json'), 'utf8')) as Record<
  string,
  Prior
>;
const args = process.argv.slice(2);
const value = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
const paths = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--cv');

const quote = (text: string): string => `'${text}'`;
const list = (name: string, { seed, bits, table, marks }: Packed): string => `export const ${name} = {
  seed: ${seed},
  bits: ${bits},
  table:
    ${quote(table)},
  marks:
    ${quote(marks)},
};
`;
const source = (
  pack: LanguagePack,
): string => `/** Packed by test/needs/fit.ts from words/ and the labelled sentences; do not edit by hand. */
export const tags = ${quote(pack.tags)};

${list('words', pack.words)}
${list('phrases', pack.phrases)}
${list('tones', pack.tones)}
export const weights =
  ${quote(pack.weights)};
`;

const heard: Record<string, unknown> = {};
for (const [old, words, tones] of [
  [nl, wordsNl, tonesNl],
  [en, wordsEn, tonesEn],
] as const) {
  const prior = priors[old.language];
  const own = readCorpus(join(fixtures, `${old.language}.tsv`), old.language);
  const rows = [...own, ...paths.flatMap((path) => readCorpus(path, old.language))];
  const texts = own.map((row) => row.text);
  const pack: LanguagePack = { ...old, tags: tagsOf(words), words: packWords(words, old, texts) };
  if (value('--cv'))
    for (const [text, analysis] of crossRead(rows, pack, prior, tones)) heard[text] = analysis;
  if (args.includes('--dry')) continue;
  const learned = packModel(pack, fit(lessonsOf(rows, pack, tones), prior));
  writeFileSync(
    new URL(`../../packages/core/src/needs/${pack.language}-data.ts`, import.meta.url),
    source({ ...pack, ...learned }),
  );
  console.log(`${pack.language}: ${rows.length} texts`);
}
const out = value('--cv');
if (out) writeFileSync(out, JSON.stringify(heard));
