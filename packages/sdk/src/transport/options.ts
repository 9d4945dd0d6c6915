/** What a page or program says about a backend of another shape, and whether it makes sense. */
import * as z from 'zod/mini';
import type { Brief } from '@wherefore/core/brief';
import type { Receipt } from '@wherefore/core/wire';

/** A receipt as your functions may write it: a `Date` and `null` are taken too. */
export type LooseReceipt = Omit<Receipt, 'receivedAt' | 'followUrl'> & {
  receivedAt: string | Date;
  followUrl?: string | null | undefined;
};

/** What was answered, without the body, which `mapReceipt` gets by itself. */
export type AnswerHead = Pick<Response, 'status' | 'headers'>;

/** How briefs reach a backend that does not speak our protocol. Only `url` is required. */
export interface TransportOptions {
  /** Where the briefs go, whole; in a page also relative to it. `{id}` in it becomes the id of the brief. */
  url: string | URL;
  /** @default 'POST' */
  method?: 'POST' | 'PUT' | 'PATCH' | undefined;
  /**
   * Headers, or a function that gives them, asked before every try. After a 401 it is asked once more and the brief goes
   * out again with what it then says, so an expired token costs nobody anything.
   */
  headers?: HeadersInit | ((brief: Brief) => HeadersInit | Promise<HeadersInit>) | undefined;
  /**
   * Whether cookies go along, as in `fetch`.
   * @default 'same-origin'
   */
  credentials?: RequestCredentials | undefined;
  /**
   * How the body is written. `form` (`application/x-www-form-urlencoded`) and `multipart` (`multipart/form-data`) flatten
   * what is nested: `{ need: { who: ['x'] } }` is sent as `need[who][0]=x`. See `formFields`.
   * @default 'json'
   */
  format?: 'json' | 'form' | 'multipart' | undefined;
  /** The body for a brief; may be async. It must hold the brief's id when a repeat is to be recognised. The brief itself when absent. */
  mapBrief?: ((brief: Brief) => unknown) | undefined;
  /**
   * The receipt in an answer: the parsed JSON, or `undefined` for 201, 202 and 204 without a body. `id` must be the brief's.
   * May be async. The answer itself when absent.
   */
  mapReceipt?:
    | ((answer: unknown, response: AnswerHead, brief: Brief) => LooseReceipt | Promise<LooseReceipt>)
    | undefined;
  /**
   * Finds a brief that arrived before, for backends that would store it twice. Asked before every send but the first. It must
   * reject when it can't tell: `undefined` means that the brief is not there, and sends it.
   */
  lookup?: ((id: string) => Promise<LooseReceipt | null | undefined>) | undefined;
  /**
   * Whether the backend keeps one brief for each id, however often it comes.
   * @default false
   */
  idempotent?: boolean | undefined;
  /** Milliseconds for one try. @default 10_000 */
  timeout?: number | undefined;
  /** Milliseconds for one call, retries and pauses included. @default 30_000 */
  totalTimeout?: number | undefined;
  /** How often one call tries again, where that can't make a second brief. @default 2 */
  retries?: number | undefined;
  /** Ends every call with an `AbortedError`. */
  signal?: AbortSignal | undefined;
  /** A `fetch` of your own. @default globalThis.fetch */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}

const functionSchema = z.custom<unknown>((value) => typeof value === 'function');
const duration = z.optional(z.number().check(z.positive()));

const optionsSchema = z.strictObject({
  url: z.custom<unknown>((value) => (typeof value === 'string' || value instanceof URL) && isAddress(value)),
  method: z.optional(z.enum(['POST', 'PUT', 'PATCH'])),
  headers: z.optional(
    z.custom<unknown>((value) => typeof value === 'function' || isHeaders(value as HeadersInit)),
  ),
  credentials: z.optional(z.enum(['omit', 'same-origin', 'include'])),
  format: z.optional(z.enum(['json', 'form', 'multipart'])),
  mapBrief: z.optional(functionSchema),
  mapReceipt: z.optional(functionSchema),
  lookup: z.optional(functionSchema),
  idempotent: z.optional(z.boolean()),
  timeout: duration,
  totalTimeout: duration,
  retries: z.optional(z.int().check(z.minimum(0), z.maximum(10))),
  signal: z.optional(z.instanceof(AbortSignal)),
  fetch: z.optional(functionSchema),
});

type Name = keyof TransportOptions;

/** What each option takes, as the end of a sentence. */
const TAKES: Record<Name, string> = {
  url: 'must be an address, such as "https://example.org/requests", or "/requests" in a page',
  method: 'must be POST, PUT or PATCH',
  headers: 'must be headers, such as { authorization: "Bearer …" }, or a function that gives them',
  credentials: 'must be omit, same-origin or include',
  format: 'must be json, form or multipart',
  mapBrief: 'must be a function that gets a brief and gives the body',
  mapReceipt: 'must be a function that gets an answer and gives { id, receivedAt, followUrl? }',
  lookup: 'must be an async function that gets an id and gives a receipt or undefined',
  idempotent: 'must be true or false',
  timeout: 'must be a number of milliseconds above 0',
  totalTimeout: 'must be a number of milliseconds above 0',
  retries: 'must be a whole number from 0 to 10',
  signal: 'must be an AbortSignal',
  fetch: 'must be a function that gets a Request and gives a Response',
};

/** @throws TypeError which names every option that does not fit, what it takes, and no value: headers are secret. */
export function checkTransportOptions(options: unknown): asserts options is TransportOptions {
  const result = optionsSchema.safeParse(options);
  if (result.success) return;
  const complaints = result.error.issues.map(({ path: [name], ...issue }) => {
    if (name !== undefined) return `"${String(name)}" ${TAKES[name as Name]}`;
    if (issue.code !== 'unrecognized_keys') return 'it must be an object with at least a "url"';
    return `${issue.keys.map((key) => `"${key}"`).join(', ')} is no option; there are ${Object.keys(TAKES).join(', ')}`;
  });
  throw new TypeError(`The transport can't be used: ${[...new Set(complaints)].join('; ')}`);
}

/** The page, for relative addresses; there is none in Node. */
export const pageAddress = (): string | undefined =>
  typeof location === 'undefined' ? undefined : location.href;

function isAddress(value: string | URL): boolean {
  return URL.canParse(value, pageAddress()) && /^https?:$/.test(new URL(value, pageAddress()).protocol);
}

function isHeaders(value: HeadersInit): boolean {
  try {
    return typeof value === 'object' && new Headers(value) instanceof Headers;
  } catch {
    return false;
  }
}
