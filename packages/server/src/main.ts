/** The only code that knows about a process: environment, port, signals, what is printed. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createApp, randomToken } from './app.ts';
import { readSecret } from './auth/secret.ts';
import { issueSignIn } from './auth/sign-in.ts';
import type { Log } from './http/env.ts';
import { createDispatcher } from './jobs/dispatcher.ts';
import type { JobLog } from './jobs/job-log.ts';
import type { Rates } from './http/rate-limit.ts';
import { connectors as builtIn } from '@wherefore/sdk/connectors';
import type { AnyConnector } from '@wherefore/sdk/connectors';
import { DatabaseOpenError, openSqliteStore } from './store/sqlite.ts';
import { TargetSettingsError, readTargetSettings } from './targets/settings.ts';
import { openTargets } from './targets/target.ts';
import type { Target } from './targets/target.ts';

const DEFAULT_PORT = 4747;
/** How long running requests get when the server stops, in milliseconds. */
const PATIENCE = 10_000;

export interface StartOptions {
  /** 0 takes any free port. 4747 when absent. */
  port?: number;
  /** Address to listen on. When absent: this machine only, or everywhere once there is a `publicUrl`. */
  host?: string;
  /** Folder for the database and the secret; made when absent. `./data` when absent here. */
  dataDir?: string;
  /** Where browsers find the server. `http://localhost:<port>` when absent. */
  publicUrl?: string;
  /** Folders with built pages. */
  pages?: readonly string[];
  /** Exact origins of other sites that may send briefs. */
  allowedOrigins?: readonly string[];
  /** Requests for each client address, or `false` for no limits. */
  rates?: Rates | false;
  /** Name under the decisions of whoever uses the printed link. `Product owner` when absent. */
  reviewer?: string;
  log?: Log;
  /** JSON file that says where briefs go besides the database. None when absent. */
  connectorsFile?: string;
  /** Connectors of your own that the file can name, beside the built-in ones. */
  connectors?: readonly AnyConnector[];
  /** Where the file's `{ "env": … }` look. The environment of the process when absent. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Gets one entry for every try to deliver. Nothing is logged when absent. */
  jobLog?: JobLog;
  /** Takes the lines for the person who started the server. Standard output when absent. */
  print?: (line: string) => void;
}

export interface RunningServer {
  /** Without a slash at the end. */
  url: string;
  port: number;
  /** Opens the desk, once. */
  signInLink: string;
  /** Takes no new requests, finishes the running ones and closes the database. Calling it twice is fine. */
  stop(): Promise<void>;
}

/** The server can't start; the message is for the person who started it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/**
 * Opens the database, listens, and prints the address as soon as it answers.
 * @throws StartError when the port is taken, the data folder can't be written or is in use, or the connectors' settings
 *   make no sense.
 */
export async function start(options: StartOptions = {}): Promise<RunningServer> {
  const { port = DEFAULT_PORT, dataDir = './data', reviewer = 'Product owner', publicUrl } = options;
  const {
    host = publicUrl === undefined ? '127.0.0.1' : undefined,
    pages,
    allowedOrigins,
    rates,
    log,
  } = options;
  const { print = (line) => console.log(line) } = options;
  const store = openStore(dataDir);
  let targets: readonly Target[];
  let secret: Uint8Array;
  try {
    secret = readSecret(dataDir);
    targets = targetsFrom(options, secret);
  } catch (error) {
    await store.close();
    throw error;
  }
  // The address stands in every receipt, so the app is made once the port is known.
  let answer: (request: Request, env: object) => Promise<Response> | Response = () =>
    new Response(null, { status: 503 });
  const server = createAdaptorServer({ fetch: (request, env) => answer(request, env) }) as Server;
  server.requestTimeout = 30_000;
  try {
    const taken = await listen(server, port, host);
    const url = `http://localhost:${taken}`;
    const dispatcher = createDispatcher({
      store,
      targets,
      deskUrl: (id) => `${publicUrl ?? url}/desk.html#brief=${id}`,
      ...(options.jobLog && { log: options.jobLog }),
    });
    const app = createApp({
      store,
      secret,
      connectors: dispatcher,
      publicUrl: publicUrl ?? url,
      ...(pages && { pages }),
      ...(allowedOrigins && { allowedOrigins }),
      ...(rates !== undefined && { rates }),
      ...(log && { log }),
    });
    answer = app.fetch;
    await dispatcher.start();
    const token = await issueSignIn({ store, name: reviewer, now: Date.now, newToken: randomToken });
    const signInLink = `${publicUrl ?? url}/desk.html#sign-in=${token}`;
    print(`Wherefore is ready: ${url}`);
    print(`Sign in at the desk, once: ${signInLink}`);

    let stopping: Promise<void> | undefined;
    const stop = () =>
      (stopping ??= Promise.all([close(server), dispatcher.stop()]).then(() => store.close()));
    return { url, port: taken, signInLink, stop };
  } catch (error) {
    server.close();
    await store.close();
    throw error;
  }
}

