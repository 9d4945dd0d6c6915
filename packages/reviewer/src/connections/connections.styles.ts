import { css } from '@wherefore/ui';

export const connectionsStyles = css`
  :host {
    container-type: inline-size;
  }
  .open {
    margin-block-end: 0.75rem;
    min-block-size: 2.75rem;
    font-size: 0.9375rem;
  }
  .open.alarm {
    border-color: var(--alarm);
    color: var(--alarm);
  }
  .open::after {
    content: '▾' / '';
  }
  .open[aria-expanded='true']::after {
    content: '▴' / '';
  }
  .panel {
    display: grid;
    gap: 2.25rem;
    margin-block-end: 1.75rem;
    padding: clamp(1rem, 3cqi, 1.75rem);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.1875rem;
  }
  .list {
    display: grid;
    gap: 1rem;
  }
  .stuck {
    margin-block-start: 0.75rem;
  }
  li {
    display: grid;
    gap: 0.35rem 1.5rem;
    align-items: center;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--line);
  }
  .targets li:first-child {
    padding-block-start: 0;
    border: 0;
  }
  li button {
    justify-self: start;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .result {
    font-size: 0.9375rem;
  }
  @container (min-width: 44rem) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .result {
      grid-column: 1 / -1;
    }
  }
  strong {
    font-weight: 600;
  }
`;
