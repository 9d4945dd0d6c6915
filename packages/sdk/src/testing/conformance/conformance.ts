/** Protocol v1's contract as a list of checks, run against any server over HTTP. */
import { basicChecks } from './basic.ts';
import { LEVELS, NotOffered } from './check.ts';
import type { Definition, Level, Tools } from './check.ts';
import { followChecks } from './follow.ts';
import { Unmet, openWire } from './wire.ts';
import type { ConformanceTarget, Exchange } from './wire.ts';

/** How one check went. */
export interface CheckResult {
  name: string;
  level: Level;
  need: 'must' | 'should';
  /** `skipped`: the server does not offer it, or the time was over. */
  outcome: 'passed' | 'failed' | 'skipped';
  /** What does not hold, or why it was skipped. */
  reason?: string;
  /** What was asked and answered, in order. The last one is what failed, where `outcome` says so. */
  exchanges: readonly Exchange[];
}

/** One promise of the protocol, to be checked. */
export interface ConformanceCheck {
  name: string;
  level: Level;
  need: 'must' | 'should';
  /** Never rejects. Makes briefs of its own, so checks can run in any order and again. */
  run(): Promise<CheckResult>;
}

export interface ConformanceReport {
  /** The highest level of which every `must` holds, and of all levels before it. */
  level: Level | 'none';
  results: readonly CheckResult[];
  /** Ids of the briefs that the server took; each request begins with `[conformance test]`. */
  briefs: readonly string[];
}

/**
 * Every promise of protocol v1, level by level, for a test runner of your own.
 *
 * @example
 * ```ts
 * for (const check of conformanceChecks({ url: 'http://127.0.0.1:8080' })) {
 *   it(check.name, async () => {
 *     const { outcome, reason } = await check.run();
 *     if (outcome === 'failed') throw new Error(reason);
 *   });
 * }
 * ```
 */
export function conformanceChecks(target: ConformanceTarget): ConformanceCheck[] {
  return [...basicChecks, ...followChecks].map((definition) => ({
    name: definition.name,
    level: definition.level,
    need: definition.need,
    run: () => runCheck(definition, target),
  }));
}

/**
 * Runs all checks one after the other.
 *
 * @param limit Milliseconds for the whole; what is left then is skipped. 180_000 when absent.
 * @param told Gets each result as it comes.
 */
export async function runConformance(
  target: ConformanceTarget,
  { limit = 180_000, told }: { limit?: number; told?: (result: CheckResult) => void } = {},
): Promise<ConformanceReport> {
  const end = performance.now() + limit;
  const results: CheckResult[] = [];
  for (const check of conformanceChecks(target)) {
    const { name, level, need } = check;
    const result: CheckResult =
      performance.now() < end
        ? await check.run()
        : {
            name,
            level,
            need,
            outcome: 'skipped',
            reason: 'The time for the whole run was over',
            exchanges: [],
          };
    results.push(result);
    told?.(result);
  }
  return { level: levelOf(results), results, briefs: takenIn(results) };
}

async function runCheck(
  { name, level, need, run }: Definition,
  target: ConformanceTarget,
): Promise<CheckResult> {
  const exchanges: Exchange[] = [];
  const send = openWire(target, exchanges);
  const post: Tools['post'] = (brief, headers) => {
    const { id } = brief as { id?: unknown };
    return send({
      path: 'v1/briefs',
      headers: {
        'content-type': 'application/json',
        ...(typeof id === 'string' && { 'idempotency-key': `"${id}"` }),
        ...headers,
      },
      body: JSON.stringify(brief),
    });
  };
  try {
    await run({ send, post });
    return { name, level, need, outcome: 'passed', exchanges };
  } catch (error) {
    if (!(error instanceof Unmet || error instanceof NotOffered)) throw error;
    const outcome = error instanceof NotOffered ? 'skipped' : 'failed';
    return { name, level, need, outcome, reason: error.message, exchanges };
  }
}

function levelOf(results: readonly CheckResult[]): Level | 'none' {
  let reached: Level | 'none' = 'none';
  for (const level of LEVELS) {
    const musts = results.filter((result) => result.level === level && result.need === 'must');
    if (!musts.every(({ outcome }) => outcome === 'passed')) break;
    reached = level;
  }
  return reached;
}

function takenIn(results: readonly CheckResult[]): string[] {
  const ids = new Set<string>();
  for (const { request, answer } of results.flatMap(({ exchanges }) => exchanges)) {
    const id = answer?.status === 201 ? /"id":"([\da-f-]{36})"/.exec(request.body)?.[1] : undefined;
    if (id) ids.add(id);
  }
  return [...ids];
}
