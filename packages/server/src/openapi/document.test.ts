import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { PROBLEMS } from '@wherefore/core/wire';
import { testApp } from '../../test/support.ts';

interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<string, { operationId: string; security: unknown[]; responses: Record<string, unknown> }>
  >;
  components: { schemas: Record<string, unknown> };
}

async function read(): Promise<{ document: Document; text: string; routes: string[] }> {
  const { app, send } = testApp();
  const text = await (await send('GET', '/openapi.json')).text();
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  return { document: JSON.parse(text) as Document, text, routes };
}

describe('/openapi.json', () => {
  it('has every route of the app and no other', async () => {
    const { document, routes } = await read();
    assert.equal(document.openapi, '3.1.0');
    const listed = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(listed.toSorted(), routes.toSorted());
  });

  it('names every operation once', async () => {
    const { document } = await read();
    const names = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((one) => one.operationId),
    );
    assert.equal(new Set(names).size, names.length);
  });

  it('refers only to schemas that it has', async () => {
    const { document, text } = await read();
    const used = new Set(
      [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? ''),
    );
    for (const name of used) assert.ok(name in document.components.schemas, name);
    assert.deepEqual(new Set(Object.keys(document.components.schemas)), used);
    assert.doesNotMatch(text, /"\$id"|"\$schema"|__shared/);
  });

  it('promises a follow link in every receipt, which the protocol leaves open', async () => {
    const { document } = await read();
    const { required } = document.components.schemas['Receipt'] as { required: string[] };
    assert.deepEqual(required.toSorted(), ['followUrl', 'id', 'receivedAt']);
  });

  it('lists every code of the protocol', async () => {
    const { text } = await read();
    for (const code of Object.keys(PROBLEMS)) {
      // This one belongs to no route.
      if (code !== 'method-not-allowed') assert.ok(text.includes(`"${code}"`), code);
    }
  });
});

describe('/v1/brief.schema.json', () => {
  it('is the schema that the core package publishes', async () => {
    const answer = await testApp().send('GET', '/v1/brief.schema.json');
    assert.equal(answer.headers.get('content-type'), 'application/schema+json');
    const file = createRequire(import.meta.url).resolve('@wherefore/core/brief/v1.schema.json');
    assert.deepEqual(await answer.json(), JSON.parse(readFileSync(file, 'utf8')));
  });
});

describe('docs/reference/errors.md', () => {
  it('explains every code with its status and title, in order, and no other', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../../docs/reference/errors.md'), 'utf8');
    const rows = text
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    const listed = rows.map(([, code, status, title]) => [code?.replaceAll('`', ''), Number(status), title]);
    assert.deepEqual(
      listed,
      Object.entries(PROBLEMS).map(([code, { status, title }]) => [code, status, title]),
    );
    for (const [, code, , , advice] of rows) assert.ok((advice ?? '').length > 20, `${code} needs advice`);
  });
});
