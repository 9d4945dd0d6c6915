import type { Status } from '@wherefore/core/brief';
import * as z from 'zod/mini';
import { createAsk } from './ask.ts';
import { briefBody, briefTitle, renderWithin } from './body/body.ts';
import { renderPlain } from './body/plain.ts';
import { defineConnector } from './connector.ts';
import type { TargetLink, TargetState } from './connector.ts';
import { fieldsCheck, filledFields, referenceSchema } from './fields.ts';
import {
  GONE,
  addressSchema,
  base,
  basic,
  hostOf,
  lineSchema,
  passwordSchema,
  secretSchema,
  since,
  stateOf,
  statusesSchema,
} from './settings.ts';

const TITLE = 'ServiceNow';
/** Sizes of `short_description` and `description` on a task as it is delivered. */
const [LONGEST_TITLE, LONGEST] = [160, 4000];

const configSchema = z
  .strictObject({
    /** `https://acme.service-now.com`. */
    url: addressSchema,
    /** A table that extends `task`. @default 'incident' */
    table: z.optional(z.string().check(z.regex(/^[a-z]\w{0,79}$/, 'must be the name of a table'))),
    /** For basic sign-in, together with `password`. */
    user: z.optional(lineSchema),
    password: z.optional(passwordSchema),
    /** An OAuth access token, instead of a user and a password. */
    token: z.optional(secretSchema),
    /** Fields by their stored values, fixed or out of the brief: `{ "assignment_group": "…" }`. */
    fields: z.optional(
      z.record(
        z.string().check(z.regex(/^[a-z]\w{0,79}$/, 'must be the name of a field')),
        z.union([z.string().check(z.maxLength(1000)), referenceSchema]),
      ),
    ),
    /** What states mean, by their name or their stored value. */
    statuses: z.optional(statusesSchema),
    includeRequester: z.optional(z.boolean()),
  })
  .check(
    z.refine(
      ({ user, password, token }) => !!token !== !!(user && password),
      'needs a token, or a user and a password',
    ),
    fieldsCheck(),
  );
export type ServiceNowConfig = z.infer<typeof configSchema>;

const recordSchema = z.object({ sys_id: z.string(), number: z.string(), correlation_id: z.string() });
type TaskRecord = z.infer<typeof recordSchema>;
const oneSchema = z.object({ result: recordSchema });
const manySchema = z.object({ result: z.array(recordSchema) });
const anySchema = z.object({ result: z.array(z.unknown()) });
const both = z.object({ value: z.string(), display_value: z.nullable(z.string()) });
const standSchema = z.object({
  result: z.object({
    state: both,
    close_code: z.optional(both),
    close_notes: z.optional(both),
    resolved_at: z.optional(both),
    closed_at: z.optional(both),
  }),
});

/** The states of an incident as ServiceNow delivers it, by their stored values. */
const INCIDENT: Record<string, Status> = {
  2: 'accepted',
  3: 'accepted',
  6: 'delivered',
  7: 'delivered',
  8: 'declined',
};

/** Records of one ServiceNow table, incidents unless another is chosen. */
export const serviceNow = defineConnector<ServiceNowConfig>({
  name: 'servicenow',
  title: 'ServiceNow',
  config: configSchema,
  secrets: ['password', 'token'],
  hosts: ({ url }) => [hostOf(url)],
  connect: (config, context) => {
    const site = base(config.url);
    const table = config.table ?? 'incident';
    const records = `${site}/api/now/table/${table}`;
    const authorization = config.token
      ? `Bearer ${config.token}`
      : basic(config.user ?? '', config.password ?? '');
    const ask = createAsk({ title: TITLE, context, headers: { authorization } });
    const linkTo = ({ sys_id, number }: TaskRecord): TargetLink => ({
      id: sys_id,
      url: `${site}/${table}.do?sys_id=${encodeURIComponent(sys_id)}`,
      label: number,
    });
    const shown = 'sysparm_fields=sys_id,number,correlation_id&sysparm_exclude_reference_link=true';

    return {
      // What the account may write is only known by writing.
      test: async (signal) => {
        await ask({ url: `${records}?sysparm_limit=1&sysparm_fields=sys_id`, answer: anySchema, signal });
        return `${table} at ${hostOf(site)}`;
      },

      find: async (briefId, signal) => {
        const query = `sysparm_query=correlation_id=${briefId}&sysparm_limit=2`;
        const { result } = await ask({ url: `${records}?${query}&${shown}`, answer: manySchema, signal });
        // A condition that ServiceNow does not understand is left out, and everything matches.
        const found = result.find(({ correlation_id }) => correlation_id === briefId);
        return found && linkTo(found);
      },

      create: async (delivery, signal) => {
        const description = renderWithin(
          delivery,
          briefBody(delivery, config),
          renderPlain,
          ({ length }) => length <= LONGEST,
        );
        const { result } = await ask({
          method: 'POST',
          url: `${records}?${shown}`,
          body: {
            ...texts(filledFields(config.fields, delivery, renderPlain)),
            short_description: briefTitle(delivery.brief, LONGEST_TITLE),
            description,
            correlation_id: delivery.brief.id,
            correlation_display: 'Wherefore',
          },
          answer: oneSchema,
          carriesBrief: true,
          signal,
        });
        return linkTo(result);
      },

      state: async ({ id }, signal) => {
        const url = `${records}/${encodeURIComponent(id)}?sysparm_fields=state,close_code,close_notes,resolved_at,closed_at&sysparm_display_value=all`;
        const answer = await ask({ url, answer: standSchema, absent: null, signal });
        return answer ? describe(answer.result, config, table) : GONE;
      },
    };
  },
});

/** ServiceNow takes every value as text. */
const texts = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));

function describe(
  { state, close_code, close_notes, resolved_at, closed_at }: z.infer<typeof standSchema>['result'],
  { statuses }: ServiceNowConfig,
  table: string,
): TargetState {
  const duplicate = /duplicate/i.test(close_code?.display_value ?? '');
  const usual = table === 'incident' ? INCIDENT[state.value] : undefined;
  const byValue = stateOf(state.value, statuses, usual && duplicate ? 'merged' : usual).status;
  const said = stateOf(state.display_value || state.value, statuses, byValue);
  const reason = close_notes?.display_value?.trim();
  // Notes of the one who solved it; while it is open there are none that mean anything.
  if (!said.status || said.status === 'accepted') return said;
  // Stored values are in UTC; what is shown is in the time zone of the account.
  return { ...said, ...(reason && { reason }), ...since(closed_at?.value || resolved_at?.value) };
}
