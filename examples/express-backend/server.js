// Takes Wherefore briefs and keeps them in a JSON file. Express, Node, and nothing of Wherefore.
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import express from 'express';
import { wrongFields } from './brief.js';
import { openFile } from './file.js';

const LIMIT = 512 * 1024;

const PROBLEMS = {
  'invalid-json': [400, 'The body is not JSON'],
  'idempotency-key-mismatch': [400, 'The Idempotency-Key is not the id of the brief'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'This address does not take that method'],
  'body-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'Only application/json is accepted'],
  'invalid-body': [422, 'Some fields are not valid'],
  'brief-differs': [422, 'Another brief was stored under this id'],
  'internal-error': [500, 'Something went wrong on our side'],
};

function refuse(response, code, more = {}) {
  const [status, title] = PROBLEMS[code];
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, code, ...more }));
}

/** An Express app that keeps its briefs in `path`. */
export async function createBackend(path) {
  const briefs = await openFile(path);
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  app
    .route('/v1/briefs')
    // Any type is parsed here so that the wrong one is refused by us, with a reason.
    .post(
      express.json({ limit: LIMIT, strict: false, type: 'application/json' }),
      async (request, response) => {
        if (!request.is('application/json')) return refuse(response, 'unsupported-media-type');
        const brief = request.body;
        if (brief === undefined) return refuse(response, 'invalid-json');
        const errors = wrongFields(brief);
        if (errors.length) return refuse(response, 'invalid-body', { errors });
        const key = request.get('idempotency-key');
        if (key !== undefined && key !== `"${brief.id}"`) return refuse(response, 'idempotency-key-mismatch');

        // The first one to come makes the entry, before anything is waited for: there is never a second.
        const fresh = { brief, receivedAt: new Date().toISOString() };
        const { entry, saved, isNew } = briefs.add(brief.id, fresh);
        // No receipt leaves before the file is on the disk, for a repeat neither.
        await saved;
        if (!isDeepStrictEqual(entry.brief, brief)) return refuse(response, 'brief-differs');
        response.status(isNew ? 201 : 200).json({ id: brief.id, receivedAt: entry.receivedAt });
      },
    )
    .all((_request, response) => {
      response.set('Allow', 'POST');
      refuse(response, 'method-not-allowed');
    });

  app.use((_request, response) => refuse(response, 'not-found'));
  app.use((error, _request, response, _next) => {
    const code = { 'entity.parse.failed': 'invalid-json', 'entity.too.large': 'body-too-large' }[error.type];
    if (code) return refuse(response, code);
    if (error.status === 415) return refuse(response, 'unsupported-media-type');
    if (error.status >= 400 && error.status < 500) return refuse(response, 'invalid-json');
    console.error(error.name, error.code ?? '');
    refuse(response, 'internal-error');
  });
  return app;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const app = await createBackend(process.env.BRIEFS_FILE ?? 'briefs.json');
  const server = app.listen(Number(process.env.PORT ?? 8081), '127.0.0.1', (error) => {
    if (error) throw error;
    console.log(`http://127.0.0.1:${server.address().port}`);
  });
}
