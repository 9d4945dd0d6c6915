/** Measures what the product promises and prints it beside the goal and the last run. Arguments choose: `sizes analyser widget server memory flush`. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { sizes } from '../size/sizes.ts';
import { benchAnalyser } from './analyser.ts';
import { benchFlush } from './flush.ts';
import { benchMemory } from './memory.ts';
import { benchServer } from './server.ts';
import { benchWidget } from './widget.ts';

const root = join(import.meta.dirname, '../..');
const results = join(root, 'test/results/bench.json');

export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What it has to be at most or at least; without a goal it is only for comparing. */
  goal?: { atMost: number } | { atLeast: number };
}

const kinds: Record<string, () => Promise<Figure[]>> = {
  sizes: async () =>
    sizes().map(({ name, gzip }) => ({
      name: `${name}, gzip`,
      value: gzip / 1000,
      unit: 'kB',
      ...(name === 'first question' && { goal: { atMost: 15 } }),
      ...(name === 'whole intake flow' && { goal: { atMost: 42 } }),
    })),
  analyser: async () => benchAnalyser(),
  widget: async () => benchWidget(),
  server: async () => {
    const figures = await benchServer();
    return [
      { name: 'server start to first answer', value: figures.startMs, unit: 'ms', goal: { atMost: 1000 } },
      { name: 'a flush of this disk', value: figures.flushMs, unit: 'ms' },
      { name: 'briefs a second, durable', value: figures.briefsPerSecond, unit: '/s' },
      { name: 'p50 at full load', value: figures.p50Ms, unit: 'ms' },
      { name: 'p99 at full load', value: figures.p99Ms, unit: 'ms', goal: { atMost: 15 } },
      { name: 'yardstick: a commit each', value: figures.commitEach.briefsPerSecond, unit: '/s' },
      { name: 'yardstick: a file in groups', value: figures.fileGrouped.briefsPerSecond, unit: '/s' },
      { name: 'times a commit each', value: figures.timesCommitEach, unit: '×', goal: { atLeast: 2.5 } },
      { name: 'times a file in groups', value: figures.timesFileGrouped, unit: '×', goal: { atLeast: 0.5 } },
      { name: 'p99 at 100 a second', value: figures.calm.p99Ms, unit: 'ms' },
      {
        name: 'yardstick: p99 at 100 a second, a commit each',
        value: figures.calm.commitEachP99Ms,
        unit: 'ms',
      },
      {
        name: 'p99 at 100 a second, beside a commit each',
        value: figures.calm.p99Ms / figures.calm.commitEachP99Ms,
        unit: '×',
        goal: { atMost: 1 },
      },
      {
        name: 'acknowledged but not stored',
        value: figures.acknowledged - figures.stored,
        unit: '',
        goal: { atMost: 0 },
      },
    ];
  },
  memory: async () => benchMemory(),
  flush: async () => benchFlush(),
};

const chosen = process.argv.slice(2);
const figures: Figure[] = [];
for (const [kind, measure] of Object.entries(kinds)) {
  if (chosen.length && !chosen.includes(kind)) continue;
  console.error(`measuring ${kind}…`);
  figures.push(...(await measure()));
}

const before: Figure[] = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')).figures : [];
const show = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));
const rows = figures.map(({ name, value, unit, goal }) => {
  const last = before.find((figure) => figure.name === name)?.value;
  const met = !goal || ('atMost' in goal ? value <= goal.atMost : value >= goal.atLeast);
  const aim = goal ? ('atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`) : '';
  const change =
    last === undefined
      ? ''
      : `${value >= last ? '+' : ''}${(((value - last) / (last || 1)) * 100).toFixed(1)} %`;
  return [name, `${show(value)} ${unit}`, aim, met ? '' : 'missed', change] as const;
});
const heads = ['figure', 'measured', 'goal', '', 'since last run'] as const;
const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length)));
for (const row of [heads, ...rows])
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
const report = { commit, node: process.version, processor: cpus()[0]?.model, cores: cpus().length, figures };
mkdirSync(join(root, 'test/results'), { recursive: true });
// A run of one kind keeps the last figures of the others.
const kept = before.filter((old) => !figures.some(({ name }) => name === old.name));
writeFileSync(results, JSON.stringify({ ...report, figures: [...figures, ...kept] }, null, 2));
console.log(JSON.stringify(report));
