/** The secret that follow links are derived from, in a file beside the database. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 32;

/**
 * Reads the secret, or makes one the first time. Apart from the database, so that a copy of that opens no link.
 * Losing it does no harm to links that were given out; only the receipt of a repeated brief would differ.
 */
export function readSecret(folder: string): Uint8Array {
  const file = join(folder, 'secret.key');
  try {
    const kept = Buffer.from(readFileSync(file, 'utf8'), 'base64url');
    if (kept.byteLength >= BYTES) return kept;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const secret = randomBytes(BYTES);
  // Whole or not at all, also when the power fails right now.
  const draft = openSync(`${file}.new`, 'w', 0o600);
  writeSync(draft, secret.toString('base64url'));
  fsyncSync(draft);
  closeSync(draft);
  renameSync(`${file}.new`, file);
  return secret;
}
