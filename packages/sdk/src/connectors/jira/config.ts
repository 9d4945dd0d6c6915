import * as z from 'zod/mini';
import { fieldsCheck } from '../fields.ts';
import { addressSchema, lineSchema, passwordSchema, secretSchema, statusesSchema } from '../settings.ts';

const field = z
  .string()
  .check(z.regex(/^[A-Za-z]\w{0,99}$/, 'must be the id of a field, such as customfield_10010'));

const shared = {
  /** `https://acme.atlassian.net`, or where Jira Data Center is, its path included. */
  url: addressSchema,
  /** An API token (Cloud) or a personal access token (Data Center). */
  token: secretSchema,
  /** The key of the project: `NEED`. */
  project: z.string().check(z.regex(/^[A-Z][A-Z0-9_]{0,99}$/, 'must be the key of a project, such as NEED')),
  /** @default 'Task' */
  issueType: z.optional(lineSchema),
  labels: z.optional(
    z.array(z.string().check(z.regex(/^\S{1,255}$/, 'has no spaces'))).check(z.maxLength(20)),
  ),
  /** Fields as Jira's API takes them, with values of the brief in them: `{ "priority": { "name": "Low" } }`. */
  fields: z.optional(z.record(field, z.unknown())),
  /** What the names of statuses or resolutions mean, where the usual meaning does not fit. */
  statuses: z.optional(statusesSchema),
  /** Of the webhook, when there is one. */
  webhookSecret: z.optional(passwordSchema),
  includeRequester: z.optional(z.boolean()),
};

const either = z.discriminatedUnion('deployment', [
  /** `email` is of the account that the token belongs to. */
  z.strictObject({ deployment: z.literal('cloud'), email: lineSchema, ...shared }),
  z.strictObject({ deployment: z.literal('data-center'), ...shared }),
]);
export type JiraConfig = z.infer<typeof either>;
export const jiraConfigSchema = either.check(fieldsCheck<JiraConfig>());
