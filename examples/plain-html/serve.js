// Serves this folder and the one-file build, as any web server would. The backend runs elsewhere: see README.md.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';

const files = {
  '/': [new URL('index.html', import.meta.url), 'text/html; charset=utf-8'],
  '/wherefore-intake.js': [
    new URL('../../packages/widget/dist/one-file/wherefore-intake.js', import.meta.url),
    'text/javascript; charset=utf-8',
  ],
};

/** Where the backend is unless somebody says otherwise; the same address stands in index.html. */
const BACKEND = 'http://localhost:4747';

/** Listens on `port`; 0 takes a free one. `backend` is its address. Resolves to the server once it answers. */
export function serve(port, backend = BACKEND) {
  const server = createServer(async (request, response) => {
    const [file, type] = files[new URL(request.url, 'http://localhost').pathname] ?? [];
    if (!file) return response.writeHead(404).end();
    const content = await readFile(file, 'utf8');
    response.writeHead(200, { 'content-type': type }).end(content.replace(BACKEND, backend));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

if (import.meta.url === new URL(process.argv[1], 'file:').href) {
  const server = await serve(Number(process.env.PORT ?? 8080));
  console.log(`http://localhost:${server.address().port}`);
}
