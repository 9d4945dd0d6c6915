import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NetworkError, TimeoutError } from 'ky';
import { OfflineError, ProtocolError, TooManyRequestsError, UnavailableError } from './index.ts';
import { retryAfterSeconds, retryDelay } from './retry.ts';

describe('retryDelay', () => {
  const request = new Request('http://localhost');
  const passing = [
    new OfflineError('x'),
    new UnavailableError('x'),
    new TooManyRequestsError('x'),
    new ProtocolError('still-running', 'x'),
    new NetworkError(request),
    new TimeoutError(request),
  ];

  it('spreads the pause over the whole of a limit that doubles', () => {
    for (const error of passing) {
      assert.equal(retryDelay(error, 1, 0), 0);
      assert.equal(retryDelay(error, 1, 0.5), 150);
      assert.equal(retryDelay(error, 2, 0.5), 300);
      assert.equal(retryDelay(error, 3, 0.5), 600);
    }
  });

  it('never tries again what would fail again', () => {
    for (const error of [
      new ProtocolError('internal-error', 'x'),
      new ProtocolError('body-too-large', 'x', { retryAfter: 1 }),
      new Error('x'),
      new TypeError('x'),
      undefined,
    ]) {
      assert.equal(retryDelay(error, 1, 0.5), undefined);
    }
  });

  it('is never earlier than asked, never much later, and gives up beyond five seconds', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.integer({ min: 1, max: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seconds, attempt, dice) => {
          const delay = retryDelay(new UnavailableError('x', { retryAfter: seconds }), attempt, dice);
          if (seconds > 5) return delay === undefined;
          return delay !== undefined && delay > seconds * 1000 && delay < seconds * 1000 + 500;
        },
      ),
    );
  });
});

describe('retryAfterSeconds', () => {
  const now = Date.parse('2026-11-21T09:30:00Z');
  const read = (retryAfter: string | undefined, date?: string) =>
    retryAfterSeconds(
      new Headers({ ...(retryAfter !== undefined && { 'retry-after': retryAfter }), ...(date && { date }) }),
      now,
    );

  it('reads seconds', () => {
    assert.equal(read('0'), 0);
    assert.equal(read('120'), 120);
    assert.equal(read(' 7 '), 7);
  });

  it('reads a date against the clock of the server, else against ours', () => {
    assert.equal(read('Sat, 21 Nov 2026 09:31:00 GMT'), 60);
    assert.equal(read('Sat, 21 Nov 2026 09:31:00 GMT', 'Sat, 21 Nov 2026 09:30:50 GMT'), 10);
    assert.equal(read('Sat, 21 Nov 2026 09:00:00 GMT'), 0);
  });

  it('takes what makes no sense for nothing', () => {
    for (const value of [
      undefined,
      '',
      '-1',
      '1.5',
      'soon',
      '1e3',
      '0x10',
      '2026-11-21',
      'NOT A DATE GMT',
      '9999999999',
    ]) {
      assert.equal(read(value), undefined, String(value));
    }
  });
});
