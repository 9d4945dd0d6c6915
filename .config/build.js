/** Builds every package (tsc) and the bundles for a script tag (Rollup), compressed copies included. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bin, must, root } from './run.js';
import { setup } from './setup.js';

const BUNDLES = [
  'packages/widget/dist/cdn',
  'packages/widget/dist/one-file',
  'packages/reviewer/dist/cdn',
  'examples/intranet-page/dist',
];

export async function build() {
  const packages = ['core', 'ui', 'sdk', 'widget', 'reviewer', 'server'].map((name) => `packages/${name}`);
  await must('Compiling', bin('tsc'), ['-b', ...packages]);
  // Chunks have a hash in their names: without this, old ones would stay and be served.
  for (const folder of BUNDLES) rmSync(join(root, folder), { recursive: true, force: true });
  await must('Bundling', bin('rollup'), ['-c', '--silent']);
  for (const folder of BUNDLES) compress(join(root, folder));
}

/** A compressed copy beside each script, so that no server has to compress while somebody waits. */
function compress(folder) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const source = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(source, { level: 9 }));
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(source, { params: quality }));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await setup();
  await build();
}
