import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { assertProblem, testApp } from '../../test/support.ts';

describe('pages', () => {
  let folder = '';
  let send: ReturnType<typeof testApp>['send'];
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'wherefore-pages-'));
    const files: Record<string, string> = {
      'secret.txt': 'outside',
      'one/index.html': '<!doctype html>one',
      'one/desk.html': '<!doctype html>desk',
      'one/intake-B3x_9aQz.js': 'export {}; // hashed',
      'one/intake-B3x_9aQz.js.br': 'brotli',
      'one/intake-B3x_9aQz.js.gz': 'gzip',
      'one/demo-intranet.js': 'export {};',
      'one/.env': 'hidden',
      'two/index.html': 'never served',
      'two/wherefore.js': 'export {}; // two',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    ({ send } = testApp({ pages: [join(folder, 'one'), join(folder, 'two')] }));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('serves the first folder that has the file, with the strict policy', async () => {
    const answer = await send('GET', '/');
    assert.equal(await answer.text(), '<!doctype html>one');
    assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
    assert.equal(
      answer.headers.get('content-security-policy'),
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; " +
        "form-action 'none'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
    );
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(await (await send('GET', '/wherefore.js')).text(), 'export {}; // two');
  });

  it('lets hashed files be kept for ever and others be asked for again', async () => {
    const rule = async (path: string) => (await send('GET', path)).headers.get('cache-control');
    assert.equal(await rule('/intake-B3x_9aQz.js'), 'public, max-age=31536000, immutable');
    for (const path of ['/', '/desk.html', '/wherefore.js', '/demo-intranet.js'])
      assert.equal(await rule(path), 'no-cache');
  });

  it('answers 304 to who has the file, and the file to who has another', async () => {
    const first = await send('GET', '/desk.html');
    const etag = first.headers.get('etag') ?? '';
    await first.text();
    const again = await send('GET', '/desk.html', undefined, { 'if-none-match': `"other", W/${etag}` });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    assert.equal(again.headers.get('etag'), etag);
    assert.match(again.headers.get('content-security-policy') ?? '', /trusted-types/);
    assert.equal((await send('GET', '/desk.html', undefined, { 'if-none-match': '"other"' })).status, 200);
  });

  it('sends the compressed file beside it to who takes that, under another etag', async () => {
    const tags = new Set<string | null>();
    for (const [accept, encoding, text] of [
      ['gzip, br', 'br', 'brotli'],
      ['gzip', 'gzip', 'gzip'],
      ['identity', null, 'export {}; // hashed'],
    ] as const) {
      const answer = await send('GET', '/intake-B3x_9aQz.js', undefined, { 'accept-encoding': accept });
      assert.equal(answer.headers.get('content-encoding'), encoding);
      assert.equal(answer.headers.get('vary'), 'Accept-Encoding');
      assert.match(answer.headers.get('content-type') ?? '', /^text\/javascript/);
      assert.equal(await answer.text(), text);
      tags.add(answer.headers.get('etag'));
    }
    assert.equal(tags.size, 3);
  });

  it('answers HEAD', async () => {
    const answer = await send('HEAD', '/desk.html');
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-length'), '19');
    assert.equal(await answer.text(), '');
  });

  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%5csecret.txt',
    '//secret.txt',
    '/.env',
    '/none.js',
  ]) {
    it(`does not serve ${path}`, async () => {
      const answer = await send('GET', path);
      assert.doesNotMatch(await answer.clone().text(), /outside|hidden/);
      await assertProblem(answer, 'not-found');
    });
  }

  it('takes no writes', async () => {
    await assertProblem(await send('POST', '/desk.html', {}), 'not-found');
  });
});
