import { css } from './sheets.ts';

/** Type, buttons and focus: what every Wherefore element looks like before it adds its own. */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--ink);
    font: 400 1.0625rem/1.5 var(--font);
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  /* Not inherited: what is inside a <details> would get the box of a part that no selector reaches. */
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3 {
    line-height: 1.2;
    text-wrap: balance;
    letter-spacing: -0.012em;
    font-weight: 650;
  }
  h1,
  h2 {
    font-size: clamp(1.45rem, 1.1rem + 1.6vw, 1.9rem);
  }
  p {
    text-wrap: pretty;
  }
  button,
  textarea,
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: 2.75rem;
    padding: 0.55em 1.25em;
    border: 1.5px solid transparent;
    border-radius: 999px;
    background: none;
    color: var(--accent);
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 0.15s;
  }
  .primary {
    background: var(--accent);
    color: var(--on-accent);
  }
  .primary:hover {
    background: var(--accent-hover);
  }
  .secondary {
    border-color: var(--edge);
  }
  .secondary:hover {
    border-color: var(--accent);
  }
  .quiet {
    padding-inline: 0.6em;
    text-decoration: underline;
    text-underline-offset: 0.25em;
    text-decoration-thickness: 1px;
  }
  .quiet:hover {
    text-decoration-thickness: 2px;
  }
  [aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus-visible {
    outline: none;
  }
  .words {
    font-family: var(--font-words);
  }
  .muted {
    color: var(--muted);
    font-size: 0.9375rem;
  }
  .error {
    color: var(--alarm);
    font-weight: 600;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation-duration: 0.01ms !important;
      transition-duration: 0.01ms !important;
    }
  }
  @media (forced-colors: active) {
    button,
    .button {
      border-color: ButtonText;
    }
    .primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
