/** Strict headers on every answer: one set for pages, a shorter one for what no browser shows as a page. */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from './env.ts';

/** Only our own files; no inline code or styles, no frames, and Lit as the only writer of HTML. */
const PAGE_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['lit-html'],
};

const DATA_POLICY = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

/** @param https Whether the public address is served over https, so that browsers may insist on it. */
export function securityHeaders(https: boolean): MiddlewareHandler<AppEnv> {
  const common = {
    strictTransportSecurity: https,
    referrerPolicy: 'no-referrer',
    // Headers for browsers that are gone.
    xFrameOptions: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    xDnsPrefetchControl: false,
    originAgentCluster: false,
  };
  const onPage = secureHeaders({ ...common, contentSecurityPolicy: PAGE_POLICY });
  const onData = secureHeaders({
    ...common,
    contentSecurityPolicy: DATA_POLICY,
    crossOriginOpenerPolicy: false,
  });

  return async (c, next) => {
    await next();
    // Only routes have a name; pages, and addresses that nobody serves, get the longer set.
    const set = c.get('route') === undefined ? onPage : onData;
    await set(c, async () => {});
  };
}
