import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { briefFromMarkdown, briefToMarkdown } from '@wherefore/core/brief/markdown';
import { briefJsonSchema, fieldsOf } from '@wherefore/core/brief/json-schema';
import { readBrief } from '@wherefore/core/brief/migrate';
import { HEADINGS, LABELS } from '../../packages/core/src/brief/render/headings.ts';
import { lineOf, readLine } from '../../packages/server/src/transfer/record.ts';
import { exampleOf, formatPage, renderFormat, renderSchema, schemaFile } from './brief-format.ts';

const page = readFileSync(formatPage, 'utf8');

/** The code blocks of the page with this info string. */
function fences(info: string): string[] {
  const found = [...page.matchAll(/^(`{3,})([^\n`]*)\n([\s\S]*?)\n\1$/gm)];
  return found.filter(([, , said]) => said === info).map(([, , , text = '']) => text);
}

describe('docs/reference/brief-format.md', () => {
  it('has tables and examples as the code has them now (npm run docs writes them)', async () => {
    assert.equal(page, await renderFormat(page));
    assert.equal(readFileSync(schemaFile, 'utf8'), await renderSchema());
  });

  it('documents every key of the schema, and every heading and label in both languages', () => {
    for (const [path] of fieldsOf(briefJsonSchema())) assert.ok(page.includes(`\n| \`${path}\` `), path);
    for (const { nl, en } of [...Object.values(HEADINGS), ...Object.values(LABELS)]) {
      for (const words of [nl, en]) assert.match(page, new RegExp(`(?:#+ |\\*\\*)${words}[\`:]`), words);
    }
  });

  it('has examples that are valid and hold nothing that would be ignored', () => {
    const briefs = fences('json brief').map((text) => JSON.parse(text) as unknown);
    assert.equal(briefs.length, 2);
    for (const brief of briefs) assert.deepEqual(readBrief(brief), brief);
    assert.deepEqual(briefs[1], exampleOf('nl'));
  });

  it('has Markdown, Dutch and English, that reads back as the briefs it shows', () => {
    const shown = fences('markdown').map((text) => briefFromMarkdown(text));
    assert.deepEqual(shown, [exampleOf('nl'), exampleOf('en')]);
    for (const brief of shown) assert.deepEqual(briefFromMarkdown(briefToMarkdown(brief)), brief);
  });

  it('has a line of a whole set that an import takes and an export writes', () => {
    const [text = ''] = fences('json record');
    const incoming = readLine(text);
    assert.ok(incoming.kind === 'moved' && incoming.entry.follow);
    const record = JSON.parse(text) as Parameters<typeof lineOf>[0];
    assert.equal(lineOf(record, incoming.entry.follow), `${JSON.stringify(JSON.parse(text))}\n`);
  });
});
