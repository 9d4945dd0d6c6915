/** What comes out, and in which files. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { briefFromMarkdown } from '@wherefore/core/brief/markdown';
import { openSqliteStore } from '@wherefore/server';
import { briefOf, idOf } from '../../test/support.ts';
import { call, lived, temporary } from '../../test/transfer.ts';

describe('wherefore export', () => {
  it('writes Markdown that people read and import reads, with the history for people', async (t) => {
    const folder = await lived(t);
    const { output } = await call('export', '--data-dir', folder, '--format', 'markdown');
    assert.equal(output.match(/^# Briefing$/gm)?.length, 4);
    assert.ok(output.includes('· We gaan dit niet doen (Piet): Regel 1&#10;\\# Brief'));
    const [file, other] = [join(temporary(t), 'all.md'), join(temporary(t), 'data')];
    writeFileSync(file, output);
    assert.equal((await call('import', file, '--data-dir', other)).told, '4 stored, 0 were here already.');
    const [mine, theirs] = [folder, other].map((dataDir) => {
      const store = openSqliteStore({ folder: dataDir });
      t.after(() => store.close());
      return store;
    });
    for (let index = 1; index <= 4; index++)
      assert.deepEqual((await theirs?.get(idOf(index)))?.brief, (await mine?.get(idOf(index)))?.brief);
  });

  it('writes a file for each brief into a folder', async (t) => {
    const [folder, out] = [await lived(t), join(temporary(t), 'briefs/')];
    const { code, told } = await call('export', '--data-dir', folder, '--format', 'markdown', '--out', out);
    assert.deepEqual([code, told], [0, `4 briefs written to ${out}.`]);
    assert.deepEqual(
      readdirSync(out).sort(),
      [1, 2, 3, 4].map((index) => `${idOf(index)}.md`),
    );
    assert.deepEqual(briefFromMarkdown(readFileSync(join(out, `${idOf(2)}.md`), 'utf8')), briefOf(2));
    if (process.platform !== 'win32') {
      assert.equal(statSync(out).mode & 0o777, 0o700);
      assert.equal(statSync(join(out, `${idOf(2)}.md`)).mode & 0o777, 0o600);
    }
    assert.equal((await call('export', '--data-dir', folder, '--out', out)).code, 2);
  });

  it('writes rows for a spreadsheet, with the state', async (t) => {
    const folder = await lived(t);
    const { output } = await call('export', '--data-dir', folder, '--format', 'csv', '--status', 'declined');
    const [head = '', row = '', ...rest] = output.split('\r\n');
    assert.ok(head.startsWith('\uFEFFneed.who,need.problem.statement,'));
    assert.ok(head.endsWith(',origin.createdAt,status,receivedAt,updatedAt'));
    assert.ok(row.endsWith('declined,2026-03-01T08:00:01.000Z,2026-03-02T08:00:00.000Z'), row);
    assert.deepEqual(rest, ['']);
  });

  it('writes only one state when asked', async (t) => {
    const { output } = await call('export', '--data-dir', await lived(t), '--status', 'received');
    const states = output
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { status: string }).status);
    assert.deepEqual(states, ['received', 'received']);
  });

  it('writes only for its owner, never over a file, and leaves nothing half done', async (t) => {
    const [folder, place] = [await lived(t), temporary(t)];
    const file = join(place, 'out.jsonl');
    assert.equal((await call('export', '--data-dir', folder, '--out', file)).code, 0);
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    const before = readFileSync(file);
    const { code, told } = await call('export', '--data-dir', folder, '--out', file);
    assert.deepEqual([code, told], [1, `${file} exists already. Choose another name.`]);
    assert.deepEqual(readFileSync(file), before);
    const nowhere = await call('export', '--data-dir', folder, '--out', join(place, 'no', 'such.jsonl'));
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.told, /can't be written/);
    assert.deepEqual(readdirSync(place), ['out.jsonl']);
  });

  it('does not make a database where there is none', async (t) => {
    const folder = join(temporary(t), 'typo');
    const { code, told } = await call('export', '--data-dir', folder);
    assert.deepEqual(
      [code, told],
      [1, `There is no wherefore.db in ${folder}. Name the folder of the server with --data-dir.`],
    );
    assert.equal(existsSync(folder), false);
  });
});
