/** From one server to another, on real databases and files. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Brief } from '@wherefore/core/brief';
import { openSqliteStore } from '@wherefore/server';
import { briefOf, idOf } from '../../test/support.ts';
import { call, hashOf, lived, temporary } from '../../test/transfer.ts';
import { anyBrief } from '../../../core/test/any-brief.ts';

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
