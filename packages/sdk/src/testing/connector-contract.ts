import type { Brief } from '@wherefore/core/brief';
import type {
  Connection,
  Connector,
  ConnectorContext,
  ConnectorError,
  InboundRequest,
  TargetState,
} from '../connectors/connector.ts';
import { plain, same, secretsOf, timeless, typedError, within } from './connector-checks.ts';
import {
  ENOUGH,
  HOSTILE,
  LONG,
  PERSONAL,
  WAIT,
  WORDS,
  contractDelivery,
  faults,
} from './connector-faults.ts';
import type { Fetch } from './connector-faults.ts';
import type { ContractCase } from './draft-store-contract.ts';

/** What stands in a target. */
export interface Ticket {
  /** As in `TargetLink.id`. */
  id: string;
  /** Every word that was sent, as people find it there, title first. */
  text: string;
}

/** A target that a test started: one's own little server, which refuses what the real one refuses. */
export interface RunningTarget<Config> {
  /** Settings that work. */
  config: Config;
  /**
   * The same with a wrong password, key or address. Left out where nothing of that kind exists. Use secrets that stand in no sentence:
   * they are looked for in the errors.
   */
  wrongConfig?: Config;
  /** Everything that is there now. */
  tickets(): Ticket[] | Promise<Ticket[]>;
  /** What happens there, and what the connector should make of it. `at` is left out: any time will do. */
  states?: readonly { name: string; happen(id: string): void | Promise<void>; expect: TargetState }[];
  /** For a connector with the setting `fields`: two of the target's own, one of a line and one of formatted text. */
  ownFields?: {
    /** The setting that puts these values there. */
    setting(line: unknown, text: unknown): Record<string, unknown>;
    /** What stands there, the formatted text as people read it. */
    read(id: string): { line: unknown; text: unknown };
  };
  /** A webhook about the ticket as it stands now, signed as it should be. */
  inbound?(id: string): InboundRequest | Promise<InboundRequest>;
  /** When the webhook is signed with a password in its headers, whatever its body. */
  signsWithoutBody?: boolean;
  stop(): void | Promise<void>;
}

export interface ConnectorSubject<Config> {
  connector: Connector<Config>;
  /** Starts an empty target; every case starts its own. */
  start(): Promise<RunningTarget<Config>>;
  /**
   * What a second `create` with the same delivery leaves in the target, for a connector without `find`: `one` where the target takes a
   * key, `two` where it can't know. With `find` it is not asked.
   * @default 'one'
   */
  twice?: 'one' | 'two';
  /**
   * The way to the target.
   * @default globalThis.fetch
   */
  fetch?: (request: Request) => Promise<Response>;
  /** For a connector that does not use `fetch`: then the cases that break it are left out, and are yours to write. */
  resolve?: (host: string) => Promise<string>;
}

/**
 * Every promise of a connector, tried on one's own.
 *
 * @example
 * ```ts
 * for (const { name, run } of testConnector({ connector, start: startMyTarget })) it(name, run);
 * ```
 */
