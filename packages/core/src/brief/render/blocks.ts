/** A brief as headings with what stands under them, before anybody decides what that looks like. */
import type { Brief, Language } from '../brief.ts';
import { CHANNELS, HEADINGS, LABELS, NO, YES } from './headings.ts';
import type { LabelName } from './headings.ts';
import { LAYOUT } from './layout.ts';
import type { FactKind, Part } from './layout.ts';
import { at, isTree, items } from './tree.ts';
import type { Tree } from './tree.ts';

interface Body {
  /** Free text, with its line breaks. */
  text?: string;
  list?: string[];
  facts?: Fact[];
}

/** A short value with its label; a yes or no and a way to get in touch are spelled out. */
export interface Fact {
  label: string;
  value: string;
}

export interface Block extends Body {
  level: 2 | 3;
  heading: string;
}

/** Everything of a brief that people see, in order and in the brief's language. Parts without a word are left out. */
export function blocksOf(brief: Brief): Block[] {
  return LAYOUT.flatMap((part) => blocksOfPart(brief as unknown as Tree, part, brief.language));
}

function blocksOfPart(brief: Tree, part: Part, language: Language): Block[] {
  const heading = HEADINGS[part.name][language];
  const value = at(brief, part.at);
  if (part.each) {
    const all = items(value);
    const { titled } = part;
    if (titled === undefined)
      return all.map((item) => ({ level: 2, heading, ...bodyOf(item, part, language) }));
    const blocks = all.map((item): Block => ({
      level: 3,
      heading: String(item[titled]),
      ...bodyOf(item, part, language),
    }));
    return blocks.length === 0 ? [] : [{ level: 2, heading }, ...blocks];
  }
  const body = bodyOf(value, part, language);
  const under = (part.parts ?? []).flatMap((one): Block[] => {
    const inner = bodyOf(at(brief, one.at), one, language);
    return isEmpty(inner) ? [] : [{ level: 3, heading: HEADINGS[one.name][language], ...inner }];
  });
  return isEmpty(body) && under.length === 0 ? [] : [{ level: 2, heading, ...body }, ...under];
}

function isEmpty(body: Body): boolean {
  return Object.keys(body).length === 0;
}

function bodyOf(value: unknown, part: Part, language: Language): Body {
  const body: Body = {};
  if (part.list && Array.isArray(value) && value.length > 0) body.list = value.map(String);
  if (!isTree(value)) return body;
  const text = part.text === undefined ? undefined : value[part.text];
  if (text !== undefined) body.text = String(text);
  const facts = factsOf(part).flatMap(([name, kind]) => {
    const fact = value[name];
    return fact === undefined ? [] : [{ label: LABELS[name][language], value: said(fact, kind, language) }];
  });
  if (facts.length > 0) body.facts = facts;
  return body;
}

/** The short values of a part, in order. */
export function factsOf(part: Part): [LabelName, FactKind][] {
  return Object.entries(part.facts ?? {}) as [LabelName, FactKind][];
}

function said(value: unknown, kind: FactKind, language: Language): string {
  if (kind === 'yesno') return (value === true ? YES : NO)[language];
  if (kind === 'channel') return CHANNELS[value as keyof typeof CHANNELS][language];
  return String(value);
}
