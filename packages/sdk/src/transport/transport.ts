import { isWhereforeError } from '@wherefore/core';
import type { Brief, IntakeGateway } from '@wherefore/core';
import type { Receipt } from '@wherefore/core/wire';
import { receiptAnswer } from '../answers.ts';
import { MappingFailedError } from '../errors/mapping-failed-error.ts';
import { OfflineError } from '../errors/offline-error.ts';
import type { AnswerSchema, ClientOptions, Http } from '../http.ts';
import { formFields } from './form-fields.ts';
import { checkTransportOptions, pageAddress } from './options.ts';
import type { AnswerHead, LooseReceipt, TransportOptions } from './options.ts';
import { markSent, markReceived, wasSent } from './sent-marks.ts';

/** A gateway to a backend of another shape. */
export interface Transport extends IntakeGateway {
  /**
   * What keeps a brief from being stored twice when an answer got lost: the backend itself (`idempotent`), `lookup`, or nothing.
   * With nothing, a brief that is sent again after a lost answer is there twice; it is never lost.
   */
  readonly duplicates: 'prevented-by-backend' | 'prevented-by-lookup' | 'possible';
}

/** Makes transports over one kind of connection; `createTransport` in `index.ts` is the usual one. */
export function transportOver(connect: (options: ClientOptions) => Http) {
  return (options: TransportOptions): Transport => {
    checkTransportOptions(options);
    const duplicates = options.idempotent
      ? 'prevented-by-backend'
      : options.lookup
        ? 'prevented-by-lookup'
        : 'possible';
    if (duplicates === 'possible') warn(String(options.url));
    return { duplicates, submit: (brief) => submit(options, brief, connect) };
  };
}

const warned = new Set<string>();
function warn(url: string): void {
  if (warned.has(url)) return;
  warned.add(url);
  console.warn(
    `wherefore: nothing tells ${url} that a brief came before. When an answer gets lost, the brief is sent again and is there ` +
      'twice. Say `idempotent: true` if the backend keeps one brief for each id, or give a `lookup`.',
  );
}

async function submit(
  options: TransportOptions,
  brief: Brief,
  connect: (options: ClientOptions) => Http,
): Promise<Receipt> {
  const { lookup, idempotent = false, format = 'json' } = options;
  const target = new URL(String(options.url).replaceAll('{id}', brief.id), pageAddress());
  const body = await mapped('mapBrief', async () => (options.mapBrief ? options.mapBrief(brief) : brief));
  const content = await mapped('mapBrief', async () => contentOf(body, format));
  let headers = new Headers();
  let head: AnswerHead | undefined;
  let empty = false;
  let found: Receipt | undefined;

  /** Before every try: is it there already, and who says that we may? */
  async function prepare(): Promise<HeadersInit> {
    if (lookup && !idempotent && wasSent(brief.id)) found = await lookUp(lookup, brief);
    if (!found) headers = new Headers(await headersFor(options, brief));
    return {};
  }

  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const send = (request: Request): Promise<Response> =>
    fetch(
      new Request(target, {
        method: options.method ?? 'POST',
        headers: complete(headers, format),
        body: content,
        credentials: options.credentials ?? 'same-origin',
        cache: 'no-store',
        redirect: 'manual',
        signal: request.signal,
        keepalive: request.keepalive,
      }),
    );

  async function exchange(request: Request): Promise<Response> {
    if (found) return Response.json(null);
    if (!idempotent && lookup) markSent(brief.id);
    let response = await send(request);
    if (response.status === 401 && typeof options.headers === 'function') {
      const fresh = await headersFor(options, brief).catch(() => undefined);
      if (fresh) {
        headers = new Headers(fresh);
        response = await send(request);
      }
    }
    head = response;
    if (![201, 202, 204].includes(response.status)) return response;
    // Many backends say where the new thing is and nothing else. `http` takes JSON only.
    const text = await response.text();
    empty = text === '';
    return empty ? Response.json(null) : new Response(text, { status: 201, headers: response.headers });
  }

  const { timeout, totalTimeout, retries, signal } = options;
  const http = connect({
    endpoint: target.origin,
    headers: prepare,
    fetch: exchange,
    ...(timeout !== undefined && { timeout }),
    ...(totalTimeout !== undefined && { totalTimeout }),
    ...(retries !== undefined && { retries }),
    ...(signal && { signal }),
  });
  const answer = await http({
    method: 'POST',
    path: target.pathname.replace(/^\/+/, ''),
    answer: anything,
    // Where a repeat makes a second brief, the outbox repeats, later and seldom.
    repeatable: idempotent || lookup !== undefined,
    ...(format === 'json' && { body, keepalive: true }),
  });
  const receipt =
    found ??
    (await receiptFrom('mapReceipt', brief, async () =>
      options.mapReceipt
        ? options.mapReceipt(empty ? undefined : answer, head!, brief)
        : (answer as LooseReceipt),
    ));
  if (lookup && !idempotent) markReceived(brief.id);
  return receipt;
}

