/**
 * Fits the weights and writes them as data:
 *
 *     node test/needs/fit.ts CORPUS.jsonl... [--cv OUT.json] [--dry]
 *
 * With `--cv` each text is also read by an analyser that has not seen its source; those readings are written to OUT.json
 * as `{ text: analysis }`, so that any scorer can be pointed at them.
 */
import { writeFileSync } from 'node:fs';
import { en } from '../../packages/core/src/needs/en.ts';
import { nl } from '../../packages/core/src/needs/nl.ts';
import type { LanguagePack, Packed } from '../../packages/core/src/needs/types.ts';
import { words as wordsEn } from '../../packages/core/src/needs/words/en.ts';
import { words as wordsNl } from '../../packages/core/src/needs/words/nl.ts';
import { packWords, tagsOf } from './pack.ts';
import { crossRead, DEFAULTS, fit, instancesOf, packWeights, readRows } from './training.ts';

const args = process.argv.slice(2);
const value = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
const paths = args.filter((arg, i) => !arg.startsWith('--') && !args[i - 1]?.startsWith('--'));
const options = {
  ...DEFAULTS,
  hold: Number(value('--hold') ?? DEFAULTS.hold),
  phrases: Number(value('--phrases') ?? DEFAULTS.phrases),
};

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
export const weights =
  ${quote(pack.weights)};
`;

const heard: Record<string, unknown> = {};
for (const [old, words] of [
  [nl, wordsNl],
  [en, wordsEn],
] as const) {
  const rows = readRows(paths, old.language);
  if (rows.length === 0) continue;
  const texts = rows.filter((row) => row.source === 'authored').map((row) => row.text);
  const pack: LanguagePack = {
    ...old,
    tags: tagsOf(words),
    words: packWords(words, old, texts),
  };
  if (value('--cv')) for (const [text, analysis] of crossRead(rows, pack, options)) heard[text] = analysis;
  if (args.includes('--dry')) continue;
  const learned = packWeights(pack, fit(instancesOf(rows, pack), options));
  writeFileSync(
    new URL(`../../packages/core/src/needs/${pack.language}-data.ts`, import.meta.url),
    source({ ...pack, ...learned }),
  );
  console.log(`${pack.language}: ${rows.length} texts`);
}
const out = value('--cv');
if (out) writeFileSync(out, JSON.stringify(heard));
