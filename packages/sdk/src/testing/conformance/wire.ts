/** Real requests to the server under test, each bounded in time and size, and remembered word for word. */

/** The server under test. */
export interface ConformanceTarget {
  /** Its base address; `/v1/briefs` and the other paths of the protocol come after it. */
  url: string | URL;
  /** Headers for every request, such as `authorization`. Their values appear nowhere in a result. */
  headers?: HeadersInit;
  /** Milliseconds for one request, answer included. @default 10_000 */
  timeout?: number;
  /** @default globalThis.fetch */
  fetch?: (request: Request) => Promise<Response>;
}

/** One request and what came back, with the values of the target's headers masked and long bodies cut in the middle. */
export interface Exchange {
  request: { method: string; url: string; headers: Record<string, string>; body: string };
  /** Absent when nothing came. */
  answer?: { status: number; headers: Record<string, string>; body: string };
  /** Why nothing came. */
  failure?: string;
}

/** What a check asks for. */
export interface Ask {
  method?: string;
  /** After the base address, or a whole address. */
  path: string;
  headers?: Record<string, string>;
  /** Sent as it is. */
  body?: string;
}

/** An answer, whole. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** `undefined` when the text is no JSON. */
  json: unknown;
}

/** Thrown when something does not hold. The message is for people. */
export class Unmet extends Error {}

/** Characters of a body that a result holds. */
const SHOWN = 4000;
/** Bytes of an answer that are read at all. */
const MAX_ANSWER = 2_000_000;
/** The longest `Retry-After` that is sat out, in seconds, and how often. */
const LONGEST_WAIT = 15;
const WAITS = 3;

/** The address of a path below the base address. */
export function addressOf(target: ConformanceTarget, path: string): string {
  return /^https?:/.test(path) ? path : `${String(target.url).replace(/\/+$/, '')}/${path}`;
}

/** Sends one request and gives its answer, after the waits that the server asks for. */
export type Send = (ask: Ask) => Promise<Answer>;

/** @param exchanges Gets every request that is made. */
export function openWire(target: ConformanceTarget, exchanges: Exchange[]): Send {
  const { timeout = 10_000 } = target;
  const fetch = target.fetch ?? globalThis.fetch.bind(globalThis);
  const own = new Headers(target.headers);
  const mask = maskOf(own);

  async function once({ method = 'POST', path, headers = {}, body }: Ask): Promise<Answer> {
    const all = new Headers({ accept: 'application/json, application/problem+json', ...headers });
    own.forEach((value, name) => all.set(name, value));
    const url = addressOf(target, path);
    const shown: Record<string, string> = {};
    all.forEach((value, name) => (shown[name] = own.has(name) ? HIDDEN : value));
    const exchange: Exchange = {
      request: { method, url: mask(url), headers: shown, body: mask(cut(body ?? '')) },
    };
    exchanges.push(exchange);
    let response: Response;
    let text: string;
    try {
      const request = new Request(url, {
        method,
        headers: all,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
        ...(body !== undefined && { body }),
      });
      response = await fetch(request);
      text = await textOf(response);
    } catch (error) {
      exchange.failure = mask(reasonOf(error, timeout));
      throw new Unmet(exchange.failure, { cause: error });
    }
    const answered: Record<string, string> = {};
    response.headers.forEach((value, name) => (answered[name] = mask(value)));
    exchange.answer = { status: response.status, headers: answered, body: mask(cut(text)) };
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  }

  return async (ask) => {
    for (let waits = 0; ; waits++) {
      const answer = await once(ask);
      const wait = Number(answer.headers.get('retry-after') ?? Number.NaN);
      if (![429, 503].includes(answer.status) || !(wait <= LONGEST_WAIT) || waits === WAITS) return answer;
      await new Promise((resolve) => setTimeout(resolve, wait * 1000 + 50));
    }
  };
}

const HIDDEN = '(hidden)';

/** Replaces secret header values, and the parts of them that could stand alone, wherever a server repeats them. */
function maskOf(headers: Headers): (text: string) => string {
  const secrets = new Set<string>();
  headers.forEach((value) => {
    for (const part of [value, ...value.split(/[\s;,=]+/)]) if (part.length >= 6) secrets.add(part);
  });
  const longestFirst = [...secrets].toSorted((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((masked, secret) => masked.replaceAll(secret, HIDDEN), text);
}

function cut(text: string): string {
  if (text.length <= SHOWN) return text;
  const half = SHOWN / 2;
  return `${text.slice(0, half)} … (${text.length - SHOWN} characters left out) … ${text.slice(-half)}`;
}

async function textOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    text += decoder.decode(value, { stream: true });
    if (size <= MAX_ANSWER) continue;
    await reader.cancel();
    throw new Error(`the answer is longer than ${MAX_ANSWER} bytes`);
  }
}

function reasonOf(error: unknown, timeout: number): string {
  const { name, message, cause } = error as Error & { cause?: Error & { code?: string } };
  if (name === 'TimeoutError') return `No answer within ${timeout / 1000} seconds`;
  const why = [cause?.code, cause?.message || message].filter(Boolean).join(': ');
  return `No answer: ${why}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
