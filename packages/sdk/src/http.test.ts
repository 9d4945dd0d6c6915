import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GATEWAYS, startIntake } from '../test/gateway.ts';
import {
  breakOff,
  hang,
  hangInBody,
  json,
  loseAnswer,
  problem,
  receive,
  receiptFor,
  reply,
  serve,
  signInPage,
} from '../test/server.ts';
import type { Reply } from '../test/server.ts';
import { createBrief } from './brief.ts';
import { createIntakeGatewayOnce } from './intake-once.ts';

const brief = createBrief({ language: 'en', request: 'can we get whatsapp for clients pls' });

for (const [name, make] of GATEWAYS) {
  describe(name, () => {
    describe('what is not a receipt is an UnexpectedAnswerError, and not tried again:', () => {
      const answers: [string, string, Reply][] = [
        ['a sign-in page with status 200', 'html', signInPage],
        [
          'a web page that calls itself text',
          'html',
          reply(200, '<!DOCTYPE html><p>', { 'content-type': 'text/plain' }),
        ],
        ['an answer without a body', 'not-json', reply(204)],
        ['an empty 200', 'not-json', reply(200)],
        [
          'JSON that is not finished',
          'not-json',
          reply(201, '{"id":', { 'content-type': 'application/json' }),
        ],
        ['JSON that does not say that it is', 'not-json', reply(201, JSON.stringify(receiptFor(brief.id)))],
        [
          'a receipt without a date',
          'wrong-shape',
          json(201, { ...receiptFor(brief.id), receivedAt: undefined }),
        ],
        [
          'a receipt in another date format',
          'wrong-shape',
          json(201, { ...receiptFor(brief.id), receivedAt: 'today' }),
        ],
        ['null', 'wrong-shape', json(200, null)],
        [
          'the receipt of another brief',
          'other-id',
          json(201, receiptFor('0190163d-8694-739b-aea5-966c26f8ad91')),
        ],
        ['a redirect', 'redirect', reply(302, '', { location: '/login' })],
        [
          'a redirect that keeps the method',
          'redirect',
          reply(307, '', { location: 'http://127.0.0.1:9/v1/briefs' }),
        ],
        [
          '404 of a server that is not ours',
          'status',
          reply(404, 'Not found', { 'content-type': 'text/plain' }),
        ],
        ['a status that nobody knows', 'status', json(418, { error: 'teapot' })],
      ];
      for (const [name, reason, answer] of answers) {
        it(name, async (t) => {
          const { gateway, seen } = await startIntake(t, [answer], {}, make);
          await assert.rejects(gateway.submit(brief), {
            name: 'UnexpectedAnswerError',
            code: 'unexpected-answer',
            reason,
            looksLikeSignIn: reason === 'html' || reason === 'redirect',
          });
          assert.equal(seen.length, 1);
        });
      }
    });

    describe('error answers become typed errors, and are not tried again:', () => {
      const fields = [{ path: '/request', message: 'Too long' }];
      const answers: [Reply, Record<string, unknown>][] = [
        [
          problem(422, 'invalid-body', { errors: fields }),
          { name: 'InvalidFieldsError', code: 'invalid-body', fields },
        ],
        [problem(422, 'invalid-body'), { name: 'InvalidFieldsError', fields: [] }],
        [problem(422, 'brief-differs'), { name: 'BriefDiffersError', code: 'brief-differs' }],
        [problem(401, 'not-signed-in'), { name: 'NotSignedInError', code: 'not-signed-in' }],
        [
          reply(401, '<html>', { 'content-type': 'text/html' }),
          { name: 'NotSignedInError', code: 'not-signed-in' },
        ],
        [problem(413, 'body-too-large'), { name: 'ProtocolError', code: 'body-too-large' }],
        [reply(413, '<html>nginx'), { name: 'ProtocolError', code: 'body-too-large', problem: undefined }],
        [problem(415, 'unsupported-media-type'), { name: 'ProtocolError', code: 'unsupported-media-type' }],
        [
          problem(400, 'idempotency-key-mismatch'),
          { name: 'ProtocolError', code: 'idempotency-key-mismatch' },
        ],
        [problem(500, 'internal-error'), { name: 'ProtocolError', code: 'internal-error', status: 500 }],
        [reply(500), { name: 'ProtocolError', code: 'internal-error' }],
        [problem(400, 'of-a-newer-server'), { name: 'ProtocolError', code: 'of-a-newer-server' }],
        [problem(400, 'constructor'), { name: 'ProtocolError', code: 'constructor' }],
      ];
      for (const [answer, expected] of answers) {
        it(Object.values(expected).slice(0, 2).join(' '), async (t) => {
          const { gateway, seen } = await startIntake(t, [answer], {}, make);
          await assert.rejects(gateway.submit(brief), expected);
          assert.equal(seen.length, 1);
        });
      }

      it('with the words of the server', async (t) => {
        const { gateway } = await startIntake(
          t,
          [problem(500, 'internal-error', { detail: 'Ask Jan', requestId: 'r1' })],
          {},
          make,
        );
        await assert.rejects(gateway.submit(brief), (error: Error & { problem?: { requestId?: string } }) => {
          assert.equal(error.message, 'Ask Jan');
          assert.equal(error.problem?.requestId, 'r1');
          return true;
        });
      });
    });

    describe('no answer', () => {
      it('in time is a TimedOutError, whether it hangs before or in the middle', async (t) => {
        for (const silence of [hang, hangInBody]) {
          const { gateway } = await startIntake(t, [silence], { timeout: 60, retries: 0 }, make);
          await assert.rejects(gateway.submit(brief), { name: 'TimedOutError', code: 'timeout' });
        }
      });

      it('that is whole is an OfflineError that keeps the cause', async (t) => {
        const { endpoint } = await serve(t, receive);
        const nobody = make({ endpoint: endpoint.replace(/\d+$/, '1'), retries: 0 });
        await assert.rejects(nobody.submit(brief), (error: Error) => {
          assert.equal(error.name, 'OfflineError');
          assert.ok(error.cause instanceof TypeError);
          return true;
        });
      });

      it('because it broke off is an OfflineError', async (t) => {
        const { gateway } = await startIntake(t, [breakOff], { retries: 0 }, make);
        await assert.rejects(gateway.submit(brief), { name: 'OfflineError', code: 'offline' });
      });

      it('because the caller ended it is an AbortedError', async (t) => {
        const controller = new AbortController();
        const { gateway, seen } = await startIntake(
          t,
          [() => controller.abort()],
          { signal: controller.signal },
          make,
        );
        await assert.rejects(gateway.submit(brief), { name: 'AbortedError', code: 'aborted' });
        await assert.rejects(gateway.submit(brief), { name: 'AbortedError' });
        assert.equal(seen.length, 1);
      });

      it('from a place that is no address stays the mistake that it is', async () => {
        await assert.rejects(make({ endpoint: '/only/in/a/page' }).submit(brief), TypeError);
      });
    });

    describe('headers', () => {
      it('may be an object', async (t) => {
        const { gateway, seen } = await startIntake(
          t,
          [receive],
          { headers: { authorization: 'Bearer one' } },
          make,
        );
        await gateway.submit(brief);
        assert.equal(seen[0]?.headers.authorization, 'Bearer one');
      });

      it('do not replace what the protocol needs', async (t) => {
        const { gateway, seen } = await startIntake(
          t,
          [receive],
          {
            headers: { 'Idempotency-Key': 'mine', 'Content-Type': 'text/plain', 'X-Team': 'care' },
          },
          make,
        );
        await gateway.submit(brief);
        assert.equal(seen[0]?.headers['idempotency-key'], `"${brief.id}"`);
        assert.equal(seen[0]?.headers['content-type'], 'application/json');
        assert.equal(seen[0]?.headers['x-team'], 'care');
      });

      it('that cannot be had mean that nobody is signed in, and nothing is sent', async (t) => {
        const cause = new Error('the session is over');
        const { gateway, seen } = await startIntake(
          t,
          [receive],
          { headers: () => Promise.reject(cause) },
          make,
        );
        await assert.rejects(gateway.submit(brief), { name: 'NotSignedInError', cause });
        assert.equal(seen.length, 0);
      });

      it('that never come count as a time-out', async (t) => {
        const { gateway, seen } = await startIntake(
          t,
          [receive],
          {
            headers: () => new Promise(() => {}),
            timeout: 60,
            retries: 0,
          },
          make,
        );
        await assert.rejects(gateway.submit(brief), { name: 'TimedOutError' });
        assert.equal(seen.length, 0);
      });
    });

    it('what goes wrong says where, without the words of the requester or the key', async (t) => {
      for (const answer of [signInPage, loseAnswer, problem(500, 'internal-error'), reply(201, 'x')]) {
        const { gateway } = await startIntake(
          t,
          [answer],
          {
            retries: 0,
            headers: { authorization: 'Bearer secret' },
          },
          make,
        );
        await assert.rejects(gateway.submit(brief), (error: Error) => {
          assert.doesNotMatch(`${error.stack}`, /whatsapp|secret/);
          return true;
        });
      }
    });
  });
}

