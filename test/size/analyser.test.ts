import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import terserModule from '@rollup/plugin-terser';
import { rollup } from 'rollup';

// Its types say less than it is.
const terser = terserModule as unknown as typeof terserModule.default;
const needs = join(import.meta.dirname, '../../packages/core/src/needs');

/** Bytes of a module as a page would load it: bundled, minified as our bundles are, gzip -9. */
async function bundled(code: string): Promise<number> {
  const bundle = await rollup({
    input: 'entry',
    plugins: [
      {
        name: 'source',
        resolveId: (id) => (id === 'entry' ? id : id.startsWith('needs/') ? join(needs, id.slice(6)) : null),
        load: (id) => (id === 'entry' ? code : stripTypeScriptTypes(readFileSync(id, 'utf8'))),
      },
      terser({ ecma: 2022, module: true, compress: { passes: 2 } }),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  return gzipSync(output[0].code, { level: 9 }).length;
}

const alone = (language: string): string =>
  `import { createAnalyzer } from 'needs/analyzer.ts';
import { ${language} } from 'needs/${language}.ts';
export const analyze = createAnalyzer([${language}]);`;

/** Both languages: the goal. The others hold what there is. */
const CEILINGS: [name: string, code: string, ceiling: number][] = [
  ['both languages', `export { analyze } from 'needs/index.ts';`, 10_000],
  ['Dutch alone', alone('nl'), 7_600],
  ['English alone', alone('en'), 7_600],
  ['the words for a means', `export { enPhrase, meansPhrase, nlPhrase } from 'needs/index.ts';`, 2_700],
];

for (const [name, code, ceiling] of CEILINGS) {
  test(`the analyser, ${name}: at most ${ceiling} bytes`, async () => {
    const size = await bundled(code);
    assert.ok(size <= ceiling, `${size} bytes gzip`);
  });
}
