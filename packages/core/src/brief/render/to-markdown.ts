/** A brief as Markdown that a colleague likes to read and a program reads back without loss. */
import type { Brief, Language } from '../brief.ts';
import type { HistoryEntry } from '../../wire/wire.ts';
import { statusTexts } from '../../text/status.ts';
import { blocksOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import { escapeHeading, escapeInline, escapeLine } from './escape.ts';
import { HEADINGS, MACHINE, TITLE } from './headings.ts';
import { machinePartOf } from './machine-part.ts';

/** The info string of the fence around the part for computers. */
export const FENCE = 'json wherefore-brief';

/**
 * Ends with a line break; `briefFromMarkdown` gives the same brief back. Several of them one after the other make a file of
 * many briefs. Documented in `docs/reference/brief-format.md`.
 * @param history Shown for people; a reader ignores it. None when absent.
 */
export function briefToMarkdown(brief: Brief, history: readonly HistoryEntry[] = []): string {
  const { language } = brief;
  const blocks = [...blocksOf(brief), ...historyBlock(history, language)];
  const parts = [`# ${TITLE[language]}`, ...blocks.flatMap(markdownOf), machineMarkdown(brief)];
  return `${parts.join('\n\n')}\n`;
}

function markdownOf({ level, heading, text, list, facts }: Block): string[] {
  const bullets = [
    ...(list ?? []).map((item) => `- ${escapeInline(item)}`),
    ...(facts ?? []).map(({ label, value }) => `- **${label}:** ${escapeInline(value)}`),
  ];
  return [
    `${'#'.repeat(level)} ${escapeHeading(heading)}`.trimEnd(),
    ...(text === undefined ? [] : [quote(text)]),
    ...(bullets.length > 0 ? [bullets.map((line) => line.trimEnd()).join('\n')] : []),
  ];
}

/** A line break inside a paragraph is a backslash at the end, which every reader of Markdown shows as one. */
function quote(text: string): string {
  const lines = text.split('\n').map(escapeLine);
  return lines
    .map((line, index) => {
      if (line === '') return '>';
      const next = lines[index + 1];
      return `> ${line}${next === undefined || next === '' ? '' : '\\'}`;
    })
    .join('\n');
}

function historyBlock(history: readonly HistoryEntry[], language: Language): Block[] {
  if (history.length === 0) return [];
  const list = history.map(({ at, status, reason, by }) => {
    const who = by === undefined ? '' : ` (${by})`;
    return `${at} · ${statusTexts[language][status]}${who}${reason === undefined ? '' : `: ${reason}`}`;
  });
  return [{ level: 2, heading: HEADINGS.history[language], list }];
}

function machineMarkdown(brief: Brief): string {
  const { brief: rest, ...envelope } = machinePartOf(brief);
  // One line for each part of the brief: short enough to skip, open enough to compare.
  const lines = Object.entries(rest).map(([key, value]) => `    ${JSON.stringify(key)}: ${asciiSafe(value)}`);
  const head = Object.entries(envelope).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const json = ['{', ...head, '  "brief": {', lines.join(',\n'), '  }', '}'].join('\n');
  const summary = MACHINE[brief.language];
  return `---\n\n<details>\n<summary>${summary}</summary>\n\n\`\`\`${FENCE}\n${json}\n\`\`\`\n\n</details>`;
}

/** JSON in which what an editor might eat is written as an escape. */
function asciiSafe(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
