/** Which words of a brief people see, under which heading, in which order. Every rendering follows this one table. */
import type { HeadingName, LabelName } from './headings.ts';

/** How a short value is written. */
export type FactKind = 'line' | 'count' | 'yesno' | 'channel';

export interface Part {
  name: HeadingName;
  /** Where its values stand in the brief. */
  at: readonly string[];
  /** The value at `at` is a list of lines. */
  list?: true;
  /** Key of the free text. */
  text?: string;
  /** Keys of the short values, which are also the names of their labels. */
  facts?: Partial<Record<LabelName, FactKind>>;
  /** The value at `at` is a list; each item has this part to itself. */
  each?: true;
  /** With `each`: the key of an item that is its own heading, one level down. */
  titled?: string;
  /** Under headings one level down. */
  parts?: readonly Part[];
}

const person: Part['facts'] = {
  name: 'line',
  email: 'line',
  department: 'line',
  site: 'line',
  role: 'line',
  onBehalfOf: 'line',
};

/** Who, problem and outcome lead; the means comes as the idea; the rest follows. */
export const LAYOUT: readonly Part[] = [
  { name: 'who', at: ['need', 'who'], list: true },
  {
    name: 'problem',
    at: ['need', 'problem'],
    text: 'statement',
    facts: { howOften: 'line', people: 'count', minutesLost: 'count' },
    parts: [{ name: 'lastTime', at: ['need', 'problem'], text: 'lastTime' }],
  },
  {
    name: 'outcome',
    at: ['need', 'outcome'],
    text: 'statement',
    parts: [
      {
        name: 'measure',
        at: ['need', 'outcome', 'measure'],
        facts: { what: 'line', from: 'line', to: 'line', by: 'line' },
      },
    ],
  },
  { name: 'idea', at: ['means'], each: true, text: 'words', facts: { stillNeeded: 'yesno' } },
  { name: 'request', at: [], text: 'request' },
  {
    name: 'currentWay',
    at: ['currentWay'],
    parts: [
      { name: 'tools', at: ['currentWay', 'tools'], list: true },
      { name: 'channels', at: ['currentWay', 'channels'], list: true },
      { name: 'workaround', at: ['currentWay'], text: 'workaround' },
    ],
  },
  {
    name: 'effects',
    at: ['effects'],
    parts: [
      { name: 'colleagues', at: ['effects'], text: 'colleagues' },
      { name: 'customers', at: ['effects'], text: 'customers' },
      { name: 'worseOff', at: ['effects'], text: 'worseOff' },
    ],
  },
  {
    name: 'contact',
    at: ['contact'],
    facts: { wanted: 'yesno', person: 'line', channel: 'channel', when: 'line' },
  },
  { name: 'requester', at: ['requester'], facts: person },
  {
    name: 'answers',
    at: ['answers'],
    each: true,
    titled: 'question',
    text: 'words',
    facts: { skipped: 'yesno' },
  },
];

/** A part and those under it. */
export function withParts(part: Part): readonly Part[] {
  return [part, ...(part.parts ?? [])];
}
