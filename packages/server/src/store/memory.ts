/** A store that forgets everything when the process ends: for tests and for trying things out. */
import type { Status } from '@wherefore/core/brief';
import type { BriefRecord } from '@wherefore/core/wire';
import {
  byName,
  departmentName,
  recordFrom,
  sameHistory,
  searchText,
  searchWords,
  summarize,
} from './digest.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { MAX_DEPARTMENTS } from './store.ts';
import type {
  Added,
  Follow,
  KeptBrief,
  RecordedChange,
  Store,
  StoredSession,
  StoredSignIn,
} from './store.ts';

interface Row {
  position: number;
  record: BriefRecord;
  json: string;
  search: string;
  department: string | undefined;
  follow: Follow;
}

const key = (hash: Uint8Array): string => Buffer.from(hash).toString('base64url');

export function createMemoryStore(): Store {
  const rows = new Map<string, Row>();
  const signIns = new Map<string, StoredSignIn>();
  const sessions = new Map<string, StoredSession>();

  function keep(entry: KeptBrief): Added {
    const { brief, receivedAt, follow, deliveries, links } = entry;
    const json = JSON.stringify(brief);
    const known = rows.get(brief.id);
    if (known) {
      const outcome = known.json === json ? 'same' : 'differs';
      return { outcome, receivedAt: known.record.receivedAt, followRevision: known.follow.revision };
    }
    rows.set(brief.id, {
      position: rows.size + 1,
      record: structuredClone(recordFrom(entry)),
      json,
      search: searchText(brief),
      department: departmentName(brief.requester?.department),
      follow,
    });
    if (deliveries) enqueue(deliveries, brief.id, receivedAt);
    if (links) link(links, brief.id);
    return { outcome: 'stored', receivedAt, followRevision: follow.revision };
  }

  function change(
    id: string,
    { status, reason, by, at, version, deliveries }: RecordedChange,
  ): BriefRecord | 'not-found' | 'version-mismatch' {
    const row = rows.get(id);
    if (!row) return 'not-found';
    if (row.record.version !== version) return 'version-mismatch';
    const entry = { at, status, reason, by };
    row.record = {
      ...row.record,
      status,
      updatedAt: at,
      version: version + 1,
      history: [...row.record.history, entry],
    };
    if (deliveries) enqueue(deliveries, id, at, entry);
    return structuredClone(row.record);
  }

  const { enqueue, link, ...outbox } = memoryOutbox({ record: (id) => rows.get(id)?.record, change });

  return {
    ...outbox,

    async add(entry) {
      return keep({ ...entry, changes: [], links: [] });
    },

    async restore(entry) {
      const { outcome } = keep(entry);
      const known = rows.get(entry.brief.id)?.record;
      return outcome === 'same' && known && !sameHistory(known, recordFrom(entry)) ? 'differs' : outcome;
    },

    async get(id) {
      return structuredClone(rows.get(id)?.record);
    },

    async list({ q, status, department, before = Infinity, limit }) {
      const words = searchWords(q);
      const wanted = departmentName(department);
      const within = [...rows.values()].filter(
        (row) =>
          (wanted === undefined || row.department === wanted) &&
          words.every((word) => row.search.includes(word)),
      );
      const counts: Partial<Record<Status, number>> = {};
      for (const { record } of within) counts[record.status] = (counts[record.status] ?? 0) + 1;
      const found = within
        .filter((row) => row.position < before && (status === undefined || row.record.status === status))
        .toReversed();
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(({ record }) => structuredClone(summarize(record))),
        departments: [...new Set([...rows.values()].flatMap((row) => row.department ?? []))]
          .sort(byName)
          .slice(0, MAX_DEPARTMENTS),
        counts,
        ...(last && found.length > limit && { nextPosition: last.position }),
      };
    },

    async changeStatus(id, decision) {
      return change(id, decision);
    },

    async getForFollow(id) {
      const row = rows.get(id);
      return row && { record: structuredClone(row.record), ...row.follow };
    },

    async replaceFollow(id, follow) {
      const row = rows.get(id);
      if (row) row.follow = follow;
      return row !== undefined;
    },

    async addSignIn(signIn, at) {
      for (const [hash, { expiresAt }] of signIns) if (expiresAt <= at) signIns.delete(hash);
      signIns.set(key(signIn.hash), signIn);
    },

    async exchangeSignIn(signInHash, { hash, at, expiresAt, replaces }) {
      const signIn = signIns.get(key(signInHash));
      signIns.delete(key(signInHash));
      if (!signIn || signIn.expiresAt <= at) return undefined;
      for (const [one, session] of sessions) if (session.expiresAt <= at) sessions.delete(one);
      if (replaces) sessions.delete(key(replaces));
      const session = { name: signIn.name, role: signIn.role, seenAt: at, expiresAt };
      sessions.set(key(hash), session);
      return { ...session };
    },

    async getSession(hash) {
      return structuredClone(sessions.get(key(hash)));
    },

    async touchSession(hash, at) {
      const session = sessions.get(key(hash));
      if (session) session.seenAt = at;
    },

    async endSession(hash) {
      sessions.delete(key(hash));
    },

    async probe() {},
    async close() {},
  };
}
