/** Writing all briefs of a store. */
import { briefToMarkdown } from '@wherefore/core/brief/markdown';
import { briefToCells, csvColumns, csvRow } from '@wherefore/core/brief/render';
import type { Status } from '@wherefore/core/brief';
import type { BriefRecord } from '@wherefore/core/wire';
import type { StoredLink } from '../store/deliveries.ts';
import type { Follow, Store } from '../store/store.ts';
import { lineOf } from './record.ts';

export const FORMATS = ['jsonl', 'markdown', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

type Exported = { record: BriefRecord; links: readonly StoredLink[] } & Follow;

/** Every brief with its history, oldest first, so that an import keeps the order. Holds no more than their ids in memory. */
export async function* recordsOf(store: Store, status?: Status): AsyncGenerator<Exported> {
  const ids: string[] = [];
  let before: number | undefined;
  do {
    const page = await store.list({ limit: 100, before, status });
    ids.push(...page.items.map(({ id }) => id));
    before = page.nextPosition;
  } while (before !== undefined);
  for (const id of ids.toReversed()) {
    const found = await store.getForFollow(id);
    if (found) yield { ...found, links: (await store.traceOf(id)).links };
  }
}

/** What comes before the first brief in a file. The mark tells spreadsheets that a file is UTF-8. */
export function headOf(format: Format): string {
  return format === 'csv' ? `\uFEFF${csvRow([...csvColumns, 'status', 'receivedAt', 'updatedAt'])}` : '';
}

/** One brief in a file; `first` when no other stands before it. */
export function entryOf(format: Format, { record, links, ...follow }: Exported, first: boolean): string {
  if (format === 'jsonl') return lineOf(record, follow, links);
  if (format === 'markdown') return (first ? '' : '\n') + briefToMarkdown(record.brief, record.history);
  const { status, receivedAt, updatedAt } = record;
  return csvRow([...briefToCells(record.brief), status, receivedAt, updatedAt]).toWellFormed();
}
