/** The conformance command, as who runs it sees it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conformanceChecks, conformanceCommand, runConformance } from '@wherefore/sdk/testing';
import type { ConformanceReport } from '@wherefore/sdk/testing';
import { createMemoryStore } from '@wherefore/server';
import { runConformanceCommand } from './conformance-command.ts';
import { appOn, listen, page } from './conformance-servers.ts';

describe('the command', () => {
  it('shows the exact request and answer of what fails, and ends with 1', async (t) => {
    const { code, stdout } = await runConformanceCommand(await listen(t, () => page()));
    assert.equal(code, 1);
    assert.match(
      stdout,
      /✗ a new brief gets 201 and a receipt about it\n +The status is 200 with a web page/,
    );
    assert.match(
      stdout,
      /→ POST http:\/\/127\.0\.0\.1:\d+\/v1\/briefs\n +accept: .*\n +content-type: application\/json/,
    );
    assert.match(stdout, /\{"id":"[\da-f-]{36}","schemaVersion":1/);
    assert.match(stdout, /← 200\n[^→]*<!doctype html>/);
    assert.equal(stdout.match(/<!doctype html>/g)?.length, 1, 'the same page is shown once');
    assert.match(stdout, /← 200, with the same body as under “a new brief gets 201 and a receipt about it”/);
    assert.match(stdout, /No brief was taken\. Briefs are posted to http:\S+\/v1\/briefs/);
    assert.equal(stdout.match(/^level: /gm)?.length, 1);
    assert.match(stdout, /\nlevel: none\n$/);
  });

  it('sends headers along and shows their values nowhere, even where a server repeats them', async (t) => {
    const app = appOn(createMemoryStore());
    const url = await listen(t, async (request) => {
      const given = request.headers.get('authorization');
      if (given !== 'Bearer s3cret-token') return page(401);
      const response = await app.fetch(request);
      const headers = new Headers(response.headers);
      headers.set('x-you-sent', given);
      const body = (await response.text()).replace('"title":"', `"title":"s3cret-token `);
      return new Response(body, { status: response.status === 422 ? 418 : response.status, headers });
    });
    for (const format of [[], ['--json']]) {
      const { stdout, stderr } = await runConformanceCommand(
        url,
        '--header',
        'Authorization: Bearer s3cret-token',
        ...format,
      );
      assert.doesNotMatch(stdout + stderr, /s3cret/);
      assert.match(stdout, /authorization"?: "?\(hidden\)/);
      assert.match(stdout, /x-you-sent"?: "?\(hidden\)/);
    }
    const { code } = await runConformanceCommand(url);
    assert.equal(code, 1);
  });

  it('writes the report as JSON and nothing else, with the closing line beside it', async (t) => {
    const app = appOn(createMemoryStore());
    const url = await listen(t, (request) => app.fetch(request));
    const { code, stdout, stderr } = await runConformanceCommand('--json', url);
    const report = JSON.parse(stdout) as ConformanceReport;
    assert.deepEqual([code, stderr, report.level], [0, 'level: follow\n', 'follow']);
    assert.deepEqual(
      report.results.map(({ name }) => name),
      conformanceChecks({ url }).map(({ name }) => name),
    );
    assert.ok(report.briefs.length > 20);
  });

  it('ends with 2 for a wrong use, saying how it is used', async () => {
    for (const args of [
      [],
      ['localhost:4747'],
      ['file:///etc/hosts'],
      ['http://user:pw@localhost'],
      ['http://localhost/?x=1'],
      ['http://localhost', 'http://localhost'],
      ['http://localhost', '--unknown'],
      ['http://localhost', '--header', 'no colon'],
      ['http://localhost', '--header'],
      ['http://localhost', '--timeout', 'soon'],
    ]) {
      const [out, err]: [string[], string[]] = [[], []];
      const code = await conformanceCommand(args, {
        out: (text) => out.push(text),
        err: (text) => err.push(text),
      });
      assert.deepEqual([code, out], [2, []], args.join(' '));
      assert.match(err.join('\n'), /Usage: wherefore-conformance <url>/);
      assert.doesNotMatch(err.join('\n'), /\n +at |no colon|user:pw/);
    }
    assert.equal((await runConformanceCommand('--unknown')).code, 2);
  });

  it('ends with 2 when nobody is there, and does not wait for ever for who never answers', async (t) => {
    const gone = await runConformanceCommand('http://127.0.0.1:1');
    assert.equal(gone.code, 2);
    assert.match(gone.stderr, /^No answer/);
    const silent = await runConformanceCommand(
      await listen(t, () => new Promise(() => {})),
      '--timeout',
      '0.3',
    );
    assert.deepEqual([silent.code, silent.stdout], [2, 'level: none\n']);
    assert.match(silent.stderr, /No answer within 0\.3 seconds/);
  });

  it('stops when the time for the whole is over, and counts what was not asked as not held', async (t) => {
    const app = appOn(createMemoryStore());
    const url = await listen(t, (request) => app.fetch(request));
    const report = await runConformance({ url }, { limit: 0 });
    assert.equal(report.level, 'none');
    assert.ok(report.results.every(({ outcome }) => outcome === 'skipped'));
  });

  it('waits as long as a busy server asks', async (t) => {
    const app = appOn(createMemoryStore());
    let busy = 2;
    const url = await listen(t, (request) =>
      request.method === 'POST' && busy-- > 0
        ? new Response('', { status: 429, headers: { 'retry-after': '0' } })
        : app.fetch(request),
    );
    assert.equal((await runConformance({ url })).level, 'follow');
  });
});
