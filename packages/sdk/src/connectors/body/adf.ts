import type { Block, Renderer } from './body.ts';

/** A node of the Atlassian Document Format, as far as a brief needs it. */
export interface AdfNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: AdfNode[];
}

/** A whole text in the Atlassian Document Format. */
export interface AdfDocument extends AdfNode {
  type: 'doc';
  version: 1;
  content: AdfNode[];
}

/** A brief for Jira Cloud. Words are text nodes, in which nothing is markup. */
export const renderAdf: Renderer<AdfDocument> = (blocks) => ({
  type: 'doc',
  version: 1,
  content: blocks.map(render),
});

function render(block: Block): AdfNode {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', attrs: { level: 3 }, content: words(block.text) };
    case 'quote':
      return { type: 'blockquote', content: [paragraph(words(block.text))] };
    case 'fact':
      return paragraph([
        { type: 'text', text: `${block.label}: `, marks: [{ type: 'strong' }] },
        ...words(block.text),
      ]);
    case 'link':
      return paragraph([
        {
          type: 'text',
          text: block.text,
          marks: [{ type: 'link', attrs: { href: new URL(block.url).href } }],
        },
      ]);
    default:
      return paragraph(words(block.text));
  }
}

const paragraph = (content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });

/** Text nodes may not be empty, and have no line ends. */
const words = (text: string): AdfNode[] =>
  text
    .split('\n')
    .flatMap((line, index): AdfNode[] => [
      ...(index ? [{ type: 'hardBreak' }] : []),
      ...(line ? [{ type: 'text', text: line }] : []),
    ]);
