import type { Brief } from '@wherefore/core';
import type { NeedSlot } from '@wherefore/core/text';

/** What a list row and a brief page lead with: the need in the requester's words, the request when there is no need yet. */
export function leadOf({ need, request }: Pick<Brief, 'need' | 'request'>): string {
  return need?.problem?.statement || need?.outcome?.statement || request;
}

/** The slots of the need that nobody filled yet. */
export function missingSlots({ need }: Pick<Brief, 'need'>): NeedSlot[] {
  const missing: NeedSlot[] = [];
  if (!need?.who?.some((who) => who.trim())) missing.push('who');
  if (!need?.problem?.statement.trim()) missing.push('problem');
  if (!need?.outcome?.statement.trim()) missing.push('outcome');
  return missing;
}
