/** Signing in and out at the desk. */
import { tokenBodySchema } from '@wherefore/core/wire';
import type { Sessions } from '../auth/sessions.ts';
import { readBody } from '../http/body.ts';
import type { Route } from './route.ts';

export function sessionRoutes(sessions: Sessions): Route[] {
  return [
    {
      method: 'post',
      path: '/v1/session',
      id: 'signIn',
      summary: 'Use up a one-time sign-in link. Sets the session cookie.',
      access: 'anyone',
      sameOrigin: true,
      limit: 'session',
      body: 'TokenBody',
      answers: { 200: { description: 'Who is signed in now', schema: 'Session' } },
      problems: ['sign-in-failed', 'store-unavailable'],
      async handle(c) {
        const { token } = await readBody(c, tokenBodySchema);
        const { session, cookie } = await sessions.signIn(c, token);
        return { json: session, headers: { 'Set-Cookie': cookie } };
      },
    },
    {
      method: 'get',
      path: '/v1/session',
      id: 'getSession',
      summary: 'Who is signed in.',
      access: 'reviewer',
      answers: { 200: { description: 'Who is signed in', schema: 'Session' } },
      problems: [],
      handle: (_c, session) => ({ json: session }),
    },
    {
      method: 'delete',
      path: '/v1/session',
      id: 'signOut',
      summary: 'Sign out. Also fine for somebody who is not signed in.',
      access: 'anyone',
      sameOrigin: true,
      answers: { 204: { description: 'Nobody is signed in now' } },
      problems: ['store-unavailable'],
      async handle(c) {
        return { status: 204, headers: { 'Set-Cookie': await sessions.signOut(c) } };
      },
    },
  ];
}
