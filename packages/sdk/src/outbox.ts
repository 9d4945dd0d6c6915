import type { Brief } from '@wherefore/core';
import type { Receipt } from '@wherefore/core/wire';
import { receiptAnswer } from './answers.ts';
import { failureOf, isFinal } from './delivery-failure.ts';
import { forgetTab } from './forget-device.ts';
import { isNews } from './draft-places.ts';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';
import { TimedOutError } from './errors/timed-out-error.ts';
import { openChannel } from './outbox-channel.ts';
import { freshRecord, parsed, receivedRecord, waitLeft } from './outbox-record.ts';
import type { OutboxRecord } from './outbox-record.ts';
import { deviceOutbox, memoryOutbox, sessionOutbox } from './outbox-store.ts';
import type { Edit } from './outbox-store.ts';
import type { Delivery, DeliveryState, Outbox, OutboxOptions } from './outbox-types.ts';
import { createGate, createPump } from './pump.ts';

export { openDraftStore } from './drafts.ts';
export { forgetThisDevice } from './forget-device.ts';
export type { Delivery, DeliveryState, Outbox, OutboxOptions } from './outbox-types.ts';
export type { Backoff } from './pump.ts';

/** Receipts remembered. */
const RECEIPTS = 20;

/**
 * Delivers briefs so that none is lost, none is doubled, and the requester can always be told where each one is. See
 * `docs/decisions/0008-outbox.md`.
 *
 * @example
 * ```ts
 * const outbox = createOutbox({ gateway: createIntakeGateway({ endpoint: '/wherefore' }), to: '/wherefore' });
 * outbox.subscribe((deliveries) => show(deliveries));
 * await outbox.add(brief);
 * ```
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { gateway, to = '', mode = 'device', timeout = 60_000 } = options;
  const { random = Math.random, now = Date.now } = options;
  const store = options.store ?? { device: deviceOutbox, session: sessionOutbox, off: memoryOutbox }[mode]();
  const gate = createGate(random, options.backoff);
  /** Every record of ours, from the store or from this page. */
  const known = new Map<string, OutboxRecord>();
  /** Added here and not received: put back when the browser clears the storage under us. */
  const own = new Set<string>();
  /** Taken back by the requester, so that a read that began before does not bring it back. */
  const gone = new Set<string>();
  /** What the store would not take. */
  const unkept = new Set<string>();
  const sending = new Set<string>();
  let sendingElsewhere = new Set<string>();
  /** Stopped ones that get another try. */
  const again = new Set<string>();
  const waits = new Set<string>();
  const listeners = new Set<(deliveries: readonly Delivery[]) => void>();
  const forgotten = new Set<() => void>();
  const shownAs = new Map<string, { look: string; json: string; delivery: Delivery }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading: Promise<void> | undefined;
  let closed = false;

  const channel = openChannel(to, {
    heard(message) {
      if (message.forgotten) {
        forgetTab(message.forgotten === 'all');
        for (const { id, receipt } of known.values()) if (receipt || message.forgotten === 'all') drop(id);
        for (const listener of forgotten) listener();
      }
      if (message.gone !== undefined) {
        gone.add(message.gone);
        drop(message.gone);
      }
      if (message.retry !== undefined) want(message.retry);
      else gate.follow(message.pause);
      sendingElsewhere = new Set(message.sending);
      void refresh().then(pumpAll);
    },
    woken: wake,
  });

  /** Reads and writes overlap, so what is found may be old by now: a receipt is never unlearned. */
  function learn(record: OutboxRecord): void {
    if (record.receipt || !known.get(record.id)?.receipt) known.set(record.id, record);
  }

  function drop(id: string): void {
    own.delete(id);
    unkept.delete(id);
    known.delete(id);
  }

  function stateOf({ id, receipt, stopped }: OutboxRecord): DeliveryState {
    if (receipt) return 'received';
    if (sending.has(id) || sendingElsewhere.has(id)) return 'sending';
    return stopped ? 'needs-you' : 'on-device';
  }

  /** The same object as long as nothing changed, so that listeners can compare. */
  function delivery(record: OutboxRecord): Delivery {
    const state = stateOf(record);
    const kept = store.keeps && !unkept.has(record.id);
    const { id, reason, fields, addedAt, receipt, json, draft, after, wait } = record;
    const retryAt = wait && wait.from + wait.ms;
    const seen = record.shownAt !== null;
    const look = JSON.stringify([state, kept, reason, retryAt, seen]);
    const old = shownAs.get(id);
    if (old?.look === look && old.json === json) return old.delivery;
    const delivery: Delivery = {
      id,
      state,
      reason,
      retryAt,
      fields,
      kept,
      addedAt,
      receipt,
      brief: receipt ? null : (parsed(json) as Brief),
      draft: draft ? parsed(draft) : undefined,
      after: after ? parsed(after) : undefined,
      editable: isFinal(reason),
      seen,
    };
    shownAs.set(id, { look, json, delivery });
    return delivery;
  }

  const list = (): Delivery[] =>
    [...known.values()].toSorted((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1)).map(delivery);

  function tell(): void {
    // What only this tab has goes when it is closed, also where a reload would find it again.
    channel.guard([...known.values()].some((r) => !r.receipt && !(store.shared && !unkept.has(r.id))));
    if (!listeners.size) return;
    const deliveries = list();
    for (const listener of listeners) listener(deliveries);
  }

  /** Says to the other tabs what changed here. */
  function post(extra: { gone?: string; retry?: string } = {}): void {
    if (store.shared) channel.post({ sending: [...sending], pause: gate.pause(), ...extra });
  }

  /** Changes a record on the device, and where that fails in this page only. Says which of the two. */
  async function change(id: string, edit: Edit, draftKey?: string): Promise<boolean> {
    let next: OutboxRecord | undefined;
    let stored = true;
    const ours = known.get(id);
    const from = (old: OutboxRecord | undefined): OutboxRecord | undefined => (next = edit(old));
    try {
      // What waits is put back when somebody cleared the storage; a receipt is not: it was wiped on purpose.
      await store.change(id, (old) => from(old ?? (ours?.receipt ? undefined : ours)), draftKey);
      unkept.delete(id);
    } catch {
      stored = false;
      from(known.get(id));
      if (!known.has(id)) unkept.add(id);
    }
    if (next) learn(next);
    else drop(id);
    return stored;
  }

  /** Reads what the store holds. One at a time; asked during one, a second follows. */
  function refresh(): Promise<void> {
    const next = (reading ?? Promise.resolve()).then(read);
    return (reading = next.catch(() => {}));
  }

  async function read(): Promise<void> {
    let stored: OutboxRecord[];
    try {
      stored = (await store.all()).filter((record) => record.to === to);
    } catch {
      return tell();
    }
    const found = new Set(stored.map(({ id }) => id));
    for (const record of stored) {
      if (!gone.has(record.id)) learn(record);
      const wait = `${record.id} ${record.wait?.from}`;
      if (!waits.has(wait)) gate.hold(waitLeft(record, now()));
      waits.add(wait);
    }
    for (const [id, record] of known) {
      if (found.has(id) || unkept.has(id)) continue;
      if (record.receipt || !own.has(id)) known.delete(id);
      // Cleared by the browser or by the person while the page is open: it is not received, so it goes back.
      else if (!(await change(id, (old) => old))) unkept.add(id);
    }
    tell();
  }

  const due = (shared: boolean) => (): OutboxRecord[] =>
    closed || gate.left() > 0
      ? []
      : [...known.values()]
          .filter(({ id, receipt, stopped }) => !receipt && !sending.has(id) && (!stopped || again.has(id)))
          .filter(({ id }) => (store.shared && !unkept.has(id)) === shared)
          // One that always fails must not keep the others waiting.
          .toSorted((a, b) => a.tries - b.tries || a.addedAt - b.addedAt);

  async function send({ id, json }: OutboxRecord): Promise<void> {
    sending.add(id);
    sendingElsewhere.delete(id);
    again.delete(id);
    tell();
    post();
    try {
      await arrived(id, await submit(id, parsed(json) as Brief));
    } catch (error) {
      await failed(id, error);
    }
    sending.delete(id);
    tell();
    post();
    // All of them: it may be kept now and was not before, or the other way round.
    pumpAll();
  }

  /** A gateway that never answers must not hold up the rest. What it still brings later counts. */
  async function submit(id: string, brief: Brief): Promise<Receipt> {
    let late: ReturnType<typeof setTimeout> | undefined;
    const answer = gateway.submit(brief).then((receipt) => {
      if (receiptAnswer.safeParse(receipt).success && receipt.id === id) return receipt;
      throw new UnexpectedAnswerError('wrong-shape', `What came back is no receipt for ${id}`);
    });
    const limit = new Promise<never>((_, reject) => {
      late = setTimeout(() => {
        reject(new TimedOutError('The gateway took too long'));
        answer.then((receipt) => arrived(id, receipt)).catch(() => {});
      }, timeout);
    });
    // Not `finally` of a promise: old polyfills of it lose the receipt.
    try {
      return await Promise.race([answer, limit]);
    } finally {
      clearTimeout(late);
    }
  }

  async function arrived(id: string, receipt: Receipt): Promise<void> {
    gate.succeeded();
    own.delete(id);
    const record = known.get(id);
    if (!record) return;
    await change(id, (old) => receivedRecord(old ?? record, receipt));
    // A receipt that could not be written down is still a receipt.
    unkept.delete(id);
    const receipts = [...known.values()]
      .filter((one) => one.receipt)
      .toSorted((a, b) => b.addedAt - a.addedAt);
    // One that nobody has seen yet is not forgotten.
    for (const old of receipts.slice(RECEIPTS))
      if (old.shownAt !== null) await change(old.id, () => undefined);
  }

  async function failed(id: string, error: unknown): Promise<void> {
    const { reason, stopped, fields, retryAfter } = failureOf(error);
    // A session that is over stops every brief, so it is not asked once for each of them.
    if (!stopped || reason === 'not-signed-in') gate.failed();
    const wait = retryAfter === undefined ? null : { from: now(), ms: retryAfter * 1000 };
    if (wait) {
      gate.hold(wait.ms);
      waits.add(`${id} ${wait.from}`);
    }
    const kept = store.keeps && !unkept.has(id);
    await change(id, (old) =>
      old && !old.receipt ? { ...old, tries: old.tries + 1, reason, stopped, fields, wait } : old,
    );
    // Only now does it have to stay for longer than a moment.
    if (kept && store.shared) channel.persist();
  }

  function want(id?: string): void {
    for (const { id: one } of known.values()) if (id === undefined || one === id) again.add(one);
    gate.open();
  }

  /** The page is looked at again, or the network is back: whoever had to sign in may have done so. */
  function wake(): void {
    for (const { id, reason } of known.values()) if (reason === 'not-signed-in') again.add(id);
    gate.open();
    void refresh().then(pumpAll);
  }

  const lock = store.shared ? `wherefore:outbox:${to}` : undefined;
  const pumps = [true, false].map((shared) =>
    createPump({ lock: shared ? lock : undefined, refresh, due: due(shared), send }),
  );

  function pumpAll(): void {
    for (const pump of pumps) void pump();
    schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    const left = gate.left();
    if (!closed && left > 0) timer = setTimeout(pumpAll, Math.min(left + 1, 2 ** 31 - 1));
  }

  const ready = refresh().then(() => {
    // Whatever made a brief stop may be over by this visit, unless it is in the brief itself.
    for (const { id, reason } of known.values()) if (!isFinal(reason)) again.add(id);
    pumpAll();
  });

  return {
    ready,
    list,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onForgotten: (listener) => void forgotten.add(listener),
    async add(brief, { draft, draftKey, after } = {}) {
      await ready;
      const fresh = freshRecord(brief, to, draft, now(), after);
      own.add(brief.id);
      gone.delete(brief.id);
      await change(brief.id, (old) => (old?.receipt || old?.json === fresh.json ? old : fresh), draftKey);
      want(brief.id);
      tell();
      post();
      pumpAll();
      return delivery(known.get(brief.id) ?? fresh);
    },
    retry(id) {
      want(id);
      if (id !== undefined) post({ retry: id });
      void refresh().then(pumpAll);
    },
    async discard(id) {
      const record = known.get(id);
      if (!record || stateOf(record) === 'received' || stateOf(record) === 'sending') return undefined;
      const removed = delivery(record);
      own.delete(id);
      gone.add(id);
      await change(id, (old) => (old?.receipt ? old : undefined));
      tell();
      post({ gone: id });
      return removed;
    },
    landing() {
      const waiting = [...known.values()].filter(({ receipt }) => !receipt);
      const news = [...known.values()].filter((record) => isNews(record, now()));
      const newest = (waiting.length ? waiting : news).toSorted((a, b) => b.addedAt - a.addedAt)[0];
      return newest && delivery(newest);
    },
    async shown(id) {
      await change(id, (old) => old && { ...old, shownAt: old.shownAt ?? now() });
    },
    async dismiss(id) {
      await change(id, (old) => old && { ...old, dismissed: true, after: '' });
    },
    close() {
      closed = true;
      clearTimeout(timer);
      channel.close();
    },
  };
}
