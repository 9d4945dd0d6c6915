/**
 * As much of the REST API of Azure DevOps as the connector uses, after learn.microsoft.com/rest/api/azure/devops (7.1): work items,
 * WIQL, states of a type.
 */
import type { InboundRequest } from '../../src/connectors/connector.ts';
import type { AzureDevOpsConfig } from '../../src/connectors/azure-devops.ts';
import type { RunningTarget } from '../../src/testing/connector-contract.ts';
import { Refusal, basicOf, jsonOf, readHtml, startTargetServer } from './target-server.ts';
import type { Answer, Asked, TargetServer } from './target-server.ts';

const TOKEN = 'azure-token-of-this-test';

interface WorkItem {
  id: number;
  rev: number;
  fields: Record<string, unknown>;
}

export interface AzureTarget extends RunningTarget<AzureDevOpsConfig> {
  server: TargetServer;
  items: WorkItem[];
  inbound(id: string, eventType?: string): InboundRequest;
}

const STATES = [
  ['Nieuw', 'Proposed'],
  ['Bezig', 'InProgress'],
  ['Opgelost', 'Resolved'],
  ['Klaar', 'Completed'],
  ['Weg', 'Removed'],
].map(([name, category]) => ({ name, category, color: '007acc' }));

/** TF error as the service words it; `typeKey` is what programs go by. */
const failed = (status: number, typeKey: string): Refusal =>
  new Refusal(status, { $id: '1', message: `TF401320: ${typeKey}`, typeKey, errorCode: 0 });

export async function startAzureDevOps(): Promise<AzureTarget> {
  const items: WorkItem[] = [];
  const server = await startTargetServer((asked): Answer => {
    const { method, path, query, headers } = asked;
    // A wrong token gets a page to sign in on, with a status that looks like success.
    if (headers.authorization !== basicOf('', TOKEN))
      return { status: 203, headers: { 'content-type': 'text/html' }, body: '<html>Sign In</html>' };
    if (query.get('api-version') !== '7.1') throw failed(400, 'VssVersionNotSpecifiedException');
    const route = `${method} ${path.replace('/acme/Our needs/_apis/wit', '')}`;
    if (route === 'POST /workitems/$User Story')
      return { status: 200, body: create(asked, items, query.get('validateOnly') === 'true') };
    if (route === 'POST /wiql') return { status: 200, body: queried(asked, items) };
    if (route === 'GET /workitemtypes/User Story/states')
      return { status: 200, body: { count: 5, value: STATES } };
    const item = items.find(({ id }) => route === `GET /workitems/${id}`);
    if (!item) throw failed(404, 'WorkItemUnauthorizedAccessException');
    const wanted = (query.get('fields') ?? '').split(',');
    const fields = Object.fromEntries(Object.entries(item.fields).filter(([name]) => wanted.includes(name)));
    return { status: 200, body: { id: item.id, rev: item.rev, fields } };
  });

  const config: AzureDevOpsConfig = {
    url: `${server.origin}/acme`,
    project: 'Our needs',
    token: TOKEN,
    type: 'User Story',
    tags: ['need'],
    fields: { 'System.AreaPath': 'Our needs\\Intake', 'Custom.Urgent': false },
    hookSignIn: 'hooks:hook-password:1',
  };
  const move =
    (state: string, reason = 'Moved') =>
    (id: string): void => {
      const item = items.find((one) => String(one.id) === id)!;
      Object.assign(item.fields, { 'System.State': state, 'System.Reason': reason });
      item.rev++;
    };
  return {
    server,
    items,
    config,
    wrongConfig: { ...config, token: 'another' },
    tickets: () =>
      items.map(({ id, fields }) => ({
        id: String(id),
        text: `${String(fields['System.Title'])}\n${readHtml(String(fields['System.Description']).replace(/<a href="([^"]*)">/g, '$1 '))}`,
      })),
    states: [
      { name: 'in progress', happen: move('Bezig'), expect: { state: 'Bezig', status: 'accepted' } },
      { name: 'new', happen: () => {}, expect: { state: 'Nieuw' } },
      { name: 'completed', happen: move('Klaar'), expect: { state: 'Klaar', status: 'delivered' } },
      { name: 'removed', happen: move('Weg'), expect: { state: 'Weg', status: 'declined' } },
      { name: 'duplicate', happen: move('Weg', 'Duplicate'), expect: { state: 'Weg', status: 'merged' } },
      { name: 'deleted', happen: () => void items.splice(0), expect: { state: 'not found' } },
    ],
    ownFields: {
      setting: (line, text) => ({
        'Custom.Outcome': line,
        'Microsoft.VSTS.Common.AcceptanceCriteria': text,
      }),
      read: (id) => {
        const { fields } = items.find((one) => String(one.id) === id)!;
        const text = fields['Microsoft.VSTS.Common.AcceptanceCriteria'];
        return { line: fields['Custom.Outcome'], text: typeof text === 'string' ? readHtml(text) : text };
      },
    },
    signsWithoutBody: true,
    inbound: (id, eventType = 'workitem.updated') => {
      const { rev, fields } = items.find((one) => String(one.id) === id)!;
      const update = { id: rev, workItemId: Number(id), rev, revision: { id: Number(id), rev, fields } };
      const resource = eventType === 'workitem.updated' ? update : { id: Number(id), rev, fields };
      return {
        headers: new Headers({ authorization: basicOf('hooks', 'hook-password:1') }),
        body: JSON.stringify({ eventType, resource, publisherId: 'tfs' }),
      };
    },
    stop: server.stop,
  };
}

