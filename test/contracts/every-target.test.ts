/** The whole way: our server as it is started, a file that names every connector, and a local server behind each of them. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import type { Brief } from '@wherefore/core/brief';
import { createBrief, createClient, followToken } from '@wherefore/sdk';
import type { Client } from '@wherefore/sdk';
import { connectors } from '@wherefore/sdk/connectors';
import type { RunningTarget } from '@wherefore/sdk/testing';
import { start } from '@wherefore/server/main';
import type { RunningServer } from '@wherefore/server/main';
import { startAzureDevOps } from '../../packages/sdk/test/targets/azure-devops.ts';
import { startGitHub } from '../../packages/sdk/test/targets/github.ts';
import { startJira } from '../../packages/sdk/test/targets/jira.ts';
import { startMail } from '../../packages/sdk/test/targets/mail.ts';
import { startServiceNow } from '../../packages/sdk/test/targets/servicenow.ts';
import { startSlack } from '../../packages/sdk/test/targets/slack.ts';
import { startTeams } from '../../packages/sdk/test/targets/teams.ts';
import { startTopdesk } from '../../packages/sdk/test/targets/topdesk.ts';
import { startWebhook } from '../../packages/sdk/test/targets/webhook.ts';

interface Kind {
  connector: string;
  open: () => Promise<RunningTarget<object>>;
  /** Whether the first answer that creates something gets lost on the way. */
  loses: boolean;
}

/** A message of a workflow or of an incoming webhook can't be found again, so there no answer gets lost here. */
const KINDS: Record<string, Kind> = {
  hook: { connector: 'webhook', open: () => startWebhook(), loses: true },
  issues: { connector: 'github', open: () => startGitHub(), loses: true },
  'jira-cloud': { connector: 'jira', open: () => startJira('cloud'), loses: true },
  'jira-own': { connector: 'jira', open: () => startJira('data-center'), loses: true },
  azure: { connector: 'azure-devops', open: startAzureDevOps, loses: true },
  now: { connector: 'servicenow', open: () => startServiceNow(), loses: true },
  top: { connector: 'topdesk', open: startTopdesk, loses: true },
  chat: { connector: 'slack', open: () => startSlack('app'), loses: true },
  'chat-hook': { connector: 'slack', open: () => startSlack('webhook'), loses: false },
  teams: { connector: 'teams', open: startTeams, loses: false },
  mail: { connector: 'email', open: mailInside, loses: false },
};

/** A relay in one's own network, without TLS, at an address that only its rule allows. */
async function mailInside(): Promise<RunningTarget<object>> {
  const target = await startMail({ tls: false });
  return { ...target, config: { ...target.config, host: '127.0.0.1', security: 'none' } };
}

/** Passes everything on, and loses the answer to the first request after `lose()` that made a ticket. */
async function wayTo(target: RunningTarget<object>) {
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(JSON.stringify(target.config))?.[0];
  if (origin === undefined) return undefined;
  let [losing, lost] = [false, 0];
  const server = createServer((asked, answer) => {
    const forward = request(
      origin + asked.url,
      { method: asked.method, headers: asked.headers },
      async (got) => {
        const body = Buffer.concat(await got.toArray());
        if (losing && (await target.tickets()).length > 0) {
          [losing, lost] = [false, lost + 1];
          answer.destroy();
        } else answer.writeHead(got.statusCode!, got.headers).end(body);
      },
    );
    asked.pipe(forward);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    config: JSON.parse(
      JSON.stringify(target.config).replaceAll(origin, `http://127.0.0.1:${port}`),
    ) as object,
    lose: () => (losing = true),
    lost: () => lost,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Settings as they stand in a file, and the secrets that it points at. */
function written(name: string, connector: string, config: object, env: Record<string, string>): object {
  const known = connectors.find((one) => one.name === connector)!;
  const hide = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one, index) => hide(one, `${key}_${index}`));
    const variable = `${name}_${key}`.toUpperCase().replace(/\W/g, '_');
    env[variable] = String(value);
    return { env: variable };
  };
  const settings = Object.entries(config).map(([key, value]) => [
    key,
    known.secrets.includes(key) && value !== undefined ? hide(value, key) : (value as unknown),
  ]);
  const network = known.hosts(config).map((host) => [host, { allowPrivate: true, allowHttp: true }]);
  return { connector, settings: Object.fromEntries(settings), network: Object.fromEntries(network) };
}

const WORDS = {
  nl: { request: 'Wij willen een app', problem: 'Wijzigingen komen te laat', heading: 'Voor wie' },
  en: { request: 'We would like an app', problem: 'Changes come too late', heading: 'For whom' },
} as const;
const briefIn = (language: 'nl' | 'en'): Brief => ({
  ...createBrief({ language, request: WORDS[language].request }),
  need: { who: ['nacht'], problem: { statement: WORDS[language].problem } },
  requester: { name: 'Requester Requesterson' },
});

