/** Markdown of a brief as sections with their line numbers, before anybody knows what they mean. */
import { BriefFormatError } from '../format-error.ts';
import { TITLE } from './headings.ts';
import { FENCE } from './to-markdown.ts';

export interface Bullet {
  line: number;
  /** Still as Markdown. */
  words: string;
}

export interface Section {
  line: number;
  level: number;
  /** Still as Markdown. */
  heading: string;
  /** The words in quotes or paragraphs, a line each, still as Markdown; absent when there are none. */
  text?: string[];
  bullets: Bullet[];
}

export interface Scanned {
  sections: Section[];
  /** The part for computers, with the line its fence begins on. */
  machine: { line: number; json: string };
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/s;
const BULLET = /^[-*+](?:[ \t]+(.*))?$/s;
const QUOTE = /^> ?(.*)$/s;
/** What only draws or folds. */
const DECORATION = /^(?:-{3,}|\*{3,}|_{3,}|<\/?details>|<summary>.*<\/summary>)$/;

/** Whether a line begins a brief. */
export function isTitle(line: string): boolean {
  const [, marks, words = ''] = HEADING.exec(line.trimEnd()) ?? [];
  return (
    marks === '#' && Object.values(TITLE).some((title) => title.toLowerCase() === words.trim().toLowerCase())
  );
}

/** @throws BriefFormatError */
export function scan(markdown: string): Scanned {
  const lines = markdown.split('\n').map((line) => line.trim());
  const title = lines.findIndex(isTitle);
  if (title === -1) {
    throw new BriefFormatError(`this is no brief: a line “# ${TITLE.en}” or “# ${TITLE.nl}” is missing.`, {
      line: 1,
    });
  }
  const sections: Section[] = [];
  let machine: Scanned['machine'] | undefined;
  let blanks = 0;
  for (let index = title + 1; index < lines.length; index++) {
    const words = lines[index] ?? '';
    const line = index + 1;
    const section = sections.at(-1);
    if (isFence(words)) {
      if (machine) throw new BriefFormatError('this is a second part for computers. Keep one.', { line });
      const end = lines.indexOf('```', index);
      if (end === -1)
        throw new BriefFormatError('the part for computers has no end. Close it with ```.', { line });
      machine = { line, json: lines.slice(index + 1, end).join('\n') };
      index = end;
    } else if (words === '') {
      blanks++;
      continue;
    } else if (isTitle(words)) {
      throw new BriefFormatError('a second brief begins here. Read one at a time.', { line });
    } else if (HEADING.test(words)) {
      const [, marks = '', heading = ''] = HEADING.exec(words) ?? [];
      sections.push({ line, level: marks.length, heading: heading.trim(), bullets: [] });
    } else if (DECORATION.test(words)) {
      // Nothing of the brief.
    } else if (!section || machine) {
      throw new BriefFormatError('these words stand under no heading of a brief.', { line });
    } else {
      read(section, words, blanks, line);
    }
    blanks = 0;
  }
  if (!machine) {
    throw new BriefFormatError(
      `the part for computers is missing: the fence \`\`\`${FENCE} at the end, which holds the id. Copy it back from where the text came from.`,
      { line: lines.length },
    );
  }
  return { sections, machine };
}

function isFence(line: string): boolean {
  return line.startsWith('```') && line.slice(3).trim().split(/\s+/).join(' ') === FENCE;
}

/** A bullet, or a line of text; blank lines between two lines of text belong to it. */
function read(section: Section, words: string, blanks: number, line: number): void {
  const bullet = BULLET.exec(words);
  if (bullet) {
    section.bullets.push({ line, words: bullet[1] ?? '' });
    return;
  }
  if (section.bullets.length > 0) {
    throw new BriefFormatError(
      'these words come after a list. Put them into its last item, on the same line.',
      { line },
    );
  }
  const content = QUOTE.exec(words)?.[1] ?? words;
  if (section.text) section.text.push(...Array.from({ length: blanks }, () => ''));
  (section.text ??= []).push(content.trim());
}
