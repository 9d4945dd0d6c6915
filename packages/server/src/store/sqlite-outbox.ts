/** The outbox, the pauses and the links of the SQLite store. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Status } from '@wherefore/core/brief';
import type { BriefRecord, HistoryEntry } from '@wherefore/core/wire';
import { GONE } from './deliveries.ts';
import type {
  DeliveryFilter,
  DeliveryRow,
  DeliveryStore,
  NewDelivery,
  NewLink,
  StoredLink,
} from './deliveries.ts';
import type { Row } from './sqlite-list.ts';
import type { RecordedChange } from './store.ts';

export interface OutboxSurroundings {
  transaction: <T>(work: () => T) => T;
  /** Changes a brief inside the running transaction. */
  change: (id: string, change: RecordedChange) => BriefRecord | 'not-found' | 'version-mismatch';
  recordOf: (row: Row) => BriefRecord;
}

/** The methods of the store, and the one that writes deliveries inside the transaction of a brief or a change. */
export interface SqliteOutbox extends DeliveryStore {
  enqueue(deliveries: readonly NewDelivery[], briefId: string, version: number | null, at: string): void;
  /** Writes links inside the transaction of a brief that had them elsewhere. */
  link(found: readonly NewLink[], briefId: string): void;
}

const DELIVERY = `
  SELECT delivery.*, brief.id AS brief_id, json_extract(brief.body, '$.request') AS request, target.paused
  FROM delivery JOIN brief ON brief.seq = delivery.brief LEFT JOIN target ON target.name = delivery.target`;
const LINK = 'SELECT link.*, brief.id AS brief_id FROM link JOIN brief ON brief.seq = link.brief';

