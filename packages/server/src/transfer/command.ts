/** The `wherefore` command: briefs out of a data folder, and into one. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { STATUSES } from '@wherefore/core/brief';
import type { Status } from '@wherefore/core/brief';
import { readSecret } from '../auth/secret.ts';
import { followTokens } from '../auth/tokens.ts';
import { DatabaseOpenError, openSqliteStore } from '../store/sqlite.ts';
import { StoreUnavailableError } from '../store/store.ts';
import type { Store } from '../store/store.ts';
import { FORMATS, entryOf, headOf, recordsOf } from './export.ts';
import type { Format } from './export.ts';
import { OutputError, makeFolder, writeNew } from './files.ts';
import { HELP } from './help.ts';
import { importBriefs } from './import.ts';

/** What the command needs of its process. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  /** Standard output; resolves when more can be taken. */
  write: (text: string) => Promise<void>;
  /** Lines for the person at the keyboard: standard error. */
  tell: (line: string) => void;
}

/** The command was called in a way that makes no sense. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** More than this many complaints help nobody. */
const MAX_COMPLAINTS = 100;

/** @param args Without the names of the program. @returns The exit code. */
export async function wherefore(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { tell, write } = surroundings;
  try {
    const { command, ...call } = callOf(args, surroundings.env);
    if (command === 'help') {
      await write(HELP);
      return 0;
    }
    return await (command === 'export' ? runExport(call, surroundings) : runImport(call, surroundings));
  } catch (error) {
    if (error instanceof UsageError) {
      tell(`${error.message} See wherefore --help.`);
      return 2;
    }
    if (error instanceof DatabaseOpenError || error instanceof OutputError) tell(error.message);
    else if (error instanceof StoreUnavailableError)
      tell('The database can’t be written: is the disk full? Import the same file again when it is solved.');
    else if (error instanceof Error && 'syscall' in error) tell(error.message);
    else throw error;
    return 1;
  }
}

interface Call {
  dataDir: string;
  format: Format;
  status: Status | undefined;
  out: string | undefined;
  allOrNothing: boolean;
  /** What to import. */
  path: string;
}

function callOf(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Call & { command: 'export' | 'import' | 'help' } {
  const { values, positionals } = parsed(args);
  const [command = 'help', path = '', ...more] = positionals;
  const given = {
    dataDir: values['data-dir'] ?? (env['WHEREFORE_DATA_DIR'] || './data'),
    format: oneOf(FORMATS, values.format ?? 'jsonl', '--format'),
    status: values.status === undefined ? undefined : oneOf(STATUSES, values.status, '--status'),
    out: values.out,
    allOrNothing: values['all-or-nothing'] ?? false,
    path,
  };
  if (values.help || command === 'help') return { command: 'help', ...given };
  if (command !== 'export' && command !== 'import') throw new UsageError(`There is no command “${command}”.`);
  if (more.length > 0 || (command === 'export' && path !== '')) {
    throw new UsageError(`“${more[0] ?? path}” is too much. A file to write comes after --out.`);
  }
  const foreign = command === 'export' ? ['all-or-nothing'] : ['format', 'status', 'out'];
  const wrong = foreign.find((name) => name in values);
  if (wrong !== undefined) throw new UsageError(`--${wrong} does not belong to ${command}.`);
  if (command === 'import' && path === '') throw new UsageError('Say which file to import.');
  return { command, ...given };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'data-dir': { type: 'string' },
        format: { type: 'string' },
        status: { type: 'string' },
        out: { type: 'string' },
        'all-or-nothing': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<Choice extends string>(choices: readonly Choice[], given: string, name: string): Choice {
  const choice = choices.find((one) => one === given);
  if (choice === undefined) throw new UsageError(`${name} is one of ${choices.join(', ')}, not “${given}”.`);
  return choice;
}

async function runExport(call: Omit<Call, 'path'>, { write, tell }: Surroundings): Promise<number> {
  const { dataDir, format, status, out } = call;
  if (!existsSync(join(dataDir, 'wherefore.db'))) {
    throw new OutputError(
      `There is no wherefore.db in ${dataDir}. Name the folder of the server with --data-dir.`,
    );
  }
  const store = openFolder(dataDir);
  let count = 0;
  const left: string[] = [];
  async function* counted() {
    for await (const exported of recordsOf(store, status)) {
      yield exported;
      if (++count % 10_000 === 0) tell(`${thousands(count)} briefs…`);
    }
  }
  async function* pieces() {
    yield headOf(format);
    for await (const exported of counted()) yield entryOf(format, exported, count === 0);
  }
  try {
    if (out === undefined) for await (const piece of pieces()) await write(piece);
    else if (isFolder(out)) {
      if (format !== 'markdown')
        throw new UsageError(`${out} is a folder: only markdown writes a file for each brief.`);
      await makeFolder(out);
      for await (const exported of counted()) {
        await writeNew(join(out, `${exported.record.brief.id}.md`), [entryOf(format, exported, true)]);
      }
    } else await writeNew(out, pieces());
    for (const { name, waiting, dead } of await store.targetStates())
      if (waiting + dead > 0) left.push(`${name}: ${thousands(waiting + dead)}`);
  } finally {
    await store.close();
  }
  if (left.length > 0)
    tell(`Not delivered to other systems yet, and not by whoever imports this: ${left.join(', ')}.`);
  tell(`${thousands(count)} briefs written${out === undefined ? '' : ` to ${out}`}.`);
  return 0;
}

function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || (existsSync(path) && statSync(path).isDirectory());
}

async function runImport({ dataDir, path, allOrNothing }: Call, { tell }: Surroundings): Promise<number> {
  if (!existsSync(path)) throw new OutputError(`There is no file ${path}.`);
  const store = openFolder(dataDir);
  let complaints = 0;
  try {
    const { stored, same, differing, bad } = await importBriefs({
      store,
      tokens: followTokens(readSecret(dataDir)),
      now: Date.now,
      path,
      allOrNothing,
      complain: (place, reason) => {
        if (++complaints <= MAX_COMPLAINTS) tell(`${place}: ${reason}`);
      },
      progress: (count) => tell(`${thousands(count)} briefs…`),
    });
    if (complaints > MAX_COMPLAINTS) tell(`… and ${thousands(complaints - MAX_COMPLAINTS)} more.`);
    const parts = [
      `${thousands(stored)} stored`,
      `${thousands(same)} were here already`,
      ...(differing > 0 ? [`${thousands(differing)} differ from what is here`] : []),
      ...(bad > 0 ? [`${thousands(bad)} can’t be read`] : []),
    ];
    tell(`${parts.join(', ')}.`);
    return differing + bad > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}

function openFolder(dataDir: string): Store {
  try {
    return openSqliteStore({ folder: dataDir });
  } catch (cause) {
    if (!(cause instanceof DatabaseOpenError)) throw cause;
    throw new DatabaseOpenError(`${cause.message} Export and import need its server to be stopped.`, {
      cause,
    });
  }
}

function thousands(count: number): string {
  return count.toLocaleString('en');
}
