/** How the marks of `sent-marks.ts` begin in `localStorage`. Apart from them, for whoever only clears them. */
export const KEY = 'wherefore:sent:';
