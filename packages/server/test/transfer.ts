/** The command on data folders of its own, for the tests of what it does. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Brief } from '@wherefore/core/brief';
import { openSqliteStore } from '@wherefore/server';
import { wherefore } from '../src/transfer/command.ts';
import { briefOf, idOf } from './support.ts';

export const hashOf = (text: string): Uint8Array => createHash('sha256').update(text).digest();

export function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-cli-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function call(...args: string[]): Promise<{ code: number; output: string; told: string }> {
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
export async function lived(t: TestContext, more: readonly Brief[] = []): Promise<string> {
  const folder = join(temporary(t), 'data');
  const store = openSqliteStore({ folder });
  const full = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../core/test/briefs/v1.json'), 'utf8'),
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
