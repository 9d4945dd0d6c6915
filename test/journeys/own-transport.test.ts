import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { endBrowser, startBrowser, textOf, visit, wcag } from './harness.ts';

const cdn = join(import.meta.dirname, '../../packages/widget/dist/cdn');
const CSP =
  "default-src 'none'; script-src 'self'; img-src data:; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

/** What a page would write to reach the ticket system below. */
const PAGE_SCRIPT = `
const intake = document.querySelector('wherefore-intake');
const api = (path) => new URL('/desk-api/' + path, location.href).href;
intake.transport = {
  url: api('tickets'),
  format: 'form',
  headers: async () => ({ authorization: 'Bearer ' + (await (await fetch('/token')).text()) }),
  mapBrief: (brief) => ({ ref: brief.id, title: brief.request, need: brief.need ?? {} }),
  mapReceipt: (answer) => ({ id: answer.ref, receivedAt: answer.opened, followUrl: answer.page }),
  lookup: async (id) => {
    const answer = await fetch(api('find?ref=' + id));
    if (answer.status === 404) return undefined;
    const { ref, opened } = await answer.json();
    return { id: ref, receivedAt: opened };
  },
};
addEventListener('load', () => {
  intake.addEventListener('wherefore-brief-submitted', ({ detail }) => {
    document.title = JSON.stringify(detail.receipt);
  });
});
`;

/** A ticket system of another make: forms, tokens that expire, its own numbers, no idempotency. */
class TicketSystem {
  readonly tickets: URLSearchParams[] = [];
  readonly calls: string[] = [];
  /** Tokens that were given out so far; only the newest is good, from the second on. */
  tokens = 0;
  loseAnswers = 0;
  answer: Record<string, unknown> = {};
  script = PAGE_SCRIPT;
  #server: Server | undefined;
  url = '';

