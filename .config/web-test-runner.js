import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { CHROMIUM_ARGS, findWindowless } from './browser.js';
import { root } from './run.js';
import { countReporter } from './tally.js';

/** Elements in a real browser, straight from the TypeScript sources. */
export default {
  rootDir: root,
  files: ['packages/*/src/**/*.browser.test.ts', 'test/**/*.browser.test.ts'],
  nodeResolve: { exportConditions: ['wherefore-source', 'browser', 'development'] },
  concurrency: 2,
  // Real keys on a busy machine take their time; nothing here waits for longer than it has to.
  testFramework: { config: { timeout: 15_000 } },
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findWindowless(), headless: true, args: CHROMIUM_ARGS },
      // Files run side by side on one origin: without a storage of its own, one would delete what the other just kept.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  plugins: [esbuildPlugin({ ts: true, target: 'es2022' })],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
  // Without this, a promise that nobody waits for could fail unseen.
  testRunnerHtml: (framework) =>
    `<!doctype html><html lang="en"><head><title>tests</title></head><body><script>addEventListener('unhandledrejection',(event)=>{throw event.reason})</script><script type="module" src="${framework}"></script></body></html>`,
};