function create(asked: Asked, items: WorkItem[], validateOnly: boolean): object {
  const patch = jsonOf(asked, 'application/json-patch+json') as unknown as {
    op: string;
    path: string;
    value: unknown;
  }[];
  if (!Array.isArray(patch)) throw failed(400, 'VssPropertyValidationException');
  const fields: Record<string, unknown> = { 'System.State': 'Nieuw', 'System.Reason': 'New' };
  for (const { op, path, value } of patch) {
    const name = /^\/fields\/([A-Za-z][\w.]+)$/.exec(path)?.[1];
    if (op !== 'add' || !name) throw failed(400, 'WorkItemFieldInvalidException');
    fields[name] = value;
  }
  const { 'Custom.Outcome': outcome } = fields;
  if (outcome !== undefined && (typeof outcome !== 'string' || outcome.length > 255))
    throw failed(400, 'RuleValidationException');
  const { 'System.Title': title, 'System.Tags': tags } = fields;
  if (typeof title !== 'string' || !title.trim() || title.length > 255)
    throw failed(400, 'RuleValidationException');
  if (typeof tags !== 'string' || tags.split(';').some((tag) => tag.trim().length > 400 || tag.includes(',')))
    throw failed(400, 'WorkItemTagInvalidException');
  const item = { id: items.length + 1, rev: 1, fields };
  if (!validateOnly) items.push(item);
  return { ...item, url: `/_apis/wit/workItems/${item.id}` };
}

function queried(asked: Asked, items: WorkItem[]): object {
  const { query } = jsonOf(asked) as { query: string };
  const form =
    /^SELECT \[System\.Id\] FROM WorkItems WHERE \[System\.TeamProject\] = @project AND \[System\.Tags\] CONTAINS '([^']+)'$/;
  const tag = form.exec(query)?.[1];
  if (!tag) throw failed(400, 'WorkItemTrackingQueryException');
  // CONTAINS on tags is about whole tags.
  const found = items.filter(({ fields }) => String(fields['System.Tags']).split('; ').includes(tag));
  return { queryType: 'flat', workItems: found.map(({ id }) => ({ id, url: `/_apis/wit/workItems/${id}` })) };
}
