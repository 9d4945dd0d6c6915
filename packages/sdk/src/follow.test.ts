import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { json, loseAnswer, problem, serve, signInPage } from '../test/server.ts';
import { createFollowGateway, followToken } from './follow.ts';

const token = 'k3Jd_-'.repeat(6);
const view = {
  id: '0190163d-8694-739b-aea5-966c26f8ad91',
  language: 'nl',
  request: 'We willen een intranet',
  status: 'declined',
  receivedAt: '2026-11-21T09:30:00.000Z',
  updatedAt: '2026-11-22T09:30:00.000Z',
  history: [
    { at: '2026-11-21T09:30:00.000Z', status: 'received' },
    { at: '2026-11-22T09:30:00.000Z', status: 'declined', reason: 'Het bestaat al', by: 'Jan' },
  ],
};

describe('follow', () => {
  it('sends the token in the body, never in the address', async (t) => {
    const { endpoint, seen } = await serve(t, json(200, view));
    assert.deepEqual(await createFollowGateway({ endpoint }).follow(token), view);
    assert.equal(seen[0]?.method, 'POST');
    assert.equal(seen[0]?.path, '/v1/follow');
    assert.deepEqual(JSON.parse(seen[0]?.body ?? ''), { token });
    assert.doesNotMatch(JSON.stringify(seen[0]?.headers), new RegExp(token));
  });

  it('is tried again when the answer is lost', async (t) => {
    const { endpoint, seen } = await serve(t, loseAnswer, json(200, view));
    assert.deepEqual(await createFollowGateway({ endpoint, random: () => 0 }).follow(token), view);
    assert.equal(seen.length, 2);
  });

  it('drops what a requester is not meant to see', async (t) => {
    const { endpoint } = await serve(t, json(200, { ...view, requester: { email: 'a@example.org' } }));
    assert.ok(!('requester' in (await createFollowGateway({ endpoint }).follow(token))));
  });

  it('says not-found for a link that is unknown or revoked, without repeating the token', async (t) => {
    const { endpoint, seen } = await serve(t, problem(404, 'not-found'));
    await assert.rejects(
      createFollowGateway({ endpoint }).follow(token),
      (error: Error & { code?: string }) => {
        assert.equal(error.name, 'NotFoundError');
        assert.equal(error.code, 'not-found');
        assert.doesNotMatch(String(error.stack), new RegExp(token));
        return true;
      },
    );
    assert.equal(seen.length, 1);
  });

  it('says not-found for a link that was cut off, without asking the server', async (t) => {
    const { endpoint, seen } = await serve(t, json(200, view));
    await assert.rejects(createFollowGateway({ endpoint }).follow(token.slice(0, 12)), {
      name: 'NotFoundError',
    });
    assert.equal(seen.length, 0);
  });

  it('does not take a sign-in page or another shape for a brief', async (t) => {
    for (const answer of [signInPage, json(200, { ...view, status: 'lost' }), json(200, [])]) {
      const { endpoint } = await serve(t, answer);
      await assert.rejects(createFollowGateway({ endpoint }).follow(token), {
        name: 'UnexpectedAnswerError',
      });
    }
  });
});

describe('followToken', () => {
  it('reads the token from the fragment', () => {
    assert.equal(followToken(`https://wherefore.example.org/follow.html#${token}`), token);
    assert.equal(followToken(`/follow.html#${token}`), token);
  });

  it('finds none where none is', () => {
    const urls = [
      '',
      'https://example.org/follow',
      `https://example.org/?token=${token}`,
      '#short',
      `#${token}!`,
      '#',
    ];
    for (const url of urls) assert.equal(followToken(url), undefined, url);
  });
});
