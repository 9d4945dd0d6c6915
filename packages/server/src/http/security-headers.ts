/** Strict headers on every answer: one set for pages, a shorter one for what no browser shows as a page. */
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './env.ts';

const POLICIES = {
  /** Only our own files; no inline code or styles, no frames, and Lit as the only writer of HTML. */
  page: [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ],
  data: ["default-src 'none'", "frame-ancestors 'none'"],
};

/** @param https Whether the public address is served over https, so that browsers may insist on it. */
export function strictHeaders(kind: 'page' | 'data', https: boolean): Record<string, string> {
  return {
    'Content-Security-Policy': POLICIES[kind].join('; '),
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(kind === 'page' && { 'Cross-Origin-Opener-Policy': 'same-origin' }),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    ...(https && { 'Strict-Transport-Security': 'max-age=15552000; includeSubDomains' }),
  };
}

/** For answers that are not a route's: they get the headers and the name of the request too. */
export function beStrict(headers: Record<string, string>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    c.header('X-Request-Id', c.get('requestId'));
    await next();
  };
}
