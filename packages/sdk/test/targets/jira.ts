/**
 * As much of Jira's REST API as the connector uses: v3 after developer.atlassian.com/cloud/jira/platform/rest/v3, v2 after
 * docs.atlassian.com/software/jira/docs/api/REST. The cloud's search runs behind: it knows an issue only after `index()`.
 */
import { createHmac } from 'node:crypto';
import type { InboundRequest } from '../../src/connectors/connector.ts';
import type { AdfNode } from '../../src/connectors/body/adf.ts';
import type { JiraConfig } from '../../src/connectors/jira/config.ts';
import type { RunningTarget } from '../../src/testing/connector-contract.ts';
import { Refusal, basicOf, jsonOf, startTargetServer } from './target-server.ts';
import type { Answer, Asked, TargetServer } from './target-server.ts';

const TOKEN = 'ATATT3xFfGF0-of-this-test';
const HOOK_SECRET = 'jira-hook-secret';

interface Issue {
  id: string;
  key: string;
  fields: Record<string, unknown> & { summary: string; description: unknown; labels: string[] };
}

export interface JiraTarget extends RunningTarget<JiraConfig> {
  server: TargetServer;
  issues: Issue[];
  /** Lets search know of every issue. */
  index(): void;
  /** Issues of others, which search knows. */
  fill(count: number): void;
  rights: { create: boolean };
  inbound(id: string): InboundRequest;
}

export async function startJira(deployment: JiraConfig['deployment']): Promise<JiraTarget> {
  const cloud = deployment === 'cloud';
  const root = `/rest/api/${cloud ? 3 : 2}`;
  const email = 'robot@example.org';
  const issues: Issue[] = [];
  const rights = { create: true };
  let indexed: Issue[] = [];
  const known = (): Issue[] => (cloud ? indexed : issues);

  const server = await startTargetServer((asked): Answer => {
    const { method, path, query } = asked;
    const wanted = cloud ? basicOf(email, TOKEN) : `Bearer ${TOKEN}`;
    if (asked.headers.authorization !== wanted)
      throw new Refusal(401, { errorMessages: ['Not authenticated'] });
    const route = `${method} ${path.replace(root, '')}`;
    if (route === 'GET /project/NEED')
      return {
        status: 200,
        body: { name: 'Needs', key: 'NEED', issueTypes: [{ name: 'Task' }, { name: 'Bug' }] },
      };
    if (route === 'GET /mypermissions') {
      if (query.get('projectKey') !== 'NEED' || query.get('permissions') !== 'CREATE_ISSUES') throw missing();
      return { status: 200, body: { permissions: { CREATE_ISSUES: { havePermission: rights.create } } } };
    }
    if (route === 'POST /issue') return { status: 201, body: create(asked, issues, cloud) };
    if (route === (cloud ? 'POST /search/jql' : 'POST /search'))
      return { status: 200, body: search(asked, known()) };
    if (cloud && route === 'POST /issue/bulkfetch') return { status: 200, body: bulkFetch(asked, issues) };
    const id = /^GET \/issue\/(\w+)$/.exec(route)?.[1];
    const issue = issues.find((one) => one.id === id);
    if (!issue) throw missing();
    return { status: 200, body: { id: issue.id, key: issue.key, fields: issue.fields } };
  });

  const shared = {
    url: server.origin,
    token: TOKEN,
    project: 'NEED',
    labels: ['need'],
    webhookSecret: HOOK_SECRET,
  };
  const config: JiraConfig = cloud
    ? { deployment: 'cloud', email, ...shared }
    : { deployment: 'data-center', ...shared };
  const move =
    (name: string, category: string, resolution?: string) =>
    (id: string): void => {
      const { fields } = issues.find((one) => one.id === id)!;
      Object.assign(fields, {
        status: { name, statusCategory: { key: category } },
        resolution: resolution === undefined ? null : { name: resolution },
      });
    };
  return {
    server,
    issues,
    rights,
    index: () => {
      indexed = [...issues];
    },
    fill: (count) => {
      for (let more = 0; more < count; more++) add(issues, { summary: 'x', description: '', labels: [] });
      indexed = [...issues];
    },
    config,
    wrongConfig: { ...config, token: 'another-token' },
    tickets: () =>
      issues.map(({ id, fields: { summary, description } }) => ({
        id,
        text: `${summary}\n${typeof description === 'string' ? description : readAdf(description as AdfNode)}`,
      })),
    states: [
      {
        name: 'in progress',
        happen: move('Busy', 'indeterminate'),
        expect: { state: 'Busy', status: 'accepted' },
      },
      { name: 'to do', happen: () => {}, expect: { state: 'To Do' } },
      { name: 'done', happen: move('Done', 'done'), expect: { state: 'Done', status: 'delivered' } },
      {
        name: 'done, not to be done',
        happen: move('Done', 'done', 'Won’t Do'),
        expect: { state: 'Done: Won’t Do', status: 'declined' },
      },
      {
        name: 'duplicate',
        happen: move('Closed', 'done', 'Duplicate'),
        expect: { state: 'Closed: Duplicate', status: 'merged' },
      },
      { name: 'deleted', happen: () => void issues.splice(0), expect: { state: 'not found' } },
    ],
    ownFields: {
      setting: (line, text) => ({ customfield_10010: line, customfield_10020: text }),
      read: (id) => {
        const { fields } = issues.find((one) => one.id === id)!;
        const text = fields['customfield_10020'];
        return {
          line: fields['customfield_10010'],
          text: text && typeof text === 'object' ? readAdf(text as AdfNode) : text,
        };
      },
    },
    inbound: (id) => {
      const body = JSON.stringify({
        webhookEvent: 'jira:issue_updated',
        issue: issues.find((one) => one.id === id),
      });
      const digest = createHmac('sha256', HOOK_SECRET).update(body).digest('hex');
      return { headers: new Headers({ 'x-hub-signature': `sha256=${digest}` }), body };
    },
    stop: server.stop,
  };
}

