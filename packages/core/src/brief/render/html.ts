/** A brief as a piece of HTML for mail and for systems that take no Markdown. */
import type { Brief } from '../brief.ts';
import { blocksOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import { visible } from './visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** One `<article>` of headings, quotes and lists: no classes, styles, scripts, links or pictures. Everything a person wrote is escaped. */
export function briefToHtml(brief: Brief): string {
  const parts = blocksOf(brief).map(htmlOf);
  return `<article lang="${brief.language}">\n${parts.join('\n')}\n</article>\n`;
}

function htmlOf({ level, heading, text, list, facts }: Block): string {
  const rows = [
    ...(list ?? []).map(escaped),
    ...(facts ?? []).map(({ label, value }) => `<strong>${escaped(label)}:</strong> ${escaped(value)}`),
  ];
  return [
    `<h${level}>${escaped(heading)}</h${level}>`,
    ...(text === undefined ? [] : [`<blockquote>${escaped(text)}</blockquote>`]),
    ...(rows.length === 0 ? [] : [`<ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul>`]),
  ].join('\n');
}

function escaped(text: string): string {
  return visible(text)
    .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)
    .replaceAll('\n', '<br>');
}
