/** What goes in, line by line, and what is told of what can not. */
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { briefToMarkdown } from '@wherefore/core/brief/markdown';
import { start } from '../main.ts';
import { briefOf, tokenIn } from '../../test/support.ts';
import { call, temporary } from '../../test/transfer.ts';

describe('wherefore import', () => {
  const good = JSON.stringify(briefOf(1));
  const record = { brief: briefOf(2), status: 'received', version: 1 };
  const at = '2026-03-01T08:00:00.000Z';
  const whole = { ...record, receivedAt: at, updatedAt: at, history: [{ at, status: 'received' }] };
  const bad: [string, string | Buffer, RegExp][] = [
    ['what is no JSON', '{"id":', /not a whole line of JSON/],
    ['what is no brief', '[]', /a brief is an object/i],
    ['a field out of bounds', JSON.stringify({ ...briefOf(2), request: ' ' }), /request: /],
    ['a newer version', JSON.stringify({ ...briefOf(2), schemaVersion: 2 }), /version 2.*Update/],
    ['a record without times', JSON.stringify(record), /receivedAt: /],
    [
      'a history that begins late',
      JSON.stringify({ ...whole, receivedAt: '2026-02-01T08:00:00Z' }),
      /history: it begins/,
    ],
    [
      'a change without a reason',
      JSON.stringify({ ...whole, history: [...whole.history, { at, status: 'later' }] }),
      /history\.1: .*reason/,
    ],
    [
      'a status that the history does not have',
      JSON.stringify({ ...whole, status: 'later' }),
      /history: its last/,
    ],
    [
      'a version that the history does not have',
      JSON.stringify({ ...whole, version: 2 }),
      /history: its last/,
    ],
    ['a link that is none', JSON.stringify({ ...whole, follow: { revision: 1, hash: 'x' } }), /follow\.hash/],
    [
      'a link to another system that is no web address',
      JSON.stringify({
        ...whole,
        targetLinks: [{ target: 'a', id: '1', label: '1', url: 'javascript:alert(1)', checkedAt: at }],
      }),
      /targetLinks\.0\.url/,
    ],
    [
      'two links for one target',
      JSON.stringify({
        ...whole,
        targetLinks: ['1', '2'].map((id) => ({ target: 'a', id, label: id, checkedAt: at })),
      }),
      /targetLinks: two for one target/,
    ],
    ['what is not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), /not UTF-8/],
    ['a line without end', Buffer.alloc(9 * 1024 * 1024, 'x'), /too long/],
  ];

  for (const [what, line, reason] of bad) {
    it(`names the line of ${what}, and stores the others`, async (t) => {
      const [file, folder] = [join(temporary(t), 'in.jsonl'), join(temporary(t), 'data')];
      writeFileSync(file, `${good}\n\n`);
      appendFileSync(file, line);
      appendFileSync(file, `\n${JSON.stringify(briefOf(3))}`);
      const { code, told } = await call('import', file, '--data-dir', folder);
      const [complaint = '', summary, ...rest] = told.split('\n');
      assert.ok(complaint.startsWith(`${file}, line 3: `), complaint);
      assert.match(complaint, reason);
      assert.deepEqual([code, summary, rest], [1, '2 stored, 0 were here already, 1 can’t be read.', []]);
      const nothing = await call(
        'import',
        file,
        '--data-dir',
        join(temporary(t), 'data'),
        '--all-or-nothing',
      );
      assert.deepEqual(
        [nothing.code, nothing.told.split('\n').at(-1)],
        [1, '0 stored, 0 were here already, 1 can’t be read.'],
      );
    });
  }

  it('stores everything with --all-or-nothing when everything is good', async (t) => {
    const [file, folder] = [join(temporary(t), 'in.jsonl'), join(temporary(t), 'data')];
    writeFileSync(file, `${good}\n${good}\n${JSON.stringify(whole)}\n`);
    const { code, told } = await call('import', file, '--data-dir', folder, '--all-or-nothing');
    assert.deepEqual([code, told], [0, '2 stored, 1 were here already.']);
  });

  it('finds two that differ under one id before it stores anything', async (t) => {
    const [file, folder] = [join(temporary(t), 'in.jsonl'), join(temporary(t), 'data')];
    writeFileSync(file, `${good}\n${JSON.stringify(briefOf(1, { request: 'Anders' }))}\n`);
    const { code, told } = await call('import', file, '--data-dir', folder, '--all-or-nothing');
    assert.equal(code, 1);
    assert.match(told, /line 2: another brief.*\n0 stored, /);
    assert.equal((await call('export', '--data-dir', folder)).output, '');
  });

  it('gives a brief without a link one that the server would give', async (t) => {
    const [file, folder] = [join(temporary(t), 'in.jsonl'), join(temporary(t), 'data')];
    writeFileSync(file, `${good}\n${JSON.stringify(whole)}`);
    assert.equal((await call('import', file, '--data-dir', folder)).code, 0);
    const server = await start({ port: 0, dataDir: folder, print: () => {} });
    t.after(() => server.stop());
    const post = (path: string, body: unknown) =>
      fetch(server.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    for (const brief of [briefOf(1), briefOf(2)]) {
      const sent = await post('/v1/briefs', brief);
      assert.equal(sent.status, 200);
      const { followUrl } = (await sent.json()) as { followUrl: string };
      assert.equal((await post('/v1/follow', { token: tokenIn(followUrl) })).status, 200);
    }
  });

  it('reads Markdown, one file or a folder of them, with the line of a mistake', async (t) => {
    const [place, folder] = [temporary(t), join(temporary(t), 'data')];
    const many = join(place, 'many.md');
    const broken = briefToMarkdown(briefOf(2)).replace('## De vraag, zoals gesteld', '## De vraag');
    writeFileSync(many, `Hallo\n\n${briefToMarkdown(briefOf(1))}\n${broken}\n${briefToMarkdown(briefOf(3))}`);
    const { code, told } = await call('import', many, '--data-dir', folder);
    const line = readFileSync(many, 'utf8').split('\n').indexOf('## De vraag') + 1;
    assert.ok(told.startsWith(`${many}, line ${line}: no brief has the heading “## De vraag”.`), told);
    assert.match(told, /\n2 stored, 0 were here already, 1 can’t be read\.$/);
    assert.equal(code, 1);

    writeFileSync(many, briefToMarkdown(briefOf(1)));
    writeFileSync(join(place, 'b.md'), briefToMarkdown(briefOf(2)));
    writeFileSync(join(place, 'notes.txt'), 'nothing');
    const whole = await call('import', place, '--data-dir', folder);
    assert.deepEqual([whole.code, whole.told], [0, '1 stored, 1 were here already.']);

    writeFileSync(many, '# Notes\n');
    assert.match((await call('import', many, '--data-dir', folder)).told, /there is no brief in it/);
    mkdirSync(join(place, 'empty'));
    assert.match((await call('import', join(place, 'empty'), '--data-dir', folder)).told, /no Markdown file/);
  });

  it('does not take a Markdown file apart that is not UTF-8', async (t) => {
    const [file, folder] = [join(temporary(t), 'a.md'), join(temporary(t), 'data')];
    writeFileSync(file, Buffer.concat([Buffer.from(briefToMarkdown(briefOf(1))), Buffer.from([0xff, 10])]));
    const { code, told } = await call('import', file, '--data-dir', folder);
    assert.equal(code, 1);
    assert.match(told, /not UTF-8.*\n0 stored, /);
  });

  it('says a hundred mistakes and counts the others', async (t) => {
    const [file, folder] = [join(temporary(t), 'in.jsonl'), join(temporary(t), 'data')];
    writeFileSync(file, 'x\n'.repeat(1234));
    const lines = (await call('import', file, '--data-dir', folder)).told.split('\n');
    assert.deepEqual(
      [lines.length, ...lines.slice(-2)],
      [102, '… and 1,134 more.', '0 stored, 0 were here already, 1,234 can’t be read.'],
    );
  });
});
