/** The built pages: a demo intranet, the follow page, the desk. */
import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { serveStatic } from '@hono/node-server/serve-static';
import type { AppEnv } from './env.ts';
import { beStrict, strictHeaders } from './security-headers.ts';

// Eight characters with a digit or a capital among them: `-B3x_9aQz.js` is a hash, `-intranet.js` is a name.
const HASHED = /-(?=[\w-]{0,7}[\dA-Z])[\w-]{8}\.(?:js|css|woff2)$/;
const HIDDEN = /\/\./;

/**
 * Serves the first file that one of the folders has, `.br` or `.gz` beside it when the client takes that.
 * Files with a hash in their name never change; everything else is asked for again and mostly answered with 304.
 */
export function pages(folders: readonly string[], https: boolean): MiddlewareHandler<AppEnv>[] {
  const serve = folders.map((root) => serveStatic<AppEnv>({ root, precompressed: true }));
  return [beStrict(strictHeaders('page', https)), cacheRules, ...serve];
}

const cacheRules = createMiddleware<AppEnv>(async (c, next) => {
  if (HIDDEN.test(c.req.path)) return c.notFound();
  await next();
  const modified = c.res.headers.get('last-modified');
  if (c.res.status !== 200 || modified === null) return;

  const { headers } = c.res;
  headers.set('Cache-Control', HASHED.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  // Also for the plain file: what is kept on the way must not reach somebody who takes another form.
  headers.set('Vary', 'Accept-Encoding');
  const parts = [
    Date.parse(modified).toString(36),
    headers.get('content-length'),
    headers.get('content-encoding'),
  ];
  const tag = `"${parts.filter((part) => part !== null).join('-')}"`;
  headers.set('ETag', tag);
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .some((one) => one.trim().replace(/^W\//, '') === tag);
  if (!known) return;
  // The file is open by now: let go of it.
  await c.res.body?.cancel();
  headers.delete('content-length');
  c.res = new Response(null, { status: 304, headers });
});
