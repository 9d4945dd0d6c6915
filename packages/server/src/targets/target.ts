/** A configured target: its connection, and what the server needs to know around it. */
import { createHmac } from 'node:crypto';
import { LIMITS } from '@wherefore/core/brief';
import { isConnectorError } from '@wherefore/sdk/connectors';
import type { AnyConnector, Connection } from '@wherefore/sdk/connectors';
import { outward } from '../outward/fetch.ts';
import type { Outward, Resolve } from '../outward/fetch.ts';
import { TargetSettingsError, explain, resolveSecrets } from './settings.ts';
import type { SecretSource, TargetSettings } from './settings.ts';

export interface Target {
  /** In settings, database and addresses. */
  name: string;
  /** What kind of system it is, for people; with its name where there are two of the kind. */
  title: string;
  connection: Connection;
  /** Differs when the settings do; tells nothing about them. */
  fingerprint: string;
  /** A text of the connector, bounded, and without a secret even if the connector put one in. */
  shown(text: string): string;
  /** What may be shown of an error. */
  reasonOf(error: unknown): string;
  close(): Promise<void>;
}

export interface OpenTargetsOptions {
  settings: readonly TargetSettings[];
  /** The kinds there are. */
  connectors: readonly AnyConnector[];
  secrets: SecretSource;
  /** The server's own secret, at least 32 bytes; makes the fingerprints. */
  key: Uint8Array;
  /** Milliseconds since 1970. */
  now: () => number;
  /** The system's resolver when absent. */
  resolve?: Resolve;
}

/** @throws TargetSettingsError for settings that a connector does not take. */
export function openTargets({ settings, connectors, ...rest }: OpenTargetsOptions): Target[] {
  return settings.map((one) => {
    const connector = connectors.find(({ name }) => name === one.connector);
    // Two of one kind have to be told apart by whoever reads about them.
    const alone = settings.filter((other) => other.connector === one.connector).length === 1;
    if (connector)
      return openTarget(one, connector, alone ? connector.title : `${connector.title} (${one.name})`, rest);
    const names = connectors.map(({ name }) => name).sort();
    throw new TargetSettingsError(
      `targets.${one.name}.connector: there is no such connector. There ${names.length === 1 ? 'is' : 'are'}: ${names.join(', ') || 'none'}.`,
    );
  });
}

function openTarget(
  target: TargetSettings,
  connector: AnyConnector,
  title: string,
  { secrets, key, now, resolve }: Omit<OpenTargetsOptions, 'settings' | 'connectors'>,
): Target {
  const { name, network } = target;
  const { settings, values } = resolveSecrets(target, connector.secrets, secrets);
  const parsed = connector.config.safeParse(settings);
  if (!parsed.success) throw new TargetSettingsError(explain(parsed.error, ['targets', name, 'settings']));
  let way: Outward;
  let connection: Connection;
  try {
    way = outward({ hosts: connector.hosts(parsed.data), rules: network, ...(resolve && { resolve }) });
    connection = connector.connect(parsed.data, { fetch: way.fetch, resolve: way.resolve, now });
  } catch {
    // What it stumbled over may be a secret, so it is neither repeated nor passed on.
    throw new TargetSettingsError(
      `targets.${name}.settings: the connector "${connector.name}" can't work with these. Compare them with its documentation.`,
    );
  }
  const hide = hiding(values);
  const shown = (text: string): string => hide(text).slice(0, LIMITS.text);
  return {
    name,
    title,
    connection,
    fingerprint: createHmac('sha256', key)
      .update(JSON.stringify([connector.name, settings, network]))
      .digest('base64url'),
    shown,
    reasonOf: (error) => {
      // Only these messages are written for people; another one can hold anything, a requester's words included.
      if (isConnectorError(error)) return shown(error.message);
      return `${title} could not be used: the connector failed (${error instanceof Error ? error.name : typeof error}).`;
    },
    close: way.close,
  };
}

/** Takes secrets out of a text, also as they stand in addresses and in basic authentication. */
function hiding(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
    // Longest first: one secret may begin like another.
    .sort((one, other) => other.length - one.length);
  return (text) => forms.reduce((rest, form) => rest.replaceAll(form, '•••'), text);
}
