/** Installs what is missing. Does nothing, and takes no time, when everything is there. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { must, root } from './run.js';

/** Written after a complete install, so that a changed lockfile or an install that was cut off starts another. */
const stamp = join(root, 'node_modules', '.wherefore-installed');

export async function setup() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    console.error(`Wherefore needs Node 20 or newer to install; this is ${process.version}.`);
    process.exit(1);
  }
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing packages (once)…');
  // The scripts run on the Node 24 among the devDependencies, so npm's warnings about an older one say nothing.
  // `install`, not `ci`: a lockfile that was written where some packages for other systems could not be had names only
  // those that could, and `ci` refuses it everywhere. `--no-save` keeps to the locked versions and leaves the file alone.
  const flags = ['--no-save', '--no-fund', '--no-audit', '--loglevel=error'];
  await must('Installing packages', 'npm', ['install', ...flags]);
  writeFileSync(stamp, wanted);
}
