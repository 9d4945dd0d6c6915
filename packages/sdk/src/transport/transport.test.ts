import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { breakOff, hang, json, loseAnswer, problem, reply, serve, signInPage } from '../../test/server.ts';
import type { Reply } from '../../test/server.ts';
import { createBrief } from '../brief.ts';
import { failureOf } from '../delivery-failure.ts';
import { createTransport } from './index.ts';
import type { TransportOptions } from './options.ts';

const newBrief = () =>
  createBrief({
    language: 'nl',
    request: 'We willen een intranet\nwant niemand weet iets 📱',
    need: { who: ['de nachtdienst'] },
  });
const receivedAt = '2026-11-21T09:30:00.000Z';

/** A ticket system that knows nothing of us: it numbers what comes and keeps our id beside it. */
function tickets() {
  const kept: { number: number; ref: string }[] = [];
  const take: Reply = (response, request) => {
    const { ref } = JSON.parse(request.body) as { ref: string };
    kept.push({ number: kept.length + 1, ref });
    json(201, { ticket: { number: kept.length, ref, opened: receivedAt } })(response, request);
  };
  const options = {
    mapBrief: (brief: { id: string; request: string }) => ({ ref: brief.id, title: brief.request }),
    mapReceipt: (answer: unknown) => {
      const { ticket } = answer as { ticket: { ref: string; opened: string } };
      return { id: ticket.ref, receivedAt: ticket.opened };
    },
  };
  const lookup = async (id: string) => (kept.some(({ ref }) => ref === id) ? { id, receivedAt } : undefined);
  /** It is kept, and the answer never arrives. */
  const takeAndLose: Reply = (response, request) => {
    kept.push({ number: kept.length + 1, ref: (JSON.parse(request.body) as { ref: string }).ref });
    loseAnswer(response, request);
  };
  return { kept, take, takeAndLose, options, lookup };
}

async function startTransport(
  t: TestContext,
  replies: [Reply, ...Reply[]],
  options: Partial<TransportOptions> = {},
) {
  t.mock.method(console, 'warn', () => {});
  const server = await serve(t, ...replies);
  const gateway = createTransport({ url: `${server.endpoint}/api/tickets?team=care`, ...options });
  return { ...server, gateway };
}

describe('a transport', () => {
  it('sends what mapBrief makes and understands what mapReceipt reads', async (t) => {
    const { take, options } = tickets();
    const { gateway, seen } = await startTransport(t, [take], options);
    const brief = newBrief();
    assert.deepEqual(await gateway.submit(brief), { id: brief.id, receivedAt });
    assert.equal(seen.length, 1);
    assert.equal(seen[0]!.method, 'POST');
    assert.equal(seen[0]!.path, '/api/tickets?team=care');
    assert.equal(seen[0]!.headers['content-type'], 'application/json');
    assert.equal(seen[0]!.headers['idempotency-key'], undefined);
    assert.deepEqual(JSON.parse(seen[0]!.body), { ref: brief.id, title: brief.request });
  });

  it('needs no maps where only the address is another', async (t) => {
    const echo: Reply = (response, request) =>
      json(200, { id: (JSON.parse(request.body) as { id: string }).id, receivedAt })(response, request);
    const { gateway, seen } = await startTransport(t, [echo]);
    const brief = newBrief();
    assert.deepEqual(await gateway.submit(brief), { id: brief.id, receivedAt });
    assert.deepEqual(JSON.parse(seen[0]!.body), brief);
  });

  it('puts the id into the address, and uses the method it is told', async (t) => {
    const { endpoint, seen } = await serve(t, reply(204));
    const brief = newBrief();
    const gateway = createTransport({
      url: `${endpoint}/briefs/{id}`,
      method: 'PUT',
      idempotent: true,
      headers: ({ id }) => ({ 'idempotency-key': `"${id}"`, 'content-type': 'application/vnd.api+json' }),
      mapReceipt: (answer, { status }, { id }) => {
        assert.deepEqual([answer, status], [undefined, 204]);
        return { id, receivedAt: new Date(receivedAt), followUrl: null };
      },
    });
    assert.deepEqual(await gateway.submit(brief), { id: brief.id, receivedAt });
    assert.deepEqual([seen[0]!.method, seen[0]!.path], ['PUT', `/briefs/${brief.id}`]);
    assert.equal(seen[0]!.headers['idempotency-key'], `"${brief.id}"`);
    assert.equal(seen[0]!.headers['content-type'], 'application/vnd.api+json');
  });

  it('reads a receipt from the headers of an answer without a body', async (t) => {
    const { gateway } = await startTransport(
      t,
      [reply(201, '', { location: '/tickets/7', date: 'Sat, 21 Nov 2026 09:30:00 GMT' })],
      {
        mapReceipt: (_answer, { headers }, { id }) => ({
          id,
          receivedAt: new Date(headers.get('date')!),
          followUrl: `https://desk.example.org${headers.get('location')}`,
        }),
      },
    );
    const brief = newBrief();
    assert.deepEqual(await gateway.submit(brief), {
      id: brief.id,
      receivedAt,
      followUrl: 'https://desk.example.org/tickets/7',
    });
  });

  it('sends a form with the nested fields flattened', async (t) => {
    const brief = newBrief();
    const { gateway, seen } = await startTransport(t, [json(200, { id: brief.id, receivedAt })], {
      format: 'form',
      // The boundary and the type of a form are not anybody's to choose.
      headers: { 'Content-Type': 'application/json' },
    });
    await gateway.submit(brief);
    assert.match(seen[0]!.headers['content-type']!, /^application\/x-www-form-urlencoded/);
    const fields = new URLSearchParams(seen[0]!.body);
    assert.equal(fields.get('request'), brief.request);
    assert.equal(fields.get('need[who][0]'), 'de nachtdienst');
    assert.equal(fields.get('schemaVersion'), '1');
  });

  it('sends the same fields as multipart', async (t) => {
    const brief = newBrief();
    const { gateway, seen } = await startTransport(t, [json(200, { id: brief.id, receivedAt })], {
      format: 'multipart',
    });
    await gateway.submit(brief);
    const type = seen[0]!.headers['content-type']!;
    assert.match(type, /^multipart\/form-data; boundary=/);
    const form = await new Response(seen[0]!.body, { headers: { 'content-type': type } }).formData();
    assert.equal(form.get('need[who][0]'), 'de nachtdienst');
    // A form writes line ends its own way; nothing else changes.
    assert.equal((form.get('request') as string).replaceAll('\r\n', '\n'), brief.request);
  });
});

