/** Writes what is generated about the brief: the JSON Schema in the package, and two tables of its reference page. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { briefJsonSchema, fieldsOf } from '@wherefore/core/brief/json-schema';
import type { JsonSchema } from '@wherefore/core/brief/json-schema';
import { briefToMarkdown } from '@wherefore/core/brief/markdown';
import { readBrief } from '@wherefore/core/brief/migrate';
import type { Brief } from '@wherefore/core/brief';
import { HEADINGS, LABELS } from '../../packages/core/src/brief/render/headings.ts';
import { LAYOUT } from '../../packages/core/src/brief/render/layout.ts';
import type { Part } from '../../packages/core/src/brief/render/layout.ts';

const root = join(import.meta.dirname, '../..');
export const formatPage = join(root, 'docs/reference/brief-format.md');
export const schemaFile = join(root, 'packages/core/src/brief/v1.schema.json');

/** The example of the page in each language. */
export function exampleOf(language: 'nl' | 'en'): Brief {
  return readBrief(JSON.parse(exampleText(language)));
}

function exampleText(language: 'nl' | 'en'): string {
  return readFileSync(join(root, `test/fixtures/briefs/${language}.json`), 'utf8');
}

const fenced = (fence: string, info: string, text: string): string => `${fence}${info}\n${text}\n${fence}`;

/** The page with its tables and examples as the code has them now. */
export function renderFormat(page: string): Promise<string> {
  const generated = {
    fields: fieldTable(),
    headings: headingTable(),
    'json-nl': fenced('```', 'json brief', exampleText('nl').trimEnd()),
    'markdown-nl': fenced('````', 'markdown', briefToMarkdown(exampleOf('nl')).trimEnd()),
    'markdown-en': fenced('````', 'markdown', briefToMarkdown(exampleOf('en')).trimEnd()),
  };
  const filled = Object.entries(generated).reduce((text, [name, part]) => {
    const [before, rest] = cut(text, `<!-- ${name} -->`);
    const [, after] = cut(rest, `<!-- /${name} -->`);
    return `${before}<!-- ${name} -->\n\n${part}\n\n<!-- /${name} -->${after}`;
  }, page);
  return pretty(filled, formatPage);
}

function cut(text: string, mark: string): [before: string, after: string] {
  const index = text.indexOf(mark);
  if (index === -1) throw new Error(`The page has no ${mark}`);
  return [text.slice(0, index), text.slice(index + mark.length)];
}

/** The file of the JSON Schema as it has to be now. */
export function renderSchema(): Promise<string> {
  return pretty(JSON.stringify(briefJsonSchema()), schemaFile);
}

async function pretty(text: string, file: string): Promise<string> {
  return prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file });
}

function fieldTable(): string {
  const rows = fieldsOf(briefJsonSchema()).map(
    ([path, field, required]) =>
      `| \`${path}\` | ${typeOf(field)}${required ? ', **required**' : ''} | ${field.description ?? ''} |`,
  );
  return ['| field | type and bounds | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return `always ${JSON.stringify(schema.const)}`;
  if (schema.enum) return schema.enum.map((one) => `\`${String(one)}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one as JsonSchema)).join(', ');
  if (schema.type === 'array') {
    return `list of at most ${schema.maxItems}${schema.items ? `: ${typeOf(schema.items as JsonSchema)}` : ''}`;
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    const kind = schema.type === 'integer' ? 'whole number' : 'number';
    return `${kind}, ${schema.minimum} to ${schema.maximum?.toLocaleString('en')}`;
  }
  if (schema.type === 'string')
    return schema.maxLength === undefined ? 'text, see below' : `text, at most ${schema.maxLength}`;
  return schema.type === 'boolean' ? 'true or false' : String(schema.type ?? '');
}

function headingTable(): string {
  const rows = LAYOUT.flatMap((part) => [
    headingRow(part, '##'),
    ...(part.titled === undefined
      ? []
      : [`| \`### \` and the question | the same | \`${part.at.join('.')}[].${part.titled}\` |`]),
    ...contentRows(part),
    ...(part.parts ?? []).flatMap((inner) => [headingRow(inner, '###'), ...contentRows(inner)]),
  ]);
  return ['| in Dutch | in English | field |', '| --- | --- | --- |', ...rows].join('\n');
}

function pathOf(part: Part): string {
  return part.at.join('.') + (part.each ? '[]' : '');
}

function headingRow(part: Part, marks: string): string {
  const { nl, en } = HEADINGS[part.name];
  const field = part.at.length === 0 ? 'the brief' : `\`${pathOf(part)}\``;
  return `| \`${marks} ${nl}\` | \`${marks} ${en}\` | ${field}${part.list ? ', a bullet for each' : ''} |`;
}

function contentRows(part: Part): string[] {
  const path = pathOf(part) === '' ? '' : `${pathOf(part)}.`;
  const facts = Object.keys(part.facts ?? {}) as (keyof typeof LABELS)[];
  return [
    ...(part.text === undefined ? [] : [`| quote | quote | \`${path}${part.text}\` |`]),
    ...facts.map(
      (name) => `| \`- **${LABELS[name].nl}:**\` | \`- **${LABELS[name].en}:**\` | \`${path}${name}\` |`,
    ),
  ];
}

if (import.meta.main) {
  writeFileSync(schemaFile, await renderSchema());
  writeFileSync(formatPage, await renderFormat(readFileSync(formatPage, 'utf8')));
}
