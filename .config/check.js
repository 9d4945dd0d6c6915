/** `npm run check`: types, lint and format, in seconds. */
import { bin, run } from './run.js';
import { setup } from './setup.js';

await setup();
const checks = {
  types: [bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  'core without a browser': [bin('tsc'), ['--noEmit', '-p', 'packages/core']],
  lint: [bin('oxlint'), ['--config', '.config/oxlint.json', '--deny-warnings', '.']],
  format: [bin('prettier'), ['--check', '--log-level', 'warn', '--cache', '.']],
  boundaries: [
    bin('node'),
    ['--conditions=wherefore-source', '--test', '--test-reporter=dot', 'test/boundaries/*.test.ts'],
  ],
};
const results = await Promise.all(
  Object.entries(checks).map(async ([name, [command, args]]) => [name, await run(command, args)]),
);
for (const [name, code] of results) console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
process.exitCode = results.some(([, code]) => code !== 0) ? 1 : 0;
