/**
 * Which addresses a server may call. Ranges: the IANA special-purpose registries for IPv4 and IPv6 (RFC 6890 and its updates), and
 * the addresses under which clouds answer with credentials.
 */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** `public`: anybody's. `private`: an organisation's own. `never`: no server of anybody stands there, or one that gives secrets away. */
export type AddressKind = 'public' | 'private' | 'never';

const privateRanges = blocks(
  // This machine, and the networks of RFC 1918 and RFC 6598.
  ['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'],
  ['::1/128', 'fc00::/7'],
);

const neverRanges = blocks(
  [
    '0.0.0.0/8',
    // Link-local, with the metadata service of most clouds.
    '169.254.0.0/16',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
    // Metadata and host services of Alibaba Cloud and Azure.
    '100.100.100.200/32',
    '168.63.129.16/32',
  ],
  [
    // Protocol assignments with Teredo, documentation, 6to4: inside the global range, and not for servers.
    '2001::/23',
    '2001:db8::/32',
    '2002::/16',
    '3fff::/20',
    // Metadata services of AWS and Google Cloud.
    'fd00:ec2::254/128',
    'fd20:ce::254/128',
  ],
);

/** All that was ever given out for servers; what is outside and not private is nobody's. */
const globalUnicast = blocks([], ['2000::/3']);

/** @param address As the resolver or the URL parser writes it; anything else than an IP address is `never`. */
export function kindOf(address: string): AddressKind {
  const [bare = ''] = address.split('%');
  const inner = mapped(bare);
  if (inner !== undefined) return kindOf(inner);
  const family = isIPv4(bare) ? 'ipv4' : isIPv6(bare) ? 'ipv6' : undefined;
  if (!family || neverRanges.check(bare, family)) return 'never';
  if (privateRanges.check(bare, family)) return 'private';
  return family === 'ipv4' || globalUnicast.check(bare, family) ? 'public' : 'never';
}

/** The IPv4 address inside `::ffff:0:0/96`, however it is written. */
function mapped(address: string): string | undefined {
  if (!isIPv6(address)) return undefined;
  // The URL parser knows every way to write an IPv6 address and gives back one.
  const [, high, low] =
    /^\[::ffff:([\da-f]+):([\da-f]+)\]$/.exec(new URL(`http://[${address}]`).hostname) ?? [];
  if (high === undefined || low === undefined) return undefined;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return `${a >> 8}.${a & 255}.${b >> 8}.${b & 255}`;
}

function blocks(ipv4: string[], ipv6: string[]): BlockList {
  const list = new BlockList();
  for (const [family, ranges] of [
    ['ipv4', ipv4],
    ['ipv6', ipv6],
  ] as const) {
    for (const range of ranges) {
      const [network = '', bits] = range.split('/');
      list.addSubnet(network, Number(bits), family);
    }
  }
  return list;
}
