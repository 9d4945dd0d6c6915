#!/usr/bin/env node
/** The process around the `wherefore` command. */
import { once } from 'node:events';
import { wherefore } from './transfer/command.ts';

// Whoever reads the output may stop early, like `head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await wherefore(process.argv.slice(2), {
  env: process.env,
  async write(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  tell: (line) => console.error(line),
});
