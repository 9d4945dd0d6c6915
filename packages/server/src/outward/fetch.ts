/** The only way out for connectors: configured hosts, checked addresses, no redirects, bounded time and size. */
import { lookup as systemLookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { ConnectorError, isConnectorError } from '@wherefore/sdk/connectors';
import { Agent, buildConnector, request as send } from 'undici';
import { kindOf } from './addresses.ts';

/** The largest answer that is read, in bytes. */
const MAX_ANSWER = 2 * 1024 * 1024;
/** Milliseconds: for the connection, and between two pieces of an answer. */
const CONNECT_TIMEOUT = 10_000;
const ANSWER_TIMEOUT = 20_000;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Statuses that have no body (Fetch standard). */
const NO_BODY = new Set([204, 205, 304]);

/** What an organisation allows for one exact host of its own. */
export interface HostRules {
  /** It may stand in the organisation's own network. */
  allowPrivate?: boolean | undefined;
  /** It may be called without encryption, and then only inside that network. */
  allowHttp?: boolean | undefined;
}

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

export interface OutwardOptions {
  /** The hosts that may be called, with their port unless it is the usual one: `api.github.com`, `jira.example.org:8443`. */
  hosts: readonly string[];
  /** Exceptions, by exactly the same host. None when absent. */
  rules?: Readonly<Record<string, HostRules>>;
  /** The system's resolver when absent. */
  resolve?: Resolve;
  /** Bytes. 2 MiB when absent. */
  maxAnswer?: number;
  /** Milliseconds until an answer has begun, and between its pieces. 20 s when absent. */
  timeout?: number;
}

export interface Outward {
  /**
   * @throws ConnectorError `config` for what is not allowed and for a redirect; `retry` when there is no whole answer.
   *   The reason of the request's signal when that ends it.
   */
  fetch(request: Request): Promise<Response>;
  /**
   * The address to connect to for `host:port`, checked like everything else; for what is not HTTP.
   * @throws ConnectorError
   */
  resolve(host: string): Promise<string>;
  close(): Promise<void>;
}

/** Undici's own `request` and Agent, because no setting of the process (proxies, a shared dispatcher) reaches them. */
export function outward({
  hosts,
  rules = {},
  resolve = systemResolve,
  maxAnswer = MAX_ANSWER,
  timeout = ANSWER_TIMEOUT,
}: OutwardOptions): Outward {
  const known = new Set(hosts.map(spelling));
  const exceptions = new Map(Object.entries(rules).map(([host, rule]) => [spelling(host), rule]));
  const ruleFor = (host: string): HostRules => exceptions.get(host) ?? {};
  const checkHost = (host: string): void => {
    if (!known.has(host))
      throw new ConnectorError('config', `${host} is not a host that the settings of this target name.`);
  };

  /** Throws when an address may not be called, at the moment when it is. */
  function check(address: string, hostname: string, { allowPrivate, allowHttp }: HostRules, secure: boolean) {
    const kind = kindOf(address);
    if (kind === 'never' || (kind === 'private' && !allowPrivate)) {
      throw new ConnectorError(
        'config',
        `${hostname} has an address inside a private network (${address}). ${
          kind === 'never' ? 'It can not be used' : 'Allow it with "allowPrivate" for this host'
        }.`,
      );
    }
    if (!secure && !(allowHttp && kind === 'private')) {
      throw new ConnectorError(
        'config',
        `${hostname} can only be called over https, because it is outside the private network.`,
      );
    }
  }

  /** The addresses that are checked are the ones that are connected to, so an answer that changes gets nobody in. */
  const connectChecked: buildConnector.connector = (options, callback) => {
    const hostname = options.hostname.replace(/^\[|\]$/g, '');
    const secure = options.protocol === 'https:';
    const rule = ruleFor(spelling(options.host ?? hostname));
    const lookup: LookupFunction = (name, { all }, done) => {
      resolve(name).then(
        (addresses) => {
          try {
            for (const { address } of addresses) check(address, name, rule, secure);
            const [first] = addresses;
            if (!first) throw Object.assign(new Error('No address'), { code: 'ENOTFOUND' });
            if (all) done(null, addresses);
            else done(null, first.address, first.family);
          } catch (error) {
            done(error as NodeJS.ErrnoException, []);
          }
        },
        (error: NodeJS.ErrnoException) => done(error, []),
      );
    };
    try {
      // A literal address is never looked up.
      if (isIP(hostname)) check(hostname, hostname, rule, secure);
    } catch (error) {
      callback(error as Error, null);
      return;
    }
    const settings = { timeout: CONNECT_TIMEOUT, lookup, rejectUnauthorized: true, allowH2: false };
    buildConnector(settings)(options, callback);
  };
  const agent = new Agent({
    connect: connectChecked,
    // One connection speaks for one host; every target knows HTTP/1.1.
    allowH2: false,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxResponseSize: maxAnswer,
  });

  return {
    async fetch(request) {
      const url = new URL(request.url);
      const where = spelling(url.host);
      checkHost(where);
      if (url.protocol !== 'https:' && !(url.protocol === 'http:' && ruleFor(where).allowHttp))
        throw new ConnectorError('config', `${where} can only be called over https.`);
      request.signal.throwIfAborted();
      let answer: Response;
      try {
        answer = await exchange(request, url, agent);
      } catch (error) {
        if (request.signal.aborted) throw request.signal.reason;
        throw asConnectorError(error, where);
      }
      if (REDIRECTS.has(answer.status)) {
        throw new ConnectorError(
          'config',
          `${where} answered with a redirect (${answer.status}), which is not followed. Set the address that it leads to.`,
        );
      }
      return answer;
    },

    async resolve(host) {
      const where = spelling(host);
      checkHost(where);
      const hostname = new URL(`https://${where}`).hostname.replace(/^\[|\]$/g, '');
      const addresses = isIP(hostname)
        ? [{ address: hostname }]
        : await resolve(hostname).catch((error: unknown) => {
            throw asConnectorError(error, where);
          });
      for (const { address } of addresses) check(address, hostname, ruleFor(where), true);
      if (!addresses[0]) throw new ConnectorError('retry', `${where} has no address.`);
      return addresses[0].address;
    },

    close: () => agent.destroy(),
  };
}

async function exchange(request: Request, url: URL, agent: Agent): Promise<Response> {
  const sent = request.body === null ? null : Buffer.from(await request.arrayBuffer());
  const headers = Object.fromEntries(request.headers);
  delete headers['host'];
  // What is not packed can't unpack into something enormous.
  headers['accept-encoding'] = 'identity';
  const {
    statusCode,
    headers: got,
    body,
  } = await send(url, {
    dispatcher: agent,
    method: request.method as 'GET',
    headers,
    body: sent,
    signal: request.signal,
  });
  const bytes = await body.arrayBuffer();
  const answered = new Headers();
  for (const [name, value] of Object.entries(got))
    for (const one of [value ?? []].flat()) answered.append(name, one);
  return new Response(NO_BODY.has(statusCode) ? null : bytes, { status: statusCode, headers: answered });
}

/** Names what went wrong by its code; messages of the network can repeat an address with a secret in it. */
function asConnectorError(error: unknown, where: string): ConnectorError {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (isConnectorError(cause)) return cause;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return new ConnectorError('retry', `${where} answered with more than is read.`);
  if (/CERT|SELF_SIGNED|ALTNAME|ERR_TLS/.test(code))
    return new ConnectorError('config', `${where} has a certificate that is not trusted (${code}).`);
  return new ConnectorError('retry', `No answer from ${where} (${code}).`, { cause: error });
}

/** A host as the URL parser writes it: lower case, punycode, numbers as dotted addresses, no default port. */
function spelling(host: string): string {
  return URL.canParse(`https://${host}`) ? new URL(`https://${host}`).host : host;
}

const systemResolve: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });
