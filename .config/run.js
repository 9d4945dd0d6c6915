/** Small helpers for the scripts behind `npm start`, `npm test`, `npm run …`. Plain Node ≥ 20: they run before anything is installed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the repository. */
export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');

// Most of the hundreds of processes of a test run load the same modules: what the first compiled, the others find.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');

/** Path of a command that npm installed here. */
export const bin = (name) =>
  join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** The Node that the project brings along: the same one on every machine. */
export const node = () => (existsSync(bin('node')) ? bin('node') : process.execPath);

/** Runs a command in the root of the repository. Resolves to its exit code; rejects when it can't be started. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      ...options,
    });
    options.started?.(child);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : code));
  });
}

/** The same, but a failure ends this script with a plain sentence. */
export async function must(what, command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) {
    console.error(`\n${what} failed (exit code ${code}). What is printed above says why.`);
    process.exit(1);
  }
}
