/** `npm start`: installs what is missing, builds, and serves the demo intranet, the follow page and the desk. */
import { build } from './build.js';
import { serve } from './serve.js';
import { setup } from './setup.js';

await setup();
await build();
process.exitCode = await serve();
