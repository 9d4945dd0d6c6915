import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { followViewSchema } from '@wherefore/core/wire';
import { assertProblem, idOf, privateBrief, testApp, tokenIn } from '../../test/support.ts';

describe('POST /v1/follow', () => {
  it('shows the brief, its state and the reason, as often as asked', async () => {
    const { send, sendBrief, signIn } = testApp();
    const token = tokenIn((await sendBrief(privateBrief)).followUrl);
    const headers = { ...(await signIn()), 'if-match': '"1"' };
    await send(
      'PATCH',
      `/v1/briefs/${idOf(1)}`,
      { status: 'declined', reason: 'Er is al een prikbord' },
      headers,
    );
    for (let time = 0; time < 3; time++) {
      const answer = await send('POST', '/v1/follow', { token });
      assert.equal(answer.status, 200);
      const view = followViewSchema.parse(await answer.json());
      assert.equal(view.request, privateBrief.request);
      assert.deepEqual(view.need, privateBrief.need);
      assert.equal(view.status, 'declined');
      assert.equal(view.history.at(-1)?.reason, 'Er is al een prikbord');
    }
  });

  it('says nothing about the requester as a person', async () => {
    const { send, sendBrief } = testApp();
    const token = tokenIn((await sendBrief(privateBrief)).followUrl);
    const text = await (await send('POST', '/v1/follow', { token })).text();
    assert.doesNotMatch(text, /secret|Zorg/);
  });

  it('answers unknown, wrong and revoked the same', async () => {
    const { send, sendBrief, store } = testApp();
    const token = tokenIn((await sendBrief(privateBrief)).followUrl);
    const wrong = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    const bytes = Buffer.from(token, 'base64url');
    bytes[0] = 0xff;
    await store.replaceFollow(idOf(1), { revision: 1, hash: null });
    const texts = new Set<string>();
    for (const one of [token, wrong, bytes.toString('base64url'), 'x'.repeat(43)]) {
      const { requestId: _requestId, ...problem } = await assertProblem(
        await send('POST', '/v1/follow', { token: one }),
        'not-found',
      );
      texts.add(JSON.stringify(problem));
    }
    assert.equal(texts.size, 1);
  });

  it('does not open one brief with the token of another', async () => {
    const { send, sendBrief } = testApp();
    const one = Buffer.from(tokenIn((await sendBrief(privateBrief)).followUrl), 'base64url');
    const other = Buffer.from(
      tokenIn((await sendBrief({ ...privateBrief, id: idOf(2) })).followUrl),
      'base64url',
    );
    const mixed = Buffer.concat([one.subarray(0, 16), other.subarray(16)]).toString('base64url');
    await assertProblem(await send('POST', '/v1/follow', { token: mixed }), 'not-found');
  });

  for (const body of [
    {},
    { token: 'short' },
    { token: 'with spaces with spaces with spaces' },
    { token: 1 },
    [],
  ]) {
    it(`refuses ${JSON.stringify(body)}`, async () => {
      await assertProblem(await testApp().send('POST', '/v1/follow', body), 'invalid-body');
    });
  }

  it('never takes a token in the address', async () => {
    const { send, sendBrief } = testApp();
    const token = tokenIn((await sendBrief(privateBrief)).followUrl);
    await assertProblem(await send('GET', `/v1/follow?token=${token}`), 'method-not-allowed');
  });
});
