/** What follows for a brief from what a target says of it. Pure. */
import { LIMITS } from '@wherefore/core/brief';
import type { Status } from '@wherefore/core/brief';
import { deliveryTexts, fill } from '@wherefore/core/text';
import type { BriefRecord, StatusChange } from '@wherefore/core/wire';
import type { TargetState } from '@wherefore/sdk/connectors';
import type { StoredLink } from '../store/deliveries.ts';

export interface Heard {
  /** In the target's own words, bounded. */
  state: string;
  status?: Status;
  /** What the requester is told; absent when nothing follows. */
  change?: StatusChange;
}

/** States after which nobody expects news; a webhook is still heard. */
const FINAL: ReadonlySet<Status> = new Set(['declined', 'merged', 'solved', 'delivered']);

/** Whether there is no need to ask any more. */
export const isFinal = (status: Status | undefined): boolean => status !== undefined && FINAL.has(status);

/**
 * Only what is new over there counts, and only when nobody here decided after it.
 * @param title The name under which the target speaks in the history.
 * @param now ISO 8601, UTC.
 * @param pushed Whether the target came with it by itself. What was asked for can be as old as the last time it was asked for.
 */
export function newsOf(
  record: BriefRecord,
  link: StoredLink,
  seen: TargetState,
  { title, now, pushed }: { title: string; now: string; pushed: boolean },
): Heard {
  const state = clip(seen.state, LIMITS.line);
  const { status } = seen;
  if (status === undefined) return { state };
  const heard = { state, status };
  if (status === link.status || status === record.status) return heard;
  const decided = record.history.findLast(({ by }) => by !== undefined && by !== title);
  if (decided && decided.at >= since(seen.at, now, pushed ? now : link.checkedAt)) return heard;
  return { ...heard, change: { status, reason: reasonOf(record, title, state, seen.reason) } };
}

/** Since when it is so: a target's clock may be wrong, but what it says is not from the future. */
function since(said: string | undefined, now: string, otherwise: string): string {
  const at = Date.parse(said ?? '');
  if (Number.isNaN(at)) return otherwise;
  const exact = new Date(at).toISOString();
  return exact < now ? exact : now;
}

function reasonOf(record: BriefRecord, title: string, state: string, words: string | undefined): string {
  const said = fill(deliveryTexts[record.brief.language].heard, { title, state });
  return clip(words?.trim() ? `${said} ${words.trim()}` : said, LIMITS.text);
}

function clip(text: string, length: number): string {
  return (text.length <= length ? text : `${text.slice(0, length - 1)}…`).toWellFormed();
}
