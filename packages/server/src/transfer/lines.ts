/** Reading files of any size, a piece at a time. */
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BriefFormatError, beginsBrief, briefFromMarkdown } from '@wherefore/core/brief/markdown';
import { readLine } from './record.ts';
import type { Incoming } from './record.ts';

/** No brief with its history comes near this many bytes; more is not read into memory. */
const MAX_BYTES = 8 * 1024 * 1024;

/** One brief of a file, or why it is none. */
export interface Item {
  /** `briefs.jsonl, line 12` */
  place: string;
  read: Incoming | { kind: 'bad'; reason: string };
}

/** Every brief in a file of JSON lines or of Markdown, or in the Markdown files of a folder. */
export async function* itemsIn(path: string): AsyncGenerator<Item> {
  if ((await stat(path)).isDirectory()) {
    const names = (await readdir(path)).filter(isMarkdown).sort();
    for (const name of names) yield* markdownItems(join(path, name));
    if (names.length === 0)
      yield { place: path, read: { kind: 'bad', reason: 'there is no Markdown file in it.' } };
  } else if (isMarkdown(path)) {
    yield* markdownItems(path);
  } else {
    yield* jsonItems(path);
  }
}

function isMarkdown(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}

async function* jsonItems(path: string): AsyncGenerator<Item> {
  for await (const { number, text } of linesIn(path)) {
    if (text?.trim() === '') continue;
    const place = `${path}, line ${number}`;
    yield { place, read: text === undefined ? unreadable : attempt(() => readLine(text)) };
  }
}

const unreadable: Attempt = { kind: 'bad', reason: 'this is too long for a brief, or not UTF-8.' };

async function* markdownItems(path: string): AsyncGenerator<Item> {
  let first = 1;
  let lines: string[] = [];
  let bytes = 0;
  let found = false;
  function* finished(): Generator<Item> {
    const begins = lines.findIndex(beginsBrief);
    if (begins === -1) return;
    found = true;
    const read =
      bytes > MAX_BYTES
        ? unreadable
        : attempt((): Incoming => ({ kind: 'new', brief: briefFromMarkdown(lines.join('\n')) }), first);
    yield { place: `${path}, line ${read.kind === 'bad' && read.line ? read.line : first + begins}`, read };
  }
  for await (const { number, text } of linesIn(path)) {
    if (text !== undefined && beginsBrief(text)) {
      yield* finished();
      [first, lines, bytes] = [number, [], 0];
    }
    bytes += text?.length ?? Infinity;
    if (text !== undefined && bytes <= MAX_BYTES) lines.push(text);
  }
  yield* finished();
  if (!found) yield { place: path, read: { kind: 'bad', reason: 'there is no brief in it.' } };
}

type Attempt = Incoming | { kind: 'bad'; reason: string; line?: number };

/** @param first The line of the file that the text begins on. */
function attempt(read: () => Incoming, first = 1): Attempt {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BriefFormatError)) throw error;
    return {
      kind: 'bad',
      reason: error.reason,
      ...(error.line !== undefined && { line: first + error.line - 1 }),
    };
  }
}

/** The lines of a file, from 1. The text is absent where it is too long or not UTF-8. */
async function* linesIn(path: string): AsyncGenerator<{ number: number; text?: string }> {
  const file = await open(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  let pieces: Buffer[] = [];
  let bytes = 0;
  function take(): { number: number; text?: string } {
    const line = { number: ++number };
    try {
      return bytes > MAX_BYTES ? line : { ...line, text: decoder.decode(Buffer.concat(pieces)) };
    } catch {
      return line;
    } finally {
      [pieces, bytes] = [[], 0];
    }
  }
  function keep(piece: Buffer): void {
    bytes += piece.byteLength;
    if (bytes <= MAX_BYTES) pieces.push(piece);
    else pieces = [];
  }
  try {
    for await (const chunk of file.createReadStream() as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
        keep(chunk.subarray(start, end));
        yield take();
        start = end + 1;
      }
      keep(chunk.subarray(start));
    }
    if (bytes > 0) yield take();
  } finally {
    await file.close().catch(() => {});
  }
}
