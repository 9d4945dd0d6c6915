/**
 * `npm test`: installs what is missing, a browser included, builds, and runs everything.
 * Ends with one line `N passed, N failed, N skipped`. An argument limits it to one suite: `npm test -- elements`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.js';
import { ensureBrowser } from './browser.js';
import { bin, node, run } from './run.js';
import { setup } from './setup.js';

await setup();
await ensureBrowser();
await build();

const tallies = mkdtempSync(join(tmpdir(), 'wherefore-tally-'));
const only = process.argv.slice(2);

// Left to itself, Node keeps a processor free: one file at a time on a machine with two. Many files mostly wait, for a
// process, a socket or a pause that has to pass.
const nodeTest = (...patterns) => [
  node(),
  [
    '--conditions=wherefore-source',
    '--test',
    `--test-concurrency=${availableParallelism() + 1}`,
    // Many times what any test takes: one that never ends says its name.
    '--test-timeout=300000',
    '--test-reporter=./.config/node-test-reporter.js',
    ...patterns,
  ],
];

/** In this order: quick ones first, so that a mistake shows early. */
const suites = {
  unit: nodeTest(
    'packages/*/src/**/!(*.browser).test.ts',
    'test/{boundaries,contracts,docs,needs,size}/**/*.test.ts',
    'examples/*/**/!(*.browser).test.ts',
  ),
  elements: [
    node(),
    [
      bin('wtr').replace('.bin/wtr', '@web/test-runner/dist/bin.js'),
      '--config',
      '.config/web-test-runner.js',
    ],
  ],
  journeys: nodeTest('test/journeys/**/*.test.ts'),
  // Node takes files by their names, so the two long ones come first, in a folder that does.
  faults: nodeTest('test/faults/**/*.test.ts'),
};

/** Many times what a suite takes, in milliseconds. A process that stays behind is in no test, so no test's limit ends it. */
const STUCK = 15 * 60_000;

/** Ends a suite that doesn't end, and says what still ran. */
function endWhenStuck(suite, child) {
  const timer = setTimeout(() => {
    console.error(`\n✗ ${suite} did not end within ${STUCK / 60_000} minutes. What still runs:`);
    const { stdout } = spawnSync('ps', ['-eo', 'pid,ppid,pgid,etime,args'], { encoding: 'utf8' });
    // Not the threads of the kernel.
    console.error(stdout?.replace(/^.* \[.*\n/gm, ''));
    child.kill();
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  }, STUCK);
  child.on('exit', () => clearTimeout(timer));
}

const unknown = only.find((name) => !(name in suites));
if (unknown !== undefined) {
  console.error(`There is no suite "${unknown}", only ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, [command, args]] of Object.entries(suites)) {
  if (only.length && !only.includes(name)) continue;
  console.log(`\n— ${name}`);
  const file = join(tallies, `${name}.json`);
  const began = performance.now();
  const code = await run(command, args, {
    env: { ...process.env, WHEREFORE_TALLY: file },
    started: (child) => endWhenStuck(name, child),
  });
  console.log(`${name}: ${Math.round((performance.now() - began) / 1000)} s`);
  const tally = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 1, skipped: 0 };
  // A runner that fails without a failed test, or ran none, has failed all the same.
  if ((code !== 0 && tally.failed === 0) || tally.passed === 0) tally.failed++;
  for (const key of Object.keys(total)) total[key] += tally[key];
}
rmSync(tallies, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed ? 1 : 0;
