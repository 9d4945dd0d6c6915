import { css } from 'lit';

export const elsewhereStyles = css`
  h3 {
    font-size: 1rem;
    letter-spacing: 0;
  }
  ul {
    display: grid;
    gap: 0.9rem;
    margin-block-start: 0.6rem;
  }
  li {
    overflow-wrap: anywhere;
  }
  .stuck {
    padding: 0.9rem 1rem 1rem;
    border-inline-start: 4px solid var(--alarm);
    border-radius: var(--radius);
    background: var(--sunken);
  }
  .stuck button {
    margin-block-start: 0.6rem;
  }
  @media (forced-colors: active) {
    .stuck {
      border: 1px solid CanvasText;
    }
  }
`;