describe('headers of a transport', () => {
  it('are asked once more after a 401, and the brief goes out again with the new token', async (t) => {
    const { take, options, kept } = tickets();
    let asked = 0;
    const { gateway, seen } = await startTransport(t, [reply(401), take], {
      ...options,
      headers: async () => ({ authorization: `Bearer ${++asked}` }),
    });
    await gateway.submit(newBrief());
    assert.deepEqual(
      seen.map(({ headers }) => headers.authorization),
      ['Bearer 1', 'Bearer 2'],
    );
    assert.equal(kept.length, 1);
  });

  it('are not asked a third time', async (t) => {
    let asked = 0;
    const { gateway, seen } = await startTransport(t, [reply(401)], {
      headers: async () => ({ authorization: `Bearer ${++asked}` }),
    });
    await assert.rejects(gateway.submit(newBrief()), { name: 'NotSignedInError' });
    assert.deepEqual([asked, seen.length], [2, 2]);
  });

  it('that are fixed are not tried again', async (t) => {
    const { gateway, seen } = await startTransport(t, [reply(401)], {
      headers: { authorization: 'Bearer 1' },
    });
    await assert.rejects(gateway.submit(newBrief()), { name: 'NotSignedInError' });
    assert.equal(seen.length, 1);
  });

  it('that cannot be had mean that nobody is signed in, and nothing is sent', async (t) => {
    const { gateway, seen } = await startTransport(t, [reply(500)], {
      headers: () => Promise.reject(new Error('the session is over')),
    });
    await assert.rejects(gateway.submit(newBrief()), { name: 'NotSignedInError' });
    assert.equal(seen.length, 0);
  });
});