/** What an answer means is up to `mapReceipt`, afterwards: its mistakes are no reason to send again. */
const anything: AnswerSchema<unknown> = { safeParse: (data) => ({ success: true, data }) };

async function headersFor({ headers }: TransportOptions, brief: Brief): Promise<HeadersInit> {
  return (typeof headers === 'function' ? await headers(brief) : headers) ?? {};
}

function complete(given: Headers, format: TransportOptions['format']): Headers {
  const headers = new Headers(given);
  if (!headers.has('accept')) headers.set('accept', 'application/json, application/problem+json');
  // The browser writes it for forms, with the boundary that it chose.
  if (format !== 'json') headers.delete('content-type');
  else if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return headers;
}

function contentOf(body: unknown, format: TransportOptions['format']): BodyInit {
  if (format === 'form') return new URLSearchParams(formFields(body));
  if (format === 'multipart') {
    const form = new FormData();
    for (const [name, text] of formFields(body)) form.append(name, text);
    return form;
  }
  const json = JSON.stringify(body) as string | undefined;
  if (json === undefined) throw new TypeError('There is nothing to send');
  return json;
}

async function lookUp(
  lookup: NonNullable<TransportOptions['lookup']>,
  brief: Brief,
): Promise<Receipt | undefined> {
  let value: LooseReceipt | null | undefined;
  try {
    value = await lookup(brief.id);
  } catch (cause) {
    // Not knowing is no reason to send: it may be there.
    throw isWhereforeError(cause) ? cause : new OfflineError('The lookup failed', { cause });
  }
  return value ? receiptFrom('lookup', brief, async () => value) : undefined;
}

async function receiptFrom(name: string, brief: Brief, read: () => Promise<LooseReceipt>): Promise<Receipt> {
  const value: unknown = await mapped(name, read);
  if (typeof value !== 'object' || value === null) {
    throw new MappingFailedError(`${name} gave no receipt: it must give { id, receivedAt, followUrl? }`);
  }
  const { id, receivedAt, followUrl } = value as LooseReceipt;
  const valid = receiptAnswer.safeParse({
    id,
    receivedAt: receivedAt instanceof Date ? isoOf(receivedAt) : receivedAt,
    followUrl: followUrl ?? undefined,
  });
  if (!valid.success) {
    throw new MappingFailedError(
      `${name} gave no receipt: id must be text, receivedAt a Date or a moment in UTC such as 2026-11-21T09:30:00Z, followUrl an address or absent`,
    );
  }
  if (valid.data.id !== brief.id) {
    throw new MappingFailedError(`${name} gave a receipt with another id than that of the brief`);
  }
  return valid.data;
}

const isoOf = (date: Date): string | undefined =>
  Number.isNaN(date.getTime()) ? undefined : date.toISOString();

/** What somebody else's function gives, or an error that names it and repeats none of its words. */
async function mapped<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw new MappingFailedError(`${name} failed`, { cause });
  }
}
