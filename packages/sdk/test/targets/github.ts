/**
 * As much of GitHub's REST API as the connector uses, after docs.github.com/en/rest (2022-11-28): issues, search/issues, repos.
 * Search runs behind: it knows an issue only after `index()`.
 */
import { createHmac } from 'node:crypto';
import type { InboundRequest } from '../../src/connectors/connector.ts';
import type { GitHubConfig } from '../../src/connectors/github.ts';
import type { RunningTarget } from '../../src/testing/connector-contract.ts';
import { Refusal, jsonOf, startTargetServer } from './target-server.ts';
import type { Answer, Asked, TargetServer } from './target-server.ts';

const TOKEN = 'github_pat_11AAAA0000_of_this_test';
const HOOK_SECRET = 'hook secret'.replace(' ', '-');

interface Issue {
  number: number;
  title: string;
  body: string;
  labels: string[];
  state: string;
  state_reason: string | null;
  closed_at?: string;
  html_url: string;
}

export interface GitHubTarget extends RunningTarget<GitHubConfig> {
  server: TargetServer;
  issues: Issue[];
  /** Lets search know of every issue. */
  index(): void;
  /** Answers everything so from now on, as GitHub does when there were too many requests. */
  limit(answer: Answer | undefined): void;
  repository: { full_name: string; has_issues: boolean; archived: boolean };
  /** What search says of itself. */
  search: { incomplete: boolean };
  inbound(id: string, changes?: { event?: string; repository?: string }): InboundRequest;
}

const documented = { documentation_url: 'https://docs.github.com/rest' };

export async function startGitHub(prefix = ''): Promise<GitHubTarget> {
  const issues: Issue[] = [];
  const repository = { full_name: 'acme/needs', has_issues: true, archived: false };
  const search = { incomplete: false };
  let indexed: Issue[] = [];
  let limited: Answer | undefined;
  const root = `/repos/${repository.full_name}`;

  const server = await startTargetServer((asked) => {
    const { method, query } = asked;
    const path = asked.path.slice(prefix.length);
    check(asked, prefix);
    if (limited) return limited;
    if (method === 'GET' && path === root) return { status: 200, body: repository };
    if (method === 'GET' && path === '/search/issues') {
      const [, phrase] = /^"([^"]+)" in:body is:issue repo:acme\/needs$/.exec(query.get('q') ?? '') ?? [];
      if (!phrase) throw new Refusal(422, { message: 'Validation Failed', ...documented });
      const items = indexed.filter(({ body }) => body.includes(phrase));
      return {
        status: 200,
        body: { total_count: items.length, incomplete_results: search.incomplete, items },
      };
    }
    if (!path.startsWith(`${root}/issues`)) throw new Refusal(404, { message: 'Not Found', ...documented });
    if (!repository.has_issues)
      throw new Refusal(410, { message: 'Issues are disabled for this repo', ...documented });
    if (method === 'POST' && path === `${root}/issues`)
      return { status: 201, body: create(jsonOf(asked), issues, server) };
    if (method === 'GET' && path === `${root}/issues`) return { status: 200, body: list(query, issues) };
    const issue = issues.find(({ number }) => path === `${root}/issues/${number}`);
    if (method !== 'GET' || !issue) throw new Refusal(404, { message: 'Not Found', ...documented });
    return { status: 200, body: issue };
  });

  const config: GitHubConfig = {
    repository: repository.full_name,
    token: TOKEN,
    url: `${server.origin}${prefix}`,
    labels: ['need'],
    webhookSecret: HOOK_SECRET,
  };
  const close = (reason: string) => (id: string) => {
    Object.assign(
      issues.find(({ number }) => String(number) === id)!,
      { state: 'closed', state_reason: reason, closed_at: '2026-11-22T09:00:00Z' },
    );
  };
  return {
    server,
    issues,
    repository,
    search,
    index: () => {
      indexed = [...issues];
    },
    limit: (answer) => {
      limited = answer;
    },
    config,
    wrongConfig: { ...config, token: 'github_pat_wrong' },
    tickets: () =>
      issues.map(({ number, title, body }) => ({ id: String(number), text: `${title}\n${body}` })),
    states: [
      {
        name: 'completed',
        happen: close('completed'),
        expect: { state: 'closed as completed', status: 'delivered' },
      },
      {
        name: 'not planned',
        happen: close('not_planned'),
        expect: { state: 'closed as not planned', status: 'declined' },
      },
      {
        name: 'duplicate',
        happen: close('duplicate'),
        expect: { state: 'closed as duplicate', status: 'merged' },
      },
      {
        name: 'reopened',
        happen: (id) =>
          void Object.assign(
            issues.find(({ number }) => String(number) === id)!,
            { state_reason: 'reopened' },
          ),
        expect: { state: 'reopened', status: 'reviewing' },
      },
      { name: 'open', happen: () => {}, expect: { state: 'open' } },
      { name: 'deleted', happen: () => void issues.splice(0), expect: { state: 'not found' } },
    ],
    inbound: (id, { event = 'issues', repository: name = repository.full_name } = {}) => {
      const issue = issues.find(({ number }) => String(number) === id)!;
      const body = JSON.stringify({ action: 'closed', issue, repository: { full_name: name } });
      return {
        headers: new Headers({
          'x-github-event': event,
          'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
          'x-hub-signature-256': `sha256=${createHmac('sha256', HOOK_SECRET).update(body).digest('hex')}`,
        }),
        body,
      };
    },
    stop: server.stop,
  };
}

function check({ headers }: Asked, prefix: string): void {
  if (!headers['user-agent'])
    throw new Refusal(403, { message: 'Request forbidden by administrative rules.' });
  if (headers.authorization !== `Bearer ${TOKEN}`)
    throw new Refusal(401, { message: 'Bad credentials', ...documented });
  if (headers['x-github-api-version'] !== '2022-11-28')
    throw new Refusal(400, { message: 'Unsupported version' });
  if (headers.accept !== 'application/vnd.github+json')
    throw new Refusal(415, { message: `Unsupported ${prefix}` });
}

function create(body: Record<string, unknown>, issues: Issue[], { origin }: TargetServer): Issue {
  const { title, body: text, labels } = body as { title?: unknown; body?: unknown; labels?: unknown };
  const fail = (field: string): never => {
    throw new Refusal(422, {
      message: 'Validation Failed',
      errors: [{ resource: 'Issue', field, code: 'invalid' }],
    });
  };
  if (typeof title !== 'string' || !title.trim() || title.length > 256 || /\n/.test(title)) fail('title');
  if (typeof text !== 'string' || text.length > 65_536) fail('body');
  if (!Array.isArray(labels) || labels.some((label) => typeof label !== 'string')) fail('labels');
  const number = issues.length + 1;
  const issue: Issue = {
    number,
    title: title as string,
    body: text as string,
    labels: labels as string[],
    state: 'open',
    state_reason: null,
    html_url: `${origin}/acme/needs/issues/${number}`,
  };
  issues.push(issue);
  return issue;
}

function list(query: URLSearchParams, issues: Issue[]): Issue[] {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  if (query.get('state') !== 'all' || query.get('sort') !== 'created' || query.get('direction') !== 'desc')
    throw new Refusal(422, { message: 'This target only knows the newest of all issues' });
  return issues.toReversed().slice(0, size);
}
