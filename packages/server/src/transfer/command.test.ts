/** The command as people call it, on real databases and files. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import fc from 'fast-check';
import type { Brief } from '@wherefore/core/brief';
import { briefFromMarkdown, briefToMarkdown } from '@wherefore/core/brief/markdown';
import { openSqliteStore } from '@wherefore/server';
import { start } from '../main.ts';
import { briefOf, idOf, tokenIn } from '../../test/support.ts';
import { anyBrief } from '../../../core/test/any-brief.ts';
import { wherefore } from './command.ts';

const hashOf = (text: string): Uint8Array => createHash('sha256').update(text).digest();

function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-cli-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function call(...args: string[]): Promise<{ code: number; output: string; told: string }> {
  let output = '';
  const lines: string[] = [];
  const code = await wherefore(args, {
    env: {},
    write: async (text) => void (output += text),
    tell: (line) => lines.push(line),
  });
  return { code, output, told: lines.join('\n') };
}

/** A data folder with a history: a plain brief, a decided one, one whose link was replaced, one whose link was revoked. */
async function lived(t: TestContext, more: readonly Brief[] = []): Promise<string> {
  const folder = join(temporary(t), 'data');
  const store = openSqliteStore({ folder });
  const full = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../core/test/briefs/v1.json'), 'utf8'),
  ) as Brief;
  const briefs = [briefOf(4), { ...full, id: idOf(1) }, briefOf(3), briefOf(2), ...more];
  for (const [index, brief] of briefs.entries()) {
    const receivedAt = new Date(Date.parse('2026-03-01T08:00:00Z') + index * 1000).toISOString();
    await store.add({ brief, receivedAt, follow: { revision: 1, hash: hashOf(brief.id) } });
  }
  const at = '2026-03-02T08:00:00.000Z';
  await store.changeStatus(idOf(1), {
    status: 'reviewing',
    reason: 'We kijken',
    by: 'Fatima',
    at,
    version: 1,
  });
  await store.changeStatus(idOf(1), {
    status: 'declined',
    reason: 'Regel 1\n# Brief',
    by: 'Piet',
    at,
    version: 2,
  });
  await store.changeStatus(idOf(2), { status: 'later', reason: 'Vol', by: 'Piet', at, version: 1 });
  await store.replaceFollow(idOf(2), { revision: 2, hash: hashOf('new') });
  await store.replaceFollow(idOf(3), { revision: 2, hash: null });
  await store.close();
  return folder;
}

