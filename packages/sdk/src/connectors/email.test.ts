import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { resolve, startMail, trustTestCertificate } from '../../test/targets/mail.ts';
import type { MailTarget } from '../../test/targets/mail.ts';
import { HOSTILE, PERSONAL, contractDelivery } from '../testing/connector-faults.ts';
import { testConnector } from '../testing/index.ts';
import type { Connection } from './connector.ts';
import { ConnectorError } from './connector.ts';
import { email } from './email.ts';
import type { EmailConfig } from './email.ts';

const { signal } = new AbortController();
const context = { fetch: () => Promise.reject(new Error('Not over HTTP')), now: Date.now, resolve };

async function connected(
  t: TestContext,
  more: Partial<EmailConfig> = {},
  server: Parameters<typeof startMail>[0] = {},
): Promise<{ target: MailTarget; connection: Connection }> {
  const target = await startMail(server);
  t.after(target.stop);
  return { target, connection: email.connect({ ...target.config, ...more }, context) };
}

describe('the e-mail connector, before the certificate is trusted', () => {
  it('sends nothing to a server whose certificate is not to be trusted', async (t) => {
    for (const server of [{}, { secure: true }]) {
      const { target, connection } = await connected(t, server.secure ? { security: 'tls' } : {}, server);
      await assert.rejects(connection.create(contractDelivery(), signal), { kind: 'config', message: /TLS/ });
      assert.deepEqual(target.mails, []);
    }
  });
});

describe('the e-mail connector', () => {
  it('trusts the certificate from here on', trustTestCertificate);

  for (const { name, run } of testConnector({ connector: email, start: () => startMail(), resolve }))
    it(name, run);

  it('sends text and HTML over TLS to everybody, with an id that stays the same', async (t) => {
    const { target, connection } = await connected(t);
    const delivery = contractDelivery({ request: HOSTILE });
    const link = await connection.create(delivery, signal);
    assert.deepEqual(await connection.create(delivery, signal), link);
    const [mail, again] = target.mails;
    assert.equal(mail!.secure, true);
    assert.deepEqual(mail!.to, ['needs@example.org', 'owner@example.org']);
    assert.equal(mail!.headers.get('message-id'), link.id);
    assert.equal(again!.headers.get('message-id'), link.id);
    assert.equal(mail!.headers.get('auto-submitted'), 'auto-generated');
    assert.equal(mail!.headers.get('x-wherefore-brief'), delivery.brief.id);
    assert.equal(mail!.headers.get('reply-to'), undefined);
    for (const part of [mail!.text, mail!.html]) assert.ok(part.includes('an app for the rota'));
  });

  it('speaks TLS from the first byte where that is set', async (t) => {
    const { target, connection } = await connected(t, { security: 'tls' }, { secure: true });
    await connection.create(contractDelivery(), signal);
    assert.equal(target.mails[0]!.secure, true);
  });

  it('goes no further with a server that has no TLS, unless that is set', async (t) => {
    const { target, connection } = await connected(t, {}, { tls: false });
    await assert.rejects(connection.create(contractDelivery(), signal), { kind: 'config', message: /TLS/ });
    assert.deepEqual(target.mails, []);
    const open = await connected(t, { security: 'none' }, { tls: false });
    await open.connection.create(contractDelivery(), signal);
    assert.equal(open.target.mails.length, 1);
  });

  it('lets people answer who asked only when that is set, and no word become a header', async (t) => {
    const { target, connection } = await connected(t, { includeRequester: true });
    await connection.create(
      contractDelivery({ need: { problem: { statement: 'late\r\nBcc: all@example.org' } } }),
      signal,
    );
    const [{ headers, to }] = target.mails as [MailTarget['mails'][number]];
    assert.equal(headers.get('reply-to'), `${PERSONAL[1]}@example.org`);
    assert.equal(headers.get('bcc'), undefined);
    assert.equal(headers.get('subject'), 'late Bcc: all@example.org');
    assert.equal(to.length, 2);
    const odd = contractDelivery({ requester: { email: 'x@example.org, y@example.org' } });
    await connection.create(odd, signal);
    assert.equal(target.mails[1]!.headers.get('reply-to'), undefined);
  });

  const refusals = [
    [421, 'connect', 'retry'],
    [451, 'data', 'retry'],
    [452, 'recipient', 'retry'],
    [550, 'recipient', 'config'],
    [554, 'data', 'refused'],
  ] as const;
  for (const [code, at, kind] of refusals) {
    it(`takes ${code} at the ${at} for what it is: ${kind}, without the words of the server`, async (t) => {
      const { target, connection } = await connected(t);
      target.refuse(code, at);
      await assert.rejects(connection.create(contractDelivery(), signal), (error) => {
        assert.ok(error instanceof ConnectorError);
        assert.equal(error.kind, kind);
        assert.doesNotMatch(`${error.message} ${String(error.cause)}`, /secret words|example\.org|pässword/);
        return true;
      });
    });
  }

  it('tries again later when nothing listens, and ends when it is told to', async (t) => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const { target } = await connected(t);
    const connection = email.connect({ ...target.config, port }, context);
    const control = new AbortController();
    const sending = connection.create(contractDelivery(), control.signal);
    const [socket] = (await once(silent, 'connection')) as [Socket];
    control.abort();
    await assert.rejects(sending, { kind: 'retry', message: /in time/ });
    const closed = once(silent, 'close');
    socket.destroy();
    silent.close();
    await closed;
    await assert.rejects(connection.create(contractDelivery(), signal), {
      kind: 'retry',
      message: /ECONNREFUSED|ESOCKET/,
    });
  });

  it('sends the same mail again when the answer got lost, which is one mail to who reads it', async (t) => {
    const { target, connection } = await connected(t);
    const delivery = contractDelivery();
    target.cut();
    await assert.rejects(connection.create(delivery, signal), { kind: 'retry' });
    await connection.create(delivery, signal);
    assert.equal(target.mails.length, 2);
    assert.equal((await target.tickets()).length, 1);
  });

  it('connects to nothing but the address that the server allows', async (t) => {
    const { target } = await connected(t);
    const asked: string[] = [];
    const refusing = async (host: string): Promise<string> => {
      asked.push(host);
      throw new ConnectorError('config', 'That address is not allowed');
    };
    const connection = email.connect(target.config, { ...context, resolve: refusing });
    await assert.rejects(connection.create(contractDelivery(), signal), {
      message: 'That address is not allowed',
    });
    assert.deepEqual(asked, email.hosts(target.config));
    const { resolve: none, ...without } = context;
    assert.ok(none);
    await assert.rejects(email.connect(target.config, without).create(contractDelivery(), signal), {
      kind: 'config',
    });
  });

  it('wants addresses, and no password without TLS', () => {
    const good = { host: 'mail.example.org', from: 'a@example.org', to: ['b@example.org'] };
    const takes = (config: object): boolean => email.config.safeParse({ ...good, ...config }).success;
    assert.ok(takes({}));
    assert.deepEqual(email.hosts(good), ['mail.example.org:587']);
    assert.deepEqual(email.hosts({ ...good, security: 'tls' }), ['mail.example.org:465']);
    assert.ok(!takes({ to: [] }));
    assert.ok(!takes({ to: ['b@example.org\nbcc: c@example.org'] }));
    assert.ok(!takes({ host: 'mail.example.org/x' }));
    assert.ok(!takes({ user: 'x' }));
    assert.ok(!takes({ user: 'x', password: 'y', security: 'none' }));
  });
});
