/** The queries behind the list. Text from outside only ever travels as a bound value. */
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Brief, Status } from '@wherefore/core/brief';
import { byName, departmentName, searchWords, summarize } from './digest.ts';
import { MAX_DEPARTMENTS } from './store.ts';
import type { StorePage, StoreQuery } from './store.ts';

export type Row = Record<string, SQLOutputValue>;

const CONDITIONS = {
  department: 'department = :department',
  words: 'NOT EXISTS (SELECT 1 FROM json_each(:words) WHERE instr(search, value) = 0)',
  status: 'status = :status',
  before: 'seq < :before',
};

/** Gives a function that reads one page, with the departments and counts around it. */
export function prepareList(db: DatabaseSync): (query: StoreQuery) => StorePage {
  // One statement for each combination of filters: an index serves `status = ?`, never `? IS NULL OR status = ?`.
  const prepared = new Map<string, StatementSync>();
  function all(
    select: string,
    end: string,
    filters: Partial<Record<keyof typeof CONDITIONS, SQLInputValue>>,
  ): Row[] {
    const used = (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).filter((name) => name in filters);
    const where = used.map((name) => CONDITIONS[name]).join(' AND ');
    const sql = `${select}${where === '' ? '' : ` WHERE ${where}`} ${end}`;
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement.all(filters);
  }

  const departments = db.prepare(
    `SELECT DISTINCT department FROM brief WHERE department IS NOT NULL LIMIT ${MAX_DEPARTMENTS}`,
  );

  return ({ q, status, department, before, limit }) => {
    const words = searchWords(q);
    const wanted = departmentName(department);
    const within = {
      ...(wanted !== undefined && { department: wanted }),
      ...(words.length > 0 && { words: JSON.stringify(words) }),
    };
    const rows = all(
      'SELECT seq, body, status, version, received_at, updated_at FROM brief',
      // One more than asked for, to know whether another page follows. The number is ours: an integer of 1 to 100.
      `ORDER BY seq DESC LIMIT ${Math.trunc(limit) + 1}`,
      { ...within, ...(status && { status }), ...(before !== undefined && { before }) },
    );
    const page = rows.slice(0, limit);
    const counts = all('SELECT status, count(*) AS briefs FROM brief', 'GROUP BY status', within);
    const last = page.at(-1);
    return {
      items: page.map((row) => summarize(stateOf(row))),
      departments: departments
        .all()
        .map((row) => String(row['department']))
        .sort(byName),
      counts: Object.fromEntries(counts.map((row) => [row['status'], Number(row['briefs'])])),
      ...(last && rows.length > limit && { nextPosition: Number(last['seq']) }),
    };
  };
}

/** A row of the `brief` table as a record without its history. */
export function stateOf(row: Row) {
  return {
    brief: JSON.parse(String(row['body'])) as Brief,
    status: String(row['status']) as Status,
    receivedAt: String(row['received_at']),
    updatedAt: String(row['updated_at']),
    version: Number(row['version']),
  };
}
