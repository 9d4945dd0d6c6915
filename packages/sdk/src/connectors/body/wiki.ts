import type { Block, Renderer } from './body.ts';

/**
 * A requester's words as Jira's wiki notation that shows exactly them: a backslash before every mark, and a character of no width
 * where a line starts like a heading or a quote, or a web address would become a link.
 */
const escapeWiki = (text: string): string =>
  text
    .replace(/[\\{}[\]*_\-+^~?!|#<>&@%]/g, '\\$&')
    .replace(/:(?=\/)|www(?=\.)/gi, '$&\u200b')
    .replace(/^(?=\s*(?:h[1-6]|bq|p)\.)/gm, '\u200b')
    // Emoticons: `:)`, `;)`, `(y)`, `(!)`.
    .replace(/[:;](?=[()DPp])|\((?=.{1,4}\))/g, '$&\u200b');

/** A brief in Jira's wiki notation: Jira Data Center. */
export const renderWiki: Renderer<string> = (blocks) => blocks.map(render).join('\n\n');

function render(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `h3. ${block.text}`;
    case 'quote':
      return `{quote}\n${escapeWiki(block.text)}\n{quote}`;
    case 'fact':
      return `*${block.label}:* ${escapeWiki(block.text)}`;
    case 'link':
      // A pipe or a bracket would end the address.
      return `[${block.text}|${new URL(block.url).href.replace(/[|[\]]/g, encodeURIComponent)}]`;
    default:
      return block.text;
  }
}
