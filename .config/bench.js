/** `npm run bench`: sizes, analyser, elements and server, as a table on screen and as JSON in test/results/bench.json. */
import { build } from './build.js';
import { ensureBrowser } from './browser.js';
import { node, run } from './run.js';
import { setup } from './setup.js';

await setup();
await ensureBrowser();
await build();
process.exitCode = await run(node(), [
  '--conditions=wherefore-source',
  'test/bench/main.ts',
  ...process.argv.slice(2),
]);
