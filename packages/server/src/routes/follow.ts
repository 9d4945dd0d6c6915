/** What the holder of a follow link sees. Reading is a POST, so that the token never stands in an address. */
import { tokenBodySchema } from '@wherefore/core/wire';
import type { BriefRecord, FollowView } from '@wherefore/core/wire';
import { hashToken, idInToken, sameHash } from '../auth/tokens.ts';
import { readBody } from '../http/body.ts';
import { ProblemError } from '../http/problem.ts';
import type { Store } from '../store/store.ts';
import type { Route } from './route.ts';

export function followRoutes(store: Store): Route[] {
  return [
    {
      method: 'post',
      path: '/v1/follow',
      id: 'followBrief',
      summary: 'Read a brief and its state with the token of a follow link. Uses nothing up.',
      access: 'anyone',
      limit: 'follow',
      body: 'TokenBody',
      answers: { 200: { description: 'The brief as its requester sees it', schema: 'FollowView' } },
      problems: ['not-found'],
      async handle(c) {
        const { token } = await readBody(c, tokenBodySchema);
        const id = idInToken(token);
        const found = id === undefined ? undefined : await store.getForFollow(id);
        // Unknown, revoked and wrong get the same answer.
        if (!found?.hash || !sameHash(found.hash, hashToken(token))) throw new ProblemError('not-found');
        return { json: viewOf(found.record) };
      },
    },
  ];
}

/** Chosen field by field: what is added to a brief later stays private until somebody adds it here. */
function viewOf({ brief, status, receivedAt, updatedAt, history }: BriefRecord): FollowView {
  const { id, language, request, need, means } = brief;
  return {
    id,
    language,
    request,
    ...(need && { need }),
    ...(means && { means }),
    status,
    receivedAt,
    updatedAt,
    history,
  };
}
