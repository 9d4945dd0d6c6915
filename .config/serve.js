/** Serves what is built: the demo intranet, the follow page and the desk. The second half of `npm start`. */
import { delimiter } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node, run } from './run.js';

const PAGES = [
  'examples/intranet-page/public',
  'examples/intranet-page/dist',
  'packages/widget/dist/cdn',
  'packages/reviewer/dist/cdn',
];

/** Resolves to the server's exit code once it has stopped. */
export function serve() {
  return run(node(), ['packages/server/dist/main.js'], {
    env: { WHEREFORE_PAGES: PAGES.join(delimiter), ...process.env },
    // The server stops by itself on these; this process only waits for it.
    started: (server) => {
      for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill(signal));
      // npm ends by itself on a signal and tells nobody below it: a server without its terminal stops as well.
      const parent = process.ppid;
      setInterval(() => process.ppid !== parent && server.kill('SIGTERM'), 250).unref();
    },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await serve();