const missing = (): Refusal =>
  new Refusal(404, { errorMessages: ['Not there, or you may not see it'], errors: {} });
const invalid = (errors: Record<string, string>): Refusal => new Refusal(400, { errorMessages: [], errors });

function add(issues: Issue[], fields: Issue['fields']): Issue {
  const number = issues.length + 1;
  const status = { name: 'To Do', statusCategory: { key: 'new' } };
  const issue = {
    id: String(10_000 + number),
    key: `NEED-${number}`,
    fields: { status, resolution: null, ...fields },
  };
  issues.push(issue);
  return issue;
}

function create(asked: Asked, issues: Issue[], cloud: boolean): object {
  const { fields } = jsonOf(asked) as {
    fields: Issue['fields'] & { project?: unknown; issuetype?: unknown };
  };
  const { summary, description, labels } = fields;
  if (JSON.stringify(fields.project) !== '{"key":"NEED"}') throw invalid({ project: 'project is required' });
  if (JSON.stringify(fields.issuetype) !== '{"name":"Task"}')
    throw invalid({ issuetype: 'issue type is required' });
  if (typeof summary !== 'string' || !summary.trim())
    throw invalid({ summary: 'You must specify a summary' });
  if (summary.length > 255 || /[\r\n]/.test(summary))
    throw invalid({ summary: 'Too long, or more than a line' });
  if (!Array.isArray(labels) || labels.some((label) => /\s/.test(label) || label.length > 255))
    throw invalid({ labels: 'The label has spaces' });
  if (cloud ? !isAdf(description) : typeof description !== 'string')
    throw invalid({
      description: cloud ? 'Operation value must be an Atlassian Document' : 'Must be a string',
    });
  if ((cloud ? JSON.stringify(description) : (description as string)).length > 32_767)
    throw invalid({ description: 'The entered text is too long' });
  for (const [name, value] of Object.entries(fields)) {
    // A number, a field of formatted text, and fields of one line.
    if (name === 'customfield_10030' && typeof value !== 'number') throw invalid({ [name]: 'Not a number' });
    else if (name === 'customfield_10020' && cloud && !isAdf(value))
      throw invalid({ [name]: 'Operation value must be an Atlassian Document' });
    else if (name === 'customfield_10020' && JSON.stringify(value).length > 32_767)
      throw invalid({ [name]: 'The entered text is too long' });
    else if (name.startsWith('customfield_1001') && (typeof value !== 'string' || value.length > 255))
      throw invalid({ [name]: 'Too long' });
  }
  const { id, key } = add(issues, fields);
  return { id, key, self: `/rest/api/issue/${id}` };
}

/** What may stand in what, after the schema at unpkg.com/@atlaskit/adf-schema, for the nodes that a brief uses. */
const INSIDE: Record<string, string[]> = {
  doc: ['paragraph', 'heading', 'blockquote'],
  blockquote: ['paragraph'],
  paragraph: ['text', 'hardBreak'],
  heading: ['text', 'hardBreak'],
};

function isAdf(value: unknown): boolean {
  const fits = (node: AdfNode): boolean => {
    if (node.type === 'text')
      return typeof node.text === 'string' && node.text.length > 0 && node.content === undefined;
    if (node.type === 'hardBreak') return node.content === undefined;
    if (node.type === 'heading' && !((node.attrs?.['level'] as number) >= 1)) return false;
    return (
      !!INSIDE[node.type] &&
      (node.content ?? []).every((part) => INSIDE[node.type]!.includes(part.type) && fits(part))
    );
  };
  const doc = value as AdfNode & { version?: unknown };
  return typeof doc === 'object' && doc?.type === 'doc' && doc.version === 1 && fits(doc);
}

function readAdf(node: AdfNode): string {
  if (node.type === 'hardBreak') return '\n';
  const links = (node.marks ?? []).map(({ attrs }) => ` ${String(attrs?.['href'] ?? '')}`).join('');
  return `${node.text ?? ''}${links}${(node.content ?? []).map(readAdf).join('')}${node.type === 'text' ? '' : '\n'}`;
}

function search(asked: Asked, issues: Issue[]): object {
  const { jql, fields, maxResults } = jsonOf(asked) as { jql: string; fields: string[]; maxResults: number };
  if (!(maxResults > 0) || !fields.includes('labels')) throw invalid({ fields: 'Nothing would come back' });
  const label = /^project = "NEED" AND labels = "([^"\s]+)"$/.exec(jql)?.[1];
  if (!label && jql !== 'project = "NEED" ORDER BY created DESC')
    throw new Refusal(400, { errorMessages: ['Error in the JQL Query'] });
  const found = issues.toReversed().filter(({ fields: { labels } }) => !label || labels.includes(label));
  return { issues: found.slice(0, maxResults).map(short), isLast: true };
}

function bulkFetch(asked: Asked, issues: Issue[]): object {
  const { issueIdsOrKeys: keys } = jsonOf(asked) as { issueIdsOrKeys: string[] };
  if (!Array.isArray(keys) || !keys.length || keys.length > 100)
    throw new Refusal(400, { errorMessages: ['Up to 100 issues'] });
  return { issues: issues.filter(({ key }) => keys.includes(key)).map(short), issueErrors: [] };
}

const short = ({ id, key, fields: { labels } }: Issue): object => ({ id, key, fields: { labels } });
