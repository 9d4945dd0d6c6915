/** A pause in typing after which marks appear and the draft is kept, in milliseconds. */
const PAUSE = 450;

let work: (() => void) | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Runs `then` after a pause in typing, so that a key costs nothing. Only one field is typed in at a time. */
export function afterPause(then: () => void): void {
  settled();
  work = then;
  timer = setTimeout(now, PAUSE);
  // Who closes or leaves the page in the middle of a word leaves no time for a pause.
  document.addEventListener('visibilitychange', now);
}

/** Does now what waits for a pause. */
export function now(): void {
  const waiting = work;
  settled();
  waiting?.();
}

/** Drops the pause that is running: the words were taken up by a press of a button. */
export function settled(): void {
  clearTimeout(timer);
  work = undefined;
  document.removeEventListener('visibilitychange', now);
}
