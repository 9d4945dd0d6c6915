/** What the connector suite checks with, without a test runner. */
import { isConnectorError } from '../connectors/connector.ts';
import type { Connector, ConnectorError, TargetState } from '../connectors/connector.ts';

/** Every form in which a secret of the settings could turn up. */
export function secretsOf<Config>(connector: Connector<Config>, config: Config): string[] {
  const settings = config as Record<string, unknown>;
  const texts = Object.values(settings).filter((value) => typeof value === 'string');
  const secrets = connector.secrets.flatMap((key) => settings[key] as string | string[] | undefined);
  return secrets.flatMap((secret) => {
    if (typeof secret !== 'string') return [];
    const path = URL.canParse(secret) ? new URL(secret).pathname : '';
    const signIns = ['', ...texts].map((user) => base64(`${user}:${secret}`));
    return [secret, ...signIns, ...(path.length > 1 ? [path] : [])];
  });
}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** The error of a call, which has to be a {@link ConnectorError} that gives no secret away, however it is printed. */
export async function typedError(
  call: Promise<unknown>,
  secrets: readonly string[],
): Promise<ConnectorError> {
  const error = await call.then(
    (value) => {
      throw new Error(`Expected a ConnectorError, got ${JSON.stringify(value)}`);
    },
    (reason: unknown) => reason,
  );
  if (!isConnectorError(error)) throw error;
  const printed = print(error);
  if (secrets.some((secret) => printed.includes(secret))) throw new Error('The error holds a secret');
  if (!error.message.trim()) throw new Error('The error has no message');
  return error;
}

function print(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? '';
  return [String(error), error.stack, JSON.stringify(error), print(error.cause)].join('\n');
}

/** A state without its time, which has to be one in UTC when it is there. */
export function timeless({ at, ...state }: TargetState): TargetState {
  if (at !== undefined && new Date(at).toISOString() !== at) throw new Error(`${at} is no time in UTC`);
  return state;
}

/** Fails what would never end. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It went on for ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Words as they are read: without the marks that keep them from being markup. */
export const plain = (text: string): string => text.replace(/[\s\u200b\\>]+/g, ' ').toLowerCase();

/** Compared as JSON, keys in any order. */
export function same(actual: unknown, expected: unknown, what = ''): void {
  const [got, wanted] = [sorted(actual), sorted(expected)];
  if (got !== wanted)
    throw new Error(`${what && `${what}: `}expected ${wanted ?? 'undefined'}, got ${got ?? 'undefined'}`);
}

function sorted(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
