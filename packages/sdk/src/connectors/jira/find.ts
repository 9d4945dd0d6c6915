import * as z from 'zod/mini';
import type { Ask } from '../ask.ts';

/** An issue as far as it is needed to find it again. */
export const foundSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({ labels: z.array(z.string()) }),
});
type Found = z.infer<typeof foundSchema>;
const foundsSchema = z.object({ issues: z.array(foundSchema) });

/** How many keys around the newest that search knows are looked up one by one: Jira takes 100 at once. */
const [BEFORE, AFTER] = [30, 69];

/** The label that marks the issue of a brief. */
export const labelOf = (briefId: string): string => `wherefore-${briefId}`;

/** Looks for the label through JQL. Data Center indexes an issue before it answers that it was created. */
export async function findByLabel(
  ask: Ask,
  searchUrl: string,
  project: string,
  briefId: string,
  signal: AbortSignal,
): Promise<Found | undefined> {
  const label = labelOf(briefId);
  const { issues } = await ask({
    method: 'POST',
    url: searchUrl,
    body: { jql: `project = "${project}" AND labels = "${label}"`, fields: ['labels'], maxResults: 2 },
    answer: foundsSchema,
    signal,
  });
  return issues.find(({ fields }) => fields.labels.includes(label));
}

/**
 * Jira Cloud searches an index that runs behind, by seconds or by minutes. So when search finds nothing, the issues around and after the
 * newest that it knows are read from where they are written: keys count up within a project.
 */
export async function findAmongNewest(
  ask: Ask,
  api: string,
  project: string,
  briefId: string,
  signal: AbortSignal,
): Promise<Found | undefined> {
  const newest = await ask({
    method: 'POST',
    url: `${api}/search/jql`,
    body: { jql: `project = "${project}" ORDER BY created DESC`, fields: ['labels'], maxResults: 1 },
    answer: foundsSchema,
    signal,
  });
  const last = Number(/-(\d+)$/.exec(newest.issues[0]?.key ?? '')?.[1] ?? 0);
  const first = Math.max(1, last - BEFORE);
  const keys = Array.from({ length: last + AFTER - first + 1 }, (_, index) => `${project}-${first + index}`);
  const { issues } = await ask({
    method: 'POST',
    url: `${api}/issue/bulkfetch`,
    body: { issueIdsOrKeys: keys, fields: ['labels'] },
    answer: foundsSchema,
    signal,
  });
  return issues.find(({ fields }) => fields.labels.includes(labelOf(briefId)));
}