describe('what is not a receipt, as with our own protocol:', () => {
  const answers: [string, Reply, object][] = [
    ['a sign-in page with status 200', signInPage, { reason: 'html', looksLikeSignIn: true }],
    ['a redirect', reply(302, '', { location: '/login' }), { reason: 'redirect', looksLikeSignIn: true }],
    ['text', reply(200, 'OK', { 'content-type': 'text/plain' }), { reason: 'not-json' }],
    ['text with 201', reply(201, 'OK', { 'content-type': 'text/plain' }), { reason: 'not-json' }],
    ['a page with 201', reply(201, '<!doctype html>'), { reason: 'html' }],
    ['an empty 200', reply(200), { reason: 'not-json' }],
    ['broken JSON', reply(200, '{', { 'content-type': 'application/json' }), { reason: 'not-json' }],
    ['a 400 of their own', json(400, { message: 'no' }), { reason: 'status' }],
    ['a proxy that lost the server', reply(502), { name: 'UnavailableError' }],
    ['too many requests', problem(429, 'x', {}, { 'retry-after': '30' }), { retryAfter: 30 }],
  ];
  for (const [name, answer, expected] of answers) {
    it(name, async (t) => {
      const { gateway } = await startTransport(t, [answer], { mapReceipt: () => assert.fail('not asked') });
      await assert.rejects(gateway.submit(newBrief()), expected);
    });
  }
});

describe('a lost answer', () => {
  for (const [name, fault] of [
    ['that never came', undefined],
    ['that broke off', breakOff],
    ['that took too long', hang],
  ] as const) {
    it(`${name}, with a lookup: found, and not sent again`, async (t) => {
      const { kept, take, takeAndLose, options, lookup } = tickets();
      const lose: Reply = fault
        ? (response, request) => {
            kept.push({ number: 1, ref: (JSON.parse(request.body) as { ref: string }).ref });
            fault(response, request);
          }
        : takeAndLose;
      const asked: string[] = [];
      const { gateway, seen } = await startTransport(t, [lose, take], {
        ...options,
        timeout: 200,
        lookup: (id) => {
          asked.push(id);
          return lookup(id);
        },
      });
      const brief = newBrief();
      const receipt = await gateway.submit(brief).catch(() => gateway.submit(brief));
      assert.deepEqual(receipt, { id: brief.id, receivedAt });
      assert.deepEqual(asked, [brief.id]);
      assert.equal(seen.length, 1);
      assert.equal(kept.length, 1);
    });
  }

  it('with a lookup that does not know the brief: sent again', async (t) => {
    const { kept, take, options, lookup } = tickets();
    const { gateway, seen } = await startTransport(t, [loseAnswer, take], { ...options, lookup });
    await gateway.submit(newBrief());
    assert.equal(seen.length, 2);
    assert.equal(kept.length, 1);
  });

  it('is looked up by the next transport too, and never before the first send', async (t) => {
    const { kept, take, takeAndLose, options, lookup } = tickets();
    const first = await startTransport(t, [takeAndLose], {
      ...options,
      retries: 0,
      lookup: () => assert.fail('before the first send'),
    });
    const brief = newBrief();
    await assert.rejects(first.gateway.submit(brief), { name: 'OfflineError' });
    const second = await startTransport(t, [take], { ...options, lookup });
    assert.equal((await second.gateway.submit(brief)).id, brief.id);
    assert.equal(second.seen.length, 0);
    assert.equal(kept.length, 1);
  });

  it('with a lookup that fails: not sent, because it may be there', async (t) => {
    const { kept, takeAndLose, take, options } = tickets();
    const { gateway, seen } = await startTransport(t, [takeAndLose, take], {
      ...options,
      retries: 1,
      lookup: () => Promise.reject(new Error('the index is down')),
    });
    await assert.rejects(gateway.submit(newBrief()), { name: 'OfflineError' });
    assert.equal(seen.length, 1);
    assert.equal(kept.length, 1);
  });

  it('without a lookup: it is left to the outbox, and there twice, as was said', async (t) => {
    const { kept, takeAndLose, take, options } = tickets();
    const { gateway, seen } = await startTransport(t, [takeAndLose, take], options);
    const brief = newBrief();
    assert.equal(gateway.duplicates, 'possible');
    await assert.rejects(gateway.submit(brief), { name: 'OfflineError' });
    assert.equal(seen.length, 1);
    assert.equal((await gateway.submit(brief)).id, brief.id);
    assert.equal(kept.length, 2);
  });

  it('with a backend that keeps one for each id: sent again at once, without a lookup', async (t) => {
    const { take, options } = tickets();
    const { gateway, seen } = await startTransport(t, [loseAnswer, take], {
      ...options,
      idempotent: true,
      lookup: () => assert.fail('not needed'),
    });
    await gateway.submit(newBrief());
    assert.equal(seen.length, 2);
    assert.equal(seen[0]!.body, seen[1]!.body);
  });
});

