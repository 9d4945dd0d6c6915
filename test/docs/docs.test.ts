import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { cuesPage, renderCues } from './cues.ts';

const root = join(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...globSync('docs/**/*.md', { cwd: root }),
  ...globSync('examples/*/*.md', { cwd: root }),
];

describe('the documents', () => {
  it('have a page of cues that says what the code says (npm run docs writes it)', () => {
    assert.equal(readFileSync(cuesPage, 'utf8'), renderCues());
  });

  for (const page of pages) {
    it(`${page}: every link and picture leads somewhere`, () => {
      const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```/g, '');
      for (const [, target] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
        if (/^https?:/.test(target!)) continue;
        assert.ok(existsSync(join(root, dirname(page), target!)), target);
      }
    });
  }

  it('name only attributes that the intake has', () => {
    const source = readFileSync(join(root, 'packages/widget/src/intake/intake.ts'), 'utf8');
    for (const page of pages) {
      for (const [, attributes] of readFileSync(join(root, page), 'utf8').matchAll(
        /<wherefore-intake\s([^>]*)>/g,
      )) {
        for (const [, name] of attributes!.matchAll(/([\w-]+)=/g))
          assert.match(source, new RegExp(`@attr \\{[^}]+\\} ${name} `), `${page}: ${name}`);
      }
    }
  });

  it('have examples in TypeScript that compile', () => {
    // Inside the project, where the packages are found.
    const folder = join(root, 'node_modules/.cache/docs-examples');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    let count = 0;
    for (const page of pages) {
      const text = readFileSync(join(root, page), 'utf8');
      for (const { 1: code, index } of text.matchAll(/```ts\n([\s\S]*?)```/g)) {
        const line = text.slice(0, index).split('\n').length;
        writeFileSync(join(folder, `${page.replace(/\W/g, '-')}-line-${line}.ts`), `${code}\nexport {};\n`);
        count++;
      }
    }
    assert.ok(count > 5);
    const compilerOptions = { noEmit: true, customConditions: ['wherefore-source'], types: [] };
    const config = { extends: '../../../.config/tsconfig.base.json', compilerOptions, include: ['*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    try {
      execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
        cwd: root,
      });
    } catch (error) {
      assert.fail(String((error as { stdout: Buffer }).stdout));
    }
  });
});
