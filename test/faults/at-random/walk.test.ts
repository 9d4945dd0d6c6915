import assert from 'node:assert/strict';
import { cpus } from 'node:os';
import { after, before, describe } from 'node:test';
import type { Browser } from 'playwright-core';
import { endBrowser, startBrowser } from '../../journeys/harness.ts';
import { killable } from '../backend.ts';
import type { KillableBackend } from '../backend.ts';
import { faultTable } from '../table.ts';
import { Walker } from './walk.ts';

const ONE = process.env['WHEREFORE_SEED'];
const COUNT = ONE ? 1 : Number(process.env['WHEREFORE_WALKS'] ?? 100);
/** The same walks in each run, so that a red run is red again; the soak begins somewhere else each time. */
const FIRST = process.env['WHEREFORE_WALKS'] ? Date.now() % 1_000_000_000 : 1;

describe('random walks', () => {
  const fault = faultTable('walk');
  let browser: Browser;
  let backend: KillableBackend;

  before(async () => {
    [browser, backend] = await Promise.all([startBrowser(), killable()]);
  });
  after(async () => {
    await endBrowser(browser);
    await backend?.stop();
  });

  fault(0, 'exactly one stored brief for each submit, every one in sight of its requester', async () => {
    const seeds = ONE ? [Number(ONE)] : Array.from({ length: COUNT }, (_, i) => FIRST + i);
    const began = performance.now();
    const sum = { briefs: 0, steps: 0 };
    const failures: Error[] = [];
    const team = ONE ? 1 : Math.max(4, Math.min(8, cpus().length));
    await Promise.all(
      Array.from({ length: team }, async () => {
        const walker = await Walker.start(browser, backend);
        try {
          for (let seed = seeds.shift(); seed !== undefined && failures.length < 3; seed = seeds.shift()) {
            const { briefs, steps } = await walker.walk(seed).catch((error: Error) => {
              failures.push(error);
              return { briefs: 0, steps: 0 };
            });
            sum.briefs += briefs;
            sum.steps += steps;
          }
        } finally {
          await walker.stop();
        }
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `figure: ${COUNT} walks, ${sum.steps} steps, ${sum.briefs} briefs in ${seconds.toFixed(1)} s, ` +
        `${(COUNT / seconds).toFixed(1)} walks/s`,
    );
    if (failures.length)
      throw new AggregateError(
        failures,
        failures.map((one) => `${one.message}\n${String(one.cause)}`).join('\n'),
      );
    assert.ok(ONE || sum.briefs > COUNT, 'too few briefs to prove anything');
  });
});
