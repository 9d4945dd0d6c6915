import type { Brief } from '@wherefore/core';

/** What a list row and a brief page lead with: the need in the requester's words, the request when there is no need yet. */
export function leadOf({ need, request }: Pick<Brief, 'need' | 'request'>): string {
  return need?.problem?.statement || need?.outcome?.statement || request;
}
