// Takes Wherefore briefs in one fetch handler, the shape that Cloudflare Workers, Next route handlers, Deno and Bun share.
// The store is the memory of the process: put a database with a unique key on the id in its place.
import { LIMITS, briefSchema } from '@wherefore/core/brief';
import { PROBLEMS } from '@wherefore/core/wire';

/** By id: what came, as text to compare, and when. */
const briefs = new Map();

export default {
  /** `env.ALLOWED_ORIGIN`: the origin of the pages that may send from elsewhere, such as https://intranet.example.org. */
  async fetch(request, env = {}) {
    const response =
      request.method === 'OPTIONS' ? new Response(null, { status: 204 }) : await answer(request);
    response.headers.set('cache-control', 'no-store');
    if (env.ALLOWED_ORIGIN) {
      response.headers.set('access-control-allow-origin', env.ALLOWED_ORIGIN);
      response.headers.set('access-control-allow-headers', 'content-type, idempotency-key');
      response.headers.set('access-control-expose-headers', 'retry-after');
    }
    return response;
  },
};

async function answer(request) {
  if (new URL(request.url).pathname !== '/v1/briefs') return problem('not-found');
  if (request.method !== 'POST') return problem('method-not-allowed', { headers: { allow: 'POST' } });
  const type = (request.headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase();
  if (type !== 'application/json') return problem('unsupported-media-type');
  if (Number(request.headers.get('content-length') ?? 0) > LIMITS.body) return problem('body-too-large');

  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > LIMITS.body) return problem('body-too-large');
  let value;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return problem('invalid-json');
  }

  const parsed = briefSchema.safeParse(value);
  if (!parsed.success) {
    const errors = parsed.error.issues
      .slice(0, 20)
      .map(({ path, message }) => ({ path: path.map((key) => `/${String(key)}`).join(''), message }));
    return problem('invalid-body', { errors });
  }
  // The schema leaves unknown keys out and puts the others in its own order: equal briefs are equal texts.
  const { id } = parsed.data;
  const text = JSON.stringify(parsed.data);
  const key = request.headers.get('idempotency-key');
  if (key !== null && key !== `"${id}"`) return problem('idempotency-key-mismatch');

  // From here to the end nothing is waited for, so nobody comes in between.
  const old = briefs.get(id);
  if (old && old.text !== text) return problem('brief-differs');
  const entry = old ?? { text, receivedAt: new Date().toISOString() };
  briefs.set(id, entry);
  return Response.json({ id, receivedAt: entry.receivedAt }, { status: old ? 200 : 201 });
}

function problem(code, { headers, ...more } = {}) {
  const { status, title } = PROBLEMS[code];
  return new Response(
    JSON.stringify({ type: `urn:wherefore:problem:${code}`, title, status, code, ...more }),
    {
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
    },
  );
}
