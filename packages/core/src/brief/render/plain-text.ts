/** A brief as plain text, for mail and for logs of other systems. */
import type { Brief } from '../brief.ts';
import { blocksOf } from './blocks.ts';
import { TITLE } from './headings.ts';
import { visible } from './visible.ts';

/** Headings stand at the margin and words of people two blanks in, so words can't pass for a heading. Ends with a line break. */
export function briefToText(brief: Brief): string {
  const parts = blocksOf(brief).map(({ heading, text, list, facts }) => {
    const head = visible(heading).replaceAll('\n', ' ');
    const lines = [
      ...(text === undefined ? [] : visible(text).split('\n')),
      ...(list ?? []).map((item) => `- ${oneLine(item)}`),
      ...(facts ?? []).map(({ label, value }) => `${label}: ${oneLine(value)}`),
    ];
    return [head, ...lines.map((line) => `  ${line}`.trimEnd())].join('\n');
  });
  return `${[TITLE[brief.language], ...parts].join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return visible(text).replaceAll('\n', ' ');
}
