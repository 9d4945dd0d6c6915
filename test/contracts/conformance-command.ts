/** The conformance command as a child process, as a reader of the guide would run it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

const command = join(import.meta.dirname, '../../packages/sdk/bin/wherefore-conformance.js');

export function runConformanceCommand(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=wherefore-source', '--no-warnings', command, ...args],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }),
    );
  });
}
