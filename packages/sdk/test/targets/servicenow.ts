/**
 * As much of ServiceNow's Table API as the connector uses, after servicenow.com/docs (Table API): like the real one it leaves out a
 * condition with a field that it does not know, and ignores fields that a table does not have.
 */
import type { ServiceNowConfig } from '../../src/connectors/servicenow.ts';
import type { RunningTarget } from '../../src/testing/connector-contract.ts';
import { Refusal, basicOf, jsonOf, startTargetServer } from './target-server.ts';
import type { Answer, TargetServer } from './target-server.ts';

const [USER, PASSWORD, TOKEN] = ['robot', 'pässword-of-this-test', 'oauth-token-of-this-test'];
const SIZES: Record<string, number> = {
  short_description: 160,
  description: 4000,
  correlation_id: 100,
  u_outcome: 255,
  u_problem: 8000,
};
const STATES: Record<string, string> = {
  1: 'New',
  2: 'In Progress',
  3: 'On Hold',
  6: 'Resolved',
  7: 'Closed',
  8: 'Canceled',
};

type Row = Record<string, string>;

export interface ServiceNowTarget extends RunningTarget<ServiceNowConfig> {
  server: TargetServer;
  rows: Row[];
  /** Fields that the table has. */
  columns: Set<string>;
}

export async function startServiceNow(signIn: 'basic' | 'token' = 'basic'): Promise<ServiceNowTarget> {
  const rows: Row[] = [];
  const columns = new Set([
    'sys_id',
    'number',
    'short_description',
    'description',
    'correlation_id',
    'correlation_display',
    'state',
    'close_code',
    'close_notes',
    'assignment_group',
    'u_outcome',
    'u_problem',
  ]);
  const server = await startTargetServer((asked): Answer => {
    const { method, path, query, headers } = asked;
    const wanted = signIn === 'basic' ? basicOf(USER!, PASSWORD!) : `Bearer ${TOKEN}`;
    if (headers.authorization !== wanted)
      throw new Refusal(401, {
        error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' },
        status: 'failure',
      });
    if (headers.accept !== 'application/json') throw new Refusal(406);
    const [, table, id] = /^\/api\/now\/table\/(\w+)(?:\/(\w+))?$/.exec(path) ?? [];
    if (table !== 'incident')
      throw new Refusal(400, { error: { message: `Invalid table ${table}` }, status: 'failure' });
    const shown = (row: Row): object => pick(row, query);
    if (method === 'POST' && !id) {
      const sent = jsonOf(asked) as Row;
      const row: Row = {
        sys_id: (rows.length + 1).toString(16).padStart(32, '0'),
        number: `INC${7_000_001 + rows.length}`,
        state: '1',
        close_code: '',
        close_notes: '',
      };
      for (const [name, value] of Object.entries(sent)) {
        if (typeof value !== 'string')
          throw new Refusal(400, { error: { message: 'Exception while reading request' } });
        if (columns.has(name)) row[name] = value.slice(0, SIZES[name] ?? 1000);
        // A text that is too long is cut without a word; here that is a mistake.
        if (value.length > (SIZES[name] ?? 1000))
          throw new Refusal(400, { error: { message: `${name} is too long` } });
      }
      rows.push(row);
      return { status: 201, headers: { location: `${path}/${row['sys_id']}` }, body: { result: shown(row) } };
    }
    if (method !== 'GET') throw new Refusal(405);
    if (!id) return { status: 200, body: { result: select(rows, columns, query).map(shown) } };
    const row = rows.find(({ sys_id }) => sys_id === id);
    if (!row) throw new Refusal(404, { error: { message: 'No Record found' }, status: 'failure' });
    return { status: 200, body: { result: shown(row) } };
  });

  const config: ServiceNowConfig = {
    url: server.origin,
    ...(signIn === 'basic' ? { user: USER!, password: PASSWORD! } : { token: TOKEN! }),
    fields: { assignment_group: 'Needs' },
  };
  const move =
    (state: string, more: Row = {}) =>
    (id: string): void => {
      Object.assign(
        rows.find(({ sys_id }) => sys_id === id)!,
        { state, ...more },
      );
    };
  return {
    server,
    rows,
    columns,
    config,
    wrongConfig:
      signIn === 'basic'
        ? { ...config, password: 'another-password' }
        : { ...config, token: 'another-token' },
    ownFields: {
      setting: (line, text) => ({ u_outcome: line, u_problem: text }),
      read: (id) => {
        const row = rows.find(({ sys_id }) => sys_id === id)!;
        return { line: row['u_outcome'], text: row['u_problem'] };
      },
    },
    tickets: () =>
      rows.map((row) => ({ id: row['sys_id']!, text: `${row['short_description']}\n${row['description']}` })),
    states: [
      { name: 'in progress', happen: move('2'), expect: { state: 'In Progress', status: 'accepted' } },
      { name: 'new', happen: () => {}, expect: { state: 'New' } },
      {
        name: 'resolved',
        happen: move('6', { close_code: 'Solution provided', close_notes: 'Use the calendar' }),
        expect: { state: 'Resolved', status: 'delivered', reason: 'Use the calendar' },
      },
      { name: 'canceled', happen: move('8'), expect: { state: 'Canceled', status: 'declined' } },
      {
        name: 'duplicate',
        happen: move('7', { close_code: 'Duplicate' }),
        expect: { state: 'Closed', status: 'merged' },
      },
      {
        name: 'open with notes',
        happen: move('2', { close_notes: 'draft' }),
        expect: { state: 'In Progress', status: 'accepted' },
      },
      { name: 'deleted', happen: () => void rows.splice(0), expect: { state: 'not found' } },
    ],
    stop: server.stop,
  };
}

function select(rows: Row[], columns: Set<string>, query: URLSearchParams): Row[] {
  const conditions = (query.get('sysparm_query') ?? '').split('^').map((one) => one.split('='));
  const known = conditions.filter(([name]) => columns.has(name!));
  return rows
    .filter((row) => known.every(([name, value]) => row[name!] === value))
    .slice(0, Number(query.get('sysparm_limit') ?? 10_000));
}

function pick(row: Row, query: URLSearchParams): object {
  const names = (query.get('sysparm_fields') ?? Object.keys(row).join()).split(',');
  const all = query.get('sysparm_display_value') === 'all';
  return Object.fromEntries(
    names.map((name) => {
      const value = row[name] ?? '';
      return [name, all ? { value, display_value: name === 'state' ? STATES[value] : value } : value];
    }),
  );
}
