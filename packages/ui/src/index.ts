export { announce } from './announce.ts';
export { BaseElement } from './base-element.ts';
export { base } from './base.css.ts';
export { ago, dateAndTime, inARow, longDate } from './dates.ts';
export { define } from './define.ts';
export { languageOf } from './language.ts';
export type { ScreenLanguage } from './language.ts';
export { statusStyles } from './status.css.ts';
export { tokens } from './tokens.css.ts';
