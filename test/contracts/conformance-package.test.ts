/** The command from the tarballs as they would be published, without the sources beside it. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

it('wherefore-conformance runs from the packed packages (after npm run build)', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-packed-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const modules = join(folder, 'node_modules');
  for (const name of ['core', 'sdk']) {
    await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
      cwd: join(root, 'packages', name),
      shell: process.platform === 'win32',
    });
    const place = join(modules, '@wherefore', name);
    mkdirSync(place, { recursive: true });
    const tarball = readdirSync(folder).find((file) => file.startsWith(`wherefore-${name}-`))!;
    await run('tar', ['-xzf', join(folder, tarball), '-C', place, '--strip-components', '1']);
  }
  const { bin, dependencies } = JSON.parse(
    readFileSync(join(modules, '@wherefore/sdk/package.json'), 'utf8'),
  ) as {
    bin: Record<string, string>;
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies).filter((one) => !one.startsWith('@wherefore/'))) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  const command = join(modules, '@wherefore/sdk', bin['wherefore-conformance']!);
  const { stdout } = await run(process.execPath, [command, '--help'], { cwd: folder });
  assert.match(stdout, /^Usage: wherefore-conformance <url>/);
  await assert.rejects(run(process.execPath, [command, 'http://127.0.0.1:1'], { cwd: folder }), {
    code: 2,
    stdout: 'level: none\n',
  });
});
