/** A route says who may use it and what it answers; the same table makes the app and its OpenAPI document. */
import type { ProblemCode } from '@wherefore/core/wire';
import type { Answer } from '../http/answer.ts';
import type { AppContext, SignedIn } from '../http/env.ts';
import type { LimitName } from '../http/rate-limit.ts';
import type { SchemaName } from '../openapi/schemas.ts';

interface RouteShape {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** With parameters in braces, as OpenAPI writes them. */
  path: string;
  /** The operation's name in generated clients. */
  id: string;
  summary: string;
  body?: SchemaName;
  query?: SchemaName;
  /** Request headers that steer the call, with what they mean. */
  headers?: Record<string, { description: string; required: boolean }>;
  /** Good answers by status. */
  answers: Record<number, { description: string; schema?: SchemaName; headers?: Record<string, string> }>;
  /** Codes besides those that the guards of this route add. */
  problems: readonly ProblemCode[];
  limit?: LimitName;
}

/** Anybody may call it. `sameOrigin` refuses other sites, for routes that set or use a cookie themselves. */
export interface OpenRoute extends RouteShape {
  access: 'anyone';
  sameOrigin?: boolean;
  handle(c: AppContext): Answer | Promise<Answer>;
}

/** Only somebody with a session; writes only from our own pages. */
export interface ReviewerRoute extends RouteShape {
  access: 'reviewer';
  handle(c: AppContext, session: SignedIn): Answer | Promise<Answer>;
}

export type Route = OpenRoute | ReviewerRoute;

/** Whether the route refuses calls from other sites. */
export function isGuarded(route: Route): boolean {
  return route.access === 'reviewer' ? route.method !== 'get' : route.sameOrigin === true;
}

/** Every code that a route can answer with, its guards' included. */
export function problemsOf(route: Route): ProblemCode[] {
  const codes: ProblemCode[] = [...route.problems];
  if (route.body) codes.push('invalid-json', 'body-too-large', 'unsupported-media-type', 'invalid-body');
  if (route.query) codes.push('invalid-query');
  if (route.access === 'reviewer') codes.push('not-signed-in');
  if (isGuarded(route)) codes.push('forbidden');
  if (route.limit) codes.push('too-many-requests');
  return [...new Set<ProblemCode>([...codes, 'internal-error'])];
}