/** Looks again until it is so. Fails with what was there last. */
async function becomes<T>(look: () => Promise<T> | T, right: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await look();
    if (right(value)) return value;
    if (Date.now() > end) assert.fail(`It stayed ${JSON.stringify(value)}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}

describe('a server with every connector there is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-every-target-'));
  const env: Record<string, string> = {};
  const targets = new Map<string, RunningTarget<object>>();
  const ways = new Map<string, NonNullable<Awaited<ReturnType<typeof wayTo>>>>();
  const log: unknown[] = [];
  let server: RunningServer;
  let client: Client;

  async function open(): Promise<void> {
    server = await start({
      port: 0,
      dataDir: join(folder, 'data'),
      connectorsFile: join(folder, 'connectors.json'),
      env,
      print: () => {},
      log: (entry) => log.push(entry),
      jobLog: (entry) => log.push(entry),
    });
    const signIn = await fetch(`${server.url}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: server.signInLink.split('#sign-in=')[1] }),
    });
    const cookie = signIn.headers.get('set-cookie')!.split(';', 1)[0]!;
    client = createClient({ endpoint: server.url, headers: { cookie } });
  }
  const states = async () => (await client.listTargets()).items;
  const allDone = (count: number) =>
    becomes(states, (items) => items.every(({ done, paused }) => done === count && paused === undefined));
  before(async () => {
    const settings: Record<string, object> = {};
    for (const [name, { connector, open }] of Object.entries(KINDS)) {
      const target = await open();
      const way = await wayTo(target);
      targets.set(name, target);
      if (way) ways.set(name, way);
      settings[name] = written(name, connector, way?.config ?? target.config, env);
    }
    writeFileSync(join(folder, 'connectors.json'), JSON.stringify({ targets: settings }));
    await open();
  });
  after(async () => {
    await server.stop();
    for (const way of ways.values()) way.stop();
    for (const target of targets.values()) await target.stop();
    rmSync(folder, { recursive: true });
  });

  it('names all of them', async () => {
    const used = new Set(Object.values(KINDS).map(({ connector }) => connector));
    assert.deepEqual([...used].sort(), connectors.map(({ name }) => name).sort());
    assert.deepEqual((await states()).map(({ target }) => target).sort(), Object.keys(KINDS).sort());
  });

  it('tries every connection from the desk, and leaves nothing there', async () => {
    for (const [name, target] of targets) {
      assert.equal((await client.testTarget(name)).ok, true, name);
      assert.deepEqual(await target.tickets(), [], name);
    }
  });

  it('makes one ticket of a Dutch brief everywhere, though answers get lost and it is started anew', async () => {
    const losing = Object.entries(KINDS).filter(([, { loses }]) => loses);
    for (const [name] of losing) ways.get(name)!.lose();
    const brief = briefIn('nl');
    await client.submit(brief);
    await becomes(
      () => losing.map(([name]) => ways.get(name)!.lost()),
      (counts) => counts.every((count) => count === 1),
    );
    await server.stop();
    await open();
    for (const name of targets.keys()) await client.retryTarget(name);
    await allDone(1);
    for (const [name, target] of targets) {
      const tickets = await target.tickets();
      assert.equal(tickets.length, 1, name);
      assert.ok(tickets[0]!.text.replace(/[\\\u200b]/g, '').includes(WORDS.nl.problem), name);
      assert.ok(tickets[0]!.text.includes(WORDS.nl.heading) || name.startsWith('hook'), name);
    }
  });

  it('makes one more of an English brief, and shows at the desk where each is', async () => {
    const brief = briefIn('en');
    await client.submit(brief);
    await allDone(2);
    const { links = [], deliveries } = await client.getBrief(brief.id);
    assert.deepEqual(links.map(({ target }) => target).sort(), Object.keys(KINDS).sort());
    assert.equal(deliveries, undefined);
    for (const [name, target] of targets) {
      const tickets = await target.tickets();
      assert.equal(tickets.length, 2, name);
      assert.equal(tickets.filter(({ text }) => text.includes(WORDS.en.request)).length, 1, name);
      assert.doesNotMatch(JSON.stringify(tickets), /Requesterson/, name);
    }
  });

  it('tells the requester what became of it, by webhook or by asking', async () => {
    for (const [name, target] of [...targets].filter(([, { states }]) => states)) {
      const brief = briefIn('en');
      const { followUrl } = await client.submit(brief);
      await becomes(
        () => client.getBrief(brief.id),
        ({ links }) => links?.length === targets.size,
      );
      const { happen, expect } = target.states![0]!;
      const newest = (await target.tickets()).at(-1)!;
      await happen(newest.id);
      const inbound = await target.inbound?.(newest.id);
      if (inbound) {
        const { headers, body } = inbound;
        const answer = await fetch(`${server.url}/v1/connectors/${name}/webhook`, {
          method: 'POST',
          headers,
          body,
        });
        assert.equal(answer.status, 204, name);
      } else {
        // As if the minutes until it is asked had passed.
        await server.stop();
        const db = new DatabaseSync(join(folder, 'data', 'wherefore.db'));
        db.exec("UPDATE link SET poll_at = '2020-01-01T00:00:00.000Z' WHERE poll_at IS NOT NULL");
        db.close();
        await open();
      }
      const token = followToken(followUrl)!;
      const { status, history } = await becomes(
        () => client.follow(token),
        (view) => view.status !== 'received',
      );
      assert.equal(status, expect.status, name);
      assert.match(history.at(-1)!.reason ?? '', new RegExp(expect.state), name);
    }
  });

  it('writes no secret and no word of a requester into its log', () => {
    const text = JSON.stringify(log);
    for (const secret of Object.values(env)) assert.ok(!text.includes(secret));
    for (const { request, problem } of Object.values(WORDS)) {
      assert.ok(!text.includes(request));
      assert.ok(!text.includes(problem));
    }
  });
});
