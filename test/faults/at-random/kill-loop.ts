/** Clients that never pause, and a server that is killed in the middle of it, in an order that a seed decides. */
import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import type { Brief } from '@wherefore/core/brief';
import { receiptSchema } from '@wherefore/core/wire';
import type { Receipt } from '@wherefore/core/wire';
import type { KillableBackend } from '../backend.ts';
import { dice } from './walk-plan.ts';

const CLIENTS = 16;
/** Milliseconds for one answer, many times what it takes. */
const PATIENCE = 20_000;

/** What one kill met. */
interface Kill {
  /** Requests without an answer at that moment. */
  inFlight: number;
  /** Briefs answered since the start before. */
  acknowledged: number;
  /** Requests that never got their answer. */
  broken: number;
}

export class KillLoop {
  readonly kills: Kill[] = [];
  /** The first receipt of each brief. */
  readonly receipts = new Map<string, Receipt>();
  /** What became of broken requests when they were sent again. */
  readonly replayed = { stored: 0, fresh: 0, brokenAgain: 0 };
  readonly #sent = new Map<string, Brief>();
  readonly #backend: KillableBackend;
  readonly #random: () => number;
  readonly #seed: number;
  /** Resolves when the server of now answers. */
  #up: Promise<void> = Promise.resolve();
  #agent = new Agent({ keepAlive: true });
  #inFlight = 0;
  #acknowledged = 0;
  /** Requests until the next kill begins. */
  #left = 0;
  #over = false;

  constructor(backend: KillableBackend, seed: number) {
    this.#backend = backend;
    this.#random = dice(seed);
    this.#seed = seed;
  }

  /** Resolves when the server was killed as often and every brief that was sent has its receipt. */
  async run(kills: number): Promise<void> {
    this.#plan();
    await Promise.all(Array.from({ length: CLIENTS }, () => this.#client(kills)));
    this.#agent.destroy();
  }

  /** Rejects unless every receipt holds and the database has what was sent, once, and nothing else. */
  async check(): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    await Promise.all(
      [...this.receipts].map(async ([id, receipt]) => {
        const again = await post(this.#backend.port, agent, this.#sent.get(id)!);
        assert.equal(again.status, 200, `${id} is not known any more`);
        assert.deepEqual(again.receipt, receipt);
      }),
    );
    agent.destroy();

    const database = new DatabaseSync(join(this.#backend.folder, 'wherefore.db'), { readOnly: true });
    try {
      assert.deepEqual(
        database
          .prepare('PRAGMA integrity_check')
          .all()
          .map((row) => row['integrity_check']),
        ['ok'],
      );
      const rows = database.prepare('SELECT id, body FROM brief').all();
      assert.equal(rows.length, this.receipts.size);
      for (const { id, body } of rows) assert.deepEqual(JSON.parse(String(body)), this.#sent.get(String(id)));
      assert.deepEqual(new Set(rows.map(({ id }) => id)), new Set(this.receipts.keys()));
    } finally {
      database.close();
    }
  }

  #plan(): void {
    this.#acknowledged = 0;
    this.#left = 1 + Math.floor(this.#random() * 200);
  }

  async #client(kills: number): Promise<void> {
    while (!this.#over) await this.#deliver(this.#brief(), kills);
  }

  #brief(): Brief {
    const number = this.#sent.size;
    const id = `019a${this.#seed.toString(16).slice(-4).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
    // From a line to more than a page of the database.
    const request = `Brief ${number} `.repeat(1 + Math.floor(this.#random() ** 3 * 300)).slice(0, 4000);
    const brief: Brief = { id, schemaVersion: 1, language: 'en', request };
    this.#sent.set(id, brief);
    return brief;
  }

  /** Sends a brief until there is a receipt. */
  async #deliver(brief: Brief, kills: number): Promise<void> {
    for (let tries = 0; ; tries++) {
      // Another kill may have begun, in the same turn, while this waited for the one before.
      for (let up; up !== this.#up;) await (up = this.#up);
      const era = this.kills.length;
      this.#inFlight++;
      const answering = post(this.#backend.port, this.#agent, brief);
      // The last briefs are sent again when it is over: they begin no kill any more.
      if (--this.#left === 0 && !this.#over) void this.#kill(kills);
      try {
        const { status, receipt } = await answering;
        assert.ok(
          status === 201 || (status === 200 && tries > 0),
          `${brief.id}: ${status}, try ${tries + 1}`,
        );
        assert.equal(receipt.id, brief.id);
        if (tries > 0) this.replayed[status === 200 ? 'stored' : 'fresh']++;
        this.receipts.set(brief.id, receipt);
        this.#acknowledged++;
        return;
      } catch (error) {
        const kill = this.kills[era];
        // Only a kill after it was sent excuses a request without an answer.
        if (!kill || error instanceof assert.AssertionError) throw error;
        kill.broken++;
        if (tries > 0) this.replayed.brokenAgain++;
      } finally {
        this.#inFlight--;
      }
    }
  }

  async #kill(kills: number): Promise<void> {
    // Now, or some turns later: while it reads, commits or answers.
    for (let turns = Math.floor(this.#random() * 30); turns > 0; turns--) await turn();
    this.kills.push({ inFlight: this.#inFlight, acknowledged: this.#acknowledged, broken: 0 });
    this.#up = this.#backend.kill();
    await this.#up;
    this.#agent.destroy();
    this.#agent = new Agent({ keepAlive: true });
    this.#plan();
    this.#over = this.kills.length >= kills;
  }
}

/** Rejects when there is no whole answer, or one that is no receipt. */
function post(port: number, agent: Agent, brief: Brief): Promise<{ status: number; receipt: Receipt }> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path: '/v1/briefs', method: 'POST', agent };
    const headers = { 'content-type': 'application/json', 'idempotency-key': `"${brief.id}"` };
    const out = request({ ...options, headers }, async (response) => {
      try {
        let text = '';
        for await (const chunk of response.setEncoding('utf8')) text += chunk;
        const { statusCode: status = 0 } = response;
        resolve({ status, receipt: receiptSchema.parse(JSON.parse(text)) });
      } catch (error) {
        reject(error as Error);
      }
    });
    out.setTimeout(PATIENCE, () => out.destroy(new Error('The server does not answer')));
    out.on('error', reject);
    out.end(JSON.stringify(brief));
  });
}
