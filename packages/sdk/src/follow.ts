import type { FollowGateway } from '@wherefore/core';
import { followViewSchema, tokenSchema } from '@wherefore/core/wire';
import { NotFoundError } from './errors/not-found-error.ts';
import { createHttp } from './http.ts';
import type { ClientOptions, Http } from './http.ts';

/** Reads briefs for the holders of follow links. Reading uses nothing up, so it is tried again when the network fails. */
export function createFollowGateway(options: ClientOptions): FollowGateway {
  return followOver(createHttp(options));
}

/** The same over a connection that is shared with other gateways. */
export function followOver(http: Http): FollowGateway {
  return {
    async follow(token) {
      // A link that a mail program cut off is an unknown link, not a mistake in a field.
      if (!tokenSchema.safeParse(token).success) throw new NotFoundError('This follow link is not complete');
      return http({
        method: 'POST',
        path: 'v1/follow',
        body: { token },
        answer: followViewSchema,
        repeatable: true,
      });
    },
  };
}

/**
 * The token in a follow link, or `undefined` when there is none or no link at all. It stands in the fragment, so that it reaches no server
 * log and no `Referer` header; send it nowhere but to {@link FollowGateway.follow}.
 */
export function followToken(followUrl: string | undefined): string | undefined {
  const token = followUrl?.split('#')[1] ?? '';
  return tokenSchema.safeParse(token).success ? token : undefined;
}
