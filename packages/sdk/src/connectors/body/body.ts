/** What people read of a brief in another system, before it gets the form of that system. Pure. */
import type { Brief } from '@wherefore/core/brief';
import { readiness } from '@wherefore/core/flow';
import { deskTexts, fill, readinessTexts, targetTexts } from '@wherefore/core/text';
import type { Delivery } from '../connector.ts';

/**
 * One piece of a text. `quote` and the `text` of a `fact` are a requester's words: a renderer has to keep them from becoming
 * markup, a mention or a link. Everything else is ours.
 */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'quote'; text: string }
  | { kind: 'fact'; label: string; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'link'; text: string; url: string }
  | { kind: 'reference'; text: string; id: string };

/** Makes the text of one system out of blocks. */
export type Renderer<Text> = (blocks: readonly Block[]) => Text;

export interface BodyOptions {
  /**
   * Whether name, e-mail, department and the rest of who asked go along.
   * @default false
   */
  includeRequester?: boolean | undefined;
}

/**
 * The brief as blocks, in its own language: first the need, then the idea, what belongs to it, what is unclear, the request as it was
 * asked, the link to the desk and the reference.
 */
export function briefBody(delivery: Delivery, options: BodyOptions = {}): Block[] {
  const { brief, deskUrl } = delivery;
  const [desk, target] = [deskTexts[brief.language], targetTexts[brief.language]];
  const need = needBlocks(brief);
  return [
    ...need,
    // Without a need the request is all there is, and leads.
    ...(need.length ? [] : section(desk.request, [brief.request])),
    ...ideaBlocks(brief),
    ...factBlocks(brief),
    ...unclearBlocks(brief),
    ...(need.length ? section(desk.request, [brief.request]) : []),
    ...(options.includeRequester ? requesterBlocks(brief) : []),
    { kind: 'link', text: target.openAtDesk, url: deskUrl },
    { kind: 'reference', text: fill(target.reference, { id: brief.id }), id: brief.id },
  ];
}

function needBlocks({ language, need = {} }: Brief): Block[] {
  const { slots } = deskTexts[language];
  return [
    ...section(slots.who, need.who?.length ? [need.who.join(', ')] : []),
    ...section(slots.problem, need.problem ? [need.problem.statement] : []),
    ...section(slots.outcome, need.outcome ? [need.outcome.statement] : []),
  ];
}

function ideaBlocks({ language, means = [] }: Brief): Block[] {
  const desk = deskTexts[language];
  const blocks = section(
    desk.idea,
    means.map(({ words }) => words),
  );
  if (!blocks.length) return [];
  const still = means.find(({ stillNeeded }) => stillNeeded !== undefined)?.stillNeeded;
  return [
    ...blocks,
    { kind: 'note', text: desk.ideaNote },
    ...(still === undefined
      ? []
      : [{ kind: 'note', text: still ? desk.stillNeeded : desk.notStillNeeded } as const]),
  ];
}

function factBlocks({ language, need, currentWay, effects }: Brief): Block[] {
  const desk = deskTexts[language];
  const { problem } = need ?? {};
  const measure = need?.outcome?.measure;
  const parts = measure && [
    measure.what,
    measure.from && fill(desk.measureFrom, { value: measure.from }),
    measure.to && fill(desk.measureTo, { value: measure.to }),
    measure.by && fill(desk.measureBy, { value: measure.by }),
  ];
  return list(desk.facts, [
    [desk.howOften, problem?.howOften],
    [desk.people, problem?.people],
    [desk.minutesLost, problem?.minutesLost],
    [desk.lastTime, problem?.lastTime],
    [desk.measure, parts?.filter(Boolean).join(', ')],
    [desk.tools, currentWay?.tools?.join(', ')],
    [desk.channels, currentWay?.channels?.join(', ')],
    [desk.workaround, currentWay?.workaround],
    [desk.colleagues, effects?.colleagues],
    [desk.customers, effects?.customers],
    [desk.worseOff, effects?.worseOff],
  ]);
}

function unclearBlocks(brief: Brief): Block[] {
  const open = readiness(brief);
  if (!open.length) return [];
  const hints = readinessTexts[brief.language];
  return [
    { kind: 'heading', text: deskTexts[brief.language].unclear },
    ...open.map((check): Block => ({ kind: 'note', text: hints[check].what })),
  ];
}

function requesterBlocks({ language, requester = {}, contact }: Brief): Block[] {
  const desk = deskTexts[language];
  return list(desk.contact, [
    [desk.name, requester.name],
    [desk.email, requester.email],
    [desk.department, requester.department],
    [desk.site, requester.site],
    [desk.role, requester.role],
    [desk.onBehalfOf, requester.onBehalfOf],
    [desk.person, contact?.person],
    [desk.channel, contact?.channel && desk.channelNames[contact.channel]],
    [desk.when, contact?.when],
  ]);
}

function section(heading: string, quotes: readonly string[]): Block[] {
  const blocks = quotes
    .map(clean)
    .filter((text) => text !== '')
    .map((text): Block => ({ kind: 'quote', text }));
  return blocks.length ? [{ kind: 'heading', text: heading }, ...blocks] : [];
}

function list(
  heading: string,
  facts: readonly (readonly [label: string, value: string | number | undefined])[],
): Block[] {
  const blocks = facts.flatMap(([label, value]): Block[] => {
    const text = clean(String(value ?? '')).replace(/\s+/g, ' ');
    return text ? [{ kind: 'fact', label, text }] : [];
  });
  return blocks.length ? [{ kind: 'heading', text: heading }, ...blocks] : [];
}

/** Line ends as one kind, no control characters, and no marks that make text read in another order than it stands. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** One line that leads with the need: what goes wrong, else what should be better, else the request. At most `limit` characters. */
export function briefTitle({ need, request }: Brief, limit: number): string {
  for (const words of [need?.problem?.statement, need?.outcome?.statement, request]) {
    const line = clean(words ?? '').replace(/\s+/g, ' ');
    if (line) return shorten(line, limit);
  }
  return 'Wherefore';
}

/** At most `limit` UTF-16 units, cut between words where that is near, never inside a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const whole = /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
  const word = /^[\s\S]*\S(?=\s)/.exec(whole)?.[0] ?? '';
  return `${(word.length > limit * 0.7 ? word : whole).trimEnd()}…`;
}

/** Lengths that a requester's text is cut to, the first that fits. */
const CUTS = [2000, 1000, 500, 250, 120, 60, 30];

/**
 * Renders, and where the result is too large, again with shorter quotes and facts and a note that says so.
 * What still does not fit at the shortest loses its last quotes and facts.
 */
export function renderWithin<Text>(
  { brief }: Delivery,
  blocks: readonly Block[],
  render: Renderer<Text>,
  fits: (text: Text) => boolean,
): Text {
  const whole = render(blocks);
  if (fits(whole)) return whole;
  const note: Block = { kind: 'note', text: targetTexts[brief.language].shortened };
  const end = blocks.findIndex(({ kind }) => kind === 'link');
  const [said, tail] = [blocks.slice(0, end), blocks.slice(end)];
  const at = (cut: number, keep: readonly Block[]): Text =>
    render([
      ...keep.map((block) => ('text' in block ? { ...block, text: shorten(block.text, cut) } : block)),
      note,
      ...tail,
    ]);
  for (const cut of CUTS) {
    const text = at(cut, said);
    if (fits(text)) return text;
  }
  for (let count = said.length - 1; count > 0; count--) {
    const text = at(CUTS.at(-1)!, said.slice(0, count));
    if (fits(text)) return text;
  }
  return at(CUTS.at(-1)!, []);
}
