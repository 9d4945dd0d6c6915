import type { Block, Renderer } from './body.ts';

/** Something in an Adaptive Card. */
export interface CardElement {
  type: string;
  text?: string;
  weight?: 'Bolder';
  isSubtle?: true;
  style?: 'emphasis';
  items?: CardElement[];
  inlines?: CardElement[];
}

export interface Card {
  type: 'AdaptiveCard';
  $schema: string;
  version: '1.4';
  body: CardElement[];
  actions: { type: 'Action.OpenUrl'; title: string; url: string }[];
}

/** A brief as an Adaptive Card. Words are text runs, which have no Markdown, unlike text blocks. */
export const renderCard: Renderer<Card> = (blocks) => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.4',
  body: blocks.flatMap(render),
  actions: blocks
    .filter((block) => block.kind === 'link')
    .map((block) => ({ type: 'Action.OpenUrl', title: block.text, url: new URL(block.url).href })),
});

function render(block: Block): CardElement[] {
  switch (block.kind) {
    case 'heading':
      return [runs({ text: block.text, weight: 'Bolder' })];
    case 'quote':
      return [
        {
          type: 'Container',
          style: 'emphasis',
          items: block.text
            .split('\n')
            .filter((line) => line.trim())
            .map((text) => runs({ text })),
        },
      ];
    case 'fact':
      return [runs({ text: `${block.label}: `, weight: 'Bolder' }, { text: block.text })];
    case 'link':
      return [];
    default:
      return [runs({ text: block.text, isSubtle: true })];
  }
}

const runs = (...inlines: Omit<CardElement, 'type'>[]): CardElement => ({
  type: 'RichTextBlock',
  inlines: inlines.map((inline) => ({ type: 'TextRun', ...inline })),
});
