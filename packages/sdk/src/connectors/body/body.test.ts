import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Brief } from '@wherefore/core/brief';
import fc from 'fast-check';
import * as html from 'prettier/plugins/html';
import * as markdown from 'prettier/plugins/markdown';
import { renderAdf } from './adf.ts';
import { briefBody, briefTitle, renderWithin, shorten } from './body.ts';
import type { Block } from './body.ts';
import { renderCard } from './card.ts';
import { renderHtml, renderSimpleHtml } from './html.ts';
import { marker, renderMarkdown } from './markdown.ts';
import { renderPlain } from './plain.ts';
import { escapeMrkdwn, renderSlack } from './slack.ts';
import { renderWiki } from './wiki.ts';

const brief: Brief = {
  id: '019aa000-0000-7000-8000-000000000001',
  schemaVersion: 1,
  language: 'en',
  request: 'We want an app',
  need: {
    who: ['the night shift', 'drivers'],
    problem: { statement: 'Nobody hears about changes in the rota', howOften: 'every week', people: 40 },
    outcome: {
      statement: 'Everybody knows it the evening before',
      measure: { what: 'calls', from: '20', to: '2' },
    },
  },
  means: [{ words: 'An app', stillNeeded: false }],
  requester: { name: 'Name Nameson', email: 'name@example.org', department: 'Depot nine' },
  contact: { wanted: true, person: 'Person Personson' },
};
const delivery = {
  brief,
  receivedAt: '2026-11-22T08:00:00.000Z',
  deskUrl: 'https://desk.example.org/desk#b=1',
  deliveryId: 'd1',
};
const plain = (changes: Partial<Brief> = {}, options = {}): string =>
  renderPlain(briefBody({ ...delivery, brief: { ...brief, ...changes } }, options));

describe('the body of a brief', () => {
  it('leads with the need, then the idea, what belongs to it, and the request; ends with the way back', () => {
    const text = plain();
    const order = [
      'night shift, drivers',
      'Nobody hears',
      'the evening before',
      'Their idea',
      '> An app',
      'no longer needed',
      'How often: every week',
      'How many people: 40',
      'calls, now 20, then 2',
      'We want an app',
      'https://desk.example.org/desk#b=1',
      brief.id,
    ];
    const places = order.map((words) => text.indexOf(words));
    assert.ok(!places.includes(-1), text);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      text,
    );
  });

  it('leads with the request when no need was told, and says what is unclear', () => {
    const text = plain({ need: undefined });
    assert.ok(text.startsWith('The request, as it was asked\n> We want an app'), text);
    assert.equal(text.split('We want an app').length, 2);
    assert.match(text, /Not clear yet\nFor whom exactly\?/);
  });

  it('says nothing of who asked, unless that is wanted', () => {
    for (const words of ['Nameson', 'name@example.org', 'Depot nine', 'Personson'])
      assert.ok(!plain().includes(words), words);
    for (const words of ['Nameson', 'name@example.org', 'Depot nine', 'Personson'])
      assert.ok(plain({}, { includeRequester: true }).includes(words), words);
  });

  it('speaks the language of the brief', () => {
    const text = plain({ language: 'nl' });
    for (const words of ['Voor wie', 'Wat er misgaat', 'Hun idee', 'Open de vraag in Wherefore'])
      assert.ok(text.includes(words), words);
    assert.doesNotMatch(text, /For whom|Their idea|Open the request/);
  });

  it('has a title of one line that leads with the problem', () => {
    assert.equal(briefTitle(brief, 80), 'Nobody hears about changes in the rota');
    assert.equal(briefTitle({ ...brief, need: undefined, request: ' an\n app\u202e ' }, 80), 'an app');
    assert.equal(briefTitle(brief, 20), 'Nobody hears about…');
    assert.equal(shorten('😀😀😀', 4), '😀…');
  });

  it('stays inside any size, and says that it was shortened', () => {
    const long = 'word '.repeat(790);
    const large = { ...brief, request: long, need: { ...brief.need, problem: { statement: long } } };
    const blocks = briefBody({ ...delivery, brief: large });
    for (const size of [8000, 3000, 1000, 500, 300]) {
      const text = renderWithin(delivery, blocks, renderPlain, ({ length }) => length <= size);
      assert.ok(text.length <= size, `${text.length} > ${size}`);
      assert.match(text, /Shortened because/);
      assert.ok(text.includes(delivery.deskUrl) && text.includes(brief.id));
    }
    assert.doesNotMatch(
      renderWithin(delivery, blocks, renderPlain, () => true),
      /Shortened because/,
    );
  });
});

/** Words that try every notation, among any others. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '*',
        '**',
        '_',
        '`',
        '```',
        '~~~',
        '#',
        '## ',
        '> ',
        '- ',
        '+ ',
        '1. ',
        '1) ',
        '===',
        '---',
        '|',
        '[x](http://e.nl)',
        '![i](x)',
        '<b>',
        '</blockquote>',
        '<script>',
        '<!-- wherefore-brief:',
        '-->',
        '&lt;',
        '&amp;',
        '@team',
        '<!channel>',
        '<@U1>',
        '#12',
        'GH-3',
        'http://e.nl',
        'https://e.nl/a_b',
        'www.e.nl',
        'a@b.nl',
        ':tada:',
        '{quote}',
        '{code}',
        'h1. ',
        'bq. ',
        '[~bob]',
        '!x.png!',
        '$a$',
        '{{a}}',
        '{%a%}',
        '\\',
        '\n',
        '\n\n',
        '    ',
        '\t',
        ' ',
        'word',
        '😀',
        '[^1]',
        '[ ]',
        '\r\n',
        '::',
        '"',
        "'",
        '\u00a0',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const bodies = fc
  .record({ request: hostile, problem: hostile, idea: hostile, how: hostile })
  .map(({ request, problem, idea, how }) =>
    briefBody({
      ...delivery,
      brief: {
        ...brief,
        request: `x${request}`,
        need: { problem: { statement: problem, howOften: how } },
        means: [{ words: idea }],
      },
    }),
  );
/** What a reader should see, however it is written. */
const theirs = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'quote' || block.kind === 'fact' ? [block.text] : []));
const visible = (text: string): string => text.replace(/[\s\u200b\u00a0]+/g, '');