export function prepareOutbox(
  db: DatabaseSync,
  { transaction, change, recordOf }: OutboxSurroundings,
): SqliteOutbox {
  const insert = db.prepare(`
    INSERT INTO delivery (id, brief, version, target, state, attempts, tried, next_at, created_at, updated_at)
    SELECT ?, seq, ?, ?, 'waiting', 0, 0, ?, ?, ? FROM brief WHERE id = ?`);
  const selectTargets = db.prepare('SELECT name, fingerprint FROM target');
  const writeTarget = db.prepare(
    'INSERT OR REPLACE INTO target (name, fingerprint, paused) VALUES (?, ?, ?)',
  );
  const selectDue = db.prepare(`
    SELECT seq FROM delivery WHERE target = :target AND state = 'waiting' AND next_at <= :at
      AND NOT EXISTS (SELECT 1 FROM delivery WHERE target = :target AND lease_until > :at)
      AND NOT EXISTS (SELECT 1 FROM target WHERE name = :target AND (paused IS NOT NULL OR hold_until > :at))
      AND NOT EXISTS (SELECT 1 FROM delivery AS earlier WHERE earlier.brief = delivery.brief
        AND earlier.target = :target AND earlier.seq < delivery.seq AND earlier.state <> 'done')
    ORDER BY next_at, seq LIMIT 1`);
  const claim = db.prepare(`
    UPDATE delivery SET attempts = attempts + 1, tried = 1, holder = ?, lease_until = ?, updated_at = ? WHERE seq = ?`);
  const selectOne = db.prepare(`${DELIVERY} WHERE delivery.seq = ?`);
  const selectById = db.prepare(`${DELIVERY} WHERE delivery.id = ?`);
  const selectBrief = db.prepare('SELECT * FROM brief WHERE seq = ?');
  const selectChange = db.prepare('SELECT at, status, reason, by FROM change WHERE seq = ? AND version = ?');
  const settle = db.prepare(`
    UPDATE delivery SET state = ?, attempts = ?, next_at = ?, reason = ?, updated_at = ?, holder = NULL, lease_until = NULL
    WHERE seq = ?`);
  const insertTarget = db.prepare(
    "INSERT INTO target (name, fingerprint) VALUES (?, '') ON CONFLICT DO NOTHING",
  );
  const setPause = db.prepare('UPDATE target SET paused = ? WHERE name = ?');
  const setHold = db.prepare('UPDATE target SET hold_until = ? WHERE name = ?');
  const restart = db.prepare(
    "UPDATE delivery SET state = 'waiting', attempts = 0, next_at = ?, updated_at = ? WHERE seq = ?",
  );
  const restartAll = db.prepare(
    "UPDATE delivery SET state = 'waiting', attempts = 0, next_at = ?, updated_at = ? WHERE target = ? AND state IN ('dead', 'waiting')",
  );
  const endPause = db.prepare('UPDATE target SET paused = NULL WHERE name = ? AND paused <> ?');
  const selectStates = db.prepare(`
    SELECT name, max(paused) AS paused, sum(state = 'waiting') AS waiting, sum(state = 'done') AS done,
      sum(state = 'dead') AS dead, (
        SELECT reason FROM delivery WHERE target = name AND state = 'waiting' AND attempts > 0 AND reason IS NOT NULL
        ORDER BY updated_at DESC LIMIT 1
      ) AS reason
    FROM (SELECT name, paused, NULL AS state FROM target UNION ALL SELECT target, NULL, state FROM delivery)
    GROUP BY name ORDER BY name`);
  const selectOpen = db.prepare(
    `${DELIVERY} WHERE brief.id = ? AND delivery.state <> 'done' ORDER BY delivery.seq`,
  );

  const selectLinks = db.prepare(`${LINK} WHERE brief.id = ? ORDER BY link.target`);
  const selectLink = db.prepare(`${LINK} WHERE link.brief = ? AND link.target = ?`);
  const selectLinkById = db.prepare(`${LINK} WHERE link.target = ? AND link.id = ? LIMIT 1`);
  const selectLinkDue = db.prepare(
    `${LINK} WHERE link.target = ? AND link.poll_at <= ? ORDER BY link.poll_at LIMIT 1`,
  );
  const putOff = db.prepare('UPDATE link SET poll_at = ? WHERE brief = ? AND target = ?');
  const insertLink = db.prepare(`
    INSERT INTO link (brief, target, id, url, label, checked_at, poll_at, quiet) VALUES (?, ?, ?, ?, ?, ?, ?, 0)
    ON CONFLICT (brief, target) DO NOTHING`);
  const restoreLink = db.prepare(`
    INSERT INTO link (brief, target, id, url, label, state, status, checked_at, poll_at, quiet)
    SELECT seq, ?, ?, ?, ?, ?, ?, ?, ?, 0 FROM brief WHERE id = ?`);
  const updateLink = db.prepare(`
    UPDATE link SET state = coalesce(?, state), status = coalesce(?, status), checked_at = ?, poll_at = ?, quiet = ?
    WHERE target = ? AND brief = (SELECT seq FROM brief WHERE id = ?)`);
  // Whoever held a lease is gone: a folder has one process at a time.
  db.exec('UPDATE delivery SET lease_until = NULL, holder = NULL WHERE lease_until IS NOT NULL');

  function enqueue(
    deliveries: readonly NewDelivery[],
    briefId: string,
    version: number | null,
    at: string,
  ): void {
    for (const { id, target } of deliveries) insert.run(id, version, target, at, at, at, briefId);
  }

  function link(found: readonly NewLink[], briefId: string): void {
    for (const {
      target,
      id,
      url = null,
      label,
      state = null,
      status = null,
      checkedAt,
      pollAt = null,
    } of found)
      restoreLink.run(target, id, url, label, state, status, checkedAt, pollAt, briefId);
  }

  function pause(target: string, reason: string | null): void {
    insertTarget.run(target);
    setPause.run(reason, target);
  }

  function list({ state, target, before, limit }: DeliveryFilter): Row[] {
    const conditions = ['1'];
    const values: Record<string, SQLInputValue> = { limit: limit + 1 };
    if (state === 'stuck') {
      // One by one through the index: of the many that are done, none is looked at.
      conditions.push(
        "(delivery.state = 'dead' OR (delivery.state = 'waiting' AND target.paused IS NOT NULL))",
        "delivery.state IN ('dead', 'waiting')",
      );
    } else if (state) {
      conditions.push('delivery.state = :state');
      values['state'] = state;
    }
    if (target !== undefined) {
      conditions.push('delivery.target = :target');
      values['target'] = target;
    }
    if (before !== undefined) {
      conditions.push('delivery.seq < :before');
      values['before'] = before;
    }
    const sql = `${DELIVERY} WHERE ${conditions.join(' AND ')} ORDER BY delivery.seq DESC LIMIT :limit`;
    return db.prepare(sql).all(values);
  }

  return {
    enqueue,
    link,

    async openTargets(targets) {
      transaction(() => {
        const known = new Map(selectTargets.all().map((row) => [row['name'], row['fingerprint']]));
        for (const { name, fingerprint } of targets) {
          if (known.get(name) !== fingerprint) writeTarget.run(name, fingerprint, null);
          known.delete(name);
        }
        for (const name of known.keys()) writeTarget.run(name ?? null, '', GONE);
      });
    },

    async claimDelivery(target, { at, until, holder }) {
      // Most of the time nothing is due, and looking needs no transaction.
      if (!selectDue.get({ target, at })) return undefined;
      return transaction(() => {
        const seq = selectDue.get({ target, at })?.['seq'];
        const row = seq === undefined ? undefined : selectOne.get(seq);
        const brief = row && selectBrief.get(row['brief'] ?? null);
        if (!row || !brief) return undefined;
        claim.run(holder, until, at, row['seq'] ?? null);
        const version = row['version'] ?? null;
        const decided = version === null ? undefined : selectChange.get(row['brief'] ?? null, version);
        const link = selectLink.get(row['brief'] ?? null, target);
        return {
          id: String(row['id']),
          attempts: Number(row['attempts']) + 1,
          triedBefore: row['tried'] === 1,
          record: recordOf(brief),
          ...(decided && { change: entryOf(decided) }),
          ...(link && { link: linkOf(link) }),
        };
      });
    },

    async settleDelivery(id, holder, outcome) {
      return transaction(() => {
        const row = selectById.get(id);
        if (!row || row['holder'] !== holder) return false;
        const { state, at } = outcome;
        const attempts = state === 'done' ? Number(row['attempts']) : outcome.attempts;
        const reason = state === 'done' ? null : outcome.reason;
        settle.run(
          state,
          attempts,
          state === 'waiting' ? outcome.nextAt : at,
          reason,
          at,
          row['seq'] ?? null,
        );
        const target = String(row['target']);
        if (state === 'done' && outcome.link) {
          const { id: own, url = null, label } = outcome.link;
          insertLink.run(row['brief'] ?? null, target, own, url, label, at, outcome.pollAt ?? null);
        }
        if (state === 'waiting' && outcome.pause) pause(target, outcome.reason);
        if (state === 'waiting' && outcome.holdUntil !== undefined) {
          insertTarget.run(target);
          setHold.run(outcome.holdUntil, target);
        }
        return true;
      });
    },

    async pauseTarget(target, reason) {
      transaction(() => pause(target, reason));
    },

    async resumeTarget(target) {
      transaction(() => setPause.run(null, target));
    },

    async targetStates() {
      return selectStates.all().map(({ name, paused, reason, waiting, done, dead }) => ({
        name: String(name),
        ...(paused !== null && { paused: String(paused) }),
        ...(reason !== null && { reason: String(reason) }),
        waiting: Number(waiting),
        done: Number(done),
        dead: Number(dead),
      }));
    },

    async listDeliveries(query) {
      const rows = list(query);
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      return {
        items: page.map(deliveryOf),
        ...(last && rows.length > query.limit && { nextPosition: Number(last['seq']) }),
      };
    },

    async retryDelivery(id, at) {
      return transaction(() => {
        const row = selectById.get(id);
        if (row && row['state'] !== 'done') {
          restart.run(at, at, row['seq'] ?? null);
          if (row['paused'] !== GONE) setPause.run(null, row['target'] ?? null);
        }
        const now = selectById.get(id);
        return now && deliveryOf(now);
      });
    },

    async retryTarget(target, at) {
      return transaction(() => {
        endPause.run(target, GONE);
        return Number(restartAll.run(at, at, target).changes);
      });
    },

    async traceOf(briefId) {
      return { links: selectLinks.all(briefId).map(linkOf), open: selectOpen.all(briefId).map(deliveryOf) };
    },

    async claimLink(target, { at, until }) {
      if (!selectLinkDue.get(target, at)) return undefined;
      return transaction(() => {
        const row = selectLinkDue.get(target, at);
        if (!row) return undefined;
        putOff.run(until, row['brief'] ?? null, target);
        return linkOf(row);
      });
    },

    async findLink(target, id) {
      const row = selectLinkById.get(target, id);
      return row && linkOf(row);
    },

    async noteTargetState(link, { checkedAt, pollAt, quiet, state, status, change: news }) {
      return transaction(() => {
        const { target, briefId } = link;
        const values = [state ?? null, status ?? null, checkedAt, pollAt ?? null, quiet];
        // Before the link, because it may refuse and has then written nothing.
        const changed = news && change(briefId, news);
        if (typeof changed === 'string') return changed;
        return updateLink.run(...values, target, briefId).changes === 1 ? 'noted' : 'not-found';
      });
    },
  };
}

