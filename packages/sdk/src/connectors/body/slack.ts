import type { Block, Renderer } from './body.ts';

/** Something in Slack's Block Kit. */
export interface SlackElement {
  type: string;
  text?: string;
  url?: string;
  style?: { bold: true };
  elements?: SlackElement[];
}

/** A requester's words where Slack reads its own notation: no mention, no `<!channel>`, no link. */
export const escapeMrkdwn = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A brief as one `rich_text` block. Words are text elements, in which Slack looks for nothing. */
export const renderSlack: Renderer<SlackElement> = (blocks) => ({
  type: 'rich_text',
  elements: blocks.map((block, index) => render(block, index)),
});

function render(block: Block, index: number): SlackElement {
  switch (block.kind) {
    case 'heading':
      return section({
        type: 'text',
        text: `${index ? '\n' : ''}${block.text}\n`,
        style: { bold: true },
      });
    case 'quote':
      return { type: 'rich_text_quote', elements: [{ type: 'text', text: block.text }] };
    case 'fact':
      return section(
        { type: 'text', text: `${block.label}: `, style: { bold: true } },
        { type: 'text', text: `${block.text}\n` },
      );
    case 'link':
      return section(
        { type: 'text', text: '\n' },
        { type: 'link', text: block.text, url: new URL(block.url).href },
      );
    default:
      return section({ type: 'text', text: `\n${block.text}` });
  }
}

const section = (...elements: SlackElement[]): SlackElement => ({ type: 'rich_text_section', elements });
