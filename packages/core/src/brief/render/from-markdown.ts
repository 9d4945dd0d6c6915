/** Reading a brief back from Markdown, also after a person edited the words. */
import type { Brief } from '../brief.ts';
import { BriefFormatError } from '../format-error.ts';
import { readBrief } from '../migrate.ts';
import { factsOf } from './blocks.ts';
import { unescape } from './escape.ts';
import { CHANNELS, HEADINGS, LABELS, NO, YES } from './headings.ts';
import type { LabelName } from './headings.ts';
import { LAYOUT } from './layout.ts';
import type { FactKind, Part } from './layout.ts';
import { FORMAT, join } from './machine-part.ts';
import type { MachinePart } from './machine-part.ts';
import { scan } from './scan.ts';
import type { Bullet, Section } from './scan.ts';
import { at, isTree, items, put } from './tree.ts';
import type { Tree } from './tree.ts';

/**
 * The words that people see win over the part for computers; what stands before the title is ignored, and so is the history.
 * @throws BriefFormatError with the line, when something stands where no brief has it, or the result is not a valid brief.
 */
export function briefFromMarkdown(markdown: string): Brief {
  const { sections, machine } = scan(markdown);
  const part = readMachinePart(machine);
  const { visible, lines } = readSections(sections);
  const joined = join(part, visible);
  try {
    return readBrief(joined);
  } catch (error) {
    if (!(error instanceof BriefFormatError)) throw error;
    throw new BriefFormatError(error.message, {
      line: lineOf(error.message, lines) ?? machine.line,
      cause: error,
    });
  }
}

function readMachinePart({ line, json }: { line: number; json: string }): MachinePart {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new BriefFormatError(
      'the part for computers is not JSON any more. Copy it back from where it came from.',
      {
        line,
        cause,
      },
    );
  }
  if (!isTree(value) || !isTree(value['brief'])) {
    throw new BriefFormatError('the part for computers has no “brief”.', { line });
  }
  if (value['format'] !== FORMAT) {
    throw new BriefFormatError(
      `this is format ${JSON.stringify(value['format'])}; this program reads ${FORMAT}. Update the program to read it.`,
      { line },
    );
  }
  const { request, brief } = value;
  return { format: FORMAT, brief, ...(typeof request === 'string' && { request }) };
}

interface Read {
  visible: Tree;
  /** The line that each path of the brief came from. */
  lines: Map<string, number>;
}

function readSections(sections: readonly Section[]): Read {
  const read: Read = { visible: {}, lines: new Map() };
  const seen = new Set<Part>();
  let above: Part | undefined;
  let ignored = false;
  for (const section of sections) {
    if (section.level <= 2) {
      above = undefined;
      ignored = section.level === 2 && saysHeading(section, 'history');
      if (ignored) continue;
      above = find(section, 2, LAYOUT);
    } else if (ignored) {
      continue;
    }
    if (!above) throw unknownHeading(section, LAYOUT);
    if (section.level <= 2) {
      if (!above.each || above.titled !== undefined) once(seen, above, section);
      if (above.titled === undefined) readBody(section, above, read);
      else if (section.text ?? section.bullets[0])
        throw new BriefFormatError('an answer stands under its question, as “### question”.', {
          line: section.line,
        });
    } else if (above.titled !== undefined) {
      readBody(section, above, read);
    } else {
      const part = find(section, 3, above.parts ?? []);
      if (!part) throw unknownHeading(section, above.parts ?? []);
      once(seen, part, section);
      readBody(section, part, read);
    }
  }
  return read;
}

function once(seen: Set<Part>, part: Part, { line, heading }: Section): void {
  if (seen.has(part))
    throw new BriefFormatError(`“${heading}” is here for the second time. Keep one.`, { line });
  seen.add(part);
}

function find(section: Section, level: number, parts: readonly Part[]): Part | undefined {
  return section.level === level ? parts.find(({ name }) => saysHeading(section, name)) : undefined;
}

function saysHeading({ heading }: Section, name: Part['name']): boolean {
  return same(heading, Object.values(HEADINGS[name]));
}

/** Capitals, the kind of apostrophe and a colon at the end don't matter to people, so not here either. */
function same(markdown: string, words: readonly string[]): boolean {
  const plain = (text: string): string => text.trim().toLowerCase().replaceAll('’', "'").replace(/:$/, '');
  const said = plain(unescape(markdown));
  return words.some((one) => plain(one) === said);
}

