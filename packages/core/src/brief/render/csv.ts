/** Briefs as rows of a table that is safe to open in a spreadsheet. */
import type { Brief } from '../brief.ts';
import { factsOf } from './blocks.ts';
import { LAYOUT, withParts } from './layout.ts';
import { at, isTree, items } from './tree.ts';
import type { Tree } from './tree.ts';

interface Column {
  name: string;
  cell: (brief: Tree) => string;
}

const COLUMNS: readonly Column[] = [
  ...LAYOUT.flatMap(withParts).flatMap(({ at: path, list, each, titled, text, ...part }): Column[] => {
    const names = [
      ...(text === undefined ? [] : [text]),
      ...factsOf({ at: path, ...part }).map(([name]) => name),
    ];
    if (list) return [{ name: path.join('.'), cell: (brief) => joined(at(brief, path)) }];
    if (titled !== undefined && text !== undefined) {
      const cell = (item: Tree): string => `${said(item[titled])}: ${said(item[text])}`;
      return [{ name: path.join('.'), cell: (brief) => joined(items(at(brief, path)).map(cell)) }];
    }
    return names.map((name) => ({
      name: [...path, name].join('.'),
      cell: (brief) => {
        const value = at(brief, path);
        if (each) return joined(items(value).map((item) => item[name]));
        return isTree(value) ? said(value[name]) : '';
      },
    }));
  }),
  ...['language', 'id'].map((name) => ({ name, cell: (brief: Tree) => said(brief[name]) })),
  ...['page', 'createdAt'].map((name) => ({
    name: `origin.${name}`,
    cell: (brief: Tree) => said(at(brief, ['origin', name])),
  })),
];

/** The names of the columns: paths in the brief, the need first. */
export const csvColumns: readonly string[] = COLUMNS.map(({ name }) => name);

/** One brief as a cell for each of {@link csvColumns}. Several values in one cell stand on a line each; absent is empty. */
export function briefToCells(brief: Brief): string[] {
  return COLUMNS.map(({ cell }) => cell(brief as unknown as Tree));
}

/** A row as RFC 4180 writes it, line break included; every cell passes {@link disarm}. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(disarm(cell))).join(',')}\r\n`;
}

// What a spreadsheet takes for a formula, also in wide characters and behind blanks.
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** Puts an apostrophe before what a spreadsheet would calculate. {@link rearm} takes it away again. */
export function disarm(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Undoes {@link disarm}, for every text. */
export function rearm(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function joined(values: unknown): string {
  return Array.isArray(values) ? values.map(said).join('\n') : '';
}

function said(value: unknown): string {
  return value === undefined ? '' : String(value);
}
