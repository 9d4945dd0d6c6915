import { css } from './sheets.ts';
import { base } from './base.css.ts';
import { tokens } from './tokens.css.ts';

/** Tokens and base as one: a browser takes noticeably longer for three style sheets than for one of the same length. */
export const foundation = css`
  ${tokens}
  ${base}
`;
