/** An app on a fresh memory store, with a clock that only moves when told. */
import assert from 'node:assert/strict';
import type { Brief } from '@wherefore/core/brief';
import { PROBLEMS, problemSchema } from '@wherefore/core/wire';
import type { Problem, ProblemCode, Receipt } from '@wherefore/core/wire';
import { createApp, createMemoryStore, issueSignIn, randomToken } from '@wherefore/server';
import type { AppOptions, LogEntry } from '@wherefore/server';

export const SECRET = new Uint8Array(32).fill(7);

export function idOf(index: number): string {
  return `019a0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

export function briefOf(index: number, more: Partial<Brief> = {}): Brief {
  return { id: idOf(index), schemaVersion: 1, language: 'nl', request: `Vraag ${index}`, ...more };
}

/** A brief with something of everything that only some people may see. */
export const privateBrief = briefOf(1, {
  request: 'Wij willen een intranet',
  need: { who: ['cliënten'], problem: { statement: 'Niemand weet wat er speelt' } },
  means: [{ words: 'een intranet' }],
  currentWay: { tools: ['secret-tool'] },
  contact: { wanted: true, person: 'secret-person', when: 'secret-day' },
  answers: [{ question: 'last-time', words: 'secret-answer' }],
  requester: { name: 'secret-name', email: 'secret@example.org', department: 'Zorg', site: 'secret-site' },
  origin: { page: 'https://secret-page.example.org/' },
});

export type TestApp = ReturnType<typeof testApp>;

export function testApp(options: Partial<AppOptions> = {}) {
  const store = options.store ?? createMemoryStore();
  const clock = { ms: Date.parse('2026-03-01T08:00:00.000Z') };
  const entries: LogEntry[] = [];
  const now = options.now ?? (() => clock.ms);
  const app = createApp({
    store,
    secret: SECRET,
    now,
    log: (entry) => entries.push(entry),
    publicUrl: 'http://localhost:4747',
    rates: false,
    ...options,
  });

  /** Any request with a JSON body. */
  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return app.request(path, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    });
  }

  /** Stores a brief and gives the receipt. */
  async function sendBrief(brief: Brief): Promise<Receipt> {
    const answer = await send('POST', '/v1/briefs', brief);
    assert.equal(answer.status, 201);
    return (await answer.json()) as Receipt;
  }

  function newLink(): Promise<string> {
    return issueSignIn({ store, name: 'Fatima', now, newToken: randomToken });
  }

  /** Signs a reviewer in and gives the headers that say so. */
  async function signIn(headers: Record<string, string> = {}): Promise<{ cookie: string }> {
    const answer = await send('POST', '/v1/session', { token: await newLink() }, headers);
    assert.equal(answer.status, 200);
    return { cookie: answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '' };
  }

  return { app, store, clock, entries, send, sendBrief, newLink, signIn };
}

/** Checks an error answer completely and gives it back. */
export async function assertProblem(answer: Response, code: ProblemCode): Promise<Problem> {
  const text = await answer.text();
  assert.equal(answer.headers.get('content-type'), 'application/problem+json', text);
  const problem = problemSchema.parse(JSON.parse(text));
  assert.equal(problem.code, code, text);
  assert.equal(problem.status, PROBLEMS[code].status);
  assert.equal(answer.status, PROBLEMS[code].status);
  assert.equal(problem.title, PROBLEMS[code].title);
  assert.equal(problem.requestId, answer.headers.get('x-request-id'));
  assert.doesNotMatch(text, /node_modules|\.ts:|\bat /, 'nothing about our insides');
  return problem;
}

export function tokenIn(url: string | undefined): string {
  return new URL(url ?? '').hash.slice(1);
}
