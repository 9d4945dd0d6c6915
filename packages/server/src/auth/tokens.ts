/**
 * The right to follow one brief, as a text in the fragment of a link.
 *
 * It is derived, not drawn, so that the same brief sent again gets the same receipt although the store keeps
 * only a hash. The id stands in front: the brief is found by its primary key and only then the secret part compared.
 */
import { createHmac, createSecretKey, hash, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const MAC_BYTES = 24;

export interface FollowTokens {
  /** @param revision Counts up when the link is replaced. */
  create(id: string, revision: number): string;
}

/** @param secret At least 32 bytes, the same as long as the links should be given again. */
export function followTokens(secret: Uint8Array): FollowTokens {
  if (secret.byteLength < 32) throw new RangeError('The secret needs at least 32 bytes');
  // Five times as fast as bytes, which are made into a key for every call.
  const key = createSecretKey(secret);
  return {
    create(id, revision) {
      const mac = createHmac('sha256', key).update(`follow ${id} ${revision}`).digest();
      return Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), mac.subarray(0, MAC_BYTES)]).toString(
        'base64url',
      );
    },
  };
}

/** The brief that a token says it opens, or `undefined` when it was not made here. */
export function idInToken(token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.byteLength !== ID_BYTES + MAC_BYTES) return undefined;
  const hex = bytes.toString('hex', 0, ID_BYTES);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** What the store keeps of any token: SHA-256, 32 bytes. Tokens have at least 128 unguessable bits, so no salt. */
export function hashToken(token: string): Uint8Array {
  return hash('sha256', token, 'buffer');
}

/** Takes as long for a wrong hash as for the right one. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
