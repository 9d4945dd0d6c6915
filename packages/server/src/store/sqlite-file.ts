/** Opening the file, and telling what is wrong with it in plain words. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailableError } from './store.ts';

/** The database can't be opened; the message is for the person who started the server. */
export class DatabaseOpenError extends Error {
  override readonly name = 'DatabaseOpenError';
}

/** SQLite's primary result codes for "not now": busy, locked, read-only, disk trouble, full, can't open. */
const NOT_NOW = new Set([5, 6, 8, 10, 11, 13, 14, 26]);

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  return error.errcode & 0xff;
}

/** Whether the whole store is in trouble, not only the row at hand. */
export function isUnavailable(error: unknown): boolean {
  const code = resultCode(error);
  return code !== undefined && NOT_NOW.has(code);
}

/** The error that callers of the store know. */
export function asStoreError(error: unknown): unknown {
  return isUnavailable(error) ? new StoreUnavailableError(error) : error;
}

/**
 * Makes the folder and checks that it can be written.
 * @throws DatabaseOpenError
 */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DatabaseOpenError(
      `The data folder ${folder} can't be written. Choose another with WHEREFORE_DATA_DIR.`,
      {
        cause,
      },
    );
  }
}

/**
 * Claims the folder for this process until the lock is closed or the process ends, however it ends.
 * The lock is a file of its own, so that other programs can still read the database and back it up.
 * @param patience Milliseconds to wait for a process that is just stopping.
 * @throws DatabaseOpenError when another process has it.
 */
export function claimFolder(folder: string, patience: number): DatabaseSync {
  const lock = new DatabaseSync(join(folder, 'wherefore.lock'), { timeout: patience });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock.close();
    throw new DatabaseOpenError(
      `Another Wherefore server is using the database in ${folder}. Stop it, or choose another folder with WHEREFORE_DATA_DIR.`,
      { cause },
    );
  }
}
