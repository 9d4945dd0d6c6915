/**
 * Labelled sentences. Ours are tables, a line for each, with tabs in between: label, flags, kind of work, text. The
 * text has its marks in it, `As <w>a nurse</w> I want <m>…</m>`; see the README in `test/fixtures/needs`.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Language, SpanKind } from '../../packages/core/src/needs/types.ts';

export interface Row {
  id: string;
  lang: Language;
  text: string;
  label: SpanKind | 'story' | 'vague' | 'mixed';
  kinds: SpanKind[];
  spans: { kind: SpanKind; start: number; end: number }[];
  /** `authored` for our own. */
  source: string;
  /** The kind of work that a sentence of our own is from. */
  work?: string;
  frustration?: boolean;
  shadowIT?: boolean;
  urgency?: boolean;
}

const MARKS: Readonly<Record<string, SpanKind>> = { w: 'who', m: 'means', p: 'problem', o: 'outcome' };
const WHOLE: readonly string[] = ['means', 'problem', 'outcome'];

/** The text without its marks, and what they mark. @throws Error for a mark that is not closed. */
function unmark(marked: string): Pick<Row, 'text' | 'spans'> {
  const spans: Row['spans'] = [];
  const open: { mark: string; start: number }[] = [];
  let text = '';
  for (const part of marked.split(/(<\/?[wmpo]>)/)) {
    const mark = /^<(\/?)([wmpo])>$/.exec(part);
    if (!mark) text += part;
    else if (!mark[1]) open.push({ mark: mark[2]!, start: text.length });
    else {
      const last = open.pop();
      if (last?.mark !== mark[2]) throw new Error(`</${mark[2]}> closes nothing: ${marked}`);
      spans.push({ kind: MARKS[last!.mark]!, start: last!.start, end: text.length });
    }
  }
  if (open.length > 0) throw new Error(`<${open[0]!.mark}> is not closed: ${marked}`);
  return { text, spans };
}

/** A line of a table. @throws Error when it is not one. */
export function parseRow(line: string, id: string, lang: Language): Row {
  const [label, flags, work, marked, ...rest] = line.split('\t');
  if (!marked || rest.length > 0) throw new Error(`Not four columns: ${line}`);
  const { text, spans } = unmark(marked);
  // A sentence of one kind is marked whole.
  if (WHOLE.includes(label!)) spans.push({ kind: label as SpanKind, start: 0, end: text.length });
  return {
    id,
    lang,
    text,
    label: label as Row['label'],
    kinds: [...new Set(spans.map(({ kind }) => kind))].sort(),
    spans: spans.sort((a, b) => a.start - b.start || b.end - a.end),
    source: 'authored',
    work: work!,
    frustration: flags!.includes('F'),
    shadowIT: flags!.includes('S'),
    urgency: flags!.includes('U'),
  };
}

/** Reads a table of ours (`.tsv`), or lines of JSON with the same fields as a {@link Row}. */
export function readCorpus(path: string, lang: Language): Row[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  if (!path.endsWith('.tsv'))
    return lines.map((line) => JSON.parse(line) as Row).filter((row) => row.lang === lang);
  return lines.map((line, i) => parseRow(line, `${basename(path, '.tsv')}-${i + 1}`, lang));
}
