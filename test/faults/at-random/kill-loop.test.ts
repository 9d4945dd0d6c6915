import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { killable } from '../backend.ts';
import type { KillableBackend } from '../backend.ts';
import { KillLoop } from './kill-loop.ts';
import { faultTable } from '../table.ts';

const KILLS = Number(process.env['WHEREFORE_KILLS'] ?? 50);
/** The same loop in each run, so that a red run is red again. */
const SEED = Number(process.env['WHEREFORE_KILL_SEED'] ?? 1);

describe('the kill loop', () => {
  let backend: KillableBackend;

  before(async () => {
    backend = await killable();
  });
  after(() => backend?.stop());
  const fault = faultTable('kill-loop');

  fault(36, 'killed under load, every receipt holds and every row was sent', async () => {
    const began = performance.now();
    const loop = new KillLoop(backend, SEED);
    try {
      await loop.run(KILLS);
      await loop.check();
    } catch (error) {
      const how = `WHEREFORE_KILL_SEED=${SEED} node --conditions=wherefore-source --test test/faults/at-random/kill-loop.test.ts`;
      throw new Error(`Kill ${loop.kills.length} of ${KILLS}, seed ${SEED}. Replay: ${how}`, {
        cause: error,
      });
    }

    const { kills, receipts, replayed } = loop;
    const broken = kills.reduce((sum, kill) => sum + kill.broken, 0);
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `figure: ${kills.length} kills, ${receipts.size} briefs acknowledged, ${broken} requests broken ` +
        `(${replayed.stored} stored before the kill, ${replayed.fresh} not), in ${seconds.toFixed(1)} s`,
    );
    assert.equal(kills.length, KILLS);
    for (const { inFlight } of kills) assert.ok(inFlight > 0, 'a kill came while nothing was on its way');
    assert.ok(
      kills.some(({ acknowledged }) => acknowledged > 0),
      'nothing was acknowledged before a kill',
    );
    assert.ok(broken >= KILLS, 'the kills broke too few requests to prove anything');
    assert.equal(broken, replayed.stored + replayed.fresh + replayed.brokenAgain);
  });
});
