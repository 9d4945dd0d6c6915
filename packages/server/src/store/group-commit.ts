/**
 * Writes that arrive while another commit runs, or in turns of the event loop that follow each other, share the next
 * commit. A flush to disk costs the same for one brief as for two hundred, and every caller still waits for its own.
 */

/** What became of one item: its result, or the error that only its own caller gets. */
export type Settled<Result> = { value: Result } | { error: unknown };

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

export interface GroupCommit<Item, Result> {
  /** Resolves after the commit that holds the item. */
  add(item: Item): Promise<Result>;
  /** Commits what waits right now. */
  flush(): void;
}

/**
 * @param commit Keeps all items or throws; gives one outcome per item, in order.
 * @param size The most items in one commit, so that nobody waits for a very long one.
 */
export function groupCommit<Item, Result>(
  commit: (items: Item[]) => Settled<Result>[],
  size = 256,
): GroupCommit<Item, Result> {
  let queue: Waiting<Item, Result>[] = [];
  let planned = false;

  /** Called after the poll phase: every request that the operating system had ready by then is in the queue. */
  function look(seen: number): void {
    if (queue.length === seen || queue.length >= size) return flush();
    // Others came along: whoever follows them closely can still join. A turn costs far less than a flush.
    setImmediate(look, queue.length);
  }

  function flush(): void {
    planned = false;
    const all = queue;
    queue = [];
    for (let start = 0; start < all.length; start += size) settle(all.slice(start, start + size));
  }

  function settle(group: Waiting<Item, Result>[]): void {
    let outcomes: Settled<Result>[];
    try {
      outcomes = commit(group.map(({ item }) => item));
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    group.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome && 'value' in outcome) resolve(outcome.value);
      else reject(outcome?.error);
    });
  }

  return {
    add(item) {
      return new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        if (planned) return;
        planned = true;
        setImmediate(look, 1);
      });
    },
    flush,
  };
}
