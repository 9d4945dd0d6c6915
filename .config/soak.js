/**
 * `npm run soak`: thousands of random walks through every fault, or as many as `WHEREFORE_WALKS` says. `WHEREFORE_SEED` takes
 * the one walk of that number again.
 */
import { build } from './build.js';
import { ensureBrowser } from './browser.js';
import { node, run } from './run.js';
import { setup } from './setup.js';

await setup();
await ensureBrowser();
await build();
process.exitCode = await run(
  node(),
  [
    '--conditions=wherefore-source',
    '--test',
    '--test-reporter=./.config/node-test-reporter.js',
    'test/faults/at-random/walk.test.ts',
  ],
  { env: { WHEREFORE_WALKS: '5000', ...process.env } },
);
