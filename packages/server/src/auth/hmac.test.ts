import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hmac } from './hmac.ts';

describe('hmac', () => {
  it('gives what the runtime gives, for keys and texts of any length', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ unit: 'binary-ascii', maxLength: 300 }),
        (key, text) => {
          assert.equal(hmac(key)(text), createHmac('sha256', key).update(text).digest('hex'));
        },
      ),
    );
  });
});
