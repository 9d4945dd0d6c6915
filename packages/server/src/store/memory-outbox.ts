/** The outbox, the pauses and the links of the memory store. */
import type { BriefRecord, HistoryEntry } from '@wherefore/core/wire';
import { GONE } from './deliveries.ts';
import type { DeliveryRow, DeliveryStore, NewDelivery, NewLink, StoredLink } from './deliveries.ts';
import type { RecordedChange } from './store.ts';

interface Row {
  id: string;
  target: string;
  briefId: string;
  change: HistoryEntry | undefined;
  state: 'waiting' | 'done' | 'dead';
  attempts: number;
  tried: boolean;
  nextAt: string;
  holder: string | undefined;
  leaseUntil: string | undefined;
  reason: string | undefined;
  createdAt: string;
  updatedAt: string;
}

interface TargetState {
  fingerprint: string;
  paused?: string | undefined;
  holdUntil?: string | undefined;
}

export interface MemoryOutboxSurroundings {
  record: (id: string) => BriefRecord | undefined;
  change: (id: string, change: RecordedChange) => BriefRecord | 'not-found' | 'version-mismatch';
}

/** The methods of the store, and the one that writes deliveries together with a brief or a change. */
export interface MemoryOutbox extends DeliveryStore {
  enqueue(deliveries: readonly NewDelivery[], briefId: string, at: string, change?: HistoryEntry): void;
  /** Writes links together with a brief that had them elsewhere. */
  link(found: readonly NewLink[], briefId: string): void;
}