  async start(): Promise<void> {
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    this.#server?.close();
    if (this.#server) await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const send = (status: number, type: string, body: string): void =>
      // Chromium repeats a POST by itself when a connection dies that was used before; here every one is new.
      void response
        .writeHead(status, { 'content-type': type, 'content-security-policy': CSP, connection: 'close' })
        .end(body);
    const opened = '2026-11-21T09:30:00.000Z';
    if (pathname === '/') {
      return send(
        200,
        'text/html; charset=utf-8',
        `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,">
        <script type="module" src="/wherefore-intake.js"></script><script type="module" src="/page.js"></script>
        <main><h1>Need something?</h1><wherefore-intake endpoint="/not-used"></wherefore-intake></main></html>`,
      );
    }
    if (pathname === '/page.js') return send(200, 'text/javascript', this.script);
    if (existsSync(join(cdn, pathname))) {
      return send(200, 'text/javascript', readFileSync(join(cdn, pathname), 'utf8'));
    }
    this.calls.push(`${request.method} ${pathname}`);
    if (pathname === '/token') return send(200, 'text/plain', `t${++this.tokens}`);
    if (pathname === '/desk-api/find') {
      const found = this.tickets.find((ticket) => ticket.get('ref') === searchParams.get('ref'));
      if (!found) return send(404, 'application/json', '{}');
      return send(200, 'application/json', JSON.stringify({ ref: found.get('ref'), opened }));
    }
    if (pathname !== '/desk-api/tickets') return send(404, 'text/plain', 'no');
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    if (this.tokens < 2 || request.headers.authorization !== `Bearer t${this.tokens}`) {
      return send(401, 'text/plain', 'expired');
    }
    const ticket = new URLSearchParams(body);
    this.tickets.push(ticket);
    if (this.loseAnswers-- > 0) return void response.destroy();
    send(201, 'application/json', JSON.stringify({ ref: ticket.get('ref'), opened, ...this.answer }));
  }
}

describe('the intake with a transport of the page, on a backend of another make', () => {
  let browser: Browser;
  let desk: TicketSystem;
  let page: Page;
  let complaints: string[];

  before(async () => {
    browser = await startBrowser();
  });
  after(() => endBrowser(browser));
  beforeEach(async () => {
    desk = new TicketSystem();
    await desk.start();
    ({ page, complaints } = await visit(browser));
  });
  afterEach(async () => {
    await page.context().close();
    await desk.stop();
  });

  async function ask({ link = false } = {}): Promise<void> {
    await page.goto(desk.url);
    await page.getByLabel('What do you need, or what is not working?').fill('The printer is never ready');
    await page.getByRole('button', { name: 'Continue' }).click();
    const playback = page.getByRole('heading', { name: 'Did we understand you?' });
    for (let i = 0; i < 3; i++) {
      const skip = page.getByRole('button', { name: 'Skip' });
      await skip.or(playback).first().waitFor();
      if (await playback.isVisible()) break;
      await skip.click();
    }
    // Nobody is promised a link that may never come.
    assert.equal(/You get a link/.test(await textOf(page, 'wherefore-intake')), link);
    await page.getByRole('button', { name: 'Send' }).click();
  }
  const received = () => page.getByRole('heading', { name: 'Your request has arrived' });
  const posts = () => desk.calls.filter((call) => call === 'POST /desk-api/tickets').length;

  it('sends a form with a fresh token, and ends well without a link', async () => {
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await ask();
    await received().waitFor();
    assert.equal(desk.tickets.length, 1);
    assert.equal(desk.tickets[0]!.get('title'), 'The printer is never ready');
    // The first token had expired.
    assert.deepEqual([posts(), desk.tokens], [2, 2]);
    const text = await textOf(page, 'wherefore-intake');
    assert.match(text, /Received on 21 November 2026/);
    assert.doesNotMatch(text, /\blink\b|Follow your request/i);
    assert.equal(await page.locator('wherefore-intake a').count(), 0);
    assert.deepEqual(JSON.parse(await page.title()), {
      id: desk.tickets[0]!.get('ref'),
      receivedAt: '2026-11-21T09:30:00.000Z',
    });
    assert.ok(scripts.some((url) => url.includes('-transport-')));
    assert.ok(!desk.calls.some((call) => call.includes('not-used')));
    assert.deepEqual(await wcag(page), []);
    assert.deepEqual(
      complaints.filter((line) => !line.includes('401')),
      [],
    );
  });

  it('gives the link of the backend, where there is one', async () => {
    desk.answer = { page: '/desk/7' };
    await ask();
    assert.equal(
      await page.getByRole('link', { name: 'Follow your request' }).getAttribute('href'),
      '/desk/7',
    );
    assert.match(await textOf(page, 'wherefore-intake'), /through your link/);
  });

  it('looks before it sends again when the answer got lost', async () => {
    desk.loseAnswers = 1;
    await ask();
    await received().waitFor();
    assert.equal(desk.tickets.length, 1);
    assert.equal(desk.calls.filter((call) => call === 'GET /desk-api/find').length, 1);
  });

  it('knows after a reload that it may have been there already', async () => {
    desk.loseAnswers = 1;
    // Cut off in the middle: the page never hears that it failed.
    await page.route('**/desk-api/find*', () => {});
    await ask();
    await page.waitForRequest('**/desk-api/find*');
    await page.unroute('**/desk-api/find*');
    const before = posts();
    await page.reload();
    await received().waitFor();
    assert.equal(desk.tickets.length, 1);
    assert.equal(posts(), before);
    const marks = await page.evaluate(() =>
      Object.entries(localStorage).filter(([key]) => key.startsWith('wherefore:sent:')),
    );
    assert.equal(marks.length, 1);
    assert.match(marks[0]![1], /^\d+$/, 'the mark says since when there is a receipt');
  });

  it('keeps the text and sends nothing twice when mapReceipt is wrong, and goes on once it is mended', async () => {
    desk.script = PAGE_SCRIPT.replace('answer.opened', "'yesterday'");
    await ask();
    const again = page.getByRole('button', { name: 'Send again' });
    await again.waitFor();
    const text = await textOf(page, 'wherefore-intake');
    assert.match(text, /Waiting for you/);
    assert.doesNotMatch(text, /keep trying by ourselves/);
    assert.equal(desk.tickets.length, 1);
    desk.script = PAGE_SCRIPT;
    await page.reload();
    await received().waitFor();
    assert.equal(desk.tickets.length, 1);
  });

  it('says in the console which option is wrong, and keeps the brief', async () => {
    desk.script = PAGE_SCRIPT.replace("format: 'form'", "format: 'xml'");
    await ask();
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    assert.ok(
      complaints.some((line) => /"format" must be json, form or multipart/.test(line)),
      complaints.join('\n'),
    );
    assert.equal(desk.tickets.length, 0);
    desk.script = PAGE_SCRIPT;
    await page.reload();
    await received().waitFor();
    assert.equal(desk.tickets.length, 1);
  });

  it('costs a page without one nothing, which promises the link of our own protocol', async () => {
    desk.script = "document.querySelector('wherefore-intake').drafts = 'off'";
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await ask({ link: true });
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    assert.ok(desk.calls.includes('POST /not-used/v1/briefs'));
    assert.deepEqual(
      scripts.filter((url) => /transport|schemas/.test(url)),
      [],
    );
  });
});
