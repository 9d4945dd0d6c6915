/** Figures of the analyser on labelled sentences: precision, recall and F1 per question. */
import type { Analysis, SpanKind } from '../../packages/core/src/needs/types.ts';
import type { Row } from './corpus.ts';

export interface Figure {
  precision: number;
  recall: number;
  f1: number;
  of: number;
}

export interface Score {
  macroF1: number;
  means: Figure;
  problem: Figure;
  outcome: Figure;
  vague: Figure;
  meansFirst: Figure;
  who: Figure;
  frustration: Figure;
  workaround: Figure;
  urgency: Figure;
  /** Share of the story spans of which four fifths were found. */
  stories: number;
}

/** The questions that a figure answers. */
export type Question = Exclude<keyof Score, 'macroF1' | 'stories'>;

const KINDS: readonly SpanKind[] = ['means', 'problem', 'outcome'];

/** What a text is mainly about: the most confident mark that is no role; none of them is vague. */
export function mainKind(analysis: Analysis): string {
  const marks = analysis.spans.filter((span) => span.kind !== 'who');
  return marks.sort((a, b) => b.confidence - a.confidence)[0]?.kind ?? 'vague';
}

function figure(pairs: readonly (readonly [boolean, boolean])[]): Figure {
  const right = pairs.filter(([gold, said]) => gold && said).length;
  const said = pairs.filter((pair) => pair[1]).length;
  const of = pairs.filter((pair) => pair[0]).length;
  const share = (a: number, b: number): number => (b === 0 ? 0 : a / b);
  return { precision: share(right, said), recall: share(right, of), f1: share(2 * right, said + of), of };
}

export function score(rows: readonly Row[], analyze: (row: Row) => Analysis): Score {
  const read = rows.map((row) => ({ row, analysis: analyze(row) }));
  const single = read.filter(({ row }) => KINDS.includes(row.label as SpanKind));
  const kind = (name: SpanKind) =>
    figure(single.map(({ row, analysis }) => [row.label === name, mainKind(analysis) === name]));
  const who = read.flatMap(({ row, analysis }): [boolean, boolean][] => {
    const gold = row.spans.filter((span) => span.kind === 'who');
    const said = analysis.spans.filter((span) => span.kind === 'who');
    const meets = (a: { start: number; end: number }, b: { start: number; end: number }) =>
      a.start < b.end && b.start < a.end;
    return [
      ...gold.map((g): [boolean, boolean] => [true, said.some((s) => meets(g, s))]),
      ...said.filter((s) => !gold.some((g) => meets(g, s))).map((): [boolean, boolean] => [false, true]),
    ];
  });
  const storySpans = read
    .filter(({ row }) => row.label === 'story')
    .flatMap(({ row, analysis }) =>
      row.spans.map((gold) =>
        analysis.spans.some((said) => {
          const both = Math.min(gold.end, said.end) - Math.max(gold.start, said.start);
          return (
            said.kind === gold.kind &&
            both >= 0.8 * (Math.max(gold.end, said.end) - Math.min(gold.start, said.start))
          );
        }),
      ),
    );
  const [means, problem, outcome] = [kind('means'), kind('problem'), kind('outcome')];
  return {
    macroF1: (means.f1 + problem.f1 + outcome.f1) / 3,
    means,
    problem,
    outcome,
    vague: figure(read.map(({ row, analysis }) => [row.label === 'vague', analysis.signals.vague])),
    meansFirst: figure(
      read
        .filter(({ row }) => row.label !== 'story' && row.label !== 'mixed')
        .map(({ row, analysis }) => [row.label === 'means', analysis.signals.meansFirst]),
    ),
    who: figure(who),
    frustration: figure(
      read.map(({ row, analysis }) => [row.frustration === true, analysis.signals.frustration]),
    ),
    workaround: figure(read.map(({ row, analysis }) => [row.shadowIT === true, analysis.signals.workaround])),
    urgency: figure(read.map(({ row, analysis }) => [row.urgency === true, analysis.signals.urgency])),
    stories: storySpans.length === 0 ? 0 : storySpans.filter(Boolean).length / storySpans.length,
  };
}
