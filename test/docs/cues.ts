/** The reference page of cues: what gives each kind away, in both languages, with sentences of the open benchmark. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '@wherefore/core/needs';
import { explanations } from '@wherefore/core/needs/explanations';
import { readCorpus } from '../needs/corpus.ts';

const root = join(import.meta.dirname, '../..');
export const cuesPage = join(root, 'docs/reference/cues.md');

function examplesOf(language: 'nl' | 'en'): Map<string, string> {
  const found = new Map<string, string>();
  for (const { text, kinds } of readCorpus(join(root, `test/fixtures/needs/${language}.tsv`), language)) {
    if (text.length > 90) continue;
    for (const { cue, kind } of analyze(text, { language }).spans) {
      if (kinds.includes(kind) && !found.has(cue)) found.set(cue, text);
    }
  }
  return found;
}

/** The page as Markdown. */
export function renderCues(): string {
  const examples = { nl: examplesOf('nl'), en: examplesOf('en') };
  const rows = Object.entries(explanations).map(([cue, { nl, en }]) =>
    ['', `\`${cue}\``, nl, examples.nl.get(cue) ?? '', en, examples.en.get(cue) ?? '', ''].join(' | ').trim(),
  );
  return `# Cues

What the analyser goes by. Each mark names one of these; the sentence beside it is what the requester reads when they tap
on the mark. Generated from the code by \`npm run docs\`; the examples are from our own sentences in \`test/fixtures/needs\`.

| cue | said in Dutch | example | said in English | example |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

if (import.meta.main) writeFileSync(cuesPage, renderCues());
