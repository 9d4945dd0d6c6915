/** Level `basic`: briefs are taken, once each, and what is no brief is refused. */
import { LIMITS } from '@wherefore/core/brief';
import { EVERY_SIGN, MARKER, largestBrief, testBrief } from './briefs.ts';
import {
  expect,
  expectProblem,
  expectProblemShape,
  expectReceipt,
  expectRefused,
  expectSame,
  expectStatus,
} from './check.ts';
import type { Definition, Tools } from './check.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const AT_ONCE = 8;

const must = (name: string, run: Definition['run']): Definition => ({
  name,
  level: 'basic',
  need: 'must',
  run,
});
const should = (name: string, run: Definition['run']): Definition => ({
  name,
  level: 'basic',
  need: 'should',
  run,
});

const raw = ({ send }: Tools, body: string, headers: Record<string, string> = JSON_TYPE) =>
  send({ path: 'v1/briefs', headers, body });

export const basicChecks: readonly Definition[] = [
  must('a new brief gets 201 and a receipt about it', async ({ post }) => {
    const brief = testBrief();
    expectReceipt(await post(brief), brief, 201);
  }),

  must('the same brief again gets 200 and the same receipt', async ({ post }) => {
    const brief = testBrief();
    const first = expectReceipt(await post(brief), brief, 201);
    expectSame(expectReceipt(await post(brief), brief, 200), first);
  }),

  must('other words under the same id get 422 brief-differs, and the first brief stays', async ({ post }) => {
    const brief = testBrief();
    const first = expectReceipt(await post(brief), brief, 201);
    expectProblem(await post({ ...brief, request: `${MARKER} Something else` }), 422, 'brief-differs');
    expectSame(expectReceipt(await post(brief), brief, 200), first);
  }),

  must('the same brief several times at once is one brief', async ({ post }) => {
    const brief = testBrief();
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => post(brief)));
    const taken = answers.filter(({ status }) => status !== 409);
    const receipts = taken.map((answer) => expectReceipt(answer, brief, 200, 201));
    for (const answer of answers) if (answer.status === 409) expectProblem(answer, 409, 'still-running');
    const fresh = taken.filter(({ status }) => status === 201).length;
    expect(
      fresh === 1,
      `${fresh} of ${AT_ONCE} answers say 201, as if each had stored a brief, where one was expected`,
    );
    for (const receipt of receipts) expectSame(receipt, receipts[0]!);
    expectSame(expectReceipt(await post(brief), brief, 200), receipts[0]!);
  }),

  must('different briefs at once are all there afterwards', async ({ post }) => {
    const briefs = Array.from({ length: AT_ONCE }, (_, index) => testBrief({ request: `Number ${index}` }));
    const answers = await Promise.all(briefs.map((brief) => post(brief)));
    const receipts = answers.map((answer, index) => expectReceipt(answer, briefs[index]!, 201));
    for (const [index, brief] of briefs.entries()) {
      expectSame(expectReceipt(await post(brief), brief, 200), receipts[index]!);
    }
  }),

  must('requests in Dutch and in English are taken', async ({ post }) => {
    for (const language of ['nl', 'en'] as const) {
      const brief = testBrief({ language });
      expectReceipt(await post(brief), brief, 201);
    }
  }),

  must('every script and sign is taken', async ({ post }) => {
    const brief = testBrief({ request: EVERY_SIGN });
    const first = expectReceipt(await post(brief), brief, 201);
    expectSame(expectReceipt(await post(brief), brief, 200), first);
  }),

  must('a brief that is as large as the protocol allows is taken', async ({ post }) => {
    const brief = largestBrief();
    expectReceipt(await post(brief), brief, 201);
  }),

  must('keys that a server does not know are no trouble', async ({ post }) => {
    const brief = testBrief();
    const later = { ...brief, ofALaterVersion: { x: [1] }, origin: { ofALaterVersion: true } };
    expectReceipt(await post(later), brief, 201);
  }),

  must('what is no brief gets 422 invalid-body, and nothing is stored', async ({ post }) => {
    const { request: _, ...silent } = testBrief();
    const { id: _id, ...nameless } = testBrief();
    for (const body of [
      silent,
      { ...testBrief(), request: ' \n ' },
      { ...testBrief(), request: 7 },
      nameless,
    ]) {
      expectProblem(await post(body), 422, 'invalid-body');
    }
    for (const body of [{ ...testBrief(), id: 'not-a-uuid' }, []]) expectRefused(await post(body));
    const brief = { ...silent, ...testBrief(), id: silent.id };
    expectReceipt(await post(brief), brief, 201);
  }),

  must('what is no JSON is refused', async (tools) => {
    for (const body of ['{"id":', '', MARKER]) expectRefused(await raw(tools, body));
  }),

  should('what is no JSON gets 400 invalid-json', async (tools) => {
    expectProblem(await raw(tools, '{"id":'), 400, 'invalid-json');
  }),

  should('the fields that are wrong are named by JSON Pointers', async ({ post }) => {
    const { errors = [] } = expectProblem(
      await post({ ...testBrief(), language: 'tlh', need: { problem: { statement: 7 } } }),
      422,
      'invalid-body',
    );
    for (const path of ['/language', '/need/problem/statement']) {
      expect(
        errors.some((error) => error.path === path),
        `"errors" does not name ${path}`,
      );
    }
  }),

  should('texts and lists beyond their bounds are refused', async ({ post }) => {
    for (const more of [
      { request: MARKER + 'x'.repeat(LIMITS.text) },
      { need: { who: ['x'.repeat(LIMITS.line + 1)] } },
      { need: { who: Array.from({ length: LIMITS.items + 1 }, () => 'x') } },
    ]) {
      expectProblem(await post({ ...testBrief(), ...more }), 422, 'invalid-body');
    }
  }),

  should('a body above 512 KiB gets 413 body-too-large', async (tools) => {
    const body = JSON.stringify({ ...testBrief(), padding: 'x'.repeat(LIMITS.body) });
    expectProblem(await raw(tools, body), 413, 'body-too-large');
  }),

  should('another content type gets 415 unsupported-media-type', async (tools) => {
    // What a form on any other site can send without asking first.
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await raw(tools, JSON.stringify(testBrief()), { 'content-type': type });
      expectProblem(answer, 415, 'unsupported-media-type');
    }
  }),

  should('a content type with a charset is taken', async ({ post }) => {
    const brief = testBrief();
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    expectReceipt(await post(brief, headers), brief, 201);
  }),

  should('without an Idempotency-Key, the id of the brief is enough', async (tools) => {
    const brief = testBrief();
    expectReceipt(await raw(tools, JSON.stringify(brief)), brief, 201);
    expectReceipt(await raw(tools, JSON.stringify(brief)), brief, 200);
  }),

  should('an Idempotency-Key that is not the id gets 400 idempotency-key-mismatch', async ({ post }) => {
    const brief = testBrief();
    const key = { 'idempotency-key': `"${testBrief().id}"` };
    expectProblem(await post(brief, key), 400, 'idempotency-key-mismatch');
    expectReceipt(await post(brief), brief, 201);
  }),

  should('the same brief with its keys in another order is the same brief', async ({ post }) => {
    const brief = testBrief({ need: { who: ['x'], problem: { statement: 'y', people: 2 } } });
    const turned = {
      ...Object.fromEntries(Object.entries(brief).toReversed()),
      need: { problem: { people: 2, statement: 'y' }, who: ['x'] },
    };
    const first = expectReceipt(await post(brief), brief, 201);
    expectSame(expectReceipt(await post(turned, { 'idempotency-key': `"${brief.id}"` }), brief, 200), first);
  }),

  should('an address that nobody knows gets 404 not-found', async ({ send }) => {
    expectProblem(await send({ method: 'GET', path: `v1/no-such-thing` }), 404, 'not-found');
  }),

  should('a method that nobody knows gets 405 method-not-allowed', async ({ send }) => {
    const answer = await send({ method: 'PUT', path: 'v1/briefs', headers: JSON_TYPE, body: '{}' });
    expectProblem(answer, 405, 'method-not-allowed');
    expect(/\bPOST\b/.test(answer.headers.get('allow') ?? ''), 'The header Allow does not name POST');
  }),

  should('every refusal is a problem document', async (tools) => {
    const answers = [
      await raw(tools, '{"id":'),
      await raw(tools, '{}'),
      await raw(tools, JSON.stringify(testBrief()), { 'content-type': 'text/plain' }),
      await tools.send({ method: 'GET', path: 'v1/no-such-thing' }),
    ];
    for (const answer of answers) expectProblemShape(answer);
  }),

  should('a receipt may not be cached', async ({ post }) => {
    const answer = await post(testBrief());
    expectStatus(answer, 201);
    expect(
      /\bno-store\b/.test(answer.headers.get('cache-control') ?? ''),
      'The header Cache-Control does not say no-store',
    );
  }),

  should('no cookie is set', async ({ post }) => {
    const answer = await post(testBrief());
    expectStatus(answer, 201);
    expect(!answer.headers.has('set-cookie'), 'The answer sets a cookie; a requester needs none');
  }),
];
