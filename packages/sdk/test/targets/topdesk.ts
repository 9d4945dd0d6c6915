/** As much of TOPdesk's incident API as the connector uses, after developers.topdesk.com (incident management). */
import type { TopdeskConfig } from '../../src/connectors/topdesk.ts';
import type { RunningTarget } from '../../src/testing/connector-contract.ts';
import { Refusal, basicOf, jsonOf, readHtml, startTargetServer } from './target-server.ts';
import type { Answer, Asked, TargetServer } from './target-server.ts';

const [USER, PASSWORD, CALLER] = ['robot', 'aaaaa-bbbbb-ccccc-ddddd', 'wherefore@example.org'];

interface Incident extends Record<string, unknown> {
  id: string;
  number: string;
  briefDescription: string;
  request: string;
  externalNumber: string;
  processingStatus: { id: string; name: string } | null;
  completed: boolean;
  closed: boolean;
}

export interface TopdeskTarget extends RunningTarget<TopdeskConfig> {
  server: TargetServer;
  incidents: Incident[];
}

const refuse = (status: number, message: string): Refusal => new Refusal(status, [{ message }]);

export async function startTopdesk(): Promise<TopdeskTarget> {
  const incidents: Incident[] = [];
  const server = await startTargetServer((asked): Answer => {
    const { method, path, query, headers } = asked;
    if (headers.authorization !== basicOf(USER!, PASSWORD!)) throw refuse(401, 'Unauthorized');
    if (method === 'POST' && path === '/tas/api/incidents')
      return { status: 201, body: create(asked, incidents) };
    if (method === 'GET' && path === '/tas/api/incidents') return list(query, incidents);
    const incident = incidents.find(({ id }) => path === `/tas/api/incidents/id/${id}`);
    if (method !== 'GET' || !incident) throw refuse(404, 'Not found');
    return { status: 200, body: incident };
  });
  const config: TopdeskConfig = {
    url: `${server.origin}/`,
    user: USER!,
    password: PASSWORD!,
    caller: CALLER!,
    fields: { category: { name: 'Needs' } },
    statuses: { 'In behandeling': 'accepted', Afgewezen: 'declined' },
  };
  const move =
    (name: string, closed = false) =>
    (id: string): void => {
      const incident = incidents.find((one) => one.id === id)!;
      Object.assign(incident, { processingStatus: { id: '1', name }, completed: closed, closed });
    };
  return {
    server,
    incidents,
    config,
    wrongConfig: { ...config, password: 'aaaaa-bbbbb-ccccc-eeeee' },
    tickets: () =>
      incidents.map(({ id, briefDescription, request }) => ({
        id,
        text: `${briefDescription}\n${readHtml(request.replace(/<a href="([^"]*)">/g, '$1 '))}`,
      })),
    states: [
      {
        name: 'set as accepted',
        happen: move('In behandeling'),
        expect: { state: 'In behandeling', status: 'accepted' },
      },
      { name: 'new', happen: () => {}, expect: { state: 'Aangemeld' } },
      { name: 'closed', happen: move('Gereed', true), expect: { state: 'Gereed', status: 'delivered' } },
      {
        name: 'set as declined',
        happen: move('Afgewezen', true),
        expect: { state: 'Afgewezen', status: 'declined' },
      },
      { name: 'deleted', happen: () => void incidents.splice(0), expect: { state: 'not found' } },
    ],
    ownFields: {
      // As deep as TOPdesk has them.
      setting: (line, text) => ({ optionalFields1: { text1: line }, optionalFields2: { memo1: text } }),
      read: (id) => {
        const incident = incidents.find((one) => one.id === id)! as {
          optionalFields1?: { text1: unknown };
          optionalFields2?: { memo1: string };
        };
        const text = incident.optionalFields2?.memo1;
        return { line: incident.optionalFields1?.text1, text: text && readHtml(text) };
      },
    },
    stop: server.stop,
  };
}

function create(asked: Asked, incidents: Incident[]): Incident {
  const sent = jsonOf(asked) as Partial<Incident> & { callerLookup?: { email?: unknown } };
  const { briefDescription, request, externalNumber, callerLookup } = sent;
  if (callerLookup?.email !== CALLER)
    throw refuse(400, 'The value for the field callerLookup cannot be found');
  if (typeof briefDescription !== 'string' || briefDescription.length > 80 || /\n/.test(briefDescription))
    throw refuse(400, 'The value for the field briefDescription is too long');
  if (typeof externalNumber !== 'string' || externalNumber.length > 60)
    throw refuse(400, 'The value for the field externalNumber is too long');
  if (typeof request !== 'string' || /<(?!\/?(?:b|i|u|em|strong|a|br)\b)/.test(request))
    throw refuse(400, 'The field request has tags that are not supported');
  const incident: Incident = {
    ...sent,
    id: `f197bb75-8822-45e9-82ce-${String(incidents.length).padStart(12, '0')}`,
    number: `I 2611 ${String(incidents.length + 1).padStart(3, '0')}`,
    briefDescription,
    request,
    externalNumber,
    processingStatus: { id: '0', name: 'Aangemeld' },
    completed: false,
    closed: false,
  };
  incidents.push(incident);
  return incident;
}

/** 204 without a body for nothing, 206 when there are more than one page. */
function list(query: URLSearchParams, incidents: Incident[]): Answer {
  const size = Number(query.get('pageSize') ?? 10);
  if (!(size >= 1 && size <= 10_000)) throw refuse(400, 'pageSize');
  const filter = query.get('query');
  const wanted = filter === null ? undefined : /^externalNumber=='([^']+)'$/.exec(filter)?.[1];
  if (filter !== null && wanted === undefined) throw refuse(400, 'The query is not FIQL');
  const found = incidents.filter(({ externalNumber }) => wanted === undefined || externalNumber === wanted);
  if (!found.length) return { status: 204 };
  const names = (query.get('fields') ?? '').split(',');
  const short = (one: Incident): object => Object.fromEntries(names.map((name) => [name, one[name]]));
  return { status: found.length > size ? 206 : 200, body: found.slice(0, size).map(short) };
}
