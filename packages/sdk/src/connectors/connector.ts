/** What a connector is: it takes a brief to another system, and brings back what became of it there. */
import type { Brief, Status } from '@wherefore/core/brief';
import type { AnswerSchema } from '../http.ts';

/** What leaves the server for a stored brief. */
export interface Delivery {
  brief: Brief;
  /** ISO 8601, UTC. */
  receivedAt: string;
  /** The brief at the desk, for the people who read it in the other system. */
  deskUrl: string;
  /** The same for every try; a target that knows idempotency keys or webhook ids gets this one. */
  deliveryId: string;
}

/** Where a brief ended up in the other system. Kept with the brief. */
export interface TargetLink {
  /** The other system's own id, as its API takes it. */
  id: string;
  /** For people. Absent where the target has no address of its own, such as an e-mail. */
  url?: string;
  /** What people there call it: `acme/needs#12`, `NEED-34`. */
  label: string;
}

/** What the other system says of a brief. */
export interface TargetState {
  /** In its own words: `In Progress`, `closed as completed`. */
  state: string;
  /** What that means for the requester; absent when it means nothing yet. */
  status?: Status;
  /** What somebody wrote there for the requester, when the target has such a thing. */
  reason?: string;
  /** Since when, ISO 8601 in UTC, where the target says so. A decision at the desk after it is never replaced by it. */
  at?: string;
}

/** A decision at the desk about a brief that the target has. */
export interface StatusUpdate {
  brief: Brief;
  link: TargetLink;
  status: Status;
  reason: string;
  /** Who decided. */
  by: string;
  /** ISO 8601, UTC. */
  at: string;
  /** The same for every try. After a lost answer the target can get it twice. */
  deliveryId: string;
}

/** A request that came in from the other system, its body unparsed because signatures are made over bytes. */
export interface InboundRequest {
  headers: Headers;
  body: string;
}

/** One configured target. Every call gets a signal that ends it, and uses only the `fetch` of its context. */
export interface Connection {
  /**
   * Tries the settings without leaving anything behind. Resolves to where briefs would go, for the person who configures.
   * @throws ConnectorError
   */
  test(signal: AbortSignal): Promise<string>;
  /**
   * Looks for the brief's id marker, so that a lost answer never makes a second ticket.
   * Absent only where the target takes an idempotency key or can't be searched, which the docs say.
   */
  find?(briefId: string, signal: AbortSignal): Promise<TargetLink | undefined>;
  /** @throws ConnectorError */
  create(delivery: Delivery, signal: AbortSignal): Promise<TargetLink>;
  /** Tells the target what was decided at the desk. Absent where it need not know. @throws ConnectorError */
  update?(update: StatusUpdate, signal: AbortSignal): Promise<void>;
  /** Asks how it stands. Absent where the target can't say. @throws ConnectorError */
  state?(link: TargetLink, signal: AbortSignal): Promise<TargetState>;
  /**
   * Reads a webhook of the other system. Resolves to what it says, by {@link TargetLink.id}; empty when it is about
   * something else. @throws ConnectorError, kind `refused`, when the signature is wrong.
   */
  receive?(request: InboundRequest): Promise<{ id: string; state: TargetState }[]>;
}

/** What a connection gets from the server. */
export interface ConnectorContext {
  /** The only way out: refuses addresses that are not configured, and private ones. Never follows a redirect. */
  fetch: (request: Request) => Promise<Response>;
  /** Milliseconds since 1970. */
  now: () => number;
  /**
   * For a target that is not reached over HTTP: the address to connect to for one of the configured `host:port`, checked as
   * strictly as `fetch` checks. Only e-mail needs it, and refuses to work without it.
   * @throws ConnectorError, kind `config`, for a host that is not configured or an address that is not allowed.
   */
  resolve?: (host: string) => Promise<string>;
}

/** Any kind of target, as in a list of them. Its methods take what its own `config` answered. */
export interface AnyConnector {
  /** Stable, in configuration and database: `github`. */
  name: string;
  /** For people: `GitHub Issues`. */
  title: string;
  /** What has to be configured. */
  config: AnswerSchema<unknown>;
  /** Keys of the configuration that are secret: never logged, answered or stored in the clear. */
  secrets: readonly string[];
  /** Every host that the configuration names, as in `URL.host`: with its port unless that is the usual one. Nothing else is reachable. */
  hosts(config: unknown): string[];
  connect(config: unknown, context: ConnectorContext): Connection;
}

/** A kind of target. */
export interface Connector<Config = never> extends AnyConnector {
  config: AnswerSchema<Config>;
  secrets: readonly (keyof Config & string)[];
  hosts(config: Config): string[];
  connect(config: Config, context: ConnectorContext): Connection;
}

/** Gives a connector its type from its schema. */
export const defineConnector = <Config>(connector: Connector<Config>): Connector<Config> => connector;

/** Marks our errors across two copies of this package, where `instanceof` says no: a connector of one's own brings its own. */
const brand = Symbol.for('wherefore.connector-error');

/**
 * Why a delivery did not happen.
 * - `retry`: the target is down, busy or slow; it is tried again, not before `retryAfter` milliseconds.
 * - `config`: the settings are wrong (sign-in refused, unknown project): a person has to change them.
 * - `refused`: the target will never take this brief as it is.
 */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly [brand] = true;
  readonly kind: 'retry' | 'config' | 'refused';
  /** Milliseconds. */
  readonly retryAfter: number | undefined;

  /** @param message For the person who configures; without secrets and without the requester's words. */
  constructor(
    kind: 'retry' | 'config' | 'refused',
    message: string,
    options: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryAfter = options.retryAfter;
  }
}

/** Whether a value is a {@link ConnectorError}, also when it comes from another copy of this package. */
export function isConnectorError(value: unknown): value is ConnectorError {
  return value instanceof Error && brand in value;
}
