// Runs the handler on Node, for trying it out; an edge platform does this part itself.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import worker from './worker.js';

/** More than the handler takes, so that it is the one to say no. */
const MOST = 1024 * 1024;

/** Listens on `port`; 0 takes a free one. Resolves to the server once it answers. */
export function serve(port, env = {}) {
  const server = createServer(async (incoming, outgoing) => {
    try {
      const { method, headers } = incoming;
      // To the end: an answer before that would cut the connection under the next request.
      const chunks = [];
      let size = 0;
      for await (const chunk of incoming) if ((size += chunk.length) <= MOST) chunks.push(chunk);
      const request = new Request(`http://${headers.host ?? 'localhost'}${incoming.url}`, {
        method,
        headers: Object.entries(headers).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
        ...(method !== 'GET' && method !== 'HEAD' && { body: Buffer.concat(chunks) }),
      });
      const response = await worker.fetch(request, env);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    } catch (error) {
      console.error(error.name);
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const server = await serve(Number(process.env.PORT ?? 8082), process.env);
  console.log(`http://127.0.0.1:${server.address().port}`);
}