describe('headers of a gateway that tries again', () => {
  it('may be an async function that is asked again for every try', async (t) => {
    let asked = 0;
    const { gateway, seen } = await startIntake(t, [loseAnswer, receive], {
      headers: async () => ({ authorization: `Bearer ${++asked}` }),
    });
    await gateway.submit(brief);
    assert.deepEqual(
      seen.map(({ headers }) => headers.authorization),
      ['Bearer 1', 'Bearer 2'],
    );
  });

  it('that need the network are tried again like everything that does', async (t) => {
    const { endpoint } = await serve(t, receive);
    let asked = 0;
    const { gateway, seen } = await startIntake(t, [receive], {
      headers: async () => {
        const token = await fetch(++asked === 1 ? endpoint.replace(/\d+$/, '1') : endpoint, {
          method: 'POST',
          body: '{}',
        });
        return { 'x-token': String(token.status) };
      },
    });
    await gateway.submit(brief);
    assert.equal(asked, 2);
    assert.equal(seen.length, 1);
  });
});

it('a gateway that tries again has a time limit for all its tries', async (t) => {
  const { gateway, seen } = await startIntake(t, [hang], { timeout: 10_000, totalTimeout: 60 });
  await assert.rejects(gateway.submit(brief), { name: 'TimedOutError' });
  assert.equal(seen.length, 1);
});

describe('a gateway for an outbox', () => {
  it('tries once, whatever goes wrong', async (t) => {
    for (const fault of [loseAnswer, problem(503, 'store-unavailable', {}, { 'retry-after': '1' })]) {
      const { gateway, seen } = await startIntake(t, [fault, receive], {}, createIntakeGatewayOnce);
      await assert.rejects(gateway.submit(brief), (error: Error) =>
        /^(Offline|Unavailable)/.test(error.name),
      );
      assert.equal(seen.length, 1);
    }
  });

  it('finds the server below a path, with or without a slash at the end', async (t) => {
    const { endpoint, seen } = await serve(t, receive);
    await createIntakeGatewayOnce({ endpoint: `${endpoint}/apps/wherefore/` }).submit(brief);
    await createIntakeGatewayOnce({ endpoint: new URL(`${endpoint}/apps/wherefore`) }).submit(brief);
    assert.deepEqual(
      seen.map(({ path }) => path),
      ['/apps/wherefore/v1/briefs', '/apps/wherefore/v1/briefs'],
    );
  });
});
