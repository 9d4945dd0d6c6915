// A JSON file that is never half written: the new one is finished beside it and then takes its name.
import { open, readFile, rename } from 'node:fs/promises';

/** Opens the file, or begins an empty one. Rejects when it holds something else: it is never overwritten then. */
export async function openFile(path) {
  const entries = new Map(Object.entries(await read(path)));
  /** The save under way, and the one after it that takes everything added meanwhile along. */
  let running = Promise.resolve();
  let next;

  async function save() {
    const beside = `${path}.new`;
    const file = await open(beside, 'w');
    try {
      await file.writeFile(JSON.stringify(Object.fromEntries(entries)));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  }

  function saved() {
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined;
        return (running = save());
      });
    return next;
  }

  return {
    /** What is under this id now; `saved` resolves when that is on the disk, and rejects when it could not be written. */
    add(id, fresh) {
      const old = entries.get(id);
      if (old) return { entry: old, isNew: false, saved: old.unsaved ? saved() : Promise.resolve() };
      entries.set(id, fresh);
      // Not in the file: only whether the file has it.
      Object.defineProperty(fresh, 'unsaved', { value: true, writable: true, enumerable: false });
      return { entry: fresh, isNew: true, saved: saved().then(() => void (fresh.unsaved = false)) };
    },
  };
}

async function read(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw new Error(`${path} can't be read as JSON, so nothing is written over it`, { cause: error });
  }
}
