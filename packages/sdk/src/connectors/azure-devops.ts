import type { Status } from '@wherefore/core/brief';
import * as z from 'zod/mini';
import { createAsk } from './ask.ts';
import type { TargetAnswer } from './ask.ts';
import { briefBody, briefTitle, renderWithin } from './body/body.ts';
import { renderHtml } from './body/html.ts';
import { ConnectorError, defineConnector } from './connector.ts';
import type { Delivery, TargetLink, TargetState } from './connector.ts';
import { fieldsCheck, filledFields, fixedFields, referenceSchema } from './fields.ts';
import {
  GONE,
  RECEIVE_LIMIT,
  addressSchema,
  base,
  basic,
  hostOf,
  lineSchema,
  passwordSchema,
  readSigned,
  sameSecret,
  secretSchema,
  since,
  stateOf,
  statusesSchema,
  wrongSignature,
} from './settings.ts';

const TITLE = 'Azure DevOps';
const VERSION = 'api-version=7.1';
/** Since when a work item is in its state. */
const CHANGED = 'Microsoft.VSTS.Common.StateChangeDate';
/** Azure DevOps takes 255 characters for a title. It allows far more for a text field, which nobody would read. */
const [LONGEST_TITLE, LONGEST] = [255, 60_000];

const reference = z
  .string()
  .check(
    z.regex(/^[A-Za-z][\w.]{0,127}$/, 'must be the reference name of a field, such as Custom.Department'),
  );

const configSchema = z
  .strictObject({
    /** `https://dev.azure.com/acme`, or the collection of Azure DevOps Server. */
    url: addressSchema,
    project: lineSchema,
    /** A personal access token with read and write on work items. */
    token: secretSchema,
    /** The kind of work item: `Issue`, `User Story`. */
    type: lineSchema,
    /** Where the text goes. @default 'System.Description' */
    descriptionField: z.optional(reference),
    /** Fields by their reference names, fixed or out of the brief: `{ "System.AreaPath": "acme\\Needs" }`. */
    fields: z.optional(
      z.record(
        reference,
        z.union([z.string().check(z.maxLength(1000)), z.number(), z.boolean(), referenceSchema]),
      ),
    ),
    tags: z.optional(
      z.array(z.string().check(z.regex(/^[^,;]{1,100}$/, 'has no comma'))).check(z.maxLength(20)),
    ),
    /** What the names of states mean, where their category does not say enough. */
    statuses: z.optional(statusesSchema),
    /** Basic sign-in of the service hook, as `user:password`, when there is one. */
    hookSignIn: z.optional(passwordSchema.check(z.regex(/^[^:]+:.+$/, 'must be user:password'))),
    includeRequester: z.optional(z.boolean()),
  })
  .check(fieldsCheck());
export type AzureDevOpsConfig = z.infer<typeof configSchema>;

const itemSchema = z.object({ id: z.int() });
const queriedSchema = z.object({ workItems: z.array(itemSchema) });
const standSchema = z.object({
  fields: z.object({
    'System.State': z.string(),
    'System.Reason': z.optional(z.string()),
    [CHANGED]: z.optional(z.string()),
  }),
});
const statesSchema = z.object({ value: z.array(z.object({ name: z.string(), category: z.string() })) });
const tagged = z.object({ 'System.Tags': z.optional(z.string()) });
const eventSchema = z.object({
  eventType: z.string(),
  resource: z.object({
    id: z.int(),
    workItemId: z.optional(z.int()),
    fields: z.optional(z.unknown()),
    revision: z.optional(z.object({ fields: z.optional(z.unknown()) })),
  }),
});

/** What the categories of states mean; those of one's own belong to one of these, in any language. */
const CATEGORIES: Record<string, Status> = {
  InProgress: 'accepted',
  Resolved: 'accepted',
  Completed: 'delivered',
  Removed: 'declined',
};

const tagOf = (briefId: string): string => `wherefore-${briefId}`;

