/** The one thing that sends what waits in an outbox, and the pauses that it keeps. */

/** How long to wait after tries that failed. */
export interface Backoff {
  /** Milliseconds: the longest first pause; doubled with each failure in a row. @default 2000 */
  base?: number;
  /** Milliseconds: the longest pause that the doubling comes to. @default 300_000 */
  cap?: number;
}

/** Spread over what the server asked for, in milliseconds, so that all who were sent away do not return at once. */
const SPREAD = 250;
/** Timers may fire a little before their time; earlier than asked is not allowed. */
const MARGIN = 25;

/** Time by a clock that nobody can set. */
const clock = (): number => performance.now();

export type Gate = ReturnType<typeof createGate>;

/** Decides when the next try may start. Pauses of our own can be cut short; what the server asked for can't. */
export function createGate(random: () => number, { base = 2000, cap = 300_000 }: Backoff = {}) {
  let soft = 0;
  let firm = 0;
  let failures = 0;
  return {
    /** Milliseconds until the next try may start; 0 for now. */
    left: (): number => Math.max(0, soft - clock(), firm - clock()),
    /** The part of it that is only our own pause. */
    pause: (): number => Math.max(0, soft - clock()),
    failed(): void {
      soft = clock() + random() * Math.min(cap, base * 2 ** failures++);
    },
    succeeded(): void {
      failures = 0;
    },
    /** Another tab found the server down: the same pause here. */
    follow(milliseconds: number): void {
      soft = Math.max(soft, clock() + milliseconds);
    },
    /** The server asked to wait. */
    hold(milliseconds: number): void {
      if (milliseconds > 0) firm = Math.max(firm, clock() + milliseconds + MARGIN + random() * SPREAD);
    },
    /** Something changed for the better: no need to sit out our own pause. */
    open(): void {
      soft = 0;
    },
  };
}

/** What a pump needs from the outbox around it. `Item` is one brief. */
export interface PumpParts<Item> {
  /** Name of the lock that lets one tab send at a time; none for what only this tab has. */
  lock: string | undefined;
  /** Asked under the lock, before the first send: another tab may have done the work. */
  refresh(): Promise<void>;
  /** What may be sent now, best first; nothing while the gate is closed. */
  due(): Item[];
  /** One try. Never rejects; afterwards the item is not due, or not at once. */
  send(item: Item): Promise<void>;
}

/** Briefs on their way at the same time: enough for a long queue, few enough for a server that just came back. */
const AT_ONCE = 4;

/**
 * Makes the single entry to sending: call it whenever there may be something to do, from wherever, as often as you like.
 * While it runs or waits for its turn, a call adds nothing but new work for the same run.
 */
export function createPump<Item>({ lock, refresh, due, send }: PumpParts<Item>): () => Promise<void> {
  let waiting = false;
  let more: (() => void) | undefined;

  function run(): Promise<void> {
    return new Promise((resolve) => {
      let running = 0;
      more = () => {
        for (const item of due()) {
          if (running >= AT_ONCE) break;
          running++;
          void send(item).finally(() => {
            running--;
            more?.();
          });
        }
        if (running) return;
        more = undefined;
        resolve();
      };
      more();
    });
  }

  return async () => {
    if (more) return more();
    if (waiting || !due().length) return;
    waiting = true;
    try {
      await locked(lock, async () => {
        await refresh();
        waiting = false;
        await run();
      });
    } finally {
      waiting = false;
    }
  };
}

/** The work while no other tab does it. Where there are no locks, or none are allowed, the work all the same. */
async function locked(name: string | undefined, work: () => Promise<void>): Promise<void> {
  let began = false;
  const once = (): Promise<void> => {
    began = true;
    return work();
  };
  if (name === undefined || typeof navigator === 'undefined' || !navigator.locks) return once();
  try {
    await navigator.locks.request(name, once);
  } catch (error) {
    if (began) throw error;
    await once();
  }
}
