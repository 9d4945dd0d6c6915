/** Writing what holds words of people: only for the owner's eyes, whole or not at all, never over another file. */
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';

/** The file can't be written; the message is for the person who wants it. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/**
 * Writes pieces to a new file with mode 0600.
 * @throws OutputError when there is such a file already, or its folder can't be written.
 */
export async function writeNew(
  path: string,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  if (existsSync(path)) throw new OutputError(`${path} exists already. Choose another name.`);
  const draft = `${path}.part`;
  try {
    await rm(draft, { force: true });
    const file = await open(draft, 'wx', 0o600);
    try {
      for await (const block of inBlocks(pieces)) await file.write(block);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {});
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new OutputError(`${path} can't be written: ${cause.message}`, { cause });
  }
}

/** Makes a folder that only its owner can look into; one that is there stays as it is. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** Joins small pieces, so that a hundred thousand of them are a thousand writes. */
async function* inBlocks(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let block = '';
  for await (const piece of pieces) {
    block += piece;
    if (block.length < 65_536) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
