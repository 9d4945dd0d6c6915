/**
 * Checkpoints beside the answers: a thread of its own copies the write-ahead log into the database file, and this one
 * only finishes what it left. Done here, all of it would stop everybody for about 25 ms.
 */
import { closeSync, openSync } from 'node:fs';
import { extname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { CheckpointWork } from './sqlite-checkpoint-worker.ts';

/** Pages in the log that are worth a checkpoint: 32 MiB. */
const LONG = 4000;
/** SQLite's own checkpoint, inside a commit: for when the thread is gone or can't keep up. */
const BACKSTOP = 16_000;
/** Commits between two looks at the log. */
const LOOK_EVERY = 32;
/** The same after a checkpoint that failed: most troubles with a disk last longer than a few commits. */
const LOOK_LATER = 1024;

export interface Checkpoints {
  /** To be called after every transaction that was committed. Never throws. */
  committed(): void;
  /** Ends the thread; resolves once its connection is closed. Nothing is started any more. */
  stop(): Promise<void>;
  /** Lets go of the database file: after `stop`, and after the connection was closed. */
  release(): void;
}

/**
 * What fails here loses nothing and tells nobody: the log has it all, and is copied later.
 * @param db The connection that writes.
 * @param path The file that it has open.
 */
export function checkpointsBeside(db: DatabaseSync, path: string): Checkpoints {
  db.exec(`PRAGMA wal_autocheckpoint = ${BACKSTOP}`);
  // Before SQLite 3.51 NOOP means PASSIVE: then the log is simply copied here, a little at a time.
  const look = db.prepare('PRAGMA wal_checkpoint(NOOP)');
  const finish = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  let untilLook = LOOK_EVERY;
  let file: number | undefined;
  /** Made when the log is long for the first time: a small installation never has one. */
  let worker: Worker | undefined;
  let working = false;
  let stopped = false;

  function begin(): void {
    // Closing any descriptor of the database file drops all locks that this process has on it. So this one stays open
    // longer than both connections, and belongs to this thread: a worker that ends closes what it opened.
    file ??= openSync(path, 'r+');
    worker ??= startWorker({ path, file });
    working = true;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin.
    worker.postMessage('checkpoint');
  }

  function startWorker(work: CheckpointWork): Worker {
    // The same file beside this one, as source or compiled.
    const url = new URL(`sqlite-checkpoint-worker${extname(import.meta.url)}`, import.meta.url);
    const started = new Worker(url, { workerData: work, execArgv: [], name: 'checkpoints' });
    started.on('message', () => {
      working = false;
      if (!stopped) attempt(() => finish.get());
    });
    // It ends by itself only when something failed; without a listener that would end the process.
    started.on('error', () => {});
    started.on('exit', () => {
      worker = undefined;
      working = false;
      untilLook = LOOK_LATER;
    });
    // Last, because a listener for messages keeps the process alive again.
    started.unref();
    return started;
  }

  function attempt(work: () => void): void {
    try {
      work();
    } catch {
      untilLook = LOOK_LATER;
    }
  }

  return {
    committed() {
      if (--untilLook > 0) return;
      untilLook = LOOK_EVERY;
      if (working || stopped) return;
      attempt(() => {
        if (Number(look.get()?.['log']) > LONG) begin();
      });
    },

    async stop() {
      stopped = true;
      // In the middle of a copy it ends after that: the pages are in the log as well.
      await worker?.terminate();
    },

    release() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}
