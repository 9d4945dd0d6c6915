import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Brief } from '@wherefore/core/brief';
import { BriefFormatError, briefFromMarkdown, briefToMarkdown } from '@wherefore/core/brief/markdown';
import { anyBrief, anyText } from '../../../test/any-brief.ts';
import { escapeHeading, escapeInline, escapeLine, unescape } from './escape.ts';

const brief: Brief = {
  id: '019aa000-0000-7000-8000-000000000001',
  schemaVersion: 1,
  language: 'en',
  request: 'We need an app for the shift list',
  need: {
    who: ['nurses on the night shift', 'planners'],
    problem: {
      statement: 'Nobody knows who is on.\nThe list is on paper.',
      lastTime: 'Last Tuesday two people came.',
      howOften: 'every week',
      people: 12,
    },
    outcome: {
      statement: 'Everybody sees the same list',
      measure: { what: 'calls about shifts', from: '30', to: '5' },
    },
  },
  means: [{ words: 'an app', spans: [{ start: 8, end: 14 }], stillNeeded: false }],
  contact: { wanted: true, channel: 'phone' },
  answers: [
    { question: 'last-time', words: 'Last Tuesday two people came.' },
    { question: 'notice', skipped: true },
  ],
  analysis: {
    language: 'en',
    spans: [{ kind: 'means', start: 8, end: 14, cue: 'means.need', confidence: 0.9 }],
    signals: { meansFirst: true, workaround: false, urgency: false, measurable: false, vague: false },
  },
  requester: { name: 'Kim', email: 'kim@example.org' },
  origin: { createdAt: '2026-03-01T08:00:00.000Z' },
};

/** The line number, the message without it, of what can't be read. */
function refusal(markdown: string): { line: number | undefined; message: string } {
  try {
    briefFromMarkdown(markdown);
  } catch (error) {
    assert.ok(error instanceof BriefFormatError, String(error));
    return { line: error.line, message: error.message };
  }
  return assert.fail('it was read');
}

const lineOf = (markdown: string, words: string): number =>
  markdown.split('\n').findLastIndex((line) => line.includes(words)) + 1;

describe('a brief as Markdown', () => {
  it('leads with who, problem and outcome, then the idea, then the request', () => {
    const headings = [...briefToMarkdown(brief).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, [
      'For whom',
      'What goes wrong',
      'What should be better',
      'Their idea',
      'The request, as it was asked',
      'Contact',
      'Who asks',
      'Answers to our questions',
    ]);
  });

  it('reads like a page that a person wrote', () => {
    const [words = ''] = briefToMarkdown(brief).split('\n---\n');
    assert.equal(
      words.split('\n## Contact')[0],
      `# Brief

## For whom

- nurses on the night shift
- planners

## What goes wrong

> Nobody knows who is on.\\
> The list is on paper.

- **How often:** every week
- **How many people:** 12

### The last time

> Last Tuesday two people came.

## What should be better

> Everybody sees the same list

### How you would notice

- **What:** calls about shifts
- **Now:** 30
- **Then:** 5

## Their idea

> an app

- **Still needed with the problem gone:** no

## The request, as it was asked

> We need an app for the shift list
`,
    );
  });

  it('says no word twice: the part for computers holds none that people see', () => {
    const [words = '', machine = ''] = briefToMarkdown(brief).split('\n---\n');
    for (const secret of ['Kim', 'kim@example.org', 'Nobody', 'shift list', 'Tuesday']) {
      assert.ok(words.includes(secret), secret);
      assert.ok(!machine.includes(secret), secret);
    }
    assert.ok(!words.includes(brief.id));
  });

  it('is Dutch for a Dutch brief', () => {
    const dutch = briefToMarkdown({ ...brief, language: 'nl' });
    for (const words of ['# Briefing', '## Voor wie', '## Hun idee', '- **Hoe:** bellen', 'Voor computers'])
      assert.ok(dutch.includes(words), words);
    assert.doesNotMatch(dutch, /For whom|Their idea|by phone|For computers/);
  });

  it('has words of people as words: no markup, no HTML, nobody is called', () => {
    const markdown = briefToMarkdown({
      ...brief,
      request: '# x <img src=y> **b** @everyone [a](b) &lt; 1. `c`',
    });
    assert.ok(
      markdown.includes(
        '> \\# x \\<img src=y> \\*\\*b\\*\\* @&#8203;everyone \\[a\\](b) \\&lt; 1. \\`c\\`\n',
      ),
    );
  });
});

