/** What of a brief stands in no sentence: its id, where marks begin and end, where it came from. */
import type { Brief } from '../brief.ts';
import { factsOf } from './blocks.ts';
import { LAYOUT, withParts } from './layout.ts';
import type { Part } from './layout.ts';
import { at, isTree, items, prune, put } from './tree.ts';
import type { Tree } from './tree.ts';

/** The version of the mapping, apart from that of the brief. */
export const FORMAT = 1;

export interface MachinePart {
  format: typeof FORMAT;
  /** Check of the request that the marks were made on; only beside marks. */
  request?: string;
  /** The brief without what people see. What was an empty list or object in the brief is one here. */
  brief: Tree;
}

/** Everything of the brief that its blocks don't show. */
export function machinePartOf(brief: Brief): MachinePart {
  const rest = JSON.parse(JSON.stringify(brief)) as Tree;
  for (const part of LAYOUT.flatMap(withParts)) takeOut(rest, part);
  return { format: FORMAT, ...(hasMarks(rest) && { request: checkOf(brief.request) }), brief: rest };
}

function takeOut(rest: Tree, part: Part): void {
  const value = at(rest, part.at);
  const keys = keysOf(part);
  if (part.list) {
    if (Array.isArray(value) && value.length > 0) prune(rest, part.at);
  } else if (part.each) {
    const all = items(value);
    for (const item of all) for (const key of keys) delete item[key];
    if (all.length > 0 && all.every((item) => Object.keys(item).length === 0)) prune(rest, part.at);
  } else if (isTree(value)) {
    for (const key of keys) if (key in value) prune(rest, [...part.at, key]);
  }
}

/** The keys that a part shows. */
function keysOf(part: Part): string[] {
  return [part.titled, part.text, ...factsOf(part).map(([name]) => name)].filter((key) => key !== undefined);
}

/**
 * Puts the words that people see back. They win wherever both say something.
 * Marks stay only on the words they were made on: a changed request loses its analysis, a changed number of ideas their spans.
 */
export function join({ request, brief: rest }: MachinePart, visible: Tree): Tree {
  const kept = { ...rest };
  if (request !== undefined && request !== checkOf(String(visible['request'] ?? ''))) {
    delete kept['analysis'];
    if (items(kept['means']).length > 0) delete kept['means'];
  }
  for (const part of LAYOUT.filter(({ each }) => each)) {
    const [shown, extras] = [items(at(visible, part.at)), items(at(kept, part.at))];
    if (extras.length === 0) continue;
    if (shown.length === extras.length)
      put(
        visible,
        part.at,
        shown.map((item, index) => ({ ...extras[index], ...item })),
      );
    else prune(kept, part.at);
  }
  return merge(kept, visible);
}

function merge(rest: Tree, visible: Tree): Tree {
  const merged: Tree = { ...rest };
  for (const [key, value] of Object.entries(visible)) {
    const other = rest[key];
    merged[key] = isTree(value) && isTree(other) ? merge(other, value) : value;
  }
  return merged;
}

function hasMarks(rest: Tree): boolean {
  return rest['analysis'] !== undefined || items(rest['means']).length > 0;
}

/** FNV-1a, 32 bits, over the UTF-16 code units: notices an edit, protects nothing. */
export function checkOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return (sum >>> 0).toString(16).padStart(8, '0');
}
