/** The thread of sqlite-checkpoint.ts: copies the log into the database file whenever it is told to. */
import { fdatasyncSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

export interface CheckpointWork {
  /** The database. */
  path: string;
  /** A descriptor of the same file, that somebody else closes. */
  file: number;
}

/** Pages left in the log that the answering thread copies in about a millisecond. */
const FEW = 150;
const MAX_PASSES = 3;

const { path, file } = workerData as CheckpointWork;
const db = new DatabaseSync(path);
const look = db.prepare('PRAGMA wal_checkpoint(NOOP)');
const copy = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');

// Whatever is thrown ends the thread: another one is started later.
parentPort?.on('message', () => {
  for (let pass = 1; pass <= MAX_PASSES; pass++) {
    copy.get();
    // A copy that doesn't reach the end of the log, because briefs keep coming, leaves the flush to the one that does.
    fdatasyncSync(file);
    const { log, checkpointed } = look.get() ?? {};
    if (Number(log) - Number(checkpointed) < FEW) break;
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin.
  parentPort?.postMessage('finish');
});