describe('maps that go wrong', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  const bodies: [string, Partial<TransportOptions>][] = [
    [
      'throws',
      {
        mapBrief: ({ request }) => {
          throw new Error(request);
        },
      },
    ],
    ['rejects', { mapBrief: () => Promise.reject(new Error('no')) }],
    ['gives nothing', { mapBrief: () => undefined }],
    ['gives a circle', { mapBrief: () => circle }],
    ['gives text where a form is wanted', { mapBrief: ({ request }) => request, format: 'form' }],
    ['gives two values for one field', { mapBrief: () => ({ 'a[b]': 1, a: { b: 2 } }), format: 'multipart' }],
  ];
  for (const [name, options] of bodies) {
    it(`mapBrief ${name}: a typed error, and nothing is sent`, async (t) => {
      const { gateway, seen } = await startTransport(t, [reply(500)], options);
      await assert.rejects(gateway.submit(newBrief()), (error: Error & { code: string }) => {
        assert.deepEqual([error.name, error.code], ['MappingFailedError', 'mapping-failed']);
        assert.match(error.message, /mapBrief/);
        assert.doesNotMatch(String(error.stack), /intranet/);
        return true;
      });
      assert.equal(seen.length, 0);
    });
  }

  const nonsense: [string, unknown][] = [
    ['undefined', undefined],
    ['text', 'received'],
    ['an object without anything', {}],
    ['no moment', { id: 'ID' }],
    ['a moment in another form', { id: 'ID', receivedAt: '21-11-2026' }],
    ['a date that is none', { id: 'ID', receivedAt: new Date('x') }],
    ['a number as the id', { id: 7, receivedAt }],
    ['the number of the ticket as the id', { id: 'TICKET-7', receivedAt }],
    ['a link that is no text', { id: 'ID', receivedAt, followUrl: 7 }],
    ['a link without end', { id: 'ID', receivedAt, followUrl: `https://example.org/${'x'.repeat(2001)}` }],
  ];
  for (const [name, value] of nonsense) {
    for (const via of ['mapReceipt', 'no map', 'lookup'] as const) {
      // That is how a lookup says no.
      if (via === 'lookup' && value === undefined) continue;
      it(`${via} gives ${name}: a typed error that stops the brief without losing it`, async (t) => {
        const brief = newBrief();
        const given =
          typeof value === 'object' && 'id' in value! && value.id === 'ID'
            ? { ...value, id: brief.id }
            : value;
        const answer = json(200, via === 'no map' ? (given ?? null) : {});
        const { gateway, seen } = await startTransport(
          t,
          via === 'lookup' ? [loseAnswer, answer] : [answer],
          {
            ...(via === 'mapReceipt' && { mapReceipt: () => given as never }),
            ...(via === 'lookup' && { lookup: async () => given as never }),
          },
        );
        await assert.rejects(gateway.submit(brief), (error: Error & { code: string }) => {
          assert.equal(error.name, 'MappingFailedError');
          assert.deepEqual(failureOf(error), {
            reason: 'mapping-failed',
            stopped: true,
            fields: [],
            retryAfter: undefined,
          });
          return true;
        });
        // Not sent a second time: the backend may well have it.
        assert.equal(seen.length, 1);
      });
    }
  }

  it('mapReceipt throws: the same, with the cause', async (t) => {
    const cause = new TypeError('undefined is not an object');
    const { gateway, seen } = await startTransport(t, [json(200, {})], {
      mapReceipt: () => {
        throw cause;
      },
    });
    await assert.rejects(gateway.submit(newBrief()), { name: 'MappingFailedError', cause });
    assert.equal(seen.length, 1);
  });
});

it('the options that are about time and place work as with our own protocol', async (t) => {
  const controller = new AbortController();
  const { gateway } = await startTransport(t, [() => controller.abort()], { signal: controller.signal });
  await assert.rejects(gateway.submit(newBrief()), { name: 'AbortedError' });
  const slow = await startTransport(t, [hang], { timeout: 60, retries: 0 });
  await assert.rejects(slow.gateway.submit(newBrief()), { name: 'TimedOutError' });
  const asked: Request[] = [];
  const own = createTransport({
    url: 'https://example.org/x',
    credentials: 'include',
    idempotent: true,
    fetch: async (request) => {
      asked.push(request);
      return Response.json({ id: ((await request.json()) as { id: string }).id, receivedAt });
    },
  });
  await own.submit(newBrief());
  assert.deepEqual([asked[0]!.credentials, asked[0]!.redirect], ['include', 'manual']);
});
