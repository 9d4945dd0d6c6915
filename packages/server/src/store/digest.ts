/** What a store derives from a brief, in one place so that every store finds and shows the same. */
import type { Brief } from '@wherefore/core/brief';
import type { BriefRecord, BriefSummary } from '@wherefore/core/wire';
import type { RestoredBrief } from './store.ts';

const ASCII = /^\p{ASCII}*$/u;
const MARKS = /\p{M}+/gu;
const CURLY = /[\u2018\u2019\u02BC]/g;
// oxlint-disable-next-line no-control-regex
const BLANKS = /[\s\u0000-\u001F\u007F]+/g;

/** Text as it is compared: lower case, without accents, straight apostrophes. */
function fold(text: string): string {
  // Every brief passes here before it is stored, so the common case is kept short.
  const plain = ASCII.test(text)
    ? text
    : text.normalize('NFKD').replace(MARKS, '').replace(CURLY, "'").toWellFormed();
  return plain.toLowerCase();
}

/** The words of a search, each of which must occur; no blank is in any. Empty when there is nothing to look for. */
export function searchWords(q: string | undefined): string[] {
  const words = fold(q ?? '').split(BLANKS);
  return [...new Set(words.filter((word) => word !== ''))];
}

/** The text that a search looks in: the request, the need and the means. */
export function searchText(brief: Brief): string {
  const { request, need, means } = brief;
  const parts = [
    request,
    ...(need?.who ?? []),
    need?.problem?.statement,
    need?.outcome?.statement,
    ...(means ?? []).map(({ words }) => words),
  ];
  // SQLite ends a text at U+0000 in some functions.
  return fold(parts.filter((part) => part !== undefined).join('\n')).replaceAll('\0', ' ');
}

/** A department as it is listed and compared: trimmed, or `undefined` when there is none. */
export function departmentName(name: string | undefined): string | undefined {
  const clean = name?.replace(BLANKS, ' ').trim().toWellFormed();
  return clean === '' ? undefined : clean;
}

/** Departments in the order of the alphabet, capitals and accents aside. */
export const byName = new Intl.Collator('nl').compare;

/** The record of a brief right after it was kept. */
export function recordFrom({ brief, receivedAt, changes }: RestoredBrief): BriefRecord {
  const last = changes.at(-1);
  return {
    brief,
    status: last?.status ?? 'received',
    receivedAt,
    updatedAt: last?.at ?? receivedAt,
    version: changes.length + 1,
    history: [
      { at: receivedAt, status: 'received' },
      ...changes.map(({ at, status, reason, by }) => ({ at, status, reason, by })),
    ],
  };
}

/** Whether two records went through the same, at the same times. */
export function sameHistory(one: BriefRecord, other: BriefRecord): boolean {
  const told = ({ history }: BriefRecord): string =>
    JSON.stringify(history.map(({ at, status, reason, by }) => [at, status, reason, by]));
  return told(one) === told(other);
}

/** One row of the list: no name, no mail address, no contact wish. */
export function summarize({
  brief,
  status,
  receivedAt,
  updatedAt,
}: Omit<BriefRecord, 'history'>): BriefSummary {
  const { id, language, request, need, means } = brief;
  const department = departmentName(brief.requester?.department);
  return {
    id,
    status,
    receivedAt,
    updatedAt,
    language,
    request,
    ...(need && { need }),
    ...(means && { means }),
    ...(department !== undefined && { department }),
  };
}
