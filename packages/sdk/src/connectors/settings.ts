/** Schemas and helpers that the settings of several connectors share. */
import { statusSchema } from '@wherefore/core/brief';
import type { Status } from '@wherefore/core/brief';
import * as z from 'zod/mini';
import { ConnectorError } from './connector.ts';
import type { TargetState } from './connector.ts';

/** Whether it may be http is for the server's way out to say, which knows the network. */
const isAddress = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && !username && !password;
};

const ADDRESS = 'must be a web address without a user in it';

/** Where a target is, without a query. Schema of a setting. */
export const addressSchema = z.string().check(
  z.maxLength(2000),
  z.refine(isAddress, ADDRESS),
  z.refine((url) => !/[?#]/.test(url), 'has no query'),
);

/** An address that is itself a secret, query included. Schema of a setting. */
export const secretAddressSchema = z.string().check(z.maxLength(4000), z.refine(isAddress, ADDRESS));

/** A token that stands in a header as it is. Schema of a setting. */
export const secretSchema = z
  .string()
  .check(z.maxLength(4000), z.regex(/^[\x21-\x7e]+$/, 'has spaces, or marks that can’t be sent'));

/** A password or a key: any text. Schema of a setting. */
export const passwordSchema = z.string().check(z.minLength(1), z.maxLength(4000));

/** A line of text. Schema of a setting. */
export const lineSchema = z.string().check(z.minLength(1), z.maxLength(200));

/** What the target's own states mean for the requester, by their name there. Schema of a setting. */
export const statusesSchema = z.record(z.string().check(z.maxLength(200)), statusSchema);

/** The address without a slash at its end, so that paths can follow. */
export const base = (address: string): string => address.replace(/\/+$/, '');

/** For {@link Connector.hosts}. */
export const hostOf = (address: string): string => new URL(address).host;

/** `Authorization` for HTTP basic, the name and password as UTF-8. */
export const basic = (user: string, password: string): string =>
  `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;

/** What a state is called there and what it means: what was configured for that name, else what is usual. */
export function stateOf(
  state: string,
  statuses: Record<string, Status> | undefined,
  usual: Status | undefined,
): TargetState {
  const named = Object.entries(statuses ?? {}).find(([name]) => name.toLowerCase() === state.toLowerCase());
  const status = named?.[1] ?? usual;
  return { state, ...(status && { status }) };
}

/**
 * Since when, as targets write it: ISO 8601 with any offset, also `+0000`, or `2026-11-22 09:00:00` in UTC. Nothing for what makes no sense.
 */
export function since(time: string | null | undefined): { at?: string } {
  const [, day, clock, offset = 'Z'] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:?\d\d)?$/.exec(time ?? '') ?? [];
  const at = Date.parse(`${day}T${clock}${offset.replace(/(\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(at) ? {} : { at: new Date(at).toISOString() };
}

/** What is said of a ticket that somebody removed: no promise follows from that. */
export const GONE: TargetState = { state: 'not found' };

/** JSON of an inbound request that was signed, as the schema says; undefined when it is about something else. */
export function readSigned<T>(body: string, schema: z.ZodMiniType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export async function sameSecret(given: string, expected: string): Promise<boolean> {
  const [one, two] = await Promise.all(
    [given, expected].map((text) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  );
  const other = new Uint8Array(two!);
  return (
    new Uint8Array(one!).reduce((difference, byte, index) => difference | (byte ^ other[index]!), 0) === 0
  );
}

/** Checks a `sha256=<hex>` signature over a body, as GitHub and Jira make it. */
export async function verifyHmac(body: string, given: string | null, secret: string): Promise<boolean> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const made = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(body)));
  const hex = Array.from(made, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return sameSecret(given ?? '', `sha256=${hex}`);
}

/** For a webhook whose signature is wrong. */
export const wrongSignature = (title: string): ConnectorError =>
  new ConnectorError('refused', `${title}: the signature of the webhook is wrong`);

/** How long a connection may ask for more when a webhook came in. Milliseconds. */
export const RECEIVE_LIMIT = 10_000;
