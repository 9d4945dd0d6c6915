export { fill } from './texts.ts';
export type { Texts } from './texts.ts';
export { statusTexts } from './status.ts';
