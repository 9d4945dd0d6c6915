import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTransport } from './index.ts';
import type { TransportOptions } from './options.ts';

const create = (options: unknown) => () => createTransport(options as TransportOptions);
const url = 'https://example.org/tickets';

describe('the options of a transport', () => {
  const wrong: [unknown, RegExp][] = [
    [undefined, /must be an object with at least a "url"/],
    [{}, /"url" must be an address/],
    [{ url: '/relative/in/node' }, /"url" must be an address/],
    [{ url: 'mailto:desk@example.org' }, /"url" must be an address/],
    [{ url, method: 'GET' }, /"method" must be POST, PUT or PATCH/],
    [{ url, format: 'xml' }, /"format" must be json, form or multipart/],
    [{ url, headers: 'Bearer secret' }, /"headers" must be headers, .* or a function/],
    [{ url, headers: { 'not a name': 'secret' } }, /"headers" must be headers/],
    [{ url, credentials: true }, /"credentials" must be omit, same-origin or include/],
    [{ url, mapBrief: {} }, /"mapBrief" must be a function/],
    [{ url, mapReceipt: 'id' }, /"mapReceipt" must be a function/],
    [{ url, lookup: 'https://example.org' }, /"lookup" must be an async function/],
    [{ url, idempotent: 'yes' }, /"idempotent" must be true or false/],
    [{ url, timeout: 0 }, /"timeout" must be a number of milliseconds above 0/],
    [{ url, retries: -1 }, /"retries" must be a whole number/],
    [{ url, mapReciept: () => ({}) }, /"mapReciept" is no option; there are url, .*mapReceipt/],
  ];
  for (const [options, message] of wrong) {
    it(`${JSON.stringify(options)} is refused in words that help, without a secret in them`, () => {
      assert.throws(create(options), (error: Error) => {
        assert.ok(error instanceof TypeError);
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /secret/);
        return true;
      });
    });
  }

  it('names all that is wrong at once', () => {
    assert.throws(create({ url: 7, format: 'xml', extra: 1 }), /"url".*"format".*"extra"/);
  });

  it('says how doubles are prevented, and warns once where they are not', (t) => {
    const warn = t.mock.method(console, 'warn', () => {});
    const lookup = async () => undefined;
    assert.equal(createTransport({ url, idempotent: true }).duplicates, 'prevented-by-backend');
    assert.equal(createTransport({ url, idempotent: true, lookup }).duplicates, 'prevented-by-backend');
    assert.equal(createTransport({ url, lookup }).duplicates, 'prevented-by-lookup');
    assert.equal(warn.mock.callCount(), 0);
    assert.equal(createTransport({ url }).duplicates, 'possible');
    createTransport({ url: new URL(url) });
    assert.equal(warn.mock.callCount(), 1);
    assert.match(String(warn.mock.calls[0]!.arguments[0]), /twice.*idempotent: true.*lookup/);
  });
});
