/** A real process that is killed at the worst moment, and that keeps its secrets. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { StartError, start } from '../main.ts';
import { briefOf, idOf } from '../../test/support.ts';
import { HOOK_TOKEN, TOKEN, openTickets, ticketConnector, ticketSettings } from '../../test/tickets.ts';
import type { Tickets } from '../../test/tickets.ts';

function prepare(t: TestContext, settings: object): { folder: string; dataDir: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-process-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'connectors.json');
  writeFileSync(file, JSON.stringify(settings));
  return { folder, dataDir: join(folder, 'data'), file };
}

/** Starts the server and signs in at its desk. */
async function launch(t: TestContext, { dataDir, file }: { dataDir: string; file: string }) {
  const child = spawn(
    process.execPath,
    ['--conditions=wherefore-source', join(import.meta.dirname, '../../test/serve.ts')],
    {
      env: {
        ...process.env,
        PORT: '0',
        WHEREFORE_DATA_DIR: dataDir,
        WHEREFORE_CONNECTORS: file,
        WHEREFORE_LOG: 'requests',
        TICKETS_TOKEN: TOKEN,
        HOOK_TOKEN,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  t.after(() => child.kill('SIGKILL'));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) if (lines.push(line) === 2) break;
  const url = lines[0]?.split(': ')[1] ?? '';
  const token = lines[1]?.split('#sign-in=')[1];
  const json = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${url}/v1/session`, {
    method: 'POST',
    body: JSON.stringify({ token }),
    headers: json,
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  return {
    child,
    said: () => said,
    send: (index: number) =>
      fetch(`${url}/v1/briefs`, { method: 'POST', body: JSON.stringify(briefOf(index)), headers: json }),
    call: (method: string, path: string, body?: string, headers = {}) =>
      fetch(`${url}${path}`, { method, headers: { cookie, origin: url, ...headers }, ...(body && { body }) }),
  };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

const creations = ({ calls }: Tickets) => calls.filter((call) => call === 'POST /tickets').length;

describe('the process', () => {
  it('makes one ticket when it is killed between the ticket and writing it down', async (t) => {
    const tickets = await openTickets(t);
    const place = prepare(t, ticketSettings(tickets));
    const first = await launch(t, place);
    tickets.faults.push('hang');
    assert.equal((await first.send(1)).status, 201);
    await until(() => tickets.tickets.length === 1);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await launch(t, place);
    await until(async () => {
      const answer = await second.call('GET', '/v1/deliveries?state=done');
      return ((await answer.json()) as { items: unknown[] }).items.length === 1;
    });
    assert.equal(tickets.tickets.length, 1);
    assert.equal(creations(tickets), 1);
    const record = (await (await second.call('GET', `/v1/briefs/${idOf(1)}`)).json()) as {
      links: { label: string }[];
    };
    assert.equal(record.links[0]?.label, '#1');
    second.child.kill('SIGTERM');
    assert.deepEqual(await once(second.child, 'exit'), [0, null]);
  });

  it('loses none and doubles none, killed again and again', async (t) => {
    const tickets = await openTickets(t);
    const place = prepare(t, ticketSettings(tickets));
    let sent = 0;
    for (let round = 0; round < 4; round++) {
      const server = await launch(t, place);
      const before = tickets.tickets.length;
      for (let index = 0; index < 8; index++) assert.equal((await server.send(++sent)).status, 201);
      await until(() => tickets.tickets.length >= before + 1 + round);
      server.child.kill('SIGKILL');
      await once(server.child, 'exit');
    }
    const last = await launch(t, place);
    await until(async () => {
      const answer = await last.call('GET', '/v1/connectors');
      return ((await answer.json()) as { items: { done: number }[] }).items[0]?.done === sent;
    });
    assert.deepEqual(
      tickets.tickets.map(({ marker }) => marker).sort(),
      Array.from({ length: sent }, (_, index) => idOf(index + 1)),
    );
  });

  it('keeps its secrets out of the log, every answer and every file', async (t) => {
    const tickets = await openTickets(t);
    const place = prepare(t, ticketSettings(tickets));
    const { child, said, send, call } = await launch(t, place);
    tickets.faults.push({ status: 500 });
    await send(1);
    await until(() => tickets.calls.length > 0);
    tickets.token = 'another';
    await send(2);
    const stuck = async () => (await call('GET', '/v1/deliveries?state=stuck')).text();
    await until(async () => (await stuck()).includes('does not know the token'));

    const hook = '/v1/connectors/helpdesk/webhook';
    const answers = await Promise.all([
      stuck(),
      ...[
        call('GET', '/v1/connectors'),
        call('GET', `/v1/briefs/${idOf(1)}`),
        call('GET', `/v1/briefs/${idOf(2)}`),
        call('GET', '/v1/deliveries'),
        call('POST', '/v1/connectors/helpdesk/test'),
        call('POST', hook, '[]', { 'x-hook-token': 'guess' }),
        call('POST', hook, '{', { 'x-hook-token': HOOK_TOKEN }),
        call('GET', '/openapi.json'),
      ].map(async (answer) => (await answer).text()),
    ]);
    child.kill('SIGTERM');
    await once(child, 'close');
    const files = readdirSync(place.dataDir).map((name) => readFileSync(join(place.dataDir, name), 'latin1'));
    const everything: [string, string[]][] = [
      ['log', [said()]],
      ['answer', answers],
      ['file', files],
    ];
    assert.match(said(), /"job":"deliver"/);
    assert.ok(
      files.some((file) => file.includes('does not know the token')),
      'the reason is in the database',
    );
    for (const [where, texts] of everything) {
      for (const secret of [TOKEN, HOOK_TOKEN]) {
        for (const form of [secret, Buffer.from(secret).toString('base64')])
          assert.ok(!texts.some((text) => text.includes(form)), `${form} in a ${where}`);
      }
    }
    assert.doesNotMatch(said(), /Vraag/);
  });

  it('does not start with settings that make no sense, and says what to do', async (t) => {
    const { dataDir, file } = prepare(t, ticketSettings({ url: 'http://127.0.0.1:1', host: '127.0.0.1:1' }));
    const options = {
      port: 0,
      dataDir,
      connectorsFile: file,
      connectors: [ticketConnector],
      print: () => {},
    };
    await assert.rejects(
      start({ ...options, env: {} }),
      (error) => error instanceof StartError && /TICKETS_TOKEN, which is not set/.test(error.message),
    );
    const running = await start({ ...options, env: { TICKETS_TOKEN: 'x', HOOK_TOKEN: 'y' } });
    await running.stop();
  });
});
