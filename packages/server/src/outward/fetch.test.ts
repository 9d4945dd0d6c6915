/** Real sockets: what may go out goes out, and everything else never reaches a server. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { ConnectorError } from '@wherefore/sdk/connectors';
import { cert, key } from '../../../sdk/test/targets/mail-certificate.ts';
import { trustTestCertificate } from '../../../sdk/test/targets/mail.ts';
import { outward } from './fetch.ts';
import type { OutwardOptions } from './fetch.ts';

const LOCAL = { allowPrivate: true, allowHttp: true };

async function serve(t: TestContext, listener: RequestListener = (_, response) => response.end('ok')) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.headers.host}${request.url}`);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, seen };
}

function open(t: TestContext, options: OutwardOptions) {
  const { fetch, close } = outward(options);
  t.after(close);
  return fetch;
}

function allowing(...ports: number[]): OutwardOptions {
  const hosts = ports.map((port) => `127.0.0.1:${port}`);
  return { hosts, rules: Object.fromEntries(hosts.map((host) => [host, LOCAL])) };
}

const resolvesTo =
  (...answers: string[][]) =>
  async () => {
    const addresses = answers.length > 1 ? answers.shift()! : answers[0]!;
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };

const refuses = (call: Promise<Response>, message: RegExp) =>
  assert.rejects(call, (error) => {
    assert.ok(error instanceof ConnectorError, String(error));
    assert.equal(error.kind, 'config');
    assert.match(error.message, message);
    return true;
  });

describe('calling out', () => {
  it('sends method, headers and body, and gives back status, headers and body', async (t) => {
    const { port } = await serve(t, async (request, response) => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      const { authorization, host } = request.headers;
      response.writeHead(422, { 'content-type': 'application/json', 'x-two': ['a', 'b'] });
      response.end(JSON.stringify({ method: request.method, authorization, host, body }));
    });
    const host = `tickets.example.org:${port}`;
    const fetch = open(t, { hosts: [host], rules: { [host]: LOCAL }, resolve: resolvesTo(['127.0.0.1']) });
    const answer = await fetch(
      new Request(`http://${host}/issues`, {
        method: 'PATCH',
        headers: { authorization: 'Bearer x', host: 'elsewhere.example.org' },
        body: 'é',
      }),
    );
    assert.equal(answer.status, 422);
    assert.equal(answer.headers.get('x-two'), 'a, b');
    assert.deepEqual(await answer.json(), { method: 'PATCH', authorization: 'Bearer x', host, body: 'é' });
  });

  it('checks the certificate, and speaks HTTP/1.1 also where HTTP/2 is offered', async (t) => {
    const seen: string[] = [];
    const server = createSecureServer({ key, cert, allowHTTP1: true }, (request, response) => {
      seen.push(request.httpVersion);
      response.end('ok');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const [host, other] = [`mail.example.org:${port}`, `other.example.org:${port}`];
    const rules = { [host]: { allowPrivate: true }, [other]: { allowPrivate: true } };
    const options = { hosts: [host, other], rules, resolve: resolvesTo(['127.0.0.1']) };
    await refuses(open(t, options)(new Request(`https://${host}/`)), /certificate that is not trusted/);
    trustTestCertificate();
    const fetch = open(t, options);
    assert.equal(await (await fetch(new Request(`https://${host}/`))).text(), 'ok');
    await refuses(fetch(new Request(`https://${other}/`)), /certificate that is not trusted/);
    assert.deepEqual(seen, ['1.1']);
  });

  it('takes an answer without a body', async (t) => {
    const { port } = await serve(t, (_, response) => response.writeHead(204).end());
    const host = `localhost:${port}`;
    const fetch = open(t, { hosts: [host], rules: { [host]: LOCAL } });
    assert.equal((await fetch(new Request(`http://${host}/`))).status, 204);
  });

  it('goes past every proxy that the process is told of', async (t) => {
    const proxy = await serve(t);
    const { port, seen } = await serve(t);
    const fetch = open(t, allowing(port));
    const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'];
    for (const name of names) process.env[name] = `http://127.0.0.1:${proxy.port}`;
    process.env['NODE_USE_ENV_PROXY'] = '1';
    t.after(() => [...names, 'NODE_USE_ENV_PROXY'].forEach((name) => delete process.env[name]));
    await fetch(new Request(`http://127.0.0.1:${port}/`));
    assert.equal(seen.length, 1);
    assert.deepEqual(proxy.seen, []);
  });
});

describe('what does not go out', () => {
  it('is a call to a host that nobody configured', async (t) => {
    const { port, seen } = await serve(t);
    const fetch = open(t, { hosts: ['api.example.org', `127.0.0.1:1`], rules: { '127.0.0.1': LOCAL } });
    for (const url of [
      `http://127.0.0.1:${port}/`,
      'https://api.example.org:8443/',
      'https://api.example.org.evil.example/',
      'https://evil.example/?api.example.org',
      'https://xapi.example.org/',
      'https://169.254.169.254/latest/meta-data',
    ])
      await refuses(fetch(new Request(url)), /not a host that the settings/);
    assert.deepEqual(seen, []);
  });

  it('is a host that only looks like a configured one', async (t) => {
    const { port, seen } = await serve(t);
    const host = `tickets.example.org:${port}`;
    const resolve = resolvesTo(['127.0.0.1']);
    const fetch = open(t, { hosts: [host], rules: { [host]: LOCAL }, resolve });
    for (const url of [
      `http://tickets.example.org.:${port}/`,
      `http://tickets.example.org:${port + 1}/`,
      `http://tickets.example.org/`,
      `http://tïckets.example.org:${port}/`,
      `http://tickets.example.org%2eevil.example:${port}/`,
      `http://evil.example:${port}/#@tickets.example.org`,
      `http://evil.example\\@tickets.example.org:${port}/`,
      `http://0x7f000001:${port}/`,
      `http://2130706433:${port}/`,
      `http://127.1:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
    ])
      await refuses(fetch(new Request(url)), /not a host that the settings/);
    assert.throws(() => new Request(`http://user:secret@${host}/`), TypeError);
    assert.deepEqual(seen, []);
    // Written in another way, it is the same host.
    for (const url of [`http://TICKETS.Example.ORG:${port}/`, `http://ｔickets.example.org:${port}/`])
      assert.equal((await fetch(new Request(url))).status, 200);
  });

  it('is a second host over the connection of a first, even at one address', async (t) => {
    const { port, seen } = await serve(t);
    const [one, other] = [`one.example.org:${port}`, `other.example.org:${port}`];
    const asked: string[] = [];
    const fetch = open(t, {
      hosts: [one, other],
      rules: { [one]: LOCAL, [other]: { allowHttp: true } },
      resolve: async (name) => {
        asked.push(name);
        return [{ address: '127.0.0.1', family: 4 }];
      },
    });
    assert.equal((await fetch(new Request(`http://${one}/`))).status, 200);
    await refuses(fetch(new Request(`http://${other}/`)), /private network/);
    assert.deepEqual(asked, ['one.example.org', 'other.example.org']);
    assert.equal(seen.length, 1);
  });

  it('is a call without encryption, unless it is allowed and stays inside', async (t) => {
    const { port, seen } = await serve(t);
    const host = `tickets.example.org:${port}`;
    const url = `http://${host}/`;
    const inside = resolvesTo(['127.0.0.1']);
    for (const rules of [{}, { [host]: { allowPrivate: true } }]) {
      const fetch = open(t, { hosts: [host], rules, resolve: inside });
      await refuses(fetch(new Request(url)), /only be called over https/);
    }
    const halfAllowed = open(t, { hosts: [host], rules: { [host]: { allowHttp: true } }, resolve: inside });
    await refuses(halfAllowed(new Request(url)), /private network/);
    const outside = open(t, { hosts: [host], rules: { [host]: LOCAL }, resolve: resolvesTo(['1.1.1.1']) });
    await refuses(outside(new Request(url)), /only be called over https/);
    assert.deepEqual(seen, []);
  });

  const literals = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '017700000001',
    '127.0.0.1.',
    '127。0。0。1',
    '１２７.0.0.1',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[fd00:ec2::254]',
    '0',
    '0.0.0.0',
    '169.254.169.254',
    '0xa9fea9fe',
    '10.0.0.8',
    '192.168.1.1',
    '172.16.0.1',
    '100.64.0.1',
  ];
  for (const literal of literals) {
    it(`is a call to ${literal}, even when the settings name it`, async (t) => {
      const fetch = open(t, { hosts: [literal] });
      await refuses(fetch(new Request(`https://${literal}/`)), /private network/);
    });
  }

  for (const literal of ['169.254.169.254', '[fe80::1]', '[fd00:ec2::254]', '100.100.100.200', '0.0.0.0']) {
    it(`is a call to ${literal}, even when its network is allowed`, async (t) => {
      const fetch = open(t, { hosts: [literal], rules: { [literal]: LOCAL } });
      await refuses(fetch(new Request(`https://${literal}/`)), /can not be used/);
    });
  }

  it('is a call to a public name with an address inside', async (t) => {
    const { port, seen } = await serve(t);
    for (const addresses of [
      ['127.0.0.1'],
      ['::1'],
      ['1.1.1.1', '10.0.0.1'],
      ['::ffff:10.0.0.1'],
      ['fe80::1'],
    ]) {
      const host = `rebound.example.org:${port}`;
      const fetch = open(t, { hosts: [host], resolve: resolvesTo(addresses) });
      await refuses(fetch(new Request(`https://${host}/`)), /private network/);
    }
    assert.deepEqual(seen, []);
  });

  it('is a call to a name whose address moved inside after the first', async (t) => {
    const first = await serve(t, (_, response) => response.writeHead(200, { connection: 'close' }).end());
    const host = `moving.example.org:${first.port}`;
    // The first address is allowed by name, the second is one that nobody may ever call.
    const resolve = resolvesTo(['127.0.0.1'], ['169.254.169.254']);
    const fetch = open(t, { hosts: [host], rules: { [host]: LOCAL }, resolve });
    assert.equal((await fetch(new Request(`http://${host}/`))).status, 200);
    await refuses(fetch(new Request(`http://${host}/`)), /169\.254\.169\.254/);
    assert.equal(first.seen.length, 1);
  });

  it('is connected to the address that was checked, and asked for once', async (t) => {
    const { port, seen } = await serve(t);
    const host = `once.example.org:${port}`;
    let asked = 0;
    const resolve = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '10.255.255.1', family: 4 }];
    const fetch = open(t, { hosts: [host], rules: { [host]: LOCAL }, resolve });
    await fetch(new Request(`http://${host}/`));
    assert.equal(asked, 1);
    assert.equal(seen.length, 1);
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`is what a ${status} leads to`, async (t) => {
      const inside = await serve(t);
      const { port, seen } = await serve(t, (_, response) =>
        response.writeHead(status, { location: `http://127.0.0.1:${inside.port}/secret` }).end(),
      );
      const fetch = open(t, allowing(port));
      await refuses(
        fetch(new Request(`http://127.0.0.1:${port}/`, { headers: { authorization: 'Bearer x' } })),
        /redirect/,
      );
      assert.equal(seen.length, 1);
      assert.deepEqual(inside.seen, []);
    });
  }
});

describe('an answer that does not come', () => {
  const fails = (call: Promise<Response>, message: RegExp) =>
    assert.rejects(call, (error) => {
      assert.ok(error instanceof ConnectorError, String(error));
      assert.equal(error.kind, 'retry');
      assert.match(error.message, message);
      return true;
    });
  it('because nobody listens can be tried again', async (t) => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const fetch = open(t, allowing(port));
    await fails(
      fetch(new Request(`http://127.0.0.1:${port}/?key=secret`)),
      /^No answer from 127\.0\.0\.1:\d+ \(ECONNREFUSED\)\.$/,
    );
  });

  it('because the name is unknown can be tried again', async (t) => {
    const resolve = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    };
    const fetch = open(t, { hosts: ['gone.example.org'], resolve });
    await fails(fetch(new Request('https://gone.example.org/')), /ENOTFOUND/);
  });

  it('because it breaks off or never begins can be tried again', async (t) => {
    const cut = await serve(t, (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    const silent = await serve(t, () => {});
    const fetch = open(t, { ...allowing(cut.port, silent.port), timeout: 200 });
    await fails(fetch(new Request(`http://127.0.0.1:${cut.port}/`)), /No answer/);
    await fails(fetch(new Request(`http://127.0.0.1:${silent.port}/`)), /UND_ERR_HEADERS_TIMEOUT/);
  });

  it('because there is too much of it is not read to the end', async (t) => {
    const { port } = await serve(t, (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('a'.repeat(64 * 1024)));
        response.once('drain', more);
      };
      more();
    });
    const fetch = open(t, { ...allowing(port), maxAnswer: 100_000 });
    await fails(fetch(new Request(`http://127.0.0.1:${port}/`)), /more than is read/);
  });

  it('because the caller ended it says so', async (t) => {
    const { port } = await serve(t, () => {});
    const fetch = open(t, allowing(port));
    const reason = new Error('enough');
    const controller = new AbortController();
    const call = fetch(new Request(`http://127.0.0.1:${port}/`, { signal: controller.signal }));
    controller.abort(reason);
    await assert.rejects(call, reason);
  });
});

describe('an address for something else than HTTP', () => {
  it('is checked as strictly', async (t) => {
    const { resolve, close } = outward({
      hosts: ['mail.example.org:465', 'relay.example.org:25', 'inside.example.org:25', '10.0.0.8:25'],
      rules: { 'relay.example.org:25': { allowPrivate: true } },
      resolve: async (name) => [{ address: name === 'mail.example.org' ? '1.1.1.1' : '10.0.0.8', family: 4 }],
    });
    t.after(close);
    assert.equal(await resolve('mail.example.org:465'), '1.1.1.1');
    assert.equal(await resolve('relay.example.org:25'), '10.0.0.8');
    for (const host of [
      'inside.example.org:25',
      '10.0.0.8:25',
      'mail.example.org:25',
      'other.example.org:465',
    ])
      await assert.rejects(resolve(host), { name: 'ConnectorError', kind: 'config' });
  });
});
