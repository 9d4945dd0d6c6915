/** The reference backend: `(Request) => Promise<Response>`, without a process, a port or a clock of its own. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { sessions as createSessions } from './auth/sessions.ts';
import { followTokens } from './auth/tokens.ts';
import { answers } from './http/answer.ts';
import type { AppContext, AppEnv, Log } from './http/env.ts';
import { checkOrigins, requireSameOrigin } from './http/origin.ts';
import { pages as servePages } from './http/pages.ts';
import { ProblemError, describeError, problem, problemFor } from './http/problem.ts';
import { DEFAULT_RATES, rateLimiter } from './http/rate-limit.ts';
import type { Rates } from './http/rate-limit.ts';
import { beStrict, strictHeaders } from './http/security-headers.ts';
import { openApiDocument } from './openapi/document.ts';
import { briefRoutes } from './routes/briefs.ts';
import { connectorRoutes } from './routes/connectors.ts';
import type { Outgoing } from './routes/connectors.ts';
import { followRoutes } from './routes/follow.ts';
import { isGuarded } from './routes/route.ts';
import type { Route } from './routes/route.ts';
import { sessionRoutes } from './routes/session.ts';
import { systemRoutes } from './routes/system.ts';
import type { Store } from './store/store.ts';

export interface AppOptions {
  store: Store;
  /** At least 32 bytes. Follow links are derived from it, so it has to outlive the process. */
  secret: Uint8Array;
  /** Milliseconds since 1970. The system clock when absent. */
  now?: () => number;
  /** Names a request in answers and logs. A random UUID when absent. */
  newId?: () => string;
  /** At least 128 random bits as base64url, for sessions. 256 bits when absent. */
  newToken?: () => string;
  /** Gets one entry for every answer. Nothing is logged when absent. */
  log?: Log;
  /** Where browsers find this server, without a path for its pages. The address of each request when absent. */
  publicUrl?: string;
  /** Folders with built pages; the first that has a file wins. None when absent. */
  pages?: readonly string[];
  /** Exact origins of other sites that may send briefs. None when absent. */
  allowedOrigins?: readonly string[];
  /** Requests for each client address; `false` for no limits. {@link DEFAULT_RATES} when absent. */
  rates?: Rates | false;
  /** Where briefs go besides the store; a `Dispatcher` is one. None when absent. */
  connectors?: Outgoing;
  /** Whose requests are counted together. The address at the other end of the connection when absent. */
  clientAddress?: (c: AppContext) => string;
}

const REQUEST_ID = /^[\w\-=]{1,64}$/;

/** 256 random bits, base64url. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** @throws RangeError for a secret that is too short or an origin that is none. */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const { store, now = Date.now, newId = randomUUID, newToken = randomToken, log } = options;
  const { connectors: outgoing = { targets: [], wake: () => {} } } = options;
  const { clientAddress = (c) => c.env?.incoming?.socket.remoteAddress ?? '' } = options;
  const publicUrl = options.publicUrl?.replace(/\/+$/, '');
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  const https = publicUrl?.startsWith('https:') ?? false;

  const answer = answers(https);
  const sessions = createSessions({ store, now, newToken, https });
  const limiter = rateLimiter(options.rates ?? DEFAULT_RATES, now);
  // Made when first asked for: the start doesn't wait for it.
  let document: ReturnType<typeof openApiDocument> | undefined;
  const routes: Route[] = [
    ...briefRoutes({ store, now, tokens: followTokens(options.secret), publicUrl, outgoing }),
    ...connectorRoutes({ store, now, outgoing }),
    ...followRoutes(store),
    ...sessionRoutes(sessions),
    ...systemRoutes({ store, now, document: () => (document ??= openApiDocument(routes, publicUrl)) }),
  ];

  const app = new Hono<AppEnv>();
  app.use(naming(newId));
  if (log) app.use(logging(log, now));
  if (options.allowedOrigins?.length)
    app.use(beStrict(strictHeaders('data', https)), crossOrigin(options.allowedOrigins));

  for (const route of routes) {
    app.on(route.method, pattern(route.path), async (c) => {
      c.set('route', route.path);
      if (route.limit) limiter.take(route.limit, clientAddress(c));
      if (isGuarded(route)) requireSameOrigin(c, publicOrigin);
      if (route.access === 'anyone') return answer(c, await route.handle(c));
      const session = await sessions.current(c);
      if (!session) throw new ProblemError('not-signed-in');
      return answer(c, await route.handle(c, session));
    });
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const allow = methodsOf(path, routes).join(', ');
    app.all(pattern(path), () => {
      throw new ProblemError('method-not-allowed', { headers: { Allow: allow } });
    });
  }
  app.use(...servePages(options.pages ?? [], https));
  app.notFound((c) => answer(c, problem(c, 'not-found')));
  app.onError((error, c) => answer(c, problemFor(c, error)));
  return app;
}

/** A path as Hono writes it. */
function pattern(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function methodsOf(path: string, routes: readonly Route[]): string[] {
  const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}

function crossOrigin(origins: readonly string[]) {
  return cors({
    origin: [...checkOrigins(origins)],
    // Without credentials: the desk's cookie is for our own pages only.
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Content-Type', 'Idempotency-Key'],
    exposeHeaders: ['Retry-After', 'X-Request-Id'],
    maxAge: 600,
  });
}

/** Gives every request the name that a proxy gave it, when that is short and plain, or one of its own. */
function naming(newId: () => string) {
  return async (c: AppContext, next: () => Promise<void>): Promise<void> => {
    const given = c.req.header('x-request-id');
    c.set('requestId', given !== undefined && REQUEST_ID.test(given) ? given : newId());
    await next();
  };
}

function logging(log: Log, now: () => number) {
  return async (c: AppContext, next: () => Promise<void>): Promise<void> => {
    const began = now();
    await next();
    const failed = c.error !== undefined && c.res.status >= 500;
    log({
      level: failed ? 'error' : 'info',
      requestId: c.get('requestId'),
      method: c.req.method,
      route: c.get('route') ?? 'other',
      status: c.res.status,
      ms: now() - began,
      ...(failed && { error: describeError(c.error) }),
    });
  };
}