function openStore(folder: string) {
  try {
    return openSqliteStore({ folder });
  } catch (cause) {
    if (cause instanceof DatabaseOpenError) throw new StartError(cause.message, { cause });
    throw cause;
  }
}

function targetsFrom(
  { connectorsFile, connectors = [], env = process.env }: StartOptions,
  key: Uint8Array,
): readonly Target[] {
  if (connectorsFile === undefined) return [];
  try {
    const { targets: settings, folder } = readTargetSettings(connectorsFile);
    const kinds = [...connectors, ...builtIn];
    return openTargets({ settings, connectors: kinds, secrets: { env, folder }, key, now: Date.now });
  } catch (cause) {
    if (cause instanceof TargetSettingsError) throw new StartError(cause.message, { cause });
    throw cause;
  }
}

async function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new StartError(`Port ${port} is taken. Stop what is using it, or choose another with PORT.`, {
        cause,
      });
    }
    if (code === 'EACCES')
      throw new StartError(`Port ${port} is not allowed. Choose another with PORT.`, { cause });
    throw cause;
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  // A connection that is busy now is closed after its answer, not kept for the next request.
  server.on('request', (_request, response) => void (response.shouldKeepAlive = false));
  server.close();
  const late = setTimeout(() => server.closeAllConnections(), PATIENCE);
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(late);
  clearInterval(idle);
}

/**
 * Starts with the settings in the environment and stays until SIGTERM or SIGINT, then ends the process.
 * What can't be started is explained on standard error, exit code 1.
 */
export async function run(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  try {
    const server = await start(optionsFrom(env));
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void server.stop().then(() => process.exit(0)));
    }
  } catch (error) {
    if (!(error instanceof StartError || error instanceof RangeError)) throw error;
    console.error(`Wherefore can't start. ${error.message}`);
    process.exitCode = 1;
  }
}

/** @throws StartError for a setting that makes no sense. */
export function optionsFrom(env: NodeJS.ProcessEnv): StartOptions {
  const port = Number(env['PORT'] || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartError(`PORT is "${env['PORT']}". It has to be a number from 0 to 65535.`);
  }
  const publicUrl = env['WHEREFORE_PUBLIC_URL'];
  if (publicUrl && !/^https?:\/\/[^/?#]+\/*$/.test(publicUrl)) {
    throw new StartError(
      'WHEREFORE_PUBLIC_URL has to look like https://wherefore.example.org, without a path.',
    );
  }
  const everything = env['WHEREFORE_LOG'] === 'requests';
  const log = (entry: { level: string }): void => {
    // Standard error: the first lines of standard output belong to whoever waits for the address.
    if (everything || entry.level === 'error') console.error(JSON.stringify(entry));
  };
  return {
    port,
    dataDir: env['WHEREFORE_DATA_DIR'] || './data',
    pages: split(env['WHEREFORE_PAGES'], delimiter),
    allowedOrigins: split(env['WHEREFORE_ALLOWED_ORIGINS'], /[\s,]+/),
    ...(publicUrl && { publicUrl: publicUrl.replace(/\/+$/, '') }),
    ...(env['WHEREFORE_HOST'] && { host: env['WHEREFORE_HOST'] }),
    ...(env['WHEREFORE_REVIEWER'] && { reviewer: env['WHEREFORE_REVIEWER'] }),
    ...(env['WHEREFORE_RATE_LIMITS'] === 'off' && { rates: false as const }),
    ...(env['WHEREFORE_CONNECTORS'] && { connectorsFile: env['WHEREFORE_CONNECTORS'] }),
    log,
    jobLog: log,
  };
}

function split(list: string | undefined, separator: string | RegExp): string[] {
  return (list ?? '').split(separator).filter((one) => one !== '');
}

if (import.meta.main) await run();
