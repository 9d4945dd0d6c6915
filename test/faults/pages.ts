/** The pages of the site, and the scripts that they load. */
import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';

const root = join(import.meta.dirname, '../..');
const cdn = join(root, 'packages/widget/dist/cdn');

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src http://127.0.0.1:*; " +
  "frame-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

/** What stands in the intake's tag, by page. All pages are the intranet with the intake in it. */
const PAGES: Record<string, string> = {
  '/': '',
  '/again.html': '',
  '/plain.html': '',
  '/off.html': ' drafts="off"',
  '/session.html': ' drafts="session"',
};

let sdk: Promise<string> | undefined;
/** The built SDK as one module for a page. */
function sdkModule(): Promise<string> {
  return (sdk ??= (async () => {
    const files = ['outbox', 'intake', 'uuid', 'outbox-store', 'database', 'draft-places', 'drafts', 'pump'];
    const source = files
      .map((file) => `export * from '${join(root, `packages/sdk/dist/${file}.js`)}';`)
      .join('\n');
    const bundle = await rollup({
      input: 'entry',
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === 'entry' ? id : null),
          load: (id) => (id === 'entry' ? source : null),
        },
        nodeResolve({ browser: true, exportConditions: ['production', 'default'] }),
      ],
      onwarn: () => {},
    });
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
    return output[0].code;
  })());
}

export async function sendPage(path: string, response: ServerResponse): Promise<void> {
  const send = (type: string, body: string | Buffer): void => {
    response.writeHead(200, {
      'content-type': type,
      'cache-control': path === '/sdk.js' ? 'max-age=600' : 'no-cache',
      // A frame without an origin may load them too.
      'access-control-allow-origin': '*',
      ...(type === 'text/html' && path !== '/plain.html' && { 'content-security-policy': POLICY }),
    });
    response.end(body);
  };
  if (path === '/sdk.js') return send('text/javascript', await sdkModule());
  if (path === '/blank.html') return send('text/html', '<!doctype html><title>blank</title>');
  const attributes = PAGES[path];
  if (attributes !== undefined) {
    return send(
      'text/html',
      '<!doctype html><html lang="en"><title>intranet</title><script type="module" src="wherefore-intake.js"></script>' +
        `<main><h1>Intranet</h1><wherefore-intake endpoint="/"${attributes}></wherefore-intake></main>`,
    );
  }
  const file = join(cdn, path.slice(1));
  if (/^\/[\w.-]+\.js$/.test(path) && existsSync(file)) return send('text/javascript', readFileSync(file));
  response.writeHead(404).end();
}