interface Node {
  type?: string;
  kind?: string;
  name?: string;
  value?: string;
  url?: string;
  attrs?: unknown[];
  children?: Node[];
}
const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];

describe('a requester’s words', () => {
  it('are never Markdown', () => {
    fc.assert(
      fc.property(bodies, (blocks) => {
        const text = renderMarkdown(blocks);
        const root = (markdown.parsers.markdown!.parse as (text: string, options: object) => Node)(text, {
          originalText: text,
        });
        const nodes = all(root);
        const count = (type: string): number => nodes.filter((node) => node.type === type).length;
        const kinds = new Set(nodes.map(({ type }) => type));
        for (const kind of kinds)
          assert.ok(
            [
              'root',
              'paragraph',
              'heading',
              'blockquote',
              'text',
              'strong',
              'link',
              'html',
              'break',
            ].includes(kind!),
            `${kind}: ${JSON.stringify(text)}`,
          );
        const of = (kind: Block['kind']): number => blocks.filter((block) => block.kind === kind).length;
        assert.equal(count('heading'), of('heading'), text);
        assert.equal(count('strong'), of('fact'), text);
        assert.equal(count('link'), 1, text);
        assert.equal(count('html'), 1, text);
        assert.equal(text.split('<!-- wherefore-brief:').length, 2, text);
        assert.ok(text.endsWith(marker(brief.id)));
        // No mention, reference, web address or emoji is left whole.
        for (const line of text.split('\n').filter((line) => /^[>*]/.test(line)))
          assert.doesNotMatch(line.replace(/^\*\*[^*]+\*\*/, ''), /[@#]\w|:\/\/|:\w+:|www\.\w|GH-\d/i);
        const shown = visible(nodes.flatMap(({ type, value }) => (type === 'text' ? [value] : [])).join(''));
        for (const words of theirs(blocks)) assert.ok(shown.includes(visible(words)), `${words} in ${shown}`);
      }),
      { numRuns: 300 },
    );
  });

  it('are never HTML', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (blocks) => {
        for (const [render, allowed] of [
          [renderHtml, ['h3', 'p', 'b', 'br', 'blockquote', 'a']],
          [renderSimpleHtml, ['b', 'br', 'a']],
        ] as const) {
          const text = render(blocks);
          const root = (await (html.parsers.html!.parse as (text: string, options: object) => unknown)(text, {
            originalText: text,
            filepath: 'x.html',
          })) as Node;
          const elements = all(root).filter(({ kind }) => kind === 'element');
          for (const { name, attrs } of elements) {
            assert.ok((allowed as readonly string[]).includes(name!), `${name} in ${text}`);
            assert.equal(attrs?.length, name === 'a' ? 1 : 0);
          }
          assert.equal(elements.filter(({ name }) => name === 'a').length, 1);
          const shown = visible(decode(text.replace(/<[^>]*>/g, '')));
          for (const words of theirs(blocks))
            assert.ok(shown.includes(visible(words)), `${words} in ${text}`);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are text nodes for Jira Cloud, Slack and Teams, and nothing else', () => {
    fc.assert(
      fc.property(bodies, (blocks) => {
        for (const tree of [renderAdf(blocks), renderSlack(blocks), renderCard(blocks)]) {
          const texts: string[] = [];
          JSON.stringify(tree, (key, value: unknown) => {
            if (key === 'text') texts.push(value as string);
            // What decides about form is one of ours.
            if (['type', 'style', 'weight', 'href', 'url'].includes(key) && typeof value === 'string')
              assert.match(value, /^(\w+|Action\.OpenUrl|https:\/\/desk\.example\.org\/desk#b=1)$/);
            return value;
          });
          assert.ok(texts.every((text) => text !== ''));
          const shown = visible(texts.join(''));
          for (const words of theirs(blocks)) assert.ok(shown.includes(visible(words)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are never wiki notation', () => {
    fc.assert(
      fc.property(bodies, (blocks) => {
        const text = renderWiki(blocks);
        // What is left without escaped characters is ours.
        const bare = text.replace(/\\[^\w\s]/g, 'x');
        assert.equal(
          bare.match(/\{quote\}/g)?.length,
          blocks.filter(({ kind }) => kind === 'quote').length * 2,
        );
        assert.equal(
          bare.match(/^h\d\. /gm)?.length,
          blocks.filter(({ kind }) => kind === 'heading').length,
          text,
        );
        assert.equal(bare.match(/\[/g)?.length, 1, text);
        assert.equal(bare.match(/\*/g)?.length ?? 0, blocks.filter(({ kind }) => kind === 'fact').length * 2);
        assert.doesNotMatch(bare.replace(/\{quote\}|\[Open.*\]/g, ''), /[{}[\]!|~]|:\/\//);
      }),
      { numRuns: 300 },
    );
  });

  it('call nobody in the notation of Slack', () => {
    assert.equal(escapeMrkdwn('<!channel> & <@U1> &lt;'), '&lt;!channel&gt; &amp; &lt;@U1&gt; &amp;lt;');
  });
});

const decode = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
