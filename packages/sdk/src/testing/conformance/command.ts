/** The command `wherefore-conformance`, without a process: arguments and two ways to write in, an exit code out. */
import { MARKER } from './briefs.ts';
import { LEVELS } from './check.ts';
import { runConformance } from './conformance.ts';
import type { CheckResult, ConformanceReport } from './conformance.ts';
import { Unmet, openWire } from './wire.ts';
import type { ConformanceTarget, Exchange } from './wire.ts';

const USAGE = `Usage: wherefore-conformance <url> [--header 'Name: value']… [--timeout <seconds>] [--json]

Checks whether the server at <url> speaks the Wherefore protocol, v1. It sends test briefs there and leaves them;
their request begins with "${MARKER}".

  --header   goes along with every request; its value is never printed. May be repeated.
  --timeout  seconds for one request, 10 when absent; the whole run ends after three minutes.
  --json     the whole report as JSON on standard output; the closing line then goes to standard error.

Ends with one line "level: none|basic|follow". Exit code 0 from basic on, 1 for none, 2 for a wrong use or no server.`;

/** Where a command writes; each call is one line or more, without the last line end. */
export interface CommandOutput {
  out(text: string): void;
  err(text: string): void;
}

const MEANS = { basic: 'takes briefs', follow: 'shows a brief to the holder of its link' };

/** @returns the exit code. */
export async function conformanceCommand(
  args: readonly string[],
  { out, err }: CommandOutput,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    out(USAGE);
    return 0;
  }
  let options: ReturnType<typeof readArguments>;
  try {
    options = readArguments(args);
  } catch (error) {
    err(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const { target, json } = options;
  const close = (level: string): void => (json ? err : out)(`level: ${level}`);
  try {
    await openWire(target, [])({ method: 'GET', path: 'v1/briefs' });
  } catch (error) {
    if (!(error instanceof Unmet)) throw error;
    err(`${error.message}. Is the server at ${String(target.url)} running?`);
    close('none');
    return 2;
  }
  if (!json) out(`Wherefore protocol v1 at ${String(target.url)}`);
  let heading = '';
  const shown = new Map<string, string>();
  const report = await runConformance(target, {
    told(result) {
      if (json) return;
      if (heading !== result.level) out(`\n${(heading = result.level)}: ${MEANS[result.level]}`);
      out(describeResult(result, shown));
    },
  });
  if (json) out(JSON.stringify(report, undefined, 2));
  else out(`\n${summary(report, String(target.url))}`);
  close(report.level);
  return report.level === 'none' ? 1 : 0;
}

function readArguments(args: readonly string[]): { target: ConformanceTarget; json: boolean } {
  const rest = [...args];
  const headers = new Headers();
  let url: string | undefined;
  let json = false;
  let timeout: number | undefined;
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [name = '', inline] = arg.startsWith('--') ? splitAt(arg, '=') : [arg];
    if (name === '--json') json = true;
    else if (name === '--header') addHeader(headers, inline ?? rest.shift());
    else if (name === '--timeout') {
      timeout = Number(inline ?? rest.shift()) * 1000;
      if (!(timeout > 0 && timeout <= 120_000))
        throw new Error('--timeout takes seconds, from above 0 to 120');
    } else if (name.startsWith('-')) throw new Error(`${name} is not an option`);
    else if (url === undefined) url = name;
    else throw new Error('One address, please');
  }
  if (url === undefined) throw new Error('Which server? Give its address');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Error('The address must begin with http:// or https://');
  }
  const { username, password, search, hash } = new URL(url);
  if (username || password) throw new Error("Put a name and password in --header 'Authorization: Basic …'");
  if (search || hash) throw new Error('The address must end before ? and #');
  return { target: { url, headers, ...(timeout !== undefined && { timeout }) }, json };
}

function addHeader(headers: Headers, text: string | undefined): void {
  const [name = '', value] = splitAt(text ?? '', ':');
  try {
    if (value === undefined) throw new TypeError();
    headers.append(name.trim(), value.trim());
  } catch {
    // Without the text: it may be a secret with a typing mistake in front of it.
    throw new Error("--header takes 'Name: value'");
  }
}

function splitAt(text: string, sign: string): [string, string?] {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

const SIGNS = { passed: '✓', failed: '✗', skipped: '–' };

function describeResult(
  { name, need, outcome, reason, exchanges }: CheckResult,
  shown: Map<string, string>,
): string {
  const line = `  ${SIGNS[outcome]} ${name}${need === 'should' ? ' (should)' : ''}`;
  if (outcome === 'passed') return line;
  if (outcome === 'skipped') return `${line}: ${reason}`;
  return [
    line,
    `      ${reason}`,
    ...exchanges.slice(-3).map((one) => describeExchange(one, name, shown)),
  ].join('\n');
}

/** @param shown Answers that are on screen already, and under which check: one page of an error is enough. */
function describeExchange(
  { request, answer, failure }: Exchange,
  check: string,
  shown: Map<string, string>,
): string {
  const looks = answer && `${answer.status} ${answer.body}`;
  const before = looks === undefined ? undefined : shown.get(looks);
  if (looks !== undefined && answer?.body) shown.set(looks, before ?? check);
  const lines = [
    `→ ${request.method} ${request.url}`,
    ...headerLines(request.headers),
    ...(request.body ? [request.body] : []),
    ...(answer && before !== undefined
      ? [`← ${answer.status}, with the same body as under “${before}”`]
      : []),
    ...(answer && before === undefined ? [`← ${answer.status}`, ...headerLines(answer.headers)] : []),
    ...(answer?.body && before === undefined ? [answer.body] : []),
    ...(answer ? [] : [`← ${failure ?? 'nothing'}`]),
  ];
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `      ${line}`)
    .join('\n');
}

const headerLines = (headers: Record<string, string>): string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

function summary({ results, briefs }: ConformanceReport, url: string): string {
  const failed = (need: string): number =>
    results.filter((result) => result.outcome === 'failed' && result.need === need).length;
  const passed = results.filter(({ outcome }) => outcome === 'passed').length;
  const missing = LEVELS.filter((level) =>
    results.some((result) => result.level === level && result.outcome === 'skipped'),
  );
  return [
    `${passed} of ${results.length} hold. Not: ${failed('must')} that a server must, ${failed('should')} that it should.`,
    ...missing.map((level) => `Not everything of "${level}" was asked: see – above.`),
    ...(briefs.length === 0
      ? [
          `No brief was taken. Briefs are posted to ${url.replace(/\/+$/, '')}/v1/briefs: does the server answer there?`,
        ]
      : []),
    `${briefs.length} test briefs are left there; each request begins with "${MARKER}".`,
  ].join('\n');
}
