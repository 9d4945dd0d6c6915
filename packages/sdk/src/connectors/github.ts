import * as z from 'zod/mini';
import { createAsk } from './ask.ts';
import type { TargetAnswer } from './ask.ts';
import { briefBody, briefTitle, renderWithin } from './body/body.ts';
import { MARK, marker, renderMarkdown } from './body/markdown.ts';
import { ConnectorError, defineConnector } from './connector.ts';
import type { TargetLink, TargetState } from './connector.ts';
import {
  GONE,
  RECEIVE_LIMIT,
  addressSchema,
  base,
  hostOf,
  lineSchema,
  passwordSchema,
  readSigned,
  secretSchema,
  since,
  verifyHmac,
  wrongSignature,
} from './settings.ts';

const TITLE = 'GitHub';

const configSchema = z.strictObject({
  /** `owner/name`. */
  repository: z.string().check(z.maxLength(200), z.regex(/^[\w.-]+\/[\w.-]+$/, 'must be owner/name')),
  /** A fine-grained token with read and write on Issues. */
  token: secretSchema,
  labels: z.optional(z.array(lineSchema).check(z.maxLength(20))),
  /** For GitHub Enterprise Server: `https://github.example.org/api/v3`. */
  url: z.optional(addressSchema),
  /** Of the webhook for `issues` events, when there is one. */
  webhookSecret: z.optional(passwordSchema),
  includeRequester: z.optional(z.boolean()),
});
export type GitHubConfig = z.infer<typeof configSchema>;

const issueSchema = z.object({
  number: z.int(),
  html_url: z.url({ protocol: /^https?$/ }),
  body: z.nullish(z.string()),
  state: z.string(),
  state_reason: z.nullish(z.string()),
  closed_at: z.nullish(z.string()),
});
type Issue = z.infer<typeof issueSchema>;

const repositorySchema = z.object({ full_name: z.string(), has_issues: z.boolean(), archived: z.boolean() });
const searchSchema = z.object({ incomplete_results: z.boolean(), items: z.array(issueSchema) });
const eventSchema = z.object({
  issue: z.object({ number: z.int(), body: z.nullish(z.string()) }),
  repository: z.object({ full_name: z.string() }),
});

/** GitHub takes 65,536 characters, and 256 for a title. */
const LONGEST = 60_000;
const LONGEST_TITLE = 200;

/** Issues of one GitHub repository. */
export const github = defineConnector<GitHubConfig>({
  name: 'github',
  title: 'GitHub Issues',
  config: configSchema,
  secrets: ['token', 'webhookSecret'],
  hosts: ({ url }) => [hostOf(url ?? 'https://api.github.com')],
  connect: (config, context) => {
    const api = base(config.url ?? 'https://api.github.com');
    const repository = `${api}/repos/${config.repository}`;
    const ask = createAsk({
      title: TITLE,
      context,
      headers: {
        authorization: `Bearer ${config.token}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
      },
      judge: (answer) => rateLimit(answer, context.now()),
    });
    const linkTo = ({ number, html_url }: Issue): TargetLink => ({
      id: String(number),
      url: html_url,
      label: `${config.repository}#${number}`,
    });
    const stateOf = async (id: string, signal: AbortSignal): Promise<TargetState> => {
      const issue = await ask({
        url: `${repository}/issues/${id}`,
        answer: issueSchema,
        absent: null,
        signal,
      });
      return issue ? describe(issue) : GONE;
    };

    return {
      test: async (signal) => {
        const { full_name, has_issues, archived } = await ask({
          url: repository,
          answer: repositorySchema,
          signal,
        });
        if (!has_issues || archived)
          throw new ConnectorError(
            'config',
            `${TITLE}: ${full_name} is archived or has its issues turned off`,
          );
        return full_name;
      },

      // The list is read from where issues are written; search runs behind. What has left the list is long in the search.
      find: async (briefId, signal) => {
        const ours = ({ body }: Issue): boolean => body?.includes(marker(briefId)) ?? false;
        const newest = await ask({
          url: `${repository}/issues?state=all&sort=created&direction=desc&per_page=100`,
          answer: z.array(issueSchema),
          signal,
        });
        const listed = newest.find(ours);
        if (listed || newest.length < 100) return listed && linkTo(listed);
        const query = new URLSearchParams({ q: `"${briefId}" in:body is:issue repo:${config.repository}` });
        const { items, incomplete_results } = await ask({
          url: `${api}/search/issues?${query}`,
          answer: searchSchema,
          signal,
        });
        const found = items.find(ours);
        // To create now could make a second issue.
        if (!found && incomplete_results)
          throw new ConnectorError('retry', `${TITLE} could not search all issues in time`);
        return found && linkTo(found);
      },

      create: async (delivery, signal) => {
        const body = renderWithin(
          delivery,
          briefBody(delivery, config),
          renderMarkdown,
          ({ length }) => length <= LONGEST,
        );
        const issue = await ask({
          method: 'POST',
          url: `${repository}/issues`,
          body: { title: briefTitle(delivery.brief, LONGEST_TITLE), body, labels: config.labels ?? [] },
          answer: issueSchema,
          carriesBrief: true,
          signal,
        });
        return linkTo(issue);
      },

      state: ({ id }, signal) => stateOf(id, signal),

      ...(config.webhookSecret !== undefined && {
        receive: async ({ headers, body }) => {
          if (!(await verifyHmac(body, headers.get('x-hub-signature-256'), config.webhookSecret!)))
            throw wrongSignature(TITLE);
          const event =
            headers.get('x-github-event') === 'issues' ? readSigned(body, eventSchema) : undefined;
          if (event?.repository.full_name.toLowerCase() !== config.repository.toLowerCase()) return [];
          if (!event.issue.body?.includes(MARK)) return [];
          const id = String(event.issue.number);
          // Asked again rather than believed: an old event that is sent once more then does no harm.
          return [{ id, state: await stateOf(id, AbortSignal.timeout(RECEIVE_LIMIT)) }];
        },
      }),
    };
  },
});

function describe({ state, state_reason, closed_at }: Issue): TargetState {
  if (state !== 'closed')
    return state_reason === 'reopened' ? { state: 'reopened', status: 'reviewing' } : { state };
  const at = since(closed_at);
  if (state_reason === 'not_planned') return { state: 'closed as not planned', status: 'declined', ...at };
  if (state_reason === 'duplicate') return { state: 'closed as duplicate', status: 'merged', ...at };
  return { state: 'closed as completed', status: 'delivered', ...at };
}

/**
 * GitHub says 403 as well as 429 when there were too many requests. Its order: `retry-after`, then `x-ratelimit-reset` when nothing
 * remains, else a minute.
 */
function rateLimit({ status, headers, text }: TargetAnswer, now: number): ConnectorError | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const message = `${TITLE} answered ${status}: too many requests`;
  const after = Number(headers.get('retry-after') ?? NaN);
  if (after >= 0) return new ConnectorError('retry', message, { retryAfter: after * 1000 });
  const reset = Number(headers.get('x-ratelimit-reset') ?? NaN) * 1000;
  if (headers.get('x-ratelimit-remaining') === '0' && reset > 0)
    return new ConnectorError('retry', message, { retryAfter: Math.max(1000, reset - now) });
  if (status === 429 || /rate limit|abuse/i.test(text))
    return new ConnectorError('retry', message, { retryAfter: 60_000 });
  return undefined;
}
