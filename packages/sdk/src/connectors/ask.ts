/** One way for all connectors to ask a target something: what is sent, what is believed, and what a failure means. */
import type { AnswerSchema } from '../http.ts';
import { retryAfterSeconds } from '../retry.ts';
import { ConnectorError, isConnectorError } from './connector.ts';
import type { ConnectorContext } from './connector.ts';

/** More than any answer that a connector asks for, in UTF-16 units. */
const LARGEST = 4_000_000;

/** What a target answered, before anything is made of it. */
export interface TargetAnswer {
  status: number;
  headers: Headers;
  /** The body as text. */
  text: string;
}

export interface AskOptions {
  /** What the target is called in messages: `GitHub`. */
  title: string;
  context: ConnectorContext;
  /** For every question: sign-in, version. */
  headers: Record<string, string>;
  /** Reads an answer in the target's own way: an error, `fine`, or undefined to leave it to the general one. */
  judge?: (answer: TargetAnswer) => ConnectorError | 'fine' | undefined;
}

export interface Question<T, Absent = never> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  url: string | URL;
  /** Becomes JSON, or is sent as it is when it is a string. */
  body?: unknown;
  headers?: Record<string, string>;
  /** What the answer must look like. */
  answer: AnswerSchema<T>;
  /**
   * Whether the question carries a brief: then a 400 or 422 is about the brief, else about the settings.
   * @default false
   */
  carriesBrief?: boolean;
  /** What 404 and 410 stand for, where the question is about one thing that may have been removed. */
  absent?: Absent;
  signal: AbortSignal;
}

export type Ask = <T, Absent = never>(question: Question<T, Absent>) => Promise<T | Absent>;

/** For answers of which only the status matters. */
export const anyAnswer: AnswerSchema<string> = {
  safeParse: (value) => ({ success: true, data: typeof value === 'string' ? value : '' }),
};

/** Makes the function through which a connection does all its questions. Everything it throws is a {@link ConnectorError}. */
export function createAsk({ title, context, headers, judge }: AskOptions): Ask {
  return async (question) => {
    const { method = 'GET', url, body, headers: more, answer, carriesBrief = false, signal } = question;
    const got = await send(title, context, signal, () => {
      const json = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      return new Request(url, {
        method,
        redirect: 'manual',
        signal,
        headers: {
          accept: 'application/json',
          'user-agent': 'wherefore',
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...headers,
          ...more,
        },
        ...(json !== undefined && { body: json }),
      });
    });
    if (question.absent !== undefined && (got.status === 404 || got.status === 410)) return question.absent;
    const failure = judge?.(got) ?? verdict(title, got, context.now(), carriesBrief);
    if (failure && failure !== 'fine') throw failure;
    return read(title, got, answer);
  };
}

async function send(
  title: string,
  context: ConnectorContext,
  signal: AbortSignal,
  request: () => Request,
): Promise<TargetAnswer> {
  if (signal.aborted) throw tooSlow(title);
  let made: Request;
  try {
    made = request();
  } catch {
    // What was wrong may be a secret, so it is not repeated.
    throw new ConnectorError('config', `${title}: a setting has characters that can't be sent`);
  }
  try {
    return await Promise.race([exchange(title, context, made), ending(signal)]);
  } catch (error) {
    if (isConnectorError(error)) throw error;
    if (signal.aborted) throw tooSlow(title);
    // Without the error itself, which may hold an address that is a secret.
    throw new ConnectorError('retry', `${title} could not be reached${code(error)}`);
  }
}

async function exchange(title: string, context: ConnectorContext, request: Request): Promise<TargetAnswer> {
  const response = await context.fetch(request);
  const { status, headers } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    return { status, headers, text: '' };
  }
  let text = '';
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    text += decoder.decode(part.value as Uint8Array, { stream: true });
    if (text.length > LARGEST) {
      await reader?.cancel();
      throw new ConnectorError('retry', `${title} answered with more than can be read`);
    }
  }
  return { status, headers, text: text + decoder.decode() };
}

/** Rejects when the signal does, because not every `fetch` listens to it. */
const ending = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

const tooSlow = (title: string): ConnectorError =>
  new ConnectorError('retry', `${title} did not answer in time`);

/** `ECONNREFUSED` and the like, which say more to an administrator than `fetch failed`. */
function code(error: unknown): string {
  const found = (error as { cause?: { code?: unknown } } | undefined)?.cause?.code;
  return typeof found === 'string' && /^[A-Z_]{3,40}$/.test(found) ? ` (${found})` : '';
}

/** What a status means, in general. Undefined for success. */
function verdict(
  title: string,
  { status, headers }: TargetAnswer,
  now: number,
  carriesBrief: boolean,
): ConnectorError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const answered = `${title} answered ${status}`;
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const seconds = retryAfterSeconds(headers, now);
    return new ConnectorError('retry', answered, seconds === undefined ? {} : { retryAfter: seconds * 1000 });
  }
  if (status < 400)
    return new ConnectorError('config', `${answered}, a redirect: set the address it leads to`);
  if (status === 401) return new ConnectorError('config', `${answered}: the sign-in is wrong or has expired`);
  if (status === 403) return new ConnectorError('config', `${answered}: the account may not do this`);
  if (status === 404 || status === 410)
    return new ConnectorError(
      'config',
      `${answered}: what is configured is not there, or not for this account`,
    );
  if (!carriesBrief) return new ConnectorError('config', `${answered} to a question about the settings`);
  return new ConnectorError('refused', `${answered}: it does not take this brief`);
}

/** An answer that says yes in a shape that isn't the target's is no receipt: a sign-in page, a proxy. */
function read<T>(title: string, { status, text }: TargetAnswer, answer: AnswerSchema<T>): T {
  const answered = `${title} answered ${status} with`;
  // By what it holds: there are systems that answer `ok` as text/html.
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text))
    throw new ConnectorError('retry', `${answered} a web page: is the address right?`);
  const result = answer.safeParse(answer === (anyAnswer as unknown) ? text : parse(text));
  if (result.success) return result.data;
  throw new ConnectorError('retry', `${answered} something that is not its own: is the address right?`);
}

/** JSON, or undefined for none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
