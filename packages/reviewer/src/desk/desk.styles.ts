import { css } from '@wherefore/ui';

/** Two panes when there is room, one at a time when there is not. */
export const deskStyles = css`
  :host {
    container-type: inline-size;
    background: var(--ground);
  }
  .desk {
    max-inline-size: 92rem;
    margin-inline: auto;
    padding: clamp(1rem, 3cqi, 2.25rem);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.25rem 1.5rem;
    margin-block-end: 1.25rem;
  }
  .me {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75rem;
  }
  .me .quiet {
    padding-inline: 0;
    font-size: 0.9375rem;
  }
  .empty {
    display: none;
  }
  .back {
    margin-block: -0.5rem 0.5rem;
  }
  .back a {
    padding-inline: 0.25rem;
    text-decoration: none;
  }
  .back a::before {
    content: '←' / '';
  }
  .back a:dir(rtl)::before {
    content: '→' / '';
  }
  .page {
    min-inline-size: 0;
  }
  .reading wherefore-inbox {
    display: none;
  }
  @container (max-width: 59.99rem) {
    /* Out of sight while one brief has the whole screen, but still the heading of the page. */
    .in:has(.reading) header {
      position: absolute;
      clip-path: inset(50%);
    }
    .in:has(.reading) .me,
    .in:has(.reading) wherefore-connections {
      display: none;
    }
  }
  @container (min-width: 60rem) {
    .panes {
      display: grid;
      grid-template-columns: minmax(20rem, 25rem) minmax(0, 1fr);
      gap: 2rem;
      align-items: start;
    }
    .reading wherefore-inbox {
      display: block;
    }
    wherefore-inbox {
      position: sticky;
      inset-block-start: 0;
      max-block-size: 100dvh;
      overflow-y: auto;
      overscroll-behavior: contain;
      margin: -0.5rem;
      padding: 0.5rem;
      scrollbar-width: thin;
      scrollbar-color: var(--line) transparent;
    }
    .page {
      padding-inline-start: 2rem;
      border-inline-start: 1px solid var(--line);
      min-block-size: min(70dvh, 44rem);
    }
    .back {
      display: none;
    }
    .empty:not([hidden]) {
      display: grid;
      place-content: center;
      gap: 0.4rem;
      min-block-size: min(70dvh, 44rem);
      text-align: center;
    }
    wherefore-inbox[empty] + .page .empty {
      visibility: hidden;
    }
    .empty h2 {
      color: var(--muted);
      font-weight: 500;
      font-size: 1.25rem;
    }
  }
  .desk:focus-visible {
    outline: none;
  }

  .welcome {
    display: grid;
    gap: 1rem;
    justify-items: start;
    max-inline-size: 34rem;
    margin: clamp(1rem, 8cqi, 5rem) auto;
    padding: clamp(1.5rem, 6cqi, 3rem);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.4);
    background: var(--raised);
    box-shadow: var(--shadow);
  }
  .welcome .primary {
    padding-inline: 2em;
  }
  .trouble button {
    margin-block-start: 0.75rem;
  }
  @media (forced-colors: active) {
    .welcome {
      border-color: CanvasText;
    }
  }
`;
