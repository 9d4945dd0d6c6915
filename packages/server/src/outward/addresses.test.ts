import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { kindOf } from './addresses.ts';
import type { AddressKind } from './addresses.ts';

/** First and last address of every range, and its neighbours outside. */
const table: [AddressKind, string[]][] = [
  [
    'public',
    [
      '1.1.1.1',
      '9.255.255.255',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '126.255.255.255',
      '128.0.0.0',
      '169.253.255.255',
      '169.255.0.0',
      '172.15.255.255',
      '172.32.0.0',
      '192.0.1.0',
      '192.167.255.255',
      '192.169.0.0',
      '198.17.255.255',
      '198.20.0.0',
      '223.255.255.255',
      '168.63.129.15',
      '2001:200::1',
      '2606:4700:4700::1111',
      '2a00:1450:4001::200e',
    ],
  ],
  [
    'private',
    [
      '10.0.0.0',
      '10.255.255.255',
      '100.64.0.0',
      '100.127.255.255',
      '127.0.0.1',
      '127.255.255.255',
      '172.16.0.0',
      '172.31.255.255',
      '192.168.0.0',
      '192.168.255.255',
      '::1',
      'fc00::',
      'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '0:0:0:0:0:ffff:a00:1',
      '::FFFF:192.168.1.1',
      '0000:0000:0000:0000:0000:0000:0000:0001',
      'fd12::1%2',
    ],
  ],
  [
    'never',
    [
      '0.0.0.0',
      '0.255.255.255',
      '169.254.0.0',
      '169.254.169.254',
      '169.254.255.255',
      '192.0.0.0',
      '192.0.0.192',
      '192.0.0.255',
      '239.255.255.255',
      '247.1.1.1',
      '192.0.2.1',
      '192.88.99.1',
      '198.18.0.0',
      '198.19.255.255',
      '198.51.100.7',
      '203.0.113.7',
      '224.0.0.1',
      '239.255.255.255',
      '240.0.0.1',
      '255.255.255.255',
      '100.100.100.200',
      '168.63.129.16',
      '::',
      '::ffff:169.254.169.254',
      '::ffff:a9fe:a9fe',
      '::ffff:0.0.0.0',
      // IPv4 inside an old or translated form.
      '::127.0.0.1',
      '::ffff:0:7f00:1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::7f00:1',
      '2002:7f00:1::',
      '2002:c0a8:101::1',
      '::a00:1',
      '::ffff:0:10.0.0.1',
      '64:ff9b::169.254.169.254',
      '64:ff9b::8.8.8.8',
      '2001:0:4136:e378:8000:63bf:3fff:fdd2',
      '2001:10::1',
      '2001:20::1',
      '2001::7f00:1',
      '100::1',
      '2001:db8::1',
      '3fff::1',
      '5f00::1',
      'fe80::1',
      'fe80::1%eth0',
      'fe80::1%25eth0',
      '::ffff:169.254.169.254%1',
      'feff::1',
      'ff0e::1',
      '4000::1',
      '1fff::1',
      'febf::1',
      'fec0::1',
      'ff02::1',
      'fd00:ec2::254',
      'fd20:ce::254',
      // Not an address.
      '',
      'localhost',
      '2130706433',
      '0x7f000001',
      '127.1',
      '1.2.3',
      '::ffff:999.1.1.1',
      '127.0.0.1.',
      ' 127.0.0.1',
      '0177.0.0.1',
      '[::1]',
    ],
  ],
];

describe('an address', () => {
  for (const [kind, addresses] of table) {
    for (const address of addresses)
      it(`${JSON.stringify(address)} is ${kind}`, () => assert.equal(kindOf(address), kind));
  }

  it('in IPv4 means the same inside IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const hex = `::ffff:${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        assert.equal(kindOf(`::ffff:${address}`), kindOf(address));
        assert.equal(kindOf(hex), kindOf(address));
      }),
    );
  });

  it('in IPv4 is private or never in each of the reserved blocks, by plain arithmetic', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0] = address.split('.').map(Number);
        const inside =
          [0, 10, 127].includes(a) ||
          a >= 224 ||
          (a === 100 && b >= 64 && b < 128) ||
          (a === 169 && b === 254) ||
          (a === 172 && b >= 16 && b < 32) ||
          (a === 192 && b === 168) ||
          (a === 198 && (b === 18 || b === 19));
        if (inside) assert.notEqual(kindOf(address), 'public');
      }),
      { numRuns: 2000 },
    );
  });

  it('in IPv6 is public only in the range that is given out', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        if (kindOf(address) === 'public' && !/^::ffff:/i.test(address)) assert.match(address, /^[23]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('that is no address at all is never called', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!/^[\d.]+$|:/.test(text)) assert.equal(kindOf(text), 'never');
      }),
    );
  });
});
