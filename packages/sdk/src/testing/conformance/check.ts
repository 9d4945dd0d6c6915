/** What a check is made of, and the expectations that many of them share. */
import type { Brief } from '@wherefore/core/brief';
import { problemSchema, receiptSchema } from '@wherefore/core/wire';
import type { Problem, Receipt } from '@wherefore/core/wire';
import { Unmet } from './wire.ts';
import type { Answer, Send } from './wire.ts';

/** In order: each level holds everything of those before it. */
export const LEVELS = ['basic', 'follow'] as const;
export type Level = (typeof LEVELS)[number];

/** What a check gets to work with. */
export interface Tools {
  send: Send;
  /** Posts a brief under its own key, or with other headers. */
  post(brief: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** One promise of the protocol. */
export interface Definition {
  /** Unique, in the words of a specification. */
  name: string;
  level: Level;
  /**
   * `must`: without it a brief is lost, doubled, misreported or shown to the wrong person, so the level is not reached.
   * `should`: clients cope without it; reported, and no more.
   */
  need: 'must' | 'should';
  /** Rejects with {@link Unmet}, or with {@link NotOffered}. */
  run(tools: Tools): Promise<void>;
}

/** Thrown when a server does not offer what a check is about. */
export class NotOffered extends Error {}

export function expect(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Unmet(message);
}

export function expectStatus(answer: Answer, ...wanted: number[]): void {
  const found = looksLikePage(answer) ? `${answer.status} with a web page` : String(answer.status);
  expect(wanted.includes(answer.status), `The status is ${found} where ${wanted.join(' or ')} was expected`);
}

const looksLikePage = ({ text, headers }: Answer): boolean =>
  /html/i.test(headers.get('content-type') ?? '') || /^\s*<(!doctype|html)/i.test(text);

const mediaType = ({ headers }: Answer): string =>
  (headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();

/** A receipt for this very brief, with one of these statuses. */
export function expectReceipt(answer: Answer, brief: Brief, ...statuses: number[]): Receipt {
  expectStatus(answer, ...statuses);
  expect(!looksLikePage(answer), 'The answer is a web page, not a receipt');
  expect(
    mediaType(answer) === 'application/json',
    `The content type of the receipt is "${mediaType(answer)}", not application/json`,
  );
  const receipt = receiptSchema.safeParse(answer.json);
  if (!receipt.success) {
    const fields = receipt.error.issues.map(({ path }) => `/${path.join('/')}`).join(', ');
    throw new Unmet(`The receipt does not fit the schema: look at ${fields}`);
  }
  expect(receipt.data.id === brief.id, 'The receipt is about another id than that of the brief');
  return receipt.data;
}

export function expectSame(one: Receipt, other: Receipt): void {
  for (const key of ['id', 'receivedAt', 'followUrl'] as const) {
    expect(one[key] === other[key], `The receipt of the same brief has another ${key}: is it stored twice?`);
  }
}

/** A refusal as the protocol writes it. */
export function expectProblem(answer: Answer, status: number, code: string): Problem {
  expectStatus(answer, status);
  const problem = expectProblemShape(answer);
  expect(problem.code === code, `The code is "${problem.code}" where "${code}" was expected`);
  return problem;
}

/** RFC 9457 with our `code`. */
export function expectProblemShape(answer: Answer): Problem {
  expect(
    mediaType(answer) === 'application/problem+json',
    `The content type of the refusal is "${mediaType(answer)}", not application/problem+json`,
  );
  const problem = problemSchema.safeParse(answer.json);
  expect(problem.success, 'The refusal is no problem document with type, title, status and code');
  expect(
    problem.data.status === answer.status,
    `The problem says status ${problem.data.status} and the answer ${answer.status}`,
  );
  return problem.data;
}

/** Some refusal, in whatever words: the fault is with the sender, and nothing was received. */
export function expectRefused(answer: Answer): void {
  expect(
    answer.status >= 400 && answer.status < 500,
    `The status is ${answer.status}${looksLikePage(answer) ? ' with a web page' : ''} where a refusal (400 to 499) was expected`,
  );
}
