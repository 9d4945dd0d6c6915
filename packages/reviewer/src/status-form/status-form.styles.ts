import { css } from '@wherefore/ui';

/** A card beside the brief. */
export const statusFormStyles = css`
  :host {
    container-type: inline-size;
  }
  form {
    display: grid;
    gap: 1.1rem;
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: var(--shadow);
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1.125rem;
  }
  h4 {
    margin: 0;
    font-size: 1rem;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  .field label {
    padding: 0;
    font-weight: 600;
  }
  .choices {
    display: grid;
    gap: 0.15rem;
    margin-block-start: 0.35rem;
    margin-inline: -0.6rem;
  }
  @container (min-width: 32rem) {
    .choices {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .choice {
    display: flex;
    gap: 0.7rem;
    min-block-size: 2.75rem;
    padding: 0.45rem 0.6rem;
    border-radius: 10px;
    line-height: 1.35;
    cursor: pointer;
  }
  .choice:hover {
    background: var(--sunken);
  }
  .choice:has(:checked) {
    background: var(--pill, var(--sunken));
    color: var(--pill-ink, var(--ink));
  }
  .choice:has(:checked) .muted {
    color: inherit;
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  input[type='radio'] {
    flex: none;
    inline-size: 1.2rem;
    block-size: 1.2rem;
    margin-block-start: 0.12rem;
    accent-color: var(--accent);
    cursor: inherit;
  }
  input[type='radio']:focus-visible {
    outline: none;
  }
  .name {
    font-weight: 600;
  }
  .what {
    display: block;
  }
  .current {
    margin-inline-start: 0.4em;
    padding: 0.05em 0.5em;
    border: 1px solid var(--line);
    border-radius: 999px;
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .choice:has(:checked) .current {
    border-color: currentColor;
    color: inherit;
  }
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 7rem;
    margin-block-start: 0.5rem;
    padding: 0.7rem 0.85rem;
    border: 1.5px solid var(--edge);
    border-radius: 10px;
    background: var(--ground);
    color: var(--ink);
    line-height: 1.5;
    resize: vertical;
    field-sizing: content;
    max-block-size: 24rem;
  }
  textarea[aria-invalid] {
    border-color: var(--alarm);
    border-width: 2px;
  }
  .field .error {
    margin-block-start: 0.35rem;
  }
  .saved,
  .conflict {
    display: grid;
    gap: 0.35rem;
    padding: 0.9rem 1rem;
    border-radius: 10px;
  }
  .saved {
    background: var(--outcome);
    color: var(--outcome-ink);
  }
  .saved .muted {
    color: inherit;
  }
  .conflict {
    gap: 0.6rem;
    border-inline-start: 4px solid var(--problem-ink);
    background: var(--sunken);
  }
  .conflict h4 {
    color: var(--problem-ink);
  }
  .conflict blockquote {
    padding-inline-start: 0.8rem;
    border-inline-start: 3px solid var(--line);
    white-space: pre-line;
  }
  strong {
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .saved,
    .conflict,
    .choice:has(:checked) {
      border: 1px solid CanvasText;
    }
    .choice:has(:focus-visible) {
      outline-color: Highlight;
    }
  }
`;
