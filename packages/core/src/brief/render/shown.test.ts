/** What other programs make of our Markdown, by a renderer that is not ours: CommonMark with GitHub's extensions. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { briefToMarkdown } from '@wherefore/core/brief/markdown';
import { anyText } from '../../../test/any-brief.ts';

/** As a page shows it: raw HTML is let through, so that it would be noticed. */
function html(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The words in a piece of HTML. Only paragraphs, line breaks and links may be around them. */
function words(piece: string): string {
  const text = piece.replace(/<a href="[^"]*">|<\/a>/g, '').replace(/<\/?p>|<br \/>/g, ' ');
  assert.doesNotMatch(text, /[<>]/, 'no other markup');
  return plain(text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole));
}

/** Blanks as a page shows them, without what nobody sees: controls, half characters, noncharacters, a blank without width. */
function plain(text: string): string {
  const hidden =
    /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\u200B\uFDD0-\uFDEF\uFFFD-\uFFFF]|[\u{1FFFE}\u{1FFFF}]|\p{Surrogate}/gu;
  return text.replace(hidden, '').replace(/\s+/g, ' ').trim();
}

describe('Markdown of a brief, shown by another program', () => {
  it('shows exactly the words that people wrote, as a quote, a bullet and a heading', () => {
    fc.assert(
      fc.property(anyText(300), (text) => {
        const page = html(
          briefToMarkdown({
            id: '019aa000-0000-7000-8000-000000000000',
            schemaVersion: 1,
            language: 'en',
            request: `x${text}`,
            need: { who: [text] },
            answers: [{ question: text, words: text }],
          }),
        );
        const inside = (tag: string): string[] =>
          [...page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, piece = '']) =>
            words(piece),
          );
        assert.deepEqual(inside('blockquote'), [plain(`x${text}`), plain(text)]);
        assert.deepEqual(inside('li'), [plain(text)]);
        assert.deepEqual(inside('h3'), [plain(text)]);
        assert.deepEqual(inside('h2'), [
          'For whom',
          'The request, as it was asked',
          'Answers to our questions',
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it('shows line breaks as line breaks', () => {
    const page = html(
      briefToMarkdown({
        id: '019aa000-0000-7000-8000-000000000000',
        schemaVersion: 1,
        language: 'en',
        request: 'one\ntwo\n\nthree\\\nfour',
      }),
    );
    assert.ok(page.includes('<p>one<br />\ntwo</p>\n<p>three\\<br />\nfour</p>'), page);
  });
});
