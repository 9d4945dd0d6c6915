export { announce } from './announce.ts';
export { BaseElement } from './base-element.ts';
export { ago, dateAndTime, inARow, longDate } from './dates.ts';
export { define } from './define.ts';
export { foundation } from './foundation.css.ts';
export { languageOf } from './language.ts';
export type { ScreenLanguage } from './language.ts';
export { statusStyles } from './status.css.ts';
