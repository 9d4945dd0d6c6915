/** What can go wrong on the way to a target, as a `fetch`, and the briefs that the connector suite sends. */
import type { Brief } from '@wherefore/core/brief';
import type { Delivery } from '../connectors/connector.ts';

export type Fetch = (request: Request) => Promise<Response>;

/** Seconds that {@link faults} asks for. */
export const WAIT = 7;
/** Bytes after which an answer that has no end should have been left. */
export const ENOUGH = 64 * 1024 * 1024;

/** Every fault, by name. `reach` is the way to the target that works. */
export const faults = {
  /** The target does what was asked; its answer never arrives. */
  lost: (reach: Fetch): Fetch => {
    return async (request) => {
      const lost = request.method !== 'GET';
      const response = await reach(request);
      if (!lost) return response;
      await response.arrayBuffer();
      throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
    };
  },
  /** An error that repeats all it knows, as careless ones do. */
  unreachable: (): Fetch => async (request) => {
    throw new TypeError(`fetch failed ${request.url} ${[...request.headers].join()}`, {
      cause: { code: 'ECONNREFUSED' },
    });
  },
  status:
    (status: number, headers: Record<string, string> = {}): (() => Fetch) =>
    () =>
    async () =>
      new Response(status === 204 ? null : '{"message":"no"}', {
        status,
        headers: { 'content-type': 'application/json', ...headers },
      }),
  redirect: (): Fetch => async () =>
    new Response(null, { status: 302, headers: { location: 'https://elsewhere.invalid/sign-in' } }),
  page: (): Fetch => async () =>
    new Response('<!doctype html><title>Sign in</title>', {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    }),
  /** A JSON answer without an end. `sent` counts its bytes. */
  endless:
    (sent: { bytes: number }): (() => Fetch) =>
    () =>
    async () => {
      const chunk = new TextEncoder().encode('{"a":"'.padEnd(256 * 1024, 'x'));
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent.bytes += chunk.length;
          if (sent.bytes > ENOUGH) controller.close();
          else controller.enqueue(chunk);
        },
      });
      return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
    },
  /** Never answers, and does not listen to the signal either. */
  silent: (): Fetch => () => new Promise<never>(() => {}),
};

/** Words of the briefs, without marks, so that they are found however a target writes them. */
export const WORDS = {
  who: 'the night shift',
  problem: 'changes in the rota arrive too late',
  outcome: 'everybody knows the evening before',
  idea: 'an app for the rota',
  request: 'We would like an app for the rota please',
} as const;
/** What may only leave when it is asked for. */
export const PERSONAL = [
  'Requester Requesterson',
  'requesterson',
  'Department Seventeen',
  'Colleague Colleagueson',
];

let count = 0;

/** A brief of its own with every part filled. */
export function contractDelivery(changes: Partial<Brief> = {}): Delivery {
  const number = (Date.now() * 1000 + count++).toString(16).padStart(16, '0').slice(-12);
  const brief: Brief = {
    id: `019aa000-0000-7000-8000-${number}`,
    schemaVersion: 1,
    language: 'en',
    request: WORDS.request,
    need: {
      who: [WORDS.who],
      problem: { statement: WORDS.problem, howOften: 'every week', people: 40 },
      outcome: { statement: WORDS.outcome },
    },
    means: [{ words: WORDS.idea }],
    requester: { name: PERSONAL[0]!, email: `${PERSONAL[1]!}@example.org`, department: PERSONAL[2]! },
    contact: { wanted: true, person: PERSONAL[3]! },
    ...changes,
  };
  return {
    brief,
    receivedAt: '2026-11-22T08:00:00.000Z',
    deskUrl: `https://wherefore.example.org/desk#brief=${brief.id}`,
    deliveryId: `delivery-${brief.id}`,
  };
}

/** Marks of every notation, and characters that travel badly. */
export const HOSTILE =
  '<b>&amp;</b> [x](y) **b** _i_ `c` # 1. - > | ~~s~~ @team <!channel> {quote} h1. $x$ \\ " \' é 木 😀 \ud83d \u0000 \u202e \r\n\tend';

/** As long as a brief may be. */
export const LONG: Partial<Brief> = {
  request: 'long words '.repeat(363).slice(0, 4000),
  need: {
    who: Array.from({ length: 20 }, (_, index) => `group ${index} `.padEnd(200, 'x')),
    problem: { statement: '木 '.repeat(2000), lastTime: '"<&>'.repeat(1000), howOften: 'often '.repeat(33) },
    outcome: { statement: '\\ @ # * _ '.repeat(400) },
  },
  means: Array.from({ length: 5 }, () => ({ words: 'idea '.repeat(800) })),
  effects: { colleagues: 'x'.repeat(4000), customers: '😀'.repeat(2000), worseOff: 'y\n'.repeat(2000) },
};