describe('Markdown and back', () => {
  it('gives the same brief, for every brief', () => {
    fc.assert(
      fc.property(anyBrief, (any) => {
        const markdown = briefToMarkdown(any);
        assert.deepEqual(briefFromMarkdown(markdown), any);
        assert.equal(briefToMarkdown(briefFromMarkdown(markdown)), markdown);
      }),
      { numRuns: 1000 },
    );
  });

  it('survives what editors and mail programs do to a text', () => {
    fc.assert(
      fc.property(anyBrief, (any) => {
        const markdown = briefToMarkdown(any);
        assert.equal(markdown.isWellFormed(), true);
        const mangled = `\uFEFF${markdown.replaceAll('\n', '  \r\n')}\r\n\r\n`;
        assert.deepEqual(briefFromMarkdown(mangled), any);
        assert.deepEqual(
          briefFromMarkdown(new TextDecoder().decode(new TextEncoder().encode(markdown))),
          any,
        );
        assert.deepEqual(briefFromMarkdown(markdown.replace(/[ \t]+$/gm, '').trim()), any);
      }),
    );
  });

  it('gives the same text from every escape, in one line each', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        for (const escape of [escapeInline, escapeHeading]) {
          assert.equal(unescape(escape(text)), text);
          assert.doesNotMatch(escape(text), /[\n\r\u0000]|^\s|\s$/);
        }
        const line = text.replaceAll('\n', '');
        assert.equal(unescape(escapeLine(line)), line);
      }),
      { numRuns: 2000 },
    );
  });

  it('ignores what stands before the title, and the history', () => {
    const at = '2026-03-01T08:00:00.000Z';
    const history = [
      { at, status: 'received' as const },
      { at, status: 'later' as const, reason: '## Voor wie\n- x', by: 'Fatima' },
    ];
    const markdown = briefToMarkdown(brief, history);
    assert.ok(markdown.includes('## History\n\n- 2026-03-01T08:00:00.000Z · Received\n- '));
    assert.deepEqual(briefFromMarkdown(`Dear all,\n\n## see below\n\n${markdown}`), brief);
  });
});

