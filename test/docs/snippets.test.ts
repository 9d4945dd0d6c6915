/** The TypeScript in the guides compiles against the packages as they are. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const PAGES = ['README.md', 'docs/guides/any-backend.md', 'docs/guides/sdk.md'];

it('every TypeScript example in the guides compiles', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-snippets-'));
  t.after(() => rmSync(folder, { recursive: true }));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const files = PAGES.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(
      ([, code], index) => {
        const name = `${page.replaceAll(/\W/g, '-')}-${index + 1}.ts`;
        // A module, so that two examples may use the same names.
        writeFileSync(join(folder, name), `${code}\nexport {};\n`);
        return name;
      },
    ),
  );
  assert.ok(files.length >= 5, `only ${files.length} examples were found`);
  const config = {
    extends: join(root, '.config/tsconfig.base.json'),
    compilerOptions: {
      noEmit: true,
      allowImportingTsExtensions: true,
      customConditions: ['wherefore-source'],
      types: [],
    },
    files,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', folder]).catch(
    (error: { stdout: string }) => error,
  );
  assert.equal(stdout, '');
});
