import type { WhereforeError } from '@wherefore/core';
import type { Problem } from '@wherefore/core/wire';
import { problemAnswer } from '../answers.ts';
import { retryAfterSeconds } from '../retry.ts';
import { BriefDiffersError } from './brief-differs-error.ts';
import type { ErrorDetails } from './details.ts';
import { InvalidFieldsError } from './invalid-fields-error.ts';
import { NotFoundError } from './not-found-error.ts';
import { NotSignedInError } from './not-signed-in-error.ts';
import { ProtocolError } from './protocol-error.ts';
import { TooManyRequestsError } from './too-many-requests-error.ts';
import { UnavailableError } from './unavailable-error.ts';
import { UnexpectedAnswerError } from './unexpected-answer-error.ts';
import { VersionMismatchError } from './version-mismatch-error.ts';

const classes = new Map<string, new (message: string, details: ErrorDetails) => WhereforeError>([
  ['not-signed-in', NotSignedInError],
  ['not-found', NotFoundError],
  ['version-mismatch', VersionMismatchError],
  ['brief-differs', BriefDiffersError],
  ['too-many-requests', TooManyRequestsError],
  ['store-unavailable', UnavailableError],
]);

/** What a status means by itself, from a proxy that does not speak our protocol or with a code that is new to us. */
const codes: Record<number, string> = {
  401: 'not-signed-in',
  403: 'forbidden',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  500: 'internal-error',
  502: 'store-unavailable',
  503: 'store-unavailable',
  504: 'store-unavailable',
};

/** Whether a media type is JSON: `application/json`, `application/problem+json`, with or without parameters. */
export function isJson(response: Response): boolean {
  return /^[\w.-]+\/([\w.-]+\+)?json\s*(;|$)/i.test(response.headers.get('content-type') ?? '');
}

/** The one place that turns an answer which is not a success into a typed error. */
export function errorFromAnswer(response: Response, body: string, now = Date.now()): WhereforeError {
  const { status } = response;
  const details: ErrorDetails = { status };
  const retryAfter = retryAfterSeconds(response.headers, now);
  if (retryAfter !== undefined) details.retryAfter = retryAfter;

  // A browser shows a redirect that it did not follow as `opaqueredirect` with status 0.
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return new UnexpectedAnswerError('redirect', 'The server redirects instead of answering', details);
  }
  const problem = isJson(response) ? parseProblem(body) : undefined;
  if (problem) details.problem = problem;
  const message = problem ? (problem.detail ?? problem.title) : `The server answered ${status}`;

  const Known = problem && classes.get(problem.code);
  if (Known) return new Known(message, details);
  if (problem?.code === 'invalid-body') return new InvalidFieldsError(message, problem.errors ?? [], details);
  const code = codes[status];
  // A used sign-in link is a 401 as well, and signing in again with it does not help.
  const Usual = code && problem?.code !== 'sign-in-failed' && classes.get(code);
  if (Usual) return new Usual(message, details);
  if (problem) return new ProtocolError(problem.code, message, details);
  if (code) return new ProtocolError(code, message, details);
  return new UnexpectedAnswerError('status', `${message}, and not in our protocol`, details);
}

function parseProblem(body: string): Problem | undefined {
  try {
    const result = problemAnswer.safeParse(JSON.parse(body));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
