/**
 * Prints the benchmark on the project's own sentences, by kind of work never seen while fitting:
 *
 *     node test/needs/report.ts [--errors]
 */
import { createReader } from '../../packages/core/src/needs/analyzer.ts';
import { en } from '../../packages/core/src/needs/en.ts';
import { nl } from '../../packages/core/src/needs/nl.ts';
import type { Analysis } from '../../packages/core/src/needs/types.ts';
import type { Figure } from './score.ts';
import { mainKind, score } from './score.ts';
import { crossRead, readRows } from './training.ts';

const percent = (value: number): string => value.toFixed(2);
const cells = ({ precision, recall, f1, of }: Figure): string =>
  [precision, recall, f1].map(percent).concat(`${of}`).join(' | ');

for (const pack of [nl, en]) {
  const rows = readRows(
    [new URL(`../fixtures/needs/${pack.language}.jsonl`, import.meta.url).pathname],
    pack.language,
  );
  const unseen = crossRead(rows, pack);
  const reader = createReader(pack);
  const tables: [string, (text: string) => Analysis][] = [
    ['kind of work not seen while fitting', (text) => unseen.get(text)!],
    ['as shipped (fitted on these sentences too)', (text) => reader.analyze(text, pack.language)],
  ];
  for (const [title, read] of tables) {
    const { macroF1, stories, ...figures } = score(rows, (row) => read(row.text));
    console.log(
      `\n${pack.language}, ${rows.length} sentences, ${title}: macro-F1 ${percent(macroF1)}, story spans ${percent(stories)}\n`,
    );
    console.log('| what | precision | recall | F1 | of |\n|---|---|---|---|---|');
    for (const [name, value] of Object.entries(figures)) console.log(`| ${name} | ${cells(value)} |`);
  }
  if (!process.argv.includes('--errors')) continue;
  console.log('\nWrong while not seen:');
  for (const row of rows) {
    const said = mainKind(unseen.get(row.text)!);
    if (row.label !== 'story' && row.label !== 'mixed' && said !== row.label)
      console.log(`- ${row.label} heard as ${said}: ${row.text}`);
  }
}