/** Work items of one project in Azure DevOps. */
export const azureDevOps = defineConnector<AzureDevOpsConfig>({
  name: 'azure-devops',
  title: 'Azure DevOps',
  config: configSchema,
  secrets: ['token', 'hookSignIn'],
  hosts: ({ url }) => [hostOf(url)],
  connect: (config, context) => {
    const project = `${base(config.url)}/${encodeURIComponent(config.project)}`;
    const wit = `${project}/_apis/wit`;
    const type = encodeURIComponent(config.type);
    const ask = createAsk({
      title: TITLE,
      context,
      headers: { authorization: basic('', config.token) },
      judge: signInPage,
    });
    const linkTo = ({ id }: { id: number }): TargetLink => ({
      id: String(id),
      url: `${project}/_workitems/edit/${id}`,
      label: `${config.type} ${id}`,
    });
    /** Azure DevOps does all its checks on a work item that it then doesn't keep when `validateOnly` is set. */
    const post = <T>(
      patch: object[],
      answer: z.ZodMiniType<T>,
      signal: AbortSignal,
      validateOnly: boolean,
    ): Promise<T> =>
      ask({
        method: 'POST',
        url: `${wit}/workitems/$${type}?${VERSION}${validateOnly ? '&validateOnly=true' : ''}`,
        body: patch,
        headers: { 'content-type': 'application/json-patch+json' },
        answer,
        carriesBrief: !validateOnly,
        signal,
      });
    const standOf = async (id: string, signal: AbortSignal): Promise<TargetState> => {
      const url = `${wit}/workitems/${encodeURIComponent(id)}?fields=System.State,System.Reason,${CHANGED}&${VERSION}`;
      const item = await ask({ url, answer: standSchema, absent: null, signal });
      if (!item) return GONE;
      const { 'System.State': state, 'System.Reason': reason } = item.fields;
      const { value } = await ask({
        url: `${wit}/workitemtypes/${type}/states?${VERSION}`,
        answer: statesSchema,
        signal,
      });
      const category = value.find(({ name }) => name === state)?.category ?? '';
      const duplicate = /duplicate/i.test(reason ?? '') && category !== 'InProgress';
      return {
        ...stateOf(state, config.statuses, duplicate ? 'merged' : CATEGORIES[category]),
        ...since(item.fields[CHANGED]),
      };
    };

    return {
      test: async (signal) => {
        await post(
          patchOf(config, fixedFields(config.fields), { title: 'Wherefore', description: '', tags: [] }),
          z.unknown(),
          signal,
          true,
        );
        return `${config.project}, as ${config.type}`;
      },

      find: async (briefId, signal) => {
        const query = `SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project AND [System.Tags] CONTAINS '${tagOf(briefId)}'`;
        const { workItems } = await ask({
          method: 'POST',
          url: `${wit}/wiql?${VERSION}`,
          body: { query },
          answer: queriedSchema,
          signal,
        });
        return workItems[0] && linkTo(workItems[0]);
      },

      create: async (delivery, signal) =>
        linkTo(await post(patchFor(delivery, config), itemSchema, signal, false)),

      state: ({ id }, signal) => standOf(id, signal),

      ...(config.hookSignIn !== undefined && {
        receive: async ({ headers, body }) => {
          const [user, ...password] = config.hookSignIn!.split(':');
          if (!(await sameSecret(headers.get('authorization') ?? '', basic(user!, password.join(':')))))
            throw wrongSignature(TITLE);
          const { eventType = '', resource } = readSigned(body, eventSchema) ?? {};
          const tags = tagged.safeParse(resource?.revision?.fields ?? resource?.fields).data;
          if (!eventType.startsWith('workitem.') || !tags?.['System.Tags']?.includes(tagOf(''))) return [];
          // An update has an id of its own, beside that of the work item.
          const id = String(resource!.workItemId ?? resource!.id);
          // Asked again rather than believed: an old event that is sent once more then does no harm.
          return [{ id, state: await standOf(id, AbortSignal.timeout(RECEIVE_LIMIT)) }];
        },
      }),
    };
  },
});

function patchFor(delivery: Delivery, config: AzureDevOpsConfig): object[] {
  return patchOf(config, filledFields(config.fields, delivery, renderHtml), {
    title: briefTitle(delivery.brief, LONGEST_TITLE),
    description: renderWithin(
      delivery,
      briefBody(delivery, config),
      renderHtml,
      ({ length }) => length <= LONGEST,
    ),
    tags: [tagOf(delivery.brief.id)],
  });
}

function patchOf(
  config: AzureDevOpsConfig,
  own: Record<string, unknown>,
  { title, description, tags }: { title: string; description: string; tags: string[] },
): object[] {
  const fields = {
    ...own,
    'System.Title': title,
    [config.descriptionField ?? 'System.Description']: description,
    'System.Tags': [...(config.tags ?? []), ...tags].join('; '),
  };
  return Object.entries(fields).map(([field, value]) => ({ op: 'add', path: `/fields/${field}`, value }));
}

/** A token that is wrong or expired gets a sign-in page with 203, or a redirect to one. */
function signInPage({ status }: TargetAnswer): ConnectorError | undefined {
  return status === 203 || status === 302
    ? new ConnectorError(
        'config',
        `${TITLE} answered ${status} with a sign-in page: the token is wrong or has expired`,
      )
    : undefined;
}
