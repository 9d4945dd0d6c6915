/** RFC 9562 version 7. Own lines because `crypto.randomUUID` makes version 4 only, and only on secure pages. */

let lastTime = 0;
let counter = 0;

/**
 * A new UUIDv7 in lower case. Ids made on this page sort in the order in which they were made, also within one
 * millisecond and when the clock is set back.
 *
 * @param now Milliseconds since 1970.
 */
export function uuidv7(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  if (now > lastTime) {
    lastTime = now;
    // Half of the twelve bits stay free to count up within this millisecond.
    counter = ((bytes[6]! << 8) | bytes[7]!) & 0x7ff;
  } else if (++counter > 0xfff) {
    lastTime++;
    counter = 0;
  }
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(lastTime / 2 ** 32));
  view.setUint32(2, lastTime % 2 ** 32);
  view.setUint16(6, 0x7000 | counter);
  view.setUint8(8, (bytes[8]! & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
