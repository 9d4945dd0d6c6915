import { css } from '@wherefore/ui';

/** Search, states and department above the list. */
export const filterStyles = css`
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }
  svg {
    position: absolute;
    inset-block: 0;
    margin-block: auto;
    inline-size: 1.15rem;
    block-size: 1.15rem;
    fill: none;
    stroke: var(--muted);
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
    pointer-events: none;
  }
  .search,
  .menu {
    position: relative;
    min-inline-size: 0;
  }
  .search,
  .states {
    inline-size: 100%;
  }
  .search svg {
    inset-inline-start: 0.95rem;
  }
  .menu svg {
    inset-inline-end: 0.85rem;
  }
  input,
  select {
    inline-size: 100%;
    min-block-size: 2.75rem;
    border: 1.5px solid var(--edge);
    border-radius: 999px;
    background: var(--raised);
    color: var(--ink);
    font-size: 1rem;
    text-overflow: ellipsis;
    appearance: none;
  }
  input {
    padding-inline: 2.6rem 1rem;
  }
  select {
    padding-inline: 1rem 2.4rem;
    cursor: pointer;
  }
  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  input:hover,
  select:hover {
    border-color: var(--accent);
  }
  kbd {
    display: none;
  }
  @container (min-width: 22rem) {
    .search:not(:focus-within):has(input:placeholder-shown) kbd {
      display: block;
      position: absolute;
      inset-block: 0;
      inset-inline-end: 0.85rem;
      margin-block: auto;
      block-size: 1.5rem;
      padding-inline: 0.5rem;
      border: 1px solid var(--line);
      border-radius: 6px;
      color: var(--muted);
      font: 0.8125rem/1.4rem var(--font);
      pointer-events: none;
    }
  }
  @media (pointer: coarse) {
    .search kbd {
      visibility: hidden;
    }
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    inline-size: 100%;
    padding-inline-start: 0.75rem;
  }
  .head p {
    flex: none;
  }
  .department select {
    border-color: transparent;
    background: none;
    font-size: 0.9375rem;
  }
  .department select:hover {
    border-color: var(--edge);
  }
  .chips {
    display: none;
    flex-wrap: wrap;
    gap: 0.35rem;
    inline-size: 100%;
  }
  @container (min-width: 23rem) {
    .states {
      display: none;
    }
    .chips {
      display: flex;
    }
  }
  .chip {
    min-height: 2rem;
    padding: 0.2rem 0.75rem;
    gap: 0.45em;
    border: 1px solid var(--line);
    background: var(--raised);
    color: var(--ink);
    font-size: 0.875rem;
    font-weight: 500;
  }
  .chip:hover {
    border-color: var(--accent);
  }
  .chip[aria-pressed='true'] {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .count {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  [aria-pressed='true'] .count {
    color: inherit;
  }
  @media (pointer: coarse) {
    .chip {
      min-height: 2.75rem;
      padding-inline: 1rem;
    }
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
