import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { briefPageSchema, briefRecordSchema } from '@wherefore/core/wire';
import type { BriefPage, BriefRecord } from '@wherefore/core/wire';
import { assertProblem, briefOf, idOf, privateBrief, testApp } from '../../test/support.ts';

describe('GET /v1/briefs', () => {
  it('pages with an opaque cursor', async () => {
    const { send, sendBrief, signIn } = testApp();
    for (let index = 1; index <= 30; index++) await sendBrief(briefOf(index));
    const headers = await signIn();
    const page = async (query: string): Promise<BriefPage> =>
      briefPageSchema.parse(await (await send('GET', `/v1/briefs?${query}`, undefined, headers)).json());

    const first = await page('');
    assert.deepEqual(
      first.items.map(({ id }) => id),
      Array.from({ length: 25 }, (_, index) => idOf(30 - index)),
    );
    await sendBrief(briefOf(31));
    const second = await page(`cursor=${first.nextCursor}`);
    assert.deepEqual(
      second.items.map(({ id }) => id),
      [5, 4, 3, 2, 1].map(idOf),
    );
    assert.equal('nextCursor' in second, false);
    assert.equal((await page('limit=2')).items.length, 2);
  });

  it('searches and filters', async () => {
    const { send, sendBrief, signIn } = testApp();
    await sendBrief(privateBrief);
    await sendBrief(briefOf(2, { requester: { department: 'ICT' } }));
    const headers = await signIn();
    for (const [query, found] of [
      ['q=CLIENTEN', [1]],
      ['department=ICT', [2]],
      ['status=received&q=&department=', [2, 1]],
      ['status=later', []],
      ['unknown=1', [2, 1]],
    ] as const) {
      const page = briefPageSchema.parse(
        await (await send('GET', `/v1/briefs?${query}`, undefined, headers)).json(),
      );
      assert.deepEqual(
        page.items.map(({ id }) => id),
        found.map(idOf),
        query,
      );
      assert.deepEqual(page.departments, ['ICT', 'Zorg']);
    }
  });

  it('refuses what it does not understand, by name', async () => {
    const { send, signIn } = testApp();
    const headers = await signIn();
    for (const [query, path] of [
      ['status=lost', 'status'],
      ['limit=0', 'limit'],
      ['limit=101', 'limit'],
      ['limit=ten', 'limit'],
      ['limit=1.5', 'limit'],
      [`q=${'a'.repeat(201)}`, 'q'],
      ['cursor=nonsense', 'cursor'],
      ['cursor=YmVmb3JlIC0x', 'cursor'],
    ] as const) {
      const { errors } = await assertProblem(
        await send('GET', `/v1/briefs?${query}`, undefined, headers),
        'invalid-query',
      );
      assert.equal(errors?.[0]?.path, path, query);
    }
  });
});

describe('GET and PATCH /v1/briefs/{id}', () => {
  const change = { status: 'later', reason: 'Eerst het rooster' };

  it('gives the whole brief with its version', async () => {
    const { send, sendBrief, signIn } = testApp();
    await sendBrief(privateBrief);
    const answer = await send('GET', `/v1/briefs/${idOf(1)}`, undefined, await signIn());
    assert.equal(answer.headers.get('etag'), '"1"');
    assert.deepEqual(briefRecordSchema.parse(await answer.json()).brief, privateBrief);
  });

  it('changes the state with a reason, under the name of who is signed in', async () => {
    const { send, sendBrief, signIn, clock } = testApp();
    await sendBrief(briefOf(1));
    const headers = await signIn();
    clock.ms += 1000;
    const answer = await send('PATCH', `/v1/briefs/${idOf(1)}`, change, { ...headers, 'if-match': '"1"' });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('etag'), '"2"');
    const record = (await answer.json()) as BriefRecord;
    assert.deepEqual(record.history.at(-1), { at: '2026-03-01T08:00:01.000Z', by: 'Fatima', ...change });
    const read = await send('GET', `/v1/briefs/${idOf(1)}`, undefined, headers);
    assert.deepEqual(await read.json(), record);
  });

  const refused = [
    ['without If-Match', undefined, change, 'if-match-required'],
    ['with * as If-Match', '*', change, 'if-match-required'],
    ['with an old version', '"0"', change, 'version-mismatch'],
    ['with a weak version', 'W/"1"', change, 'version-mismatch'],
    ['with a version without quotes', '1', change, 'version-mismatch'],
    ['without a reason', '"1"', { status: 'later' }, 'invalid-body'],
    ['with a blank reason', '"1"', { status: 'later', reason: ' \t' }, 'invalid-body'],
    ['with an unknown state', '"1"', { status: 'lost', reason: 'x' }, 'invalid-body'],
  ] as const;
  for (const [what, version, body, code] of refused) {
    it(`refuses a change ${what}`, async () => {
      const { send, sendBrief, signIn, store } = testApp();
      await sendBrief(briefOf(1));
      const headers = { ...(await signIn()), ...(version && { 'if-match': version }) };
      await assertProblem(await send('PATCH', `/v1/briefs/${idOf(1)}`, body, headers), code);
      assert.equal((await store.get(idOf(1)))?.version, 1);
    });
  }

  it('lets one of two reviewers win', async () => {
    const { send, sendBrief, signIn } = testApp();
    await sendBrief(briefOf(1));
    const headers = { ...(await signIn()), 'if-match': '"1"' };
    const both = await Promise.all([1, 2].map(() => send('PATCH', `/v1/briefs/${idOf(1)}`, change, headers)));
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 412]);
  });

  it('does not know an unknown brief', async () => {
    const { send, signIn } = testApp();
    const headers = { ...(await signIn()), 'if-match': '"1"' };
    for (const id of [idOf(9), 'nonsense', '%00', "'--"]) {
      await assertProblem(await send('GET', `/v1/briefs/${id}`, undefined, headers), 'not-found');
      await assertProblem(await send('PATCH', `/v1/briefs/${id}`, change, headers), 'not-found');
    }
  });
});
