/** Empties the outbox: one lane for each target, one delivery at a time in it, and after that a look at what became of them. */
import { randomUUID } from 'node:crypto';
import { describeError } from '../http/problem.ts';
import type { Store } from '../store/store.ts';
import type { Target } from '../targets/target.ts';
import { deliver, iso } from './deliver.ts';
import type { JobLog } from './job-log.ts';
import { look } from './listen.ts';

/** Milliseconds for one try, looking included. The lease is twice as long, so that two tries never overlap. */
const TRY_TIMEOUT = 60_000;
/** Milliseconds between two looks at the outbox when nobody says that there is something new. */
const TICK = 5_000;
/** Milliseconds that a running try gets when the server stops. */
const PATIENCE = 5_000;
/** Links that are asked for in one round, so that new briefs never wait for long. */
const LOOKS = 20;

export interface DispatcherOptions {
  store: Store;
  targets: readonly Target[];
  deskUrl: (briefId: string) => string;
  /** Milliseconds since 1970. The system clock when absent. */
  now?: () => number;
  /** From 0 up to 1. `Math.random` when absent. */
  random?: () => number;
  log?: JobLog;
  /** Milliseconds for one try; 60 s when absent. */
  tryTimeout?: number;
  /** Calls back again and again until the function that it gives is called. The system's timer when absent. */
  every?: (ms: number, callback: () => void) => () => void;
}

export interface Dispatcher {
  readonly targets: readonly Target[];
  /** Begins to look by itself, once the store knows the targets. */
  start(): Promise<void>;
  /** Something new may be there. Returns at once. */
  wake(): void;
  /** Delivers everything that is due and asks for what is to be asked. Resolves when there is nothing left. */
  runDue(): Promise<void>;
  /** Lets running tries finish for a moment, then ends them; they are looked for at the next start. */
  stop(): Promise<void>;
}

export function createDispatcher({
  store,
  targets,
  deskUrl,
  now = Date.now,
  random = Math.random,
  log = () => {},
  tryTimeout = TRY_TIMEOUT,
  every = (ms, callback) => {
    const timer = setInterval(callback, ms);
    timer.unref();
    return () => clearInterval(timer);
  },
}: DispatcherOptions): Dispatcher {
  const holder = randomUUID();
  const lanes = new Map<Target, Promise<void>>();
  const again = new Set<Target>();
  const ending = new AbortController();
  let stopping = false;
  let silence = (): void => {};

  const lease = () => {
    const at = now();
    return { at: iso(at), until: iso(at + 2 * tryTimeout), holder };
  };
  const limit = () => AbortSignal.any([AbortSignal.timeout(tryTimeout), ending.signal]);

  async function deliverNext(target: Target): Promise<boolean> {
    const claim = await store.claimDelivery(target.name, lease());
    if (!claim) return false;
    const outcome = await deliver(target, claim, { now, random, deskUrl, signal: limit() });
    if (ending.signal.aborted && outcome.state === 'waiting') {
      // Our own doing, so it is not held against the target.
      Object.assign(outcome, { attempts: claim.attempts - 1, nextAt: outcome.at });
    }
    await store.settleDelivery(claim.id, holder, outcome);
    const paused = outcome.state === 'waiting' && outcome.pause;
    log({
      level: paused || outcome.state === 'dead' ? 'error' : 'info',
      job: 'deliver',
      target: target.name,
      outcome: paused ? 'paused' : outcome.state === 'waiting' ? 'later' : outcome.state,
      delivery: claim.id,
      attempts: claim.attempts,
    });
    return true;
  }

  async function lookNext(target: Target): Promise<boolean> {
    const link = target.connection.state && (await store.claimLink(target.name, lease()));
    if (!link) return false;
    const outcome = await look(target, link, limit(), { store, targets, now, random });
    log({ level: 'info', job: 'listen', target: target.name, outcome });
    return true;
  }

  async function drain(target: Target): Promise<void> {
    try {
      while (!stopping && (await deliverNext(target)));
      for (let looks = 0; looks < LOOKS && !stopping && (await lookNext(target)); looks++);
    } catch (error) {
      // The store can't write now. What was claimed is free again when its lease ends.
      log({
        level: 'error',
        job: 'deliver',
        target: target.name,
        outcome: 'failed',
        error: describeError(error),
      });
    }
  }

  /** At most one run of a lane, and one more for whoever came during it. */
  function run(target: Target): Promise<void> {
    const running = lanes.get(target);
    if (running) {
      again.add(target);
      return running;
    }
    const lane = (async () => {
      do {
        again.delete(target);
        await drain(target);
      } while (again.has(target) && !stopping);
      lanes.delete(target);
    })();
    lanes.set(target, lane);
    return lane;
  }

  const runDue = async (): Promise<void> => {
    if (!stopping) await Promise.all(targets.map(run));
  };
  const wake = (): void => void runDue();

  return {
    targets,
    runDue,
    wake,

    async start() {
      await store.openTargets(targets);
      if (targets.length === 0) return;
      silence = every(TICK, wake);
      wake();
    },

    async stop() {
      stopping = true;
      silence();
      const late = setTimeout(() => ending.abort(), PATIENCE);
      await Promise.all(lanes.values());
      clearTimeout(late);
      await Promise.all(targets.map(({ close }) => close()));
    },
  };
}
