/** Deliveries and links as the desk gets them. */
import { LIMITS } from '@wherefore/core/brief';
import type { BriefLink, BriefRecord, DeliveryRecord } from '@wherefore/core/wire';
import type { DeliveryRow, StoredLink } from '../store/deliveries.ts';
import type { Target } from './target.ts';

/** The name for people; a target that left the settings keeps the one it had there. */
export function titleOf(targets: readonly Target[], name: string): string {
  return targets.find((target) => target.name === name)?.title ?? name;
}

export function shownDelivery(targets: readonly Target[], row: DeliveryRow): DeliveryRecord {
  return { ...row, title: titleOf(targets, row.target) };
}

/** Absent keys where there is nothing to say. */
export function shownTrace(
  targets: readonly Target[],
  { links, open }: { links: StoredLink[]; open: DeliveryRow[] },
): Pick<BriefRecord, 'links' | 'deliveries'> {
  const shown = links.map(({ target, label, url, state }): BriefLink => ({
    target,
    title: titleOf(targets, target),
    label: label.slice(0, LIMITS.line),
    ...(url !== undefined && { url }),
    ...(state !== undefined && { state }),
  }));
  return {
    ...(shown.length > 0 && { links: shown }),
    ...(open.length > 0 && { deliveries: open.map((row) => shownDelivery(targets, row)) }),
  };
}
