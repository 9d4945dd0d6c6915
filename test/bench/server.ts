/**
 * How fast the server starts and how many briefs a second it keeps, beside two yardsticks of the same run:
 * the plainest server that flushes every brief on its own, and the fastest thing a disk allows.
 */
import { closeSync, existsSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, bodyOf, countRows, fire, quantile, stop, wherefore, withFolder, yardstick } from './load.ts';
import type { Load, Started } from './load.ts';

export interface ServerFigures {
  /** `dist` when the packages are built, as in production; else `source`. */
  entry: 'dist' | 'source';
  /** Milliseconds from spawn to the first 200 of /healthz, in an empty folder; the median of `starts`. */
  startMs: number;
  /** Milliseconds in which this disk appends a page and flushes, the median of 300: what briefs can share, and what decides the figures below. */
  flushMs: number;
  /** Briefs a second through HTTP, every answer a 201 after its flush to disk. */
  briefsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Briefs answered with 201, and rows in the database afterwards: the same number. */
  acknowledged: number;
  stored: number;
  bodyBytes: number;
  connections: number;
  /** One fsynced SQLite commit for each brief, bare node:http. */
  commitEach: { briefsPerSecond: number; p99Ms: number };
  /** A file, appended and fsynced in groups, bare node:http. */
  fileGrouped: { briefsPerSecond: number; p99Ms: number };
  /** Aims: at least 2.5 and at least 0.5. */
  timesCommitEach: number;
  timesFileGrouped: number;
  /** 99th percentile at 100 briefs a second, of all rounds together: ours, and one commit for each. */
  calm: { p99Ms: number; commitEachP99Ms: number };
}

export interface BenchOptions {
  /** 32 when absent. */
  connections?: number;
  /** Measured seconds of load for each server and round, after one to warm up. 3 when absent. */
  seconds?: number;
  /** Turns of all three servers; the medians count. 3 when absent. */
  rounds?: number;
  /** Starts to take the median of. 5 when absent. */
  starts?: number;
}

/** @throws Error when an answer is not a 201 or an acknowledged brief is not in the database. */
export async function benchServer(options: BenchOptions = {}): Promise<ServerFigures> {
  const { connections = 32, seconds = 3, starts = 5, rounds = 3 } = options;
  const load = { connections, seconds };
  const calm = { connections: 8, seconds, perSecond: 100 };
  const times: number[] = [];
  for (let round = 0; round < starts; round++) times.push(await withFolder(measureStart));

  // In turns: a machine that gets slower or faster meanwhile does all three the same.
  const results: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    results.push({
      each: await withFolder((folder) => measure(yardstick('commit-each', folder), load, calm)),
      ours: await withFolder((folder) => measureOurs(folder, load, calm)),
      file: await withFolder((folder) => measure(yardstick('file-grouped', folder), load)),
    });
  }
  const middle = (figure: (round: Round) => number) => quantile(results.map(figure), 0.5);
  const calmP99 = (who: 'ours' | 'each') =>
    quantile(
      results.flatMap((round) => round[who].calm),
      0.99,
    );
  const total = (figure: (round: Round) => number) => results.reduce((sum, round) => sum + figure(round), 0);

  return {
    entry: existsSync(BUILT) ? 'dist' : 'source',
    startMs: quantile(times, 0.5),
    flushMs: await withFolder(measureFlush),
    briefsPerSecond: middle(({ ours }) => ours.briefsPerSecond),
    p50Ms: middle(({ ours }) => ours.p50Ms),
    p99Ms: middle(({ ours }) => ours.p99Ms),
    acknowledged: total(({ ours }) => ours.acknowledged),
    stored: total(({ ours }) => ours.stored),
    bodyBytes: Buffer.byteLength(bodyOf(0)),
    connections,
    commitEach: {
      briefsPerSecond: middle(({ each }) => each.briefsPerSecond),
      p99Ms: middle(({ each }) => each.p99Ms),
    },
    fileGrouped: {
      briefsPerSecond: middle(({ file }) => file.briefsPerSecond),
      p99Ms: middle(({ file }) => file.p99Ms),
    },
    timesCommitEach: middle(({ ours, each }) => ours.briefsPerSecond / each.briefsPerSecond),
    timesFileGrouped: middle(({ ours, file }) => ours.briefsPerSecond / file.briefsPerSecond),
    calm: { p99Ms: calmP99('ours'), commitEachP99Ms: calmP99('each') },
  };
}

interface Figures {
  briefsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Milliseconds of each answer when there was hardly anything to do; empty when not asked for. */
  calm: number[];
  acknowledged: number;
}

interface Round {
  each: Figures;
  ours: Figures & { stored: number };
  file: Figures;
}

async function measureOurs(folder: string, load: Load, calm: Load): Promise<Round['ours']> {
  const ours = await measure(wherefore(folder), load, calm);
  const stored = countRows(folder);
  if (stored !== ours.acknowledged)
    throw new Error(`${ours.acknowledged} briefs acknowledged, ${stored} stored`);
  return { ...ours, stored };
}

async function measureStart(folder: string): Promise<number> {
  const began = performance.now();
  const { child, port } = wherefore(folder);
  try {
    const answer = await fetch(`http://127.0.0.1:${await port}/healthz`);
    if (answer.status !== 200) throw new Error(`/healthz answered ${answer.status}`);
    return performance.now() - began;
  } finally {
    await stop(child);
  }
}

async function measureFlush(folder: string): Promise<number> {
  const file = openSync(join(folder, 'flushed'), 'a');
  const page = Buffer.alloc(4096, 'x');
  const times = Array.from({ length: 300 }, () => {
    const began = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  return quantile(times, 0.5);
}

async function measure({ child, port }: Started, load: Load, calm?: Load): Promise<Figures> {
  let acknowledged = 0;
  const take = async (some: Load) => {
    const round = await fire(await port, acknowledged, some);
    acknowledged += round.latencies.length;
    return round;
  };
  try {
    await take({ ...load, seconds: 1 });
    const slow = calm && (await take(calm));
    const { latencies, elapsed } = await take(load);
    return {
      briefsPerSecond: latencies.length / elapsed,
      p50Ms: quantile(latencies, 0.5),
      p99Ms: quantile(latencies, 0.99),
      calm: slow?.latencies ?? [],
      acknowledged,
    };
  } finally {
    await stop(child);
  }
}

if (import.meta.main) console.log(await benchServer());
