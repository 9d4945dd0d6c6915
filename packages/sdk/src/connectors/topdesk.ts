import * as z from 'zod/mini';
import { createAsk } from './ask.ts';
import { briefBody, briefTitle, renderWithin } from './body/body.ts';
import { renderSimpleHtml } from './body/html.ts';
import { defineConnector } from './connector.ts';
import type { TargetLink } from './connector.ts';
import { fieldsCheck, filledFields } from './fields.ts';
import {
  GONE,
  addressSchema,
  base,
  basic,
  hostOf,
  lineSchema,
  passwordSchema,
  since,
  stateOf,
  statusesSchema,
} from './settings.ts';

const TITLE = 'TOPdesk';
/** TOPdesk takes 80 characters for the short description. The request may be long; this is what people still read. */
const [LONGEST_TITLE, LONGEST] = [80, 30_000];

const configSchema = z
  .strictObject({
    /** `https://acme.topdesk.net`. */
    url: addressSchema,
    /** Login name of an operator. */
    user: lineSchema,
    /** An application password of that operator. */
    password: passwordSchema,
    /** E-mail address of the registered person who stands as the caller of all of these. */
    caller: z.email().check(z.maxLength(200)),
    /** Fields as TOPdesk's API takes them, with values of the brief in them: `{ "category": { "name": "Needs" } }`. */
    fields: z.optional(z.record(z.string().check(z.maxLength(100)), z.unknown())),
    /** What the names of processing statuses mean. */
    statuses: z.optional(statusesSchema),
    includeRequester: z.optional(z.boolean()),
  })
  .check(fieldsCheck());
export type TopdeskConfig = z.infer<typeof configSchema>;

const incidentSchema = z.object({
  id: z.string(),
  number: z.string(),
  externalNumber: z.nullish(z.string()),
});
/** Nothing found is answered with 204 and no body. */
const incidentsSchema = z.optional(z.array(incidentSchema));
const standSchema = z.object({
  processingStatus: z.nullish(z.object({ name: z.string() })),
  completed: z.boolean(),
  closed: z.boolean(),
  completedDate: z.nullish(z.string()),
  closedDate: z.nullish(z.string()),
});

/** Incidents in TOPdesk. */
export const topdesk = defineConnector<TopdeskConfig>({
  name: 'topdesk',
  title: 'TOPdesk',
  config: configSchema,
  secrets: ['password'],
  hosts: ({ url }) => [hostOf(url)],
  connect: (config, context) => {
    const site = base(config.url);
    const incidents = `${site}/tas/api/incidents`;
    const ask = createAsk({
      title: TITLE,
      context,
      headers: { authorization: basic(config.user, config.password) },
    });
    const linkTo = ({ id, number }: z.infer<typeof incidentSchema>): TargetLink => ({
      id,
      url: `${site}/tas/secure/incident?action=show&unid=${encodeURIComponent(id)}`,
      label: number,
    });

    return {
      // What the operator may write is only known by writing.
      test: async (signal) => {
        await ask({ url: `${incidents}?pageSize=1&fields=id,number`, answer: incidentsSchema, signal });
        return `Incidents at ${hostOf(site)}`;
      },

      find: async (briefId, signal) => {
        const query = new URLSearchParams({
          query: `externalNumber=='${briefId}'`,
          pageSize: '2',
          fields: 'id,number,externalNumber',
        });
        const found = await ask({ url: `${incidents}?${query}`, answer: incidentsSchema, signal });
        const incident = found?.find(({ externalNumber }) => externalNumber === briefId);
        return incident && linkTo(incident);
      },

      create: async (delivery, signal) => {
        const request = renderWithin(
          delivery,
          briefBody(delivery, config),
          renderSimpleHtml,
          ({ length }) => length <= LONGEST,
        );
        const created = await ask({
          method: 'POST',
          url: incidents,
          body: {
            ...filledFields(config.fields, delivery, renderSimpleHtml),
            callerLookup: { email: config.caller },
            briefDescription: briefTitle(delivery.brief, LONGEST_TITLE),
            request,
            externalNumber: delivery.brief.id,
          },
          answer: incidentSchema,
          carriesBrief: true,
          signal,
        });
        return linkTo(created);
      },

      state: async ({ id }, signal) => {
        const url = `${incidents}/id/${encodeURIComponent(id)}`;
        const incident = await ask({ url, answer: standSchema, absent: null, signal });
        if (!incident) return GONE;
        const { processingStatus, completed, closed, completedDate, closedDate } = incident;
        const done = completed || closed;
        const name = processingStatus?.name ?? (done ? 'completed' : 'open');
        const stand = stateOf(name, config.statuses, done ? 'delivered' : undefined);
        return done ? { ...stand, ...since(completedDate ?? closedDate) } : stand;
      },
    };
  },
});
