/** Level `follow`: the receipt's link opens the brief for whoever holds it, and shows nothing about a person. */
import type { Brief } from '@wherefore/core/brief';
import { followViewSchema, tokenSchema } from '@wherefore/core/wire';
import type { FollowView, Receipt } from '@wherefore/core/wire';
import { briefWithCanaries, testBrief } from './briefs.ts';
import { NotOffered, expect, expectProblem, expectReceipt, expectStatus } from './check.ts';
import type { Definition, Tools } from './check.ts';
import { Unmet } from './wire.ts';
import type { Answer } from './wire.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

const check = (need: Definition['need'], name: string, run: Definition['run']): Definition => ({
  name,
  level: 'follow',
  need,
  run,
});

/** Posts a brief and gives the token of its link. */
async function tokenOf({ post }: Tools, brief: Brief): Promise<string> {
  return tokenIn(expectReceipt(await post(brief), brief, 201));
}

function tokenIn({ followUrl }: Receipt): string {
  if (followUrl === undefined) throw new NotOffered('The receipt has no followUrl');
  const token = followUrl.split('#')[1] ?? '';
  expect(
    tokenSchema.safeParse(token).success,
    'The fragment of followUrl (what follows #) is no token of 22 to 128 letters, digits, - or _',
  );
  return token;
}

const open = ({ send }: Tools, token: string): Promise<Answer> =>
  send({ path: 'v1/follow', headers: JSON_TYPE, body: JSON.stringify({ token }) });

function expectView(answer: Answer): FollowView {
  expectStatus(answer, 200);
  const view = followViewSchema.safeParse(answer.json);
  if (view.success) return view.data;
  const fields = view.error.issues.map(({ path }) => `/${path.join('/')}`).join(', ');
  throw new Unmet(`The view does not fit the schema: look at ${fields}`);
}

export const followChecks: readonly Definition[] = [
  check(
    'must',
    'the receipt has a link to follow the brief, with the token in its fragment',
    async (tools) => {
      const [one, other] = [testBrief(), testBrief()];
      const receipt = expectReceipt(await tools.post(one), one, 201);
      const token = tokenIn(receipt);
      const [before = ''] = (receipt.followUrl ?? '').split('#');
      expect(!before.includes(token), 'The token also stands before the #, where it reaches logs');
      expect(
        /^(https?:|(?![a-z][\w+.-]*:))/i.test(before),
        'followUrl is no address of a page: only http and https are followed',
      );
      expect((await tokenOf(tools, other)) !== token, 'Two briefs have the same token');
    },
  ),

  check('must', 'the token opens its own brief, word for word', async (tools) => {
    const { brief } = briefWithCanaries();
    const second = testBrief();
    const token = await tokenOf(tools, brief);
    const view = expectView(await open(tools, token));
    for (const key of ['id', 'language', 'request', 'need', 'means'] as const) {
      expect(same(view[key], brief[key]), `"${key}" in the view is not what was sent`);
    }
    expect(view.status === 'received', `The status of a new brief is "${view.status}", not "received"`);
    expect(view.history[0]?.status === 'received', 'The history does not begin with "received"');
    const other = expectView(await open(tools, await tokenOf(tools, second)));
    expect(other.id === second.id, 'The token of another brief opens this one');
  }),

  check('must', 'nothing about a person is in the view', async (tools) => {
    const { brief, words } = briefWithCanaries();
    const answer = await open(tools, await tokenOf(tools, brief));
    expectStatus(answer, 200);
    for (const word of words) {
      const kind = word.split('-').slice(1, -1).join('-');
      expect(!answer.text.includes(word), `The view shows what only the brief may hold (${kind})`);
    }
    for (const key of ['requester', 'contact', 'analysis', 'answers', 'origin', 'currentWay', 'effects']) {
      expect(!Object.hasOwn(answer.json as object, key), `The view has the key "${key}"`);
    }
  }),

  check('must', 'a token that is not right gets 404 not-found', async (tools) => {
    const token = await tokenOf(tools, testBrief());
    const middle = Math.floor(token.length / 2);
    const wrong = token.slice(0, middle) + (token[middle] === 'A' ? 'B' : 'A') + token.slice(middle + 1);
    for (const guess of [wrong, 'A'.repeat(token.length), 'wherefore-conformance-no-such-token']) {
      expectProblem(await open(tools, guess), 404, 'not-found');
    }
    for (const guess of ['', token.slice(0, 8)]) expectStatus(await open(tools, guess), 404, 422, 400);
  }),

  check('must', 'a token in the address opens nothing', async (tools) => {
    const brief = testBrief({ request: `Not in an address ${testBrief().id}` });
    const token = await tokenOf(tools, brief);
    for (const ask of [
      { method: 'GET', path: `v1/follow?token=${token}` },
      { method: 'GET', path: `v1/follow/${token}` },
      { path: `v1/follow?token=${token}`, headers: JSON_TYPE, body: '{}' },
    ]) {
      const answer = await tools.send(ask);
      // A single page may answer any address; what it must not have is the brief.
      expect(!answer.text.includes(brief.request), 'The brief is shown to whoever has the address');
    }
  }),

  check('must', 'reading uses nothing up, and neither does a GET', async (tools) => {
    const token = await tokenOf(tools, testBrief());
    const first = expectView(await open(tools, token));
    for (const method of ['GET', 'HEAD']) await tools.send({ method, path: 'v1/follow' });
    await open(tools, token);
    expect(same(expectView(await open(tools, token)), first), 'The view changed by being read');
  }),

  check('must', 'the same brief sent again keeps its link', async (tools) => {
    const brief = testBrief();
    const token = await tokenOf(tools, brief);
    const again = tokenIn(expectReceipt(await tools.post(brief), brief, 200));
    for (const one of [token, again]) {
      expect(expectView(await open(tools, one)).id === brief.id, 'The link opens another brief');
    }
  }),

  check('should', 'a view may not be cached', async (tools) => {
    const answer = await open(tools, await tokenOf(tools, testBrief()));
    expect(
      /\bno-store\b/.test(answer.headers.get('cache-control') ?? ''),
      'The header Cache-Control does not say no-store',
    );
  }),
];

/** Equal as JSON, whatever the order of the keys. */
function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}
