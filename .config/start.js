/** `npm start`: installs what is missing, builds, and serves the demo intranet, the follow page and the desk. */
import { delimiter } from 'node:path';
import { build } from './build.js';
import { node, run } from './run.js';
import { setup } from './setup.js';

await setup();
await build();

const pages = [
  'examples/intranet-page/public',
  'examples/intranet-page/dist',
  'packages/widget/dist/cdn',
  'packages/reviewer/dist/cdn',
];
const code = await run(node(), ['packages/server/dist/main.js'], {
  env: { WHEREFORE_PAGES: pages.join(delimiter), ...process.env },
  // The server stops by itself on these; this process only waits for it.
  started: (server) => {
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill(signal));
    // npm ends by itself on a signal and tells nobody below it: a server without its terminal stops as well.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && server.kill('SIGTERM'), 250).unref();
  },
});
process.exitCode = code;
