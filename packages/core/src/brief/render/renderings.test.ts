import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Brief } from '@wherefore/core/brief';
import {
  briefToCells,
  briefToHtml,
  briefToText,
  csvColumns,
  csvRow,
  disarm,
  rearm,
} from '@wherefore/core/brief/render';
import { anyBrief, anyText, briefJsonShape } from '../../../test/any-brief.ts';
import { LAYOUT, withParts } from './layout.ts';

const brief: Brief = {
  id: '019aa000-0000-7000-8000-000000000001',
  schemaVersion: 1,
  language: 'nl',
  request: 'Mag er een app\nvoor het rooster?',
  need: {
    who: ['verzorgenden', 'planners'],
    problem: { statement: 'Niemand weet wie er werkt', people: 12 },
    outcome: { statement: 'Iedereen ziet hetzelfde rooster' },
  },
  means: [{ words: 'een app', stillNeeded: true }],
  answers: [
    { question: 'notice', words: 'aan minder bellen' },
    { question: 'who', skipped: true },
  ],
};

describe('a brief as plain text', () => {
  it('leads with the need, in the language of the brief', () => {
    assert.equal(
      briefToText(brief),
      `Briefing

Voor wie
  - verzorgenden
  - planners

Wat er misgaat
  Niemand weet wie er werkt
  Hoeveel mensen: 12

Wat er beter moet
  Iedereen ziet hetzelfde rooster

Hun idee
  een app
  Ook nodig als het probleem weg is: ja

De vraag, zoals gesteld
  Mag er een app
  voor het rooster?

Antwoorden op onze vragen

notice
  aan minder bellen

who
  Overgeslagen: ja
`,
    );
  });

  it('has no controls in it, and no words of people at the margin but the names of questions', () => {
    fc.assert(
      fc.property(anyBrief, (any) => {
        const { answers: _answers, ...others } = any;
        const text = briefToText(others);
        assert.doesNotMatch(text, /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]/);
        assert.equal(text.isWellFormed(), true);
        const margin = text.split('\n').filter((line) => /^\S/.test(line));
        const known = briefToText({ ...others, language: any.language });
        for (const line of margin) assert.ok(headings(any.language).has(line), `${line} in ${known}`);
      }),
    );
  });
});

function headings(language: Brief['language']): Set<string> {
  const full = briefToText({
    ...brief,
    language,
    need: {
      who: ['x'],
      problem: { statement: 'x', lastTime: 'x' },
      outcome: { statement: 'x', measure: { what: 'x' } },
    },
    currentWay: { tools: ['x'], channels: ['x'], workaround: 'x' },
    effects: { colleagues: 'x', customers: 'x', worseOff: 'x' },
    contact: { wanted: true },
    requester: { name: 'x' },
  });
  return new Set(full.split('\n').filter((line) => /^\S/.test(line)));
}

describe('a brief as HTML', () => {
  it('leads with the need and says its language', () => {
    const html = briefToHtml(brief);
    assert.ok(html.startsWith('<article lang="nl">\n<h2>Voor wie</h2>\n<ul><li>verzorgenden</li>'));
    assert.ok(html.includes('<blockquote>Mag er een app<br>voor het rooster?</blockquote>'));
    assert.ok(html.includes('<li><strong>Hoeveel mensen:</strong> 12</li>'));
  });

  it('has no tag, attribute or entity of a person in it, for any brief', () => {
    fc.assert(
      fc.property(anyBrief, (any) => {
        const html = briefToHtml(any);
        const rest = html
          .replace(/^<article lang="(nl|en)">\n/, '')
          .replace(/<\/?(?:article|h2|h3|blockquote|ul|li|strong)>|<br>/g, '')
          .replace(/&(?:amp|lt|gt|quot|#39);/g, '');
        assert.doesNotMatch(rest, /[<>&"']/);
        assert.doesNotMatch(rest, /[\u0000-\u0009\u000B-\u001F]/);
      }),
    );
  });
});

describe('briefs as rows', () => {
  it('have a column for everything that people see, the need first', () => {
    assert.deepEqual(csvColumns.slice(0, 3), ['need.who', 'need.problem.statement', 'need.problem.howOften']);
    const cells = Object.fromEntries(briefToCells(brief).map((cell, index) => [csvColumns[index], cell]));
    assert.equal(cells['need.who'], 'verzorgenden\nplanners');
    assert.equal(cells['need.problem.people'], '12');
    assert.equal(cells['means.words'], 'een app');
    assert.equal(cells['means.stillNeeded'], 'true');
    assert.equal(cells['answers'], 'notice: aan minder bellen\nwho: ');
    assert.equal(cells['requester.name'], '');
    assert.equal(cells['id'], brief.id);
    const shown = LAYOUT.flatMap(withParts).flatMap((part) => [part.text, ...Object.keys(part.facts ?? {})]);
    for (const key of shown.filter((name) => name !== undefined && name !== 'skipped' && name !== 'words'))
      assert.ok(
        csvColumns.some((column) => column.split('.').at(-1) === key),
        key,
      );
  });

  it('follow RFC 4180: one row each, read back by its rules', () => {
    fc.assert(
      fc.property(fc.array(anyBrief, { maxLength: 3 }), (briefs) => {
        const rows = briefs.map((any) => briefToCells(any));
        const read = readCsv([csvColumns, ...rows].map(csvRow).join(''));
        assert.deepEqual(
          read.map((row) => row.map(rearm)),
          [[...csvColumns], ...rows],
        );
      }),
    );
  });

  it('calculate nothing in a spreadsheet, and lose nothing by that', () => {
    const formulas = ['=1+1', '+31 6', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', "'=1", "''=1"];
    for (const formula of formulas) {
      assert.equal(disarm(formula), `'${formula}`);
      assert.equal(rearm(disarm(formula)), formula);
    }
    for (const plain of ["'s ochtends", 'a=b', '12', '', "'"]) assert.equal(disarm(plain), plain);
    fc.assert(
      fc.property(anyText(50), (text) => {
        assert.equal(rearm(disarm(text)), text);
        assert.doesNotMatch(disarm(text), /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/);
      }),
      { numRuns: 2000 },
    );
  });
});

/** A reader by the grammar of RFC 4180, apart from the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, inQuotes, bare = '', end] = found;
    row.push(inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
    if (cell.lastIndex === text.length) break;
  }
  return rows;
}

it('everything in the schema is either shown or known to be for computers', () => {
  const shown = new Set(
    LAYOUT.flatMap(withParts).flatMap(({ at, list, text, titled, facts }) =>
      list
        ? [at.join('.')]
        : [text, titled, ...Object.keys(facts ?? {})].flatMap((key) => (key ? [[...at, key].join('.')] : [])),
    ),
  );
  const hidden: string[] = [];
  const walk = (schema: typeof briefJsonShape, path: string[]): void => {
    if (shown.has(path.join('.'))) return;
    const inner = (schema.items ?? schema) as typeof briefJsonShape;
    if (!inner.properties) hidden.push(path.join('.'));
    for (const [key, part] of Object.entries(inner.properties ?? {}))
      walk(part as typeof briefJsonShape, [...path, key]);
  };
  walk(briefJsonShape, []);
  const top = hidden.filter((path) => !path.startsWith('analysis.') && !path.startsWith('origin.'));
  assert.deepEqual(top, ['id', 'schemaVersion', 'language', 'means.spans.start', 'means.spans.end']);
});
