import { css } from '@wherefore/ui';

export const elsewhereStyles = css`
  :host {
    container-type: inline-size;
  }
  h3 {
    font-size: 1rem;
    letter-spacing: 0;
  }
  ul {
    display: grid;
    gap: 0.6rem;
    margin-block-start: 0.6rem;
  }
  li {
    overflow-wrap: anywhere;
  }
  .stuck {
    display: grid;
    gap: 0.5rem 1.5rem;
    align-items: center;
    padding: 0.7rem 1rem;
    border-inline-start: 4px solid var(--alarm);
    border-radius: var(--radius);
    background: var(--sunken);
  }
  .stuck button {
    justify-self: start;
  }
  @container (min-width: 34rem) {
    .stuck {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
  @media (forced-colors: active) {
    .stuck {
      border: 1px solid CanvasText;
    }
  }
`;
