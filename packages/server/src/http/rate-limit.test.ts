import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ProblemError } from './problem.ts';
import { DEFAULT_RATES, rateLimiter } from './rate-limit.ts';

const rates = { ...DEFAULT_RATES, briefs: { burst: 1, perMinute: 60 } };
const refused = (error: unknown) => error instanceof ProblemError && error.code === 'too-many-requests';

it('fills up again with time, never above the burst, and not when the clock goes back', () => {
  let ms = 1_000_000;
  const { take } = rateLimiter({ ...rates, briefs: { burst: 2, perMinute: 60 } }, () => ms);
  take('briefs', 'a');
  take('briefs', 'a');
  assert.throws(() => take('briefs', 'a'), refused);
  ms -= 500_000;
  assert.throws(() => take('briefs', 'a'), refused);
  ms += 3_600_000;
  take('briefs', 'a');
  take('briefs', 'a');
  assert.throws(() => take('briefs', 'a'), refused);
});

it('counts kinds of requests apart', () => {
  const { take } = rateLimiter(rates, () => 0);
  take('briefs', 'a');
  assert.throws(() => take('briefs', 'a'), refused);
  take('follow', 'a');
});

for (const [one, other, same] of [
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
  ['2001:db8::1', '2001:db8:0:0:1::', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
  ['192.0.2.1', '192.0.2.2', false],
] as const) {
  it(`takes ${one} and ${other} for ${same ? 'one' : 'two'}`, () => {
    const { take } = rateLimiter(rates, () => 0);
    take('briefs', one);
    if (same) assert.throws(() => take('briefs', other), refused);
    else take('briefs', other);
  });
}

it('remembers a bounded number of addresses and forgets the quietest', () => {
  const { take } = rateLimiter(rates, () => 0, 2);
  take('briefs', 'a');
  take('briefs', 'b');
  assert.throws(() => take('briefs', 'a'), refused);
  take('briefs', 'c');
  assert.throws(() => take('briefs', 'a'), refused);
  take('briefs', 'b');
});

it('can be switched off', () => {
  const { take } = rateLimiter(false, () => 0);
  for (let time = 0; time < 1000; time++) take('session', 'a');
});
