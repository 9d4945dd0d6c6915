import type { Renderer } from './body.ts';

/** A brief as plain text, a requester's words behind `>`: e-mail, ServiceNow. */
export const renderPlain: Renderer<string> = (blocks) =>
  blocks
    .map((block, index) => {
      switch (block.kind) {
        case 'heading':
          return `${index ? '\n' : ''}${block.text}`;
        case 'quote':
          return block.text.replace(/^/gm, '> ').replace(/ +$/gm, '');
        case 'fact':
          return `${block.label}: ${block.text}`;
        case 'link':
          return `\n${block.text}: ${new URL(block.url).href}`;
        default:
          return block.text;
      }
    })
    .join('\n');
