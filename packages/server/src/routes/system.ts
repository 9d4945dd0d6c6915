/** For the machines around the server. */
import { briefJsonSchema } from '@wherefore/core/brief/json-schema';
import type { Store } from '../store/store.ts';
import type { Route } from './route.ts';

/** A probe writes to the disk, so one answer serves everybody who asks within this many milliseconds. */
const PROBE_LIFETIME = 1000;

export interface SystemRouteOptions {
  store: Store;
  /** Milliseconds. */
  now: () => number;
  /** The OpenAPI document. */
  document: () => unknown;
}

export function systemRoutes({ store, now, document }: SystemRouteOptions): Route[] {
  let probedAt = -Infinity;
  let probe = Promise.resolve();

  return [
    {
      method: 'get',
      path: '/openapi.json',
      id: 'getOpenApi',
      summary: 'This document.',
      access: 'anyone',
      answers: { 200: { description: 'OpenAPI 3.1' } },
      problems: [],
      handle: () => ({ json: document() }),
    },
    {
      method: 'get',
      path: '/v1/brief.schema.json',
      id: 'getBriefSchema',
      summary: 'The brief as JSON Schema 2020-12, with what each field means.',
      access: 'anyone',
      answers: { 200: { description: 'JSON Schema (application/schema+json)' } },
      problems: [],
      handle: () => ({ json: briefJsonSchema(), headers: { 'Content-Type': 'application/schema+json' } }),
    },
    {
      method: 'get',
      path: '/healthz',
      id: 'getHealth',
      summary: 'Whether the process answers.',
      access: 'anyone',
      answers: { 200: { description: 'It does' } },
      problems: [],
      handle: () => ({ json: { status: 'ok' } }),
    },
    {
      method: 'get',
      path: '/readyz',
      id: 'getReadiness',
      summary: 'Whether briefs can be stored right now.',
      access: 'anyone',
      answers: { 200: { description: 'They can' } },
      problems: ['store-unavailable'],
      async handle() {
        if (now() - probedAt >= PROBE_LIFETIME) {
          probedAt = now();
          probe = store.probe();
        }
        await probe;
        return { json: { status: 'ready' } };
      },
    },
  ];
}
