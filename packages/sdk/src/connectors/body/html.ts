import type { Block, Renderer } from './body.ts';

/** Text as HTML that shows exactly it, also between quotes of an attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

const lines = (text: string): string => escapeHtml(text).replace(/\n/g, '<br>');
const link = (block: Block & { kind: 'link' }): string =>
  `<a href="${escapeHtml(new URL(block.url).href)}">${escapeHtml(block.text)}</a>`;

/** A brief as HTML with headings and quotes: Azure DevOps, e-mail. */
export const renderHtml: Renderer<string> = (blocks) =>
  blocks
    .map((block) => {
      switch (block.kind) {
        case 'heading':
          return `<h3>${escapeHtml(block.text)}</h3>`;
        case 'quote':
          return `<blockquote>${lines(block.text)}</blockquote>`;
        case 'fact':
          return `<p><b>${escapeHtml(block.label)}:</b> ${lines(block.text)}</p>`;
        case 'link':
          return `<p>${link(block)}</p>`;
        default:
          return `<p>${escapeHtml(block.text)}</p>`;
      }
    })
    .join('\n');

/** A brief with bold text, line breaks and a link as the only tags: TOPdesk. */
export const renderSimpleHtml: Renderer<string> = (blocks) =>
  blocks
    .map((block, index) => {
      switch (block.kind) {
        case 'heading':
          return `${index ? '<br>' : ''}<b>${escapeHtml(block.text)}</b><br>`;
        case 'fact':
          return `${escapeHtml(block.label)}: ${lines(block.text)}<br>`;
        case 'link':
          return `<br>${link(block)}<br>`;
        default:
          return `${lines(block.text)}<br>`;
      }
    })
    .join('');
