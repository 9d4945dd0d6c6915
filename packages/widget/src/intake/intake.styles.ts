import { css } from '@wherefore/ui';

/** The card and the first question: all that the first paint needs. */
export const intakeStyles = css`
  :host {
    max-width: 44rem;
  }
  .card {
    padding: clamp(1.25rem, 5%, 2.5rem);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--raised);
    box-shadow: var(--shadow);
  }
  label {
    cursor: inherit;
  }
  .help {
    margin-top: 0.5rem;
    color: var(--muted);
  }
  .paper {
    display: grid;
    margin-top: 1.25rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    background: var(--ground);
  }
  .paper:focus-within {
    border-color: var(--accent);
    box-shadow: 0 0 0 3px color-mix(in srgb, var(--accent) 22%, transparent);
  }
  .paper > * {
    grid-area: 1 / 1;
    min-width: 0;
    min-height: 6.5rem;
    padding: 0.9rem 1.1rem;
    font-size: 1.3rem;
    line-height: 1.6;
  }
  .mirror {
    color: transparent;
    white-space: pre-wrap;
    overflow-wrap: break-word;
  }
  /* The marks come all at once by fading in, which costs no frame of the main thread while somebody types. */
  .mirror:not(.stale) {
    transition: opacity 0.4s;
  }
  .stale {
    opacity: 0;
  }
  textarea {
    display: block;
    width: 100%;
    border: 0;
    border-radius: var(--radius);
    background: none;
    resize: none;
    overflow: hidden;
    overflow-wrap: break-word;
    field-sizing: content;
  }
  .paper textarea {
    position: relative;
    outline: none;
  }
  .error:empty {
    display: none;
  }
  .error,
  .example {
    margin-top: 0.75rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    margin-top: 1.5rem;
  }
  .safe {
    display: flex;
    gap: 0.5em;
    align-items: center;
    flex: 1 1 14rem;
  }
  .safe svg {
    flex: none;
  }
  dialog {
    width: min(44rem, 100vw - 2rem);
    max-height: calc(100dvh - 2rem);
    padding: 0;
    border: 0;
    border-radius: calc(var(--radius) * 1.5);
    background: none;
    color: inherit;
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(20 30 30 / 0.45);
  }
  .drawer {
    width: min(34rem, 100vw);
    height: 100dvh;
    max-height: none;
    margin: 0 0 0 auto;
    border-radius: 0;
  }
  .drawer .card {
    min-height: 100%;
    border-radius: 0;
  }
  @media (forced-colors: active) {
    .paper:focus-within {
      outline: 3px solid Highlight;
    }
  }
`;
