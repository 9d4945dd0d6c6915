/** The one place where what a route found becomes an HTTP answer, so that none leaves without the strict headers. */
import type { AppContext } from './env.ts';
import { strictHeaders } from './security-headers.ts';

export interface Answer {
  /** 200 when absent. */
  status?: number;
  /** What is sent as JSON; no body when absent. */
  json?: unknown;
  /** Besides those that every answer has, or in their place. */
  headers?: Record<string, string>;
}

/** @param https Whether the public address is served over https. */
export function answers(https: boolean): (c: AppContext, answer: Answer) => Response {
  const always = { ...strictHeaders('data', https), 'Cache-Control': 'no-store' };
  return (c, { status = 200, json, headers }) =>
    // A plain object: the adapter for Node writes it out as it is, and never makes, sorts and copies a `Headers`.
    new Response(json === undefined ? null : JSON.stringify(json), {
      status,
      headers: {
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...always,
        'X-Request-Id': c.get('requestId'),
        ...headers,
      },
    });
}