export function memoryOutbox({ record, change }: MemoryOutboxSurroundings): MemoryOutbox {
  const rows: Row[] = [];
  const targets = new Map<string, TargetState>();
  const links: (StoredLink & { pollAt: string | undefined })[] = [];

  const targetOf = (name: string): TargetState => {
    const known = targets.get(name) ?? { fingerprint: '' };
    targets.set(name, known);
    return known;
  };
  const pausedFor = (row: Row) => (row.state === 'waiting' ? targets.get(row.target)?.paused : undefined);

  function shown(row: Row): DeliveryRow {
    const { id, target, briefId, state, attempts, nextAt, createdAt, updatedAt } = row;
    const paused = pausedFor(row);
    const reason = row.reason ?? paused;
    return {
      id,
      target,
      kind: row.change ? 'status' : 'brief',
      briefId,
      request: record(briefId)?.brief.request ?? '',
      state,
      paused: paused !== undefined,
      attempts,
      ...(state === 'waiting' && { nextAt }),
      ...(state !== 'done' && reason !== undefined && { reason }),
      createdAt,
      updatedAt,
    };
  }

  function storedLink({ pollAt: _pollAt, ...link }: (typeof links)[number]): StoredLink {
    return structuredClone(link);
  }

  function due(target: string, at: string): Row | undefined {
    const own = rows.filter((row) => row.target === target);
    const { paused, holdUntil = '' } = targets.get(target) ?? {};
    if (paused !== undefined || holdUntil > at || own.some(({ leaseUntil = '' }) => leaseUntil > at))
      return undefined;
    const first = new Map<string, Row>();
    for (const row of own) if (row.state !== 'done' && !first.has(row.briefId)) first.set(row.briefId, row);
    return [...first.values()]
      .filter((row) => row.state === 'waiting' && row.nextAt <= at)
      .sort((one, other) => (one.nextAt < other.nextAt ? -1 : one.nextAt > other.nextAt ? 1 : 0))[0];
  }

  return {
    enqueue(deliveries, briefId, at, decided) {
      for (const { id, target } of deliveries) {
        rows.push({
          id,
          target,
          briefId,
          change: decided,
          state: 'waiting',
          attempts: 0,
          tried: false,
          nextAt: at,
          holder: undefined,
          leaseUntil: undefined,
          reason: undefined,
          createdAt: at,
          updatedAt: at,
        });
      }
    },

    link(found, briefId) {
      for (const { pollAt, ...link } of found)
        links.push({ ...structuredClone(link), briefId, quiet: 0, pollAt });
    },

    async openTargets(configured) {
      for (const { name, fingerprint } of configured)
        if (targets.get(name)?.fingerprint !== fingerprint) targets.set(name, { fingerprint });
      for (const name of targets.keys())
        if (!configured.some((one) => one.name === name))
          targets.set(name, { fingerprint: '', paused: GONE });
    },

    async claimDelivery(target, { at, until, holder }) {
      const row = due(target, at);
      const found = row && record(row.briefId);
      if (!row || !found) return undefined;
      const triedBefore = row.tried;
      Object.assign(row, {
        attempts: row.attempts + 1,
        tried: true,
        holder,
        leaseUntil: until,
        updatedAt: at,
      });
      const link = links.find((one) => one.briefId === row.briefId && one.target === target);
      return {
        id: row.id,
        attempts: row.attempts,
        triedBefore,
        record: structuredClone(found),
        ...(row.change && { change: { ...row.change } }),
        ...(link && { link: storedLink(link) }),
      };
    },

    async settleDelivery(id, holder, outcome) {
      const row = rows.find((one) => one.id === id);
      if (!row || row.holder !== holder) return false;
      const { state, at } = outcome;
      Object.assign(row, { state, updatedAt: at, holder: undefined, leaseUntil: undefined });
      row.nextAt = state === 'waiting' ? outcome.nextAt : at;
      row.reason = state === 'done' ? undefined : outcome.reason;
      if (state !== 'done') row.attempts = outcome.attempts;
      const { briefId, target } = row;
      if (
        state === 'done' &&
        outcome.link &&
        !links.some((one) => one.briefId === briefId && one.target === target)
      ) {
        const { id: own, url, label } = outcome.link;
        const link = { id: own, label, ...(url !== undefined && { url }) };
        links.push({ briefId, target, ...link, checkedAt: at, quiet: 0, pollAt: outcome.pollAt });
      }
      if (state === 'waiting' && outcome.pause) targetOf(target).paused = outcome.reason;
      if (state === 'waiting' && outcome.holdUntil !== undefined)
        targetOf(target).holdUntil = outcome.holdUntil;
      return true;
    },

    async pauseTarget(target, reason) {
      targetOf(target).paused = reason;
    },

    async resumeTarget(target) {
      targetOf(target).paused = undefined;
    },

    async targetStates() {
      const names = new Set([...targets.keys(), ...rows.map(({ target }) => target)]);
      return [...names].sort().map((name) => {
        const paused = targets.get(name)?.paused;
        const own = rows.filter(({ target }) => target === name);
        const count = (state: Row['state']) => own.filter((row) => row.state === state).length;
        const [last] = own
          .filter((row) => row.state === 'waiting' && row.attempts > 0 && row.reason !== undefined)
          .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
        return {
          name,
          ...(paused !== undefined && { paused }),
          ...(last?.reason !== undefined && { reason: last.reason }),
          waiting: count('waiting'),
          done: count('done'),
          dead: count('dead'),
        };
      });
    },

    async listDeliveries({ state, target, before = Infinity, limit }) {
      const found = rows
        .map((row, position) => ({ row, position }))
        .filter(
          ({ row, position }) =>
            position < before &&
            (target === undefined || row.target === target) &&
            (state === undefined ||
              (state === 'stuck'
                ? row.state === 'dead' || pausedFor(row) !== undefined
                : row.state === state)),
        )
        .toReversed();
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(({ row }) => shown(row)),
        ...(last && found.length > limit && { nextPosition: last.position }),
      };
    },

    async retryDelivery(id, at) {
      const row = rows.find((one) => one.id === id);
      if (!row) return undefined;
      if (row.state !== 'done') {
        Object.assign(row, { state: 'waiting', attempts: 0, nextAt: at, updatedAt: at });
        const target = targets.get(row.target);
        if (target && target.paused !== GONE) target.paused = undefined;
      }
      return shown(row);
    },

    async retryTarget(name, at) {
      const open = rows.filter((row) => row.target === name && row.state !== 'done');
      for (const row of open)
        Object.assign(row, { state: 'waiting', attempts: 0, nextAt: at, updatedAt: at });
      const target = targets.get(name);
      if (target && target.paused !== GONE) target.paused = undefined;
      return open.length;
    },

    async traceOf(briefId) {
      return {
        links: links
          .filter((link) => link.briefId === briefId)
          .sort((one, other) => (one.target < other.target ? -1 : 1))
          .map(storedLink),
        open: rows.filter((row) => row.briefId === briefId && row.state !== 'done').map(shown),
      };
    },

    async claimLink(target, { at, until }) {
      const [link] = links
        .filter((one) => one.target === target && one.pollAt !== undefined && one.pollAt <= at)
        .sort((one, other) => (one.pollAt! < other.pollAt! ? -1 : 1));
      if (!link) return undefined;
      link.pollAt = until;
      return storedLink(link);
    },

    async findLink(target, id) {
      const link = links.find((one) => one.target === target && one.id === id);
      return link && storedLink(link);
    },

    async noteTargetState({ briefId, target }, { checkedAt, pollAt, quiet, state, status, change: news }) {
      const link = links.find((one) => one.briefId === briefId && one.target === target);
      const changed = news && change(briefId, news);
      if (typeof changed === 'string') return changed;
      if (!link) return 'not-found';
      Object.assign(link, { checkedAt, pollAt, quiet, ...(state && { state }), ...(status && { status }) });
      return 'noted';
    },
  };
}