describe('wherefore export and import', () => {
  it('carry everything over: export, import elsewhere, export again gives the same bytes', async (t) => {
    const folder = await lived(t, fc.sample(anyBrief, { numRuns: 300, seed: 7 }));
    const [file, other] = [join(temporary(t), 'briefs.jsonl'), join(temporary(t), 'data')];
    const exported = await call('export', '--data-dir', folder, '--out', file);
    assert.equal(exported.code, 0, exported.told);
    assert.equal(exported.told, `304 briefs written to ${file}.`);
    assert.equal(exported.output, '');
    const imported = await call('import', file, '--data-dir', other);
    assert.deepEqual([imported.code, imported.told], [0, '304 stored, 0 were here already.']);
    const again = await call('export', '--data-dir', other);
    assert.equal(again.code, 0);
    assert.equal(again.output, readFileSync(file, 'utf8'));
    const [first, second] = again.output
      .split('\n')
      .map((line) => line && (JSON.parse(line) as Record<string, unknown>));
    assert.deepEqual((first as { brief: Brief }).brief.id, idOf(4), 'oldest first');
    assert.deepEqual((second as { history: unknown }).history, [
      { at: '2026-03-01T08:00:01.000Z', status: 'received' },
      { at: '2026-03-02T08:00:00.000Z', status: 'reviewing', reason: 'We kijken', by: 'Fatima' },
      { at: '2026-03-02T08:00:00.000Z', status: 'declined', reason: 'Regel 1\n# Brief', by: 'Piet' },
    ]);
  });

  it('carry the links to other systems over, and say what had not arrived there', async (t) => {
    const folder = await lived(t);
    const at = '2026-03-03T08:00:00.000Z';
    const lease = { at, until: '2026-03-03T08:01:00.000Z', holder: 'one' };
    const link = { id: '12', url: 'https://example.org/12', label: 'acme/needs#12' };
    const store = openSqliteStore({ folder });
    await store.openTargets([{ name: 'tickets', fingerprint: 'a' }]);
    for (const index of [8, 9])
      await store.add({
        brief: briefOf(index),
        receivedAt: at,
        follow: { revision: 1, hash: hashOf('x') },
        deliveries: [{ id: `tickets-${index}`, target: 'tickets' }],
      });
    await store.claimDelivery('tickets', lease);
    await store.settleDelivery('tickets-8', 'one', { state: 'done', at, link, pollAt: at });
    await store.close();
    const [file, other] = [join(temporary(t), 'briefs.jsonl'), join(temporary(t), 'data')];
    const { told } = await call('export', '--data-dir', folder, '--out', file);
    assert.match(told, /^Not delivered to other systems yet.*: tickets: 1\.\n6 briefs written/);
    await call('import', file, '--data-dir', other);
    assert.equal((await call('export', '--data-dir', other)).output, readFileSync(file, 'utf8'));
    const moved = openSqliteStore({ folder: other });
    t.after(() => moved.close());
    const known = { ...link, target: 'tickets', briefId: idOf(8), checkedAt: at, quiet: 0 };
    assert.deepEqual((await moved.traceOf(idOf(8))).links, [known]);
    assert.deepEqual(await moved.traceOf(idOf(9)), { links: [], open: [] });
    const later = new Date(Date.now() + 7 * 3_600_000).toISOString();
    assert.deepEqual(await moved.claimLink('tickets', { at: later, until: later }), known);
    assert.equal(await moved.claimDelivery('tickets', { ...lease, at: later, until: later }), undefined);
  });

  it('keep every follow link as it was: given, replaced and revoked', async (t) => {
    const [folder, other] = [await lived(t), join(temporary(t), 'data')];
    const file = join(temporary(t), 'briefs.jsonl');
    await call('export', '--data-dir', folder, '--out', file);
    await call('import', file, '--data-dir', other);
    const store = openSqliteStore({ folder: other });
    t.after(() => store.close());
    const links = await Promise.all([1, 2, 3].map(async (index) => store.getForFollow(idOf(index))));
    assert.deepEqual(
      links.map((link) => [link?.revision, link?.hash && [...link.hash]]),
      [
        [1, [...hashOf(idOf(1))]],
        [2, [...hashOf('new')]],
        [2, null],
      ],
    );
  });

  it('change nothing when done twice', async (t) => {
    const folder = await lived(t);
    const file = join(temporary(t), 'briefs.jsonl');
    await call('export', '--data-dir', folder, '--out', file);
    const imported = await call('import', file, '--data-dir', folder);
    assert.deepEqual([imported.code, imported.told], [0, '0 stored, 4 were here already.']);
    assert.equal((await call('export', '--data-dir', folder)).output, readFileSync(file, 'utf8'));
  });

  it('report what differs from what is there, and leave that as it is', async (t) => {
    const folder = await lived(t);
    const { output: before } = await call('export', '--data-dir', folder);
    const file = join(temporary(t), 'other.jsonl');
    writeFileSync(
      file,
      before.replace('Vraag 4', 'Anders').replace('"We kijken"', '"Nee"') + JSON.stringify(briefOf(9)),
    );
    let previous = before;
    for (const flags of [[], ['--all-or-nothing']]) {
      const { code, told } = await call('import', file, '--data-dir', folder, ...flags);
      assert.equal(code, 1);
      const stored = flags.length === 0 ? 1 : 0;
      assert.equal(
        told,
        `${file}, line 1: another brief or history is stored under this id; it was left as it is.
${file}, line 2: another brief or history is stored under this id; it was left as it is.
${stored} stored, 2 were here already, 2 differ from what is here.`,
      );
      const { output: after } = await call('export', '--data-dir', folder);
      assert.equal(after.startsWith(previous), true);
      assert.equal(after.split('\n').length - previous.split('\n').length, stored);
      previous = after;
      // What the first round stored would be here already in the second.
      writeFileSync(file, readFileSync(file, 'utf8').replace(idOf(9), idOf(10)));
    }
  });
});

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