describe('a person who edits the words', () => {
  const markdown = briefToMarkdown(brief);

  it('changes the brief', () => {
    const edited = markdown
      .replace('- planners', '* planners\n+ the AT&T desk & **co**')
      .replace('> Everybody sees the same list', 'Everybody sees\nthe same list\n\nEvery day')
      .replace('**How many people:** 12', '**how many people**: 14')
      .replace('> an app', '> an app or a board');
    assert.deepEqual(briefFromMarkdown(edited), {
      ...brief,
      need: {
        who: ['nurses on the night shift', 'planners', 'the AT&T desk & **co**'],
        problem: { ...brief.need?.problem, people: 14 },
        outcome: { ...brief.need?.outcome, statement: 'Everybody sees\nthe same list\n\nEvery day' },
      },
      means: [{ ...brief.means?.[0], words: 'an app or a board' }],
    });
  });

  it('may write headings in the other language', () => {
    const mixed = markdown.replace('## For whom', '## VOOR WIE:').replace('**How often:**', '**Hoe vaak:**');
    assert.deepEqual(briefFromMarkdown(mixed), brief);
  });

  it('takes a part away with its heading', () => {
    const { contact: _contact, ...without } = brief;
    const edited = markdown.replace(/## Contact\n[\s\S]*?(?=## Who asks)/, '');
    assert.deepEqual(briefFromMarkdown(edited), without);
  });

  it('loses the marks with the words they were made on, and nothing else', () => {
    const { analysis: _analysis, ...rest } = brief;
    const request = 'We want a board for the shift list';
    assert.deepEqual(briefFromMarkdown(markdown.replace('> We need an app for', '> We want a board for')), {
      ...rest,
      request,
      means: [{ words: 'an app', stillNeeded: false }],
    });
    assert.deepEqual(
      briefFromMarkdown(markdown.replace('## The request', '## Their idea\n\n> a board\n\n## The request')),
      {
        ...brief,
        means: [{ words: 'an app', stillNeeded: false }, { words: 'a board' }],
      },
    );
  });

  const mistakes: [string, string, string, string, RegExp][] = [
    [
      'a heading that no brief has',
      '## Contact',
      '## Notes',
      '## Notes',
      /no brief has the heading .*“For whom”/,
    ],
    [
      'a heading at the wrong level',
      '### The last time',
      '## The last time',
      '## The last time',
      /no brief has/,
    ],
    ['a part twice', '## Contact', '## For whom\n\n- x\n\n## Contact', '## For whom', /second time/],
    ['a label that belongs elsewhere', '**How often:**', '**Site:**', '**Site:**', /“- \*\*How often:\*\*”/],
    [
      'a label twice',
      '- **How often:** every week',
      '- **How often:** a\n- **How often:** b',
      'often:** b',
      /second time/,
    ],
    ['a number in words', '**How many people:** 12', '**How many people:** twelve', 'twelve', /whole number/],
    [
      'neither yes nor no',
      '**Would like to talk:** yes',
      '**Would like to talk:** perhaps',
      'perhaps',
      /ja, yes, nee, no/,
    ],
    ['a way of contact that is none', 'by phone', 'by pigeon', 'by pigeon', /langskomen, in person/],
    ['text where a list belongs', '- nurses', 'nurses', '## For whom', /no other text/],
    [
      'a number out of bounds',
      '**How many people:** 12',
      '**How many people:** 99999999',
      '99999999',
      /need\.problem\.people/,
    ],
    [
      'a request without a word',
      '> We need an app for the shift list',
      '>',
      '## The request',
      /^Line \d+: request: /,
    ],
    ['a broken part for computers', '"brief": {', '"brief": ', '```json', /not JSON/],
    ['a part for computers without an end', '\n```\n', '\n', '```json', /has no end/],
    ['no part for computers', '```json wherefore-brief', '```json', '```json', /after a list/],
    ['a newer format', '"format": 1', '"format": 2', '```json', /format 2/],
    [
      'a newer version',
      '"schemaVersion": 1',
      '"schemaVersion": 2',
      '```json',
      /version 2; the newest .* is 1/,
    ],
    ['another id', brief.id, 'x', '```json', /id: /],
    ['words after the end', '</details>\n', '</details>\n\nthanks!\n', 'thanks', /under no heading/],
    ['no title', '# Brief\n', 'Brief\n', 'Brief', /this is no brief/],
    ['a second brief', '</details>\n', '</details>\n\n# Brief\n', '# Brief', /second brief/],
  ];
  for (const [what, from, to, place, message] of mistakes) {
    it(`hears on which line there is ${what}`, () => {
      assert.ok(markdown.includes(from), from);
      const edited = markdown.replace(from, () => to);
      const refused = refusal(edited);
      assert.match(refused.message, message);
      assert.equal(refused.line, lineOf(edited, place));
      assert.ok(refused.message.startsWith(`Line ${refused.line}: `));
    });
  }
});

it('the reader gives a brief or a clear error, whatever it gets', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText(500), anyBrief.map(briefToMarkdown)),
      anyText(20),
      fc.nat(),
      (text, noise, place) => {
        const index = place % (text.length + 1);
        try {
          briefFromMarkdown(text.slice(0, index) + noise + text.slice(index));
        } catch (error) {
          assert.ok(error instanceof BriefFormatError, String(error));
          assert.ok(error.line !== undefined);
        }
      },
    ),
    { numRuns: 500 },
  );
});
