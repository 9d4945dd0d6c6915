import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { Scene } from './scene.ts';
import { faultTable } from './table.ts';

describe('what is cut off', () => {
  const fault = faultTable('cut');
  const at = new Scene();

  /** A brief for each number of bytes, each to an address where that is what happens to the first try. */
  const deliver = (
    what: 'cut-answer' | 'cut-length' | 'cut-body',
    first: number,
    count: number,
  ): Promise<string[]> =>
    at.page.evaluate(
      async ([what, first, count]) => {
        const { createIntakeGateway, createOutbox, uuidv7 } = wf.sdk;
        const ids: string[] = [];
        let next = first;
        const worker = async (): Promise<void> => {
          while (next < first + count) {
            const n = next++;
            const gateway = createIntakeGateway({ endpoint: `/${what}/${n}/`, retries: 0 });
            // What a storage does is the matter of other tests.
            const outbox = createOutbox({ gateway, mode: 'off', backoff: { base: 1, cap: 2 } });
            const id = (ids[n - first] = uuidv7());
            const received = new Promise<void>((resolve) => {
              outbox.subscribe(([one]) => {
                if (one?.receipt?.id === id) resolve();
              });
            });
            await outbox.add({ id, schemaVersion: 1, language: 'en', request: 'cut off' });
            await received;
            outbox.close();
          }
        };
        // As many as a browser has connections to one server.
        await Promise.all(Array.from({ length: 6 }, worker));
        return ids;
      },
      [what, first, count] as const,
    );

  /** How often each brief was sent. Each one is stored once, and its tries are the same bytes. */
  async function tries(ids: string[]): Promise<number[]> {
    assert.deepEqual((await at.ids()).toSorted(), ids.toSorted());
    return ids.map((id) => {
      const mine = at.site.seen.filter((one) => one.id === id);
      assert.equal(new Set(mine.map(({ body }) => body)).size, 1);
      return mine.length;
    });
  }

  for (const [what, how, part] of [
    ['cut-answer', 'the answer, at every byte from its first to its last', 'whole'],
    ['cut-length', 'the receipt in it, at every byte, with its length in the headers', 'body'],
  ] as const) {
    fault(34, `${how}: never a receipt`, async () => {
      await at.arrive();
      // Nothing missing, and only then: one try is enough.
      const whole = await deliver(what, 0, 1);
      const length = at.site.seen[0]!.answer![part];
      const cut = await deliver(what, 1, length);
      assert.ok(length > 100);
      const [first, ...others] = await tries([...whole, ...cut]);
      assert.equal(first, 1);
      for (const [i, count] of others.entries()) assert.ok(count >= 2, `${i + 1} bytes are missing`);
    });
  }

  fault(34, 'the brief, at every byte: nothing is stored of it', async () => {
    await at.arrive();
    const length = JSON.stringify({
      id: 'x'.repeat(36),
      schemaVersion: 1,
      language: 'en',
      request: 'cut off',
    }).length;
    const counts = await tries(await deliver('cut-body', 0, length + 1));
    assert.equal(counts.at(-1), 1);
    for (const [i, count] of counts.slice(0, -1).entries()) assert.ok(count >= 2, `only ${i} bytes arrive`);
  });
});
