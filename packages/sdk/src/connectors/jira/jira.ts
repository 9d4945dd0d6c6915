import type { Status } from '@wherefore/core/brief';
import * as z from 'zod/mini';
import { createAsk } from '../ask.ts';
import { renderAdf } from '../body/adf.ts';
import { briefBody, briefTitle, renderWithin } from '../body/body.ts';
import type { AdfDocument } from '../body/adf.ts';
import { renderWiki } from '../body/wiki.ts';
import { ConnectorError, defineConnector } from '../connector.ts';
import type { TargetLink, TargetState } from '../connector.ts';
import { filledFields } from '../fields.ts';
import {
  GONE,
  RECEIVE_LIMIT,
  base,
  basic,
  hostOf,
  readSigned,
  since,
  stateOf,
  verifyHmac,
  wrongSignature,
} from '../settings.ts';
import { jiraConfigSchema } from './config.ts';
import type { JiraConfig } from './config.ts';
import { findAmongNewest, findByLabel, labelOf } from './find.ts';

const TITLE = 'Jira';
/** Jira's limit of a summary, and of a description: 32,767 characters as they are stored. */
const [LINE, TEXT] = [255, 32_000];

const createdSchema = z.object({ id: z.string(), key: z.string() });
const projectSchema = z.object({ name: z.string(), issueTypes: z.array(z.object({ name: z.string() })) });
const permissionsSchema = z.object({
  permissions: z.object({ CREATE_ISSUES: z.object({ havePermission: z.boolean() }) }),
});
const standSchema = z.object({
  fields: z.object({
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    resolution: z.nullish(z.object({ name: z.string() })),
    resolutiondate: z.nullish(z.string()),
    statuscategorychangedate: z.nullish(z.string()),
  }),
});
const eventSchema = z.object({
  issue: z.object({ id: z.string(), fields: z.object({ labels: z.array(z.string()) }) }),
});

/** Issues of one Jira project, in the cloud or in an organisation's own data centre. */
export const jira = defineConnector<JiraConfig>({
  name: 'jira',
  title: 'Jira',
  config: jiraConfigSchema,
  secrets: ['token', 'webhookSecret'],
  hosts: ({ url }) => [hostOf(url)],
  connect: (config, context) => {
    const site = base(config.url);
    const cloud = config.deployment === 'cloud';
    const api = `${site}/rest/api/${cloud ? 3 : 2}`;
    const authorization = cloud ? basic(config.email, config.token) : `Bearer ${config.token}`;
    const ask = createAsk({ title: TITLE, context, headers: { authorization } });
    const linkTo = ({ id, key }: { id: string; key: string }): TargetLink => ({
      id,
      url: `${site}/browse/${key}`,
      label: key,
    });
    const standOf = async (id: string, signal: AbortSignal): Promise<TargetState> => {
      const url = `${api}/issue/${encodeURIComponent(id)}?fields=status,resolution,resolutiondate,statuscategorychangedate`;
      const issue = await ask({ url, answer: standSchema, absent: null, signal });
      return issue ? describe(issue.fields, config.statuses) : GONE;
    };

    return {
      test: async (signal) => {
        const type = config.issueType ?? 'Task';
        const project = await ask({ url: `${api}/project/${config.project}`, answer: projectSchema, signal });
        if (!project.issueTypes.some(({ name }) => name === type))
          throw new ConnectorError('config', `${TITLE}: project ${config.project} has no issue type ${type}`);
        const { permissions } = await ask({
          url: `${api}/mypermissions?projectKey=${config.project}&permissions=CREATE_ISSUES`,
          answer: permissionsSchema,
          signal,
        });
        if (!permissions.CREATE_ISSUES.havePermission)
          throw new ConnectorError(
            'config',
            `${TITLE}: this account may not create issues in ${config.project}`,
          );
        return `${project.name} (${config.project})`;
      },

      find: async (briefId, signal) => {
        const searchUrl = cloud ? `${api}/search/jql` : `${api}/search`;
        const found =
          (await findByLabel(ask, searchUrl, config.project, briefId, signal)) ??
          (cloud ? await findAmongNewest(ask, api, config.project, briefId, signal) : undefined);
        return found && linkTo(found);
      },

      create: async (delivery, signal) => {
        const blocks = briefBody(delivery, config);
        const description = cloud
          ? renderWithin<AdfDocument>(
              delivery,
              blocks,
              renderAdf,
              (text) => JSON.stringify(text).length <= TEXT,
            )
          : renderWithin(delivery, blocks, renderWiki, (text) => text.length <= TEXT);
        const created = await ask({
          method: 'POST',
          url: `${api}/issue`,
          body: {
            fields: {
              ...filledFields(config.fields, delivery, cloud ? renderAdf : renderWiki),
              project: { key: config.project },
              issuetype: { name: config.issueType ?? 'Task' },
              summary: briefTitle(delivery.brief, LINE),
              description,
              labels: [...(config.labels ?? []), labelOf(delivery.brief.id)],
            },
          },
          answer: createdSchema,
          carriesBrief: true,
          signal,
        });
        return linkTo(created);
      },

      state: ({ id }, signal) => standOf(id, signal),

      ...(config.webhookSecret !== undefined && {
        receive: async ({ headers, body }) => {
          if (!(await verifyHmac(body, headers.get('x-hub-signature'), config.webhookSecret!)))
            throw wrongSignature(TITLE);
          const { issue } = readSigned(body, eventSchema) ?? {};
          if (!issue?.fields.labels.some((label) => label.startsWith(labelOf('')))) return [];
          // Asked again rather than believed: an old event that is sent once more then does no harm.
          return [{ id: issue.id, state: await standOf(issue.id, AbortSignal.timeout(RECEIVE_LIMIT)) }];
        },
      }),
    };
  },
});

/** The resolution says more than the status once there is one: done is not the same as delivered. */
function describe(
  { status, resolution, ...dates }: z.infer<typeof standSchema>['fields'],
  statuses: JiraConfig['statuses'],
): TargetState {
  if (resolution) {
    const named = stateOf(resolution.name, statuses, undefined).status;
    const { status: meaning } = stateOf(status.name, statuses, usualOf(resolution.name));
    return {
      state: `${status.name}: ${resolution.name}`,
      status: named ?? meaning!,
      ...since(dates.resolutiondate),
    };
  }
  const usual: Record<string, Status> = { indeterminate: 'accepted', done: 'delivered' };
  return {
    ...stateOf(status.name, statuses, usual[status.statusCategory.key]),
    ...since(dates.statuscategorychangedate),
  };
}

function usualOf(resolution: string): Status {
  if (/duplicate|duplicaat/i.test(resolution)) return 'merged';
  return /won.?t|declined|rejected|afgewezen|cancel/i.test(resolution) ? 'declined' : 'delivered';
}
