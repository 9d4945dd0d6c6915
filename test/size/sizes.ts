/** Bytes of the built bundles. Run `npm run build` first. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '../..');
const cdn = join(root, 'packages/widget/dist/cdn');

export interface Size {
  name: string;
  files: string[];
  raw: number;
  gzip: number;
  brotli: number;
}

/** What each part of the product costs to load; sums are over files as they travel, each compressed by itself. */
export function sizes(): Size[] {
  const intake = join(cdn, 'wherefore-intake.js');
  return [
    size('first question', [intake]),
    // Everything from the first question to the receipt, with both languages' texts, on a Dutch page (the larger one).
    // Not in it, because only some load it: the analyser's English, for somebody who writes English there; a page's own
    // question set or `transport`, with the schemas that check them; the sentences that say why something was marked, for who
    // taps on a mark; and the room to vent, for who opens it.
    size('whole intake flow', [intake, ...chunksOf('wherefore-intake')]),
    size('follow page', [join(cdn, 'wherefore-follow.js')]),
    size('desk', [join(root, 'packages/reviewer/dist/cdn/wherefore-desk.js')]),
    size('intake in one file', [join(root, 'packages/widget/dist/one-file/wherefore-intake.js')]),
  ];
}

function chunksOf(name: string): string[] {
  return readdirSync(cdn)
    .filter(
      (file) =>
        file.startsWith(`${name}-`) &&
        file.endsWith('.js') &&
        !/-(custom-flow|explanations|en|transport|schemas|vent)-/.test(file),
    )
    .map((file) => join(cdn, file));
}

function size(name: string, files: string[]): Size {
  const sources = files.map((file) => readFileSync(file));
  const sum = (measure: (source: Buffer) => number): number =>
    sources.reduce((total, s) => total + measure(s), 0);
  return {
    name,
    files,
    raw: sum((source) => source.length),
    gzip: sum((source) => gzipSync(source, { level: 9 }).length),
    brotli: sum((source) => brotliCompressSync(source).length),
  };
}

if (import.meta.main) {
  for (const { name, files, raw, gzip, brotli } of sizes()) {
    console.log(`${name}: ${raw} raw, ${gzip} gzip, ${brotli} brotli`);
    if (files.length > 1)
      for (const file of files) console.log(`  ${relative(root, file)} ${readFileSync(file).length}`);
  }
}
