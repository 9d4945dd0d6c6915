/** What the server holds in memory once it has taken in 100,000 briefs. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { countRows, fire, stop, wherefore, withFolder } from './load.ts';
import type { Figure } from './main.ts';

const BRIEFS = 100_000;
/** Seconds, for a machine that is busy with other things; what was not stored by then shows in the figures. */
const PATIENCE = 180;

/** Answers any message with its memory, the garbage thrown out before. Keeps no process alive. */
const REPORTER = `process.on('message', () => { gc(); process.send(process.memoryUsage()); }); process.channel.unref();`;

export async function benchMemory(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const flags = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(REPORTER)}`];
    const { child, port } = wherefore(folder, {}, flags);
    try {
      const fresh = await memoryOf(child, await port);
      await fire(await port, 1, { connections: 32, briefs: BRIEFS, seconds: PATIENCE });
      const full = await memoryOf(child, await port);
      return [
        { name: 'briefs in the server for the memory figures', value: countRows(folder), unit: '' },
        { name: 'server memory at the start, resident', value: fresh.resident, unit: 'MB' },
        { name: 'server memory after 100,000 briefs, resident', value: full.resident, unit: 'MB' },
        { name: 'server memory after 100,000 briefs, heap', value: full.heap, unit: 'MB' },
        { name: 'heap grown by 100,000 briefs', value: full.heap - fresh.heap, unit: 'MB' },
      ];
    } finally {
      await stop(child);
    }
  });
}

/** Megabytes: the whole process with the thread of the database, and the objects of the thread that answers. */
async function memoryOf(child: ChildProcess, port: number): Promise<{ resident: number; heap: number }> {
  // One request, so that what is loaded when it is first needed is there both times.
  await fetch(`http://127.0.0.1:${port}/readyz`);
  child.send('memory');
  const [{ rss, heapUsed }] = (await once(child, 'message')) as [NodeJS.MemoryUsage];
  return { resident: rss / 1e6, heap: heapUsed / 1e6 };
}

if (import.meta.main) console.log(await benchMemory());