function entryOf(row: Row): HistoryEntry {
  return {
    at: String(row['at']),
    status: String(row['status']) as Status,
    reason: String(row['reason']),
    by: String(row['by']),
  };
}

function linkOf(row: Row): StoredLink {
  return {
    briefId: String(row['brief_id']),
    target: String(row['target']),
    id: String(row['id']),
    ...(row['url'] !== null && { url: String(row['url']) }),
    label: String(row['label']),
    ...(row['state'] !== null && { state: String(row['state']) }),
    ...(row['status'] !== null && { status: String(row['status']) as Status }),
    checkedAt: String(row['checked_at']),
    quiet: Number(row['quiet']),
  };
}

function deliveryOf(row: Row): DeliveryRow {
  const state = String(row['state']) as DeliveryRow['state'];
  const paused = state === 'waiting' && row['paused'] !== null;
  const reason = row['reason'] ?? (paused ? row['paused'] : null);
  return {
    id: String(row['id']),
    target: String(row['target']),
    kind: row['version'] === null ? 'brief' : 'status',
    briefId: String(row['brief_id']),
    request: String(row['request']),
    state,
    paused,
    attempts: Number(row['attempts']),
    ...(state === 'waiting' && { nextAt: String(row['next_at']) }),
    ...(state !== 'done' && reason !== null && { reason: String(reason) }),
    createdAt: String(row['created_at']),
    updatedAt: String(row['updated_at']),
  };
}