function unknownHeading({ line, heading, level }: Section, parts: readonly Part[]): BriefFormatError {
  const known = parts.flatMap(({ name }) => Object.values(HEADINGS[name])).map((one) => `“${one}”`);
  const choice =
    known.length === 0 ? 'There are none at this level here.' : `Here can be: ${known.join(', ')}.`;
  return new BriefFormatError(`no brief has the heading “${'#'.repeat(level)} ${heading}”. ${choice}`, {
    line,
  });
}

/** Puts what stands under one heading into the brief. */
function readBody(section: Section, part: Part, { visible, lines }: Read): void {
  const { line, text, bullets } = section;
  if (text && part.text === undefined) {
    throw new BriefFormatError(
      `“${section.heading}” has ${part.list ? 'a list' : 'labels'} and no other text.`,
      { line },
    );
  }
  lines.set(part.at.join('.'), line);
  if (part.list) {
    if (bullets.length > 0)
      put(
        visible,
        part.at,
        bullets.map(({ words }) => unescape(words)),
      );
    return;
  }
  const values: Tree = {};
  if (part.titled !== undefined) values[part.titled] = unescape(section.heading);
  if (part.text !== undefined && text) values[part.text] = textOf(text);
  const before = part.each ? items(at(visible, part.at)) : [];
  const path = part.each ? [...part.at, String(before.length)] : part.at;
  for (const key of Object.keys(values)) lines.set([...path, key].join('.'), line);
  for (const bullet of bullets) lines.set([...path, readFact(bullet, part, values)].join('.'), bullet.line);
  if (!part.each) {
    for (const [key, value] of Object.entries(values)) put(visible, [...part.at, key], value);
    return;
  }
  // An idea is nothing without its words; an answer may have been skipped.
  if (part.text !== undefined && part.titled === undefined) values[part.text] ??= '';
  lines.set(path.join('.'), line);
  put(visible, part.at, [...before, values]);
}

/** A backslash before another line only draws the break. */
function textOf(lines: readonly string[]): string {
  return lines
    .map((line, index) =>
      unescape(index < lines.length - 1 && /(?<!\\)(?:\\\\)*\\$/.test(line) ? line.slice(0, -1) : line),
    )
    .join('\n');
}

/** Reads one labelled value into `values` and gives its key. */
function readFact({ line, words }: Bullet, part: Part, values: Tree): LabelName {
  const [, label = '', value = ''] = /^\*\*(.+?)(?::\*\*|\*\*:)(?:[ \t]+(.*))?$/s.exec(words) ?? [];
  const fact = factsOf(part).find(([name]) => same(label, Object.values(LABELS[name])));
  if (!fact) {
    const known = factsOf(part).flatMap(([name]) => Object.values(LABELS[name]));
    const choice = known.map((one) => `“- **${one}:**”`).join(', ');
    throw new BriefFormatError(
      known.length === 0
        ? 'no list belongs under this heading.'
        : `this is no label that belongs here. Here can be: ${choice}.`,
      { line },
    );
  }
  const [name, kind] = fact;
  if (name in values)
    throw new BriefFormatError(`“${label}” is here for the second time. Keep one.`, { line });
  values[name] = meant(unescape(value), kind, name, line);
  return name;
}

function meant(value: string, kind: FactKind, name: LabelName, line: number): unknown {
  if (kind === 'line') return value;
  if (kind === 'count') {
    if (/^\d+$/.test(value)) return Number(value);
    throw new BriefFormatError(`“${LABELS[name].en}” is a whole number, in digits.`, { line });
  }
  const words = kind === 'yesno' ? { true: YES, false: NO } : CHANNELS;
  const found = Object.entries(words).find(([, said]) => same(value, Object.values(said)));
  if (found) return kind === 'yesno' ? found[0] === 'true' : found[0];
  const choice = Object.values(words).flatMap((said) => Object.values(said));
  throw new BriefFormatError(`“${LABELS[name].en}” is one of: ${choice.join(', ')}.`, { line });
}

/** The line of the nearest part around the path that a message begins with. */
function lineOf(message: string, lines: Map<string, number>): number | undefined {
  const path = message.split(':', 1)[0]?.split('.') ?? [];
  for (; path.length > 0; path.pop()) {
    const line = lines.get(path.join('.'));
    if (line !== undefined) return line;
  }
  return undefined;
}
