import type { Block, Renderer } from './body.ts';

/** Cuts words that systems turn into mentions, links, emoji and references. No width on screen. */
const BREAK = '\u200b';

/**
 * A requester's words as GitHub-flavoured Markdown that shows exactly them. Backslashes keep the marks of Markdown from
 * working; mentions, `#12`, web addresses and `:emoji:` are found after those are gone, so they are cut with a character
 * of no width.
 */
export const escapeMarkdown = (text: string): string => text.split('\n').map(escapeLine).join('\n');

const escapeLine = (line: string): string =>
  line
    .replace(/[\\`*_[\](){}<>#|~$&!^]/g, '\\$&')
    .replace(/[@#:](?=[\w/+-])/g, `$&${BREAK}`)
    .replace(/(?:www(?=\.)|GH-)/gi, `$&${BREAK}`)
    // A list, or the line under a heading.
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)\./, '$1\\.')
    // Four spaces at the start would make it code.
    .replace(/^\s+/, (space) => '\u00a0'.repeat(space.length));

/** How the comment begins that carries the id. A quote can't hold it, because its `<` is escaped. */
export const MARK = '<!-- wherefore-brief:';
/** The comment at the end of the body. */
export const marker = (id: string): string => `${MARK}${id} -->`;

/** A brief as Markdown. */
export const renderMarkdown: Renderer<string> = (blocks) => blocks.map(render).join('\n\n');

function render(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${block.text}`;
    case 'quote':
      return escapeMarkdown(block.text).replace(/^/gm, '> ').replace(/ +$/gm, '');
    case 'fact':
      return `**${block.label}:** ${escapeMarkdown(block.text)}`;
    case 'note':
      return block.text;
    case 'link':
      return `[${block.text}](<${new URL(block.url).href}>)`;
    case 'reference':
      return `${block.text}\n${marker(block.id)}`;
  }
}
