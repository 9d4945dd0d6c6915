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
  const [random = 0, high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(3));
  if (now > lastTime) {
    lastTime = now;
    // Half of the twelve bits stay free to count up within this millisecond.
    counter = random & 0x7ff;
  } else if (++counter > 0xfff) {
    lastTime++;
    counter = 0;
  }
  const time = hex(lastTime, 12);
  const variant = 0x8000 | (random >>> 18);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${hex(variant, 4)}-${hex(high, 8)}${hex(low, 8).slice(4)}`;
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