export function testConnector<Config>(subject: ConnectorSubject<Config>): ContractCase[] {
  const { connector, twice = 'one', resolve } = subject;
  const reach: Fetch = subject.fetch ?? ((request) => fetch(request));
  const cases: ContractCase[] = [];

  interface Trial {
    target: RunningTarget<Config>;
    /** Connects, over a way that may be broken. */
    connect(way?: (reach: Fetch) => Fetch, config?: Config): Connection;
    connection: Connection;
    signal: AbortSignal;
    /** Addresses that were asked, in order. */
    asked: string[];
  }
  const promise = (name: string, check: (trial: Trial) => Promise<void>): void => {
    cases.push({
      name,
      run: async () => {
        const target = await subject.start();
        const asked: string[] = [];
        const connect: Trial['connect'] = (way = (real) => real, config = target.config) => {
          const broken = way(reach);
          const hosts = connector.hosts(config);
          const context: ConnectorContext = {
            fetch: (request) => {
              const { host } = new URL(request.url);
              asked.push(host);
              if (!hosts.includes(host))
                throw new Error(`${host} is not one of hosts(): ${hosts.join(', ')}`);
              if (request.redirect === 'follow') throw new Error('A request would follow redirects');
              return broken(request);
            },
            now: Date.now,
            ...(resolve && { resolve }),
          };
          return connector.connect(config, context);
        };
        try {
          const { signal } = new AbortController();
          await check({ target, asked, signal, connect, connection: connect() });
        } finally {
          await target.stop();
        }
      },
    });
  };
  /** The error of `create`, checked for secrets. */
  const failure = async (
    trial: Trial,
    connection: Connection,
    signal = trial.signal,
  ): Promise<ConnectorError> =>
    typedError(connection.create(contractDelivery(), signal), secretsOf(connector, trial.target.config));

  promise('takes settings that work, and none that are empty', async ({ target }) => {
    same(connector.config.safeParse(target.config).success, true);
    same(connector.config.safeParse({}).success, false);
    same(connector.config.safeParse(undefined).success, false);
    for (const host of connector.hosts(target.config))
      if (!/^[^/@\s]+$/.test(host)) throw new Error(`${host} is no host`);
  });

  promise('tries the settings and leaves nothing behind', async ({ target, connection, signal }) => {
    const said = await connection.test(signal);
    if (!said.trim()) throw new Error('It does not say where briefs would go');
    same(await target.tickets(), []);
  });

  promise('creates one ticket, and links to it', async ({ target, connection, signal }) => {
    const link = await connection.create(contractDelivery(), signal);
    const tickets = await target.tickets();
    same(tickets.length, 1);
    same(tickets[0]!.id, link.id);
    if (!link.label.trim()) throw new Error('The link has no label');
    if (link.url !== undefined && !/^https?:/.test(new URL(link.url).protocol))
      throw new Error(`${link.url} is no link`);
  });

  promise('leads with the need and ends with the way back', async ({ target, connection, signal }) => {
    const delivery = contractDelivery();
    await connection.create(delivery, signal);
    const text = plain((await target.tickets())[0]!.text);
    const idea = text.indexOf(plain(WORDS.idea));
    for (const part of ['who', 'problem', 'outcome'] as const) {
      const place = text.indexOf(plain(WORDS[part]));
      if (place < 0 || (idea >= 0 && place > idea))
        throw new Error(`"${WORDS[part]}" does not come before the idea in: ${text}`);
    }
    for (const words of [WORDS.request, delivery.deskUrl])
      if (!text.includes(plain(words))) throw new Error(`"${words}" is missing in: ${text}`);
  });

  promise('says nothing of who asked, unless that is set', async ({ target, connection, signal }) => {
    await connection.create(contractDelivery(), signal);
    const text = JSON.stringify(await target.tickets());
    for (const words of PERSONAL) if (text.includes(words)) throw new Error(`"${words}" went along`);
  });

  promise('fills fields of the target with values of the brief', async ({ target, connect, signal }) => {
    if (!target.ownFields) return;
    const { setting, read } = target.ownFields;
    const statement = { from: 'need.problem.statement', as: 'text' };
    const settings = (line: unknown, more: object = {}): Config => ({
      ...target.config,
      ...more,
      fields: setting(line, statement),
    });
    const made = async (config: Config, changes?: Partial<Brief>) => {
      const { id } = await connect(undefined, config).create(contractDelivery(changes), signal);
      return read(id);
    };
    const outcome = settings({ from: 'need.outcome.statement' });
    const said = await made(outcome);
    same(said.line, WORDS.outcome);
    if (!plain(String(said.text)).includes(WORDS.problem)) throw new Error(`${String(said.text)} is no text`);
    same(
      (await made(settings({ from: 'means[].words' }), { means: [{ words: 'one' }, { words: 'two' }] })).line,
      'one, two',
    );
    // What the brief does not have is left out, not sent empty.
    same(await made(outcome, { need: {} }), {});
    for (const changes of [
      LONG,
      { need: { problem: { statement: HOSTILE }, outcome: { statement: HOSTILE } } },
    ]) {
      const { line } = await made(outcome, changes);
      if (typeof line !== 'string' || line.length > 255 || /\n|<[a-z/]/.test(line))
        throw new Error(`${String(line)} is no plain line`);
    }

    const department = { from: 'requester.department' };
    const takes = (config: Config): boolean => connector.config.safeParse(config).success;
    const wrong = [
      department,
      { from: 'need.outcom.statement' },
      { from: 'need.outcome' },
      { from: 'brief', as: 'html' },
    ];
    for (const one of wrong) same(takes(settings(one)), false, JSON.stringify(one));
    const open = settings(department, { includeRequester: true });
    same(takes(outcome) && takes(open), true);
    same((await made(open)).line, PERSONAL[2]);
  });

  promise('speaks the language of the brief', async ({ target, connection, signal }) => {
    const bare = (text: string, id: string): string => text.replaceAll(id, '');
    const texts = new Set<string>();
    for (const language of ['nl', 'en'] as const) {
      const delivery = contractDelivery({ language });
      const { id } = await connection.create(delivery, signal);
      const ticket = (await target.tickets()).find((one) => one.id === id);
      texts.add(bare(ticket!.text, delivery.brief.id));
    }
    same(texts.size, 2);
  });

  promise('takes the longest brief and the strangest words', async ({ target, connection, signal }) => {
    await connection.create(contractDelivery(LONG), signal);
    await connection.create(
      contractDelivery({ request: HOSTILE, need: { problem: { statement: HOSTILE } } }),
      signal,
    );
    same((await target.tickets()).length, 2);
  });

  promise('finds what it created, and nothing else', async ({ target, connection, signal }) => {
    if (!connection.find) return;
    const [one, other] = [contractDelivery(), contractDelivery()];
    same(await connection.find(one.brief.id, signal), undefined);
    // Words that name another brief are not that brief.
    const decoy = contractDelivery({
      request: `wherefore-brief:${one.brief.id} wherefore-${one.brief.id} ${one.brief.id}`,
    });
    await connection.create(decoy, signal);
    same(await connection.find(one.brief.id, signal), undefined);
    const link = await connection.create(one, signal);
    same(await connection.find(one.brief.id, signal), link);
    same(await connection.find(other.brief.id, signal), undefined);
    same((await target.tickets()).length, 2);
  });

  if (!resolve)
    promise('makes one ticket when the answer to the first try got lost', async (trial) => {
      const delivery = contractDelivery();
      const { target, connection, signal } = trial;
      const error = await typedError(trial.connect(faults.lost).create(delivery, signal), []);
      same(error.kind, 'retry');
      const found = await connection.find?.(delivery.brief.id, signal);
      if (connection.find && !found) throw new Error('It is not found again');
      if (!found) await connection.create(delivery, signal);
      same((await target.tickets()).length, connection.find || twice === 'one' ? 1 : 2);
    });

  promise('says that the settings are wrong when they are', async (trial) => {
    const { target, signal } = trial;
    if (!target.wrongConfig) return;
    const secrets = secretsOf(connector, target.wrongConfig);
    const connection = trial.connect(undefined, target.wrongConfig);
    same((await typedError(connection.create(contractDelivery(), signal), secrets)).kind, 'config');
    same(await target.tickets(), []);
  });

  promise('ends at once when it is told to, before and during a call', async (trial) => {
    const over = AbortSignal.abort();
    same((await failure(trial, trial.connection, over)).kind, 'retry');
    same(trial.asked, []);
    same(await trial.target.tickets(), []);
    if (resolve) return;
    const control = new AbortController();
    const creating = failure(trial, trial.connect(faults.silent), control.signal);
    control.abort();
    same((await within(5000, creating)).kind, 'retry');
  });

  const answers: [name: string, way: (reach: Fetch) => Fetch, kind: ConnectorError['kind']][] = [
    ['a target that is not there', faults.unreachable, 'retry'],
    ...[500, 502, 503, 504, 408].map(
      (status) => [`an answer of ${status}`, faults.status(status), 'retry'] as (typeof answers)[number],
    ),
    ...[401, 404].map(
      (status) => [`an answer of ${status}`, faults.status(status), 'config'] as (typeof answers)[number],
    ),
    ...[400, 422].map(
      (status) => [`an answer of ${status}`, faults.status(status), 'refused'] as (typeof answers)[number],
    ),
    ['a redirect', faults.redirect, 'config'],
    ['a web page with a 200', faults.page, 'retry'],
  ];
  for (const [name, way, kind] of resolve ? [] : answers) {
    promise(`takes ${name} for what it is: ${kind}`, async (trial) => {
      same((await failure(trial, trial.connect(way))).kind, kind);
      same(await trial.target.tickets(), []);
    });
  }

  if (!resolve) {
    promise('stays away as long as it is asked to', async (trial) => {
      const seconds = await failure(
        trial,
        trial.connect(faults.status(429, { 'retry-after': String(WAIT) })),
      );
      same([seconds.kind, seconds.retryAfter], ['retry', WAIT * 1000]);
      const date = new Date(Date.now() + WAIT * 1000).toUTCString();
      const until = await failure(trial, trial.connect(faults.status(503, { 'retry-after': date })));
      if (!(until.retryAfter! > 0 && until.retryAfter! <= (WAIT + 1) * 1000))
        throw new Error(`${until.retryAfter} ms`);
    });

    promise('leaves an answer that has no end', async (trial) => {
      const sent = { bytes: 0 };
      same((await failure(trial, trial.connect(faults.endless(sent)))).kind, 'retry');
      if (sent.bytes > ENOUGH) throw new Error('It read on');
    });
  }

  promise('brings back how it stands there', async ({ target, connection, signal }) => {
    for (const { name, happen, expect } of target.states ?? []) {
      const link = await connection.create(contractDelivery(), signal);
      await happen(link.id);
      if (connection.state) same(timeless(await connection.state(link, signal)), expect, name);
      else if (!connection.receive) throw new Error('It has states and no way to tell them');
    }
  });

  promise('believes a webhook that is signed, and no other', async ({ target, connection, signal }) => {
    if (!connection.receive) return;
    if (!target.inbound || !target.states?.[0])
      throw new Error('A connector that receives needs `inbound` and `states`');
    const { id } = await connection.create(contractDelivery(), signal);
    const { happen, expect } = target.states[0];
    await happen(id);
    const request = await target.inbound(id);
    const said = [{ id, state: expect }];
    same(
      (await connection.receive(request)).map(({ id, state }) => ({ id, state: timeless(state) })),
      said,
    );
    // A replay says the same again, and so changes nothing.
    same(
      (await connection.receive(request)).map(({ id, state }) => ({ id, state: timeless(state) })),
      said,
    );
    const forged = { ...request, body: request.body.replace(/.$/s, (end) => `${end} `) };
    const unsigned = { ...request, headers: new Headers({ 'content-type': 'application/json' }) };
    for (const wrong of target.signsWithoutBody ? [unsigned] : [forged, unsigned])
      same((await typedError(connection.receive(wrong), [])).kind, 'refused');
  });
  return cases;
}
