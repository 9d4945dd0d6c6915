/**
 * HMAC-SHA-256 (RFC 2104) out of two one-shot hashes. `createHmac` makes an object for every code, which takes longer
 * than the hashing; every receipt needs one.
 */
import { hash } from 'node:crypto';

const BLOCK = 64;

/** Gives a function that computes the code of an ASCII text, in hexadecimal. */
export function hmac(key: Uint8Array): (text: string) => string {
  const short = key.byteLength > BLOCK ? hash('sha256', key, 'buffer') : key;
  const padded = (pad: number) =>
    String.fromCharCode(...Array.from({ length: BLOCK }, (_, i) => (short[i] ?? 0) ^ pad));
  const inner = padded(0x36);
  const outer = padded(0x5c);
  return (text) => sha256(outer + sha256(inner + text, 'binary'), 'hex');
}

/** Of bytes written as characters: strings take half the time of buffers, which need memory outside the heap. */
function sha256(bytes: string, encoding: 'binary' | 'hex'): string {
  return hash('sha256', Buffer.from(bytes, 'latin1'), encoding);
}
