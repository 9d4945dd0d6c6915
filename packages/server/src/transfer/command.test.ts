/** The command as people call it: its arguments, streams and exit codes. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { start } from '../main.ts';
import { briefOf } from '../../test/support.ts';
import { call, lived, temporary } from '../../test/transfer.ts';

describe('wherefore', () => {
  const wrong: [string[], RegExp][] = [
    [['exprot'], /no command “exprot”/],
    [['export', '--format', 'xml'], /--format is one of jsonl, markdown, csv/],
    [['export', '--status', 'open'], /--status is one of received, /],
    [['export', 'file'], /“file” is too much.*--out/],
    [['export', '--all-or-nothing'], /does not belong to export/],
    [['import'], /which file/],
    [['import', 'a', 'b'], /“b” is too much/],
    [['import', 'a', '--out', 'b'], /does not belong to import/],
    [['export', '--what'], /--what/],
  ];
  for (const [args, message] of wrong) {
    it(`does not guess at: ${args.join(' ')}`, async () => {
      const { code, told, output } = await call(...args);
      assert.deepEqual([code, output], [2, '']);
      assert.match(told, message);
      assert.match(told, /wherefore --help/);
    });
  }

  it('says what is in an export, to whoever asks for help', async () => {
    for (const args of [[], ['--help'], ['export', '-h'], ['help']]) {
      const { code, output } = await call(...args);
      assert.equal(code, 0);
      assert.match(output, /names and mail addresses included/);
    }
  });

  it('asks for the server to be stopped, and takes nothing then', async (t) => {
    const folder = join(temporary(t), 'data');
    const server = await start({ port: 0, dataDir: folder, print: () => {} });
    t.after(() => server.stop());
    writeFileSync(join(folder, 'in.jsonl'), JSON.stringify(briefOf(1)));
    for (const args of [['export'], ['import', join(folder, 'in.jsonl')]]) {
      const { code, told, output } = await call(...args, '--data-dir', folder);
      assert.deepEqual([code, output], [1, '']);
      assert.match(told, /Another Wherefore server is using .* need its server to be stopped\./);
    }
  });

  it('is a process with streams and exit codes, and survives a reader that stops early', async (t) => {
    const folder = await lived(
      t,
      Array.from({ length: 500 }, (_, index) => briefOf(index + 10)),
    );
    const spawned = (...args: string[]) =>
      spawn(
        process.execPath,
        [
          '--conditions=wherefore-source',
          join(import.meta.dirname, '../cli.ts'),
          ...args,
          '--data-dir',
          folder,
        ],
        { stdio: ['ignore', 'pipe', 'pipe'] },
      );
    const all = spawned('export');
    let [output, told] = ['', ''];
    all.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    all.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
    assert.deepEqual(await once(all, 'close'), [0, null]);
    assert.equal(output.trim().split('\n').length, 504);
    assert.equal(told, '504 briefs written.\n');

    const early = spawned('export', '--format', 'markdown');
    await once(early.stdout, 'data');
    early.stdout.destroy();
    assert.deepEqual(await once(early, 'close'), [0, null]);

    assert.deepEqual(await once(spawned('import', join(folder, 'none.jsonl')), 'close'), [1, null]);
    assert.deepEqual(await once(spawned('import'), 'close'), [2, null]);
  });
});
