import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
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
});
