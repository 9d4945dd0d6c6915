import { css } from '@wherefore/ui';

/** Like the list of a good mail client: words first, everything else quiet. */
export const inboxStyles = css`
  :host {
    container-type: inline-size;
  }
  .inbox {
    overflow-wrap: anywhere;
  }
  .results {
    margin-block-start: 0.35rem;
    transition: opacity 0.15s;
  }
  .results[aria-busy='true'] .list {
    opacity: 0.6;
  }
  .list {
    display: grid;
    gap: 0.25rem;
  }
  .row {
    position: relative;
    padding: 0.95rem 1rem 0.9rem;
    border-radius: var(--radius);
  }
  .row + .row::before {
    content: '';
    position: absolute;
    inset-block-start: -0.16rem;
    inset-inline: 1rem;
    border-block-start: 1px solid var(--line);
  }
  .row:has([aria-current])::before,
  .row:has([aria-current]) + .row::before {
    border-color: transparent;
  }
  .row:hover {
    background: var(--sunken);
  }
  .row:has([aria-current]) {
    background: var(--raised);
    box-shadow: var(--shadow);
  }
  .row:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: -1px;
  }
  .lead {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    white-space: pre-line;
    color: var(--ink);
    font-size: 1.0625rem;
    line-height: 1.4;
    text-decoration: none;
  }
  .lead:focus-visible {
    outline: none;
  }
  .lead::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .lead[aria-current]::before {
    content: '';
    position: absolute;
    inset-block: 0.9rem;
    inset-inline-start: 0;
    inline-size: 4px;
    border-radius: 4px;
    background: var(--accent);
  }
  .fresh .lead {
    font-weight: 600;
  }
  .from,
  .stand {
    color: var(--muted);
    font-size: 0.875rem;
  }
  .from {
    margin-block-start: 0.35rem;
  }
  .from > span:not(:last-child)::after {
    content: ' ·' / ',';
  }
  .stand {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 0.75rem;
    margin-block-start: 0.5rem;
  }
  .more {
    display: flex;
    justify-content: center;
    margin-block: 1.25rem;
  }

  .note {
    padding-inline: 0.75rem;
  }
  .notice {
    padding: 2.25rem 1rem;
    text-align: center;
  }
  .notice h2 {
    font-size: 1.25rem;
  }
  .notice .muted {
    margin-block-start: 0.4rem;
  }
  .notice button {
    margin-block-start: 1.1rem;
  }
  .trouble {
    padding: 1.25rem;
    border-radius: var(--radius);
    background: var(--sunken);
  }
  .ghost {
    display: grid;
    gap: 0.7rem;
    padding: 1rem 0.75rem;
  }
  .line {
    block-size: 0.9rem;
    border-radius: 999px;
    background: var(--sunken);
    animation: breathe 2.4s ease-in-out infinite;
  }
  .line.short {
    inline-size: 55%;
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
  @media (forced-colors: active) {
    .row:has([aria-current]) {
      outline: 2px solid Highlight;
    }
    .line {
      border: 1px solid GrayText;
    }
  }
`;
