import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PROBLEMS } from '@wherefore/core/wire';
import * as sdk from '../index.ts';
import { errorFromAnswer } from './from-answer.ts';

const { OfflineError, WhereforeError, isWhereforeError } = sdk;

/** Every error class that the package exports, with one of its kind. */
const samples = Object.entries(sdk).flatMap(([name, value]) => {
  if (!name.endsWith('Error') || name === 'isWhereforeError' || name === 'WhereforeError') return [];
  const Sample = value as unknown as new (...args: unknown[]) => InstanceType<typeof WhereforeError>;
  const args = {
    InvalidFieldsError: ['x', []],
    ProtocolError: ['forbidden', 'x'],
    UnexpectedAnswerError: ['html', 'x'],
  }[name];
  return [{ name, error: new Sample(...(args ?? ['x'])) }];
});

const problemAnswer = (code: string, status: number, headers: Record<string, string> = {}) =>
  errorFromAnswer(
    new Response(null, { status, headers: { 'content-type': 'application/problem+json', ...headers } }),
    JSON.stringify({ type: 'about:blank', title: 'x', status, code }),
  );

describe('errors', () => {
  it('are one class for each file, exported under the name that they carry', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('-error.ts'));
    assert.equal(samples.length, files.length);
    for (const { name, error } of samples) {
      assert.equal(error.name, name);
      assert.ok(
        files.includes(`${name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.ts`),
        name,
      );
    }
  });

  it('are WhereforeErrors with a code and a stack', () => {
    for (const { error } of samples) {
      assert.ok(error instanceof WhereforeError && error instanceof Error);
      assert.ok(isWhereforeError(error));
      assert.match(error.code, /^[a-z-]+$/);
      assert.match(error.stack ?? '', /errors\.test/);
    }
  });

  it('have names that ky does not take for its own', () => {
    for (const { name } of samples) {
      assert.ok(
        !['HTTPError', 'NetworkError', 'TimeoutError', 'ForceRetryError', 'AbortError'].includes(name),
      );
    }
  });

  it('are recognised when they come from another copy of the package', async () => {
    const copy = (await import(`../../../core/src/errors.ts?${'copy'}`)) as typeof import('@wherefore/core');
    const foreign = new copy.WhereforeError('offline', 'x');
    assert.ok(!(foreign instanceof WhereforeError));
    assert.ok(isWhereforeError(foreign));
    assert.ok(copy.isWhereforeError(new OfflineError('x')));
    for (const value of [new Error('x'), { code: 'offline' }, null, undefined, 'offline'])
      assert.ok(!isWhereforeError(value));
  });

  it('all stand in the guide, and the guide names no other', () => {
    const guide = readFileSync(new URL('../../../../docs/guides/sdk.md', import.meta.url), 'utf8');
    const rows = [...guide.matchAll(/^\| `(\w+Error)`/gm)].map((match) => match[1]!);
    assert.deepEqual(rows.sort(), samples.map(({ name }) => name).sort());
  });
});

describe('errorFromAnswer', () => {
  it('keeps the code of every problem of the protocol', () => {
    for (const [code, { status }] of Object.entries(PROBLEMS)) {
      const error = problemAnswer(code, status);
      assert.equal(error.code, code);
      assert.equal(error.status, status);
      assert.equal(error.problem?.code, code);
    }
  });

  it('takes a code that it does not know by its status where the status says enough', () => {
    const names = [401, 429, 502, 503, 504, 400, 404, 409, 422, 500].map((status) => [
      status,
      problemAnswer('of-a-newer-server', status).name,
    ]);
    assert.deepEqual(Object.fromEntries(names), {
      400: 'ProtocolError',
      401: 'NotSignedInError',
      404: 'ProtocolError',
      409: 'ProtocolError',
      422: 'ProtocolError',
      429: 'TooManyRequestsError',
      500: 'ProtocolError',
      502: 'UnavailableError',
      503: 'UnavailableError',
      504: 'UnavailableError',
    });
  });

  it('gives an error for every status from 300 to 599, with any body', () => {
    for (let status = 300; status < 600; status++) {
      for (const body of ['', '{', 'null', '[]', '{"code":7}', '<html>']) {
        for (const type of ['application/json', 'text/html', '']) {
          // A body is not allowed with 304, so it is handed over beside the answer.
          const error = errorFromAnswer(
            new Response(null, { status, headers: { 'content-type': type } }),
            body,
          );
          assert.ok(isWhereforeError(error));
          assert.equal(error.status, status);
          assert.equal(error.problem, undefined);
        }
      }
    }
  });

  it('carries how long to wait', () => {
    assert.equal(problemAnswer('store-unavailable', 503, { 'retry-after': '30' }).retryAfter, 30);
    assert.equal(problemAnswer('store-unavailable', 503).retryAfter, undefined);
  });
});
