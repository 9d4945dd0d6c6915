/** One call of the protocol, whatever puts it on the wire: what goes along, and answers that are what they should be. */
import { isWhereforeError } from '@wherefore/core';
import { AbortedError } from './errors/aborted-error.ts';
import { errorFromAnswer, isJson } from './errors/from-answer.ts';
import { NotSignedInError } from './errors/not-signed-in-error.ts';
import { OfflineError } from './errors/offline-error.ts';
import { TimedOutError } from './errors/timed-out-error.ts';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';

/** How a client reaches its server. Only `endpoint` is required. */
export interface ClientOptions {
  /**
   * Where the server is: `https://wherefore.example.org`, or relative to the page: `/wherefore`. The paths of the
   * protocol (`/v1/briefs`) come after it. In Node it must be absolute.
   */
  endpoint: string | URL;
  /**
   * Headers for every request, or a function that gives them, asked again before every try so that a token can be fresh.
   * Headers that the protocol needs are not replaced.
   */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /**
   * Whether cookies go along, as in `fetch`.
   * @default 'same-origin'
   */
  credentials?: RequestCredentials;
  /**
   * Milliseconds for one try, body included.
   * @default 10_000
   */
  timeout?: number;
  /**
   * Milliseconds for one call, retries and pauses included.
   * @default 30_000
   */
  totalTimeout?: number;
  /**
   * How often a call that is safe to repeat is tried again when the network or the server fails.
   * @default 2
   */
  retries?: number;
  /** Ends every call of this client with an `AbortedError`. */
  signal?: AbortSignal;
  /**
   * A `fetch` of your own.
   * @default globalThis.fetch
   */
  fetch?: (request: Request) => Promise<Response>;
  /**
   * Chance for the pauses between tries: a number from 0 up to 1.
   * @default Math.random
   */
  random?: () => number;
}

/** Whatever checks an answer; every schema of `@wherefore/core/wire` does. */
export interface AnswerSchema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: unknown };
}

/** One call of the protocol. */
export interface Call<T> {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Without a leading slash, query included. */
  path: string;
  /** What the answer must look like. */
  answer: AnswerSchema<T>;
  body?: unknown;
  headers?: Record<string, string>;
  /** Whether doing it twice is the same as doing it once. */
  repeatable?: boolean;
  /** Whether the browser may finish it when the page is closed, as far as its limit allows. */
  keepalive?: boolean;
}

export type Http = <T>(call: Call<T>) => Promise<T>;

/** Bytes that a browser lets requests carry, all together, when they may outlive their page: 64 KiB, with room for others. */
const KEEPALIVE_BYTES = 60_000;
let aliveBytes = 0;

/** For calls whose answer says nothing: any success will do, also one without a body. */
export const noAnswer: AnswerSchema<void> = { safeParse: () => ({ success: true, data: undefined }) };

/**
 * Puts a call on the wire: makes the request from `init` and hands it to `attempt`, once or more often. Rejects with what the
 * last attempt rejected with, with an error of its own that is one of ours, or with one named `TimeoutError`.
 */
export type Engine = (
  call: Call<unknown>,
  init: RequestInit,
  attempt: (request: Request) => Promise<Response>,
) => Promise<unknown>;

/** Makes the function through which a gateway does all its calls, over one engine. */
export function httpOver(engine: Engine, options: ClientOptions): Http {
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);

  return async <T>(call: Call<T>): Promise<T> => {
    let value: { data: T } | undefined;
    let tried = false;
    const json = call.body === undefined ? undefined : JSON.stringify(call.body);
    let alive = call.keepalive ? new TextEncoder().encode(json).length : 0;
    if (aliveBytes + alive > KEEPALIVE_BYTES) alive = 0;
    aliveBytes += alive;

    /** One try, body included: an answer that breaks off half-way is a try that failed. */
    const attempt = async (request: Request): Promise<Response> => {
      await addHeaders(request, options.headers);
      let response: Response;
      let body: string;
      try {
        // Other scripts use up the same allowance, which looks like a network that is down: once, and then without it.
        const first = alive > 0 && !tried;
        tried = true;
        response = await fetch(first ? new Request(request, { keepalive: true }) : request);
        body = await response.text();
      } catch (cause) {
        if (request.signal.aborted) throw cause;
        throw offline(call, cause);
      }
      value = { data: readAnswer(call, response, body) };
      return response;
    };

    try {
      await engine(
        call,
        {
          method: call.method,
          headers: {
            accept: 'application/json, application/problem+json',
            ...(json !== undefined && { 'content-type': 'application/json' }),
            ...call.headers,
          },
          ...(json !== undefined && { body: json }),
          credentials: options.credentials ?? 'same-origin',
          // What people wrote belongs in no shared cache, and a desk must never show an old state.
          cache: 'no-store',
          // The protocol has no redirects. Following one would carry the brief to a place that nobody named,
          // and come back with a sign-in page that answers 200.
          redirect: 'manual',
        },
        attempt,
      );
    } catch (error) {
      throw typed(error, call, options.signal);
    } finally {
      aliveBytes -= alive;
    }
    // An engine resolves only after a try that succeeded.
    return value!.data;
  };
}

/** The path without its query, which may hold somebody's words. */
const where = (call: Call<unknown>) => `${call.method} ${call.path.replace(/\?.*/, '')}`;

async function addHeaders(request: Request, source: ClientOptions['headers']): Promise<void> {
  if (!source) return;
  let extra: HeadersInit;
  try {
    extra = typeof source === 'function' ? await source() : source;
  } catch (cause) {
    // The engine says which TypeErrors are the network's; the function may well have asked for a token over it.
    if (isWhereforeError(cause) || cause instanceof TypeError) throw cause;
    throw new NotSignedInError('The headers function failed', { cause });
  }
  new Headers(extra).forEach((value, name) => {
    if (!request.headers.has(name)) request.headers.set(name, value);
  });
}

function readAnswer<T>(call: Call<T>, response: Response, body: string): T {
  if (!response.ok) throw errorFromAnswer(response, body);
  const { status } = response;
  if (call.answer !== noAnswer && !isJson(response)) {
    const html =
      /html/i.test(response.headers.get('content-type') ?? '') || /^\s*<(!doctype|html)/i.test(body);
    throw new UnexpectedAnswerError(
      html ? 'html' : 'not-json',
      `${where(call)} answered with ${html ? 'a web page' : 'something other than JSON'}`,
      { status },
    );
  }
  let json: unknown;
  try {
    json = body === '' ? undefined : JSON.parse(body);
  } catch (cause) {
    throw new UnexpectedAnswerError('not-json', `${where(call)} answered with broken JSON`, {
      status,
      cause,
    });
  }
  const result = call.answer.safeParse(json);
  if (result.success) return result.data;
  const message = `${where(call)} answered in another shape than the protocol`;
  throw new UnexpectedAnswerError('wrong-shape', message, { status, cause: result.error });
}

/** No answer came; `cause` is what `fetch` threw. */
export const offline = (call: Call<unknown>, cause: unknown): OfflineError =>
  new OfflineError(`No answer from ${where(call)}`, { cause });

/** What an engine throws, as one of ours. A mistake in the options, such as an endpoint that is no address, stays what it is. */
function typed(error: unknown, call: Call<unknown>, signal: AbortSignal | undefined): unknown {
  if (isWhereforeError(error)) return error;
  if (signal?.aborted) return new AbortedError(`${where(call)} was ended by the caller`, { cause: error });
  if ((error as Error | undefined)?.name === 'TimeoutError') {
    return new TimedOutError(`${where(call)} took too long`, { cause: error });
  }
  return error;
}
