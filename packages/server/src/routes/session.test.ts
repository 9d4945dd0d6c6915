import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sessionSchema } from '@wherefore/core/wire';
import { assertProblem, testApp } from '../../test/support.ts';

const MINUTE = 60_000;

describe('/v1/session', () => {
  it('turns a one-time link into a cookie that no script can read', async () => {
    const { send, newLink } = testApp();
    const answer = await send('POST', '/v1/session', { token: await newLink() });
    assert.equal(answer.status, 200);
    assert.deepEqual(sessionSchema.parse(await answer.json()), {
      name: 'Fatima',
      role: 'reviewer',
      expiresAt: '2026-03-01T10:00:00.000Z',
    });
    assert.match(
      answer.headers.get('set-cookie') ?? '',
      /^wherefore=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('binds the cookie to https where the server is served so', async () => {
    const { send, newLink } = testApp({ publicUrl: 'https://wherefore.example.org/' });
    const answer = await send('POST', '/v1/session', { token: await newLink() });
    assert.match(
      answer.headers.get('set-cookie') ?? '',
      /^__Host-wherefore=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=\d{7}/);
  });

  it('uses the link up', async () => {
    const { send, newLink } = testApp();
    const token = await newLink();
    assert.equal((await send('POST', '/v1/session', { token })).status, 200);
    await assertProblem(await send('POST', '/v1/session', { token }), 'sign-in-failed');
    await assertProblem(await send('POST', '/v1/session', { token: 'x'.repeat(43) }), 'sign-in-failed');
  });

  it('refuses a link of yesterday', async () => {
    const { send, newLink, clock } = testApp();
    const token = await newLink();
    clock.ms += 8 * 60 * MINUTE;
    await assertProblem(await send('POST', '/v1/session', { token }), 'sign-in-failed');
  });

  it('says who is signed in', async () => {
    const { send, signIn } = testApp();
    await assertProblem(await send('GET', '/v1/session'), 'not-signed-in');
    await assertProblem(
      await send('GET', '/v1/session', undefined, { cookie: 'wherefore=nonsense' }),
      'not-signed-in',
    );
    const answer = await send('GET', '/v1/session', undefined, await signIn());
    assert.equal(sessionSchema.parse(await answer.json()).name, 'Fatima');
  });

  it('ends after two hours without a request, and after twelve in any case', async () => {
    const { send, signIn, clock } = testApp();
    const idle = await signIn();
    clock.ms += 120 * MINUTE;
    await assertProblem(await send('GET', '/v1/session', undefined, idle), 'not-signed-in');

    const busy = await signIn();
    for (let hour = 1; hour < 12; hour++) {
      clock.ms += 60 * MINUTE;
      assert.equal((await send('GET', '/v1/session', undefined, busy)).status, 200);
    }
    clock.ms += 60 * MINUTE;
    await assertProblem(await send('GET', '/v1/session', undefined, busy), 'not-signed-in');
  });

  it('gives a new id at every sign-in and ends the old one', async () => {
    const { send, signIn } = testApp();
    const first = await signIn();
    const second = await signIn(first);
    assert.notEqual(second.cookie, first.cookie);
    await assertProblem(await send('GET', '/v1/session', undefined, first), 'not-signed-in');
    assert.equal((await send('GET', '/v1/session', undefined, second)).status, 200);
  });

  it('signs out on the server, not only in the browser', async () => {
    const { send, signIn } = testApp();
    const headers = await signIn();
    const answer = await send('DELETE', '/v1/session', undefined, headers);
    assert.equal(answer.status, 204);
    assert.match(answer.headers.get('set-cookie') ?? '', /^wherefore=; Max-Age=0; Path=\//);
    await assertProblem(await send('GET', '/v1/session', undefined, headers), 'not-signed-in');
    assert.equal((await send('DELETE', '/v1/session')).status, 204);
  });

  it('keeps no session id and no link that could be used', async () => {
    const { store, newLink, signIn, send } = testApp();
    const token = await newLink();
    const { cookie } = await signIn();
    const id = cookie.replace('wherefore=', '');
    assert.equal(await store.getSession(Buffer.from(id, 'base64url')), undefined);
    await assertProblem(
      await send('POST', '/v1/session', { token: Buffer.from(token).toString('hex') }),
      'sign-in-failed',
    );
  });
});
