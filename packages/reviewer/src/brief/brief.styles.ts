import { css } from '@wherefore/ui';

/** One screen: the need large and first, the request with its marks like a highlighter pen, the rest quiet. */
export const briefStyles = css`
  :host {
    container-type: inline-size;
  }
  .brief {
    overflow-wrap: anywhere;
  }
  .line-up {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 1rem;
  }
  .columns {
    display: grid;
    gap: 2.5rem;
    margin-block-start: 1.25rem;
  }
  .story,
  .side {
    display: grid;
    align-content: start;
    gap: 2.25rem;
    min-inline-size: 0;
  }
  @container (min-width: 46rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(17rem, 20rem);
      gap: 2.75rem;
    }
  }
  h3 {
    font-size: 1rem;
    letter-spacing: 0;
  }

  .need {
    display: grid;
    gap: 1.35rem;
  }
  .slot {
    border-inline-start: 4px solid var(--bar);
    padding-inline-start: 1.1rem;
  }
  .label {
    color: var(--ink-of);
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .need .words,
  .idea .words {
    margin-block-start: 0.1rem;
    font-size: 1.25rem;
    font-weight: 400;
    line-height: 1.4;
    letter-spacing: 0;
    white-space: pre-line;
    text-wrap: pretty;
  }
  .need h2.words {
    font-size: clamp(1.45rem, 1.1rem + 1.5cqi, 1.85rem);
    line-height: 1.28;
  }
  .need .words.long,
  .need h2.words.long {
    font-size: 1.125rem;
    line-height: 1.5;
  }
  .need h2.asked {
    line-height: 1.75;
  }
  .who {
    --bar: var(--who);
    --ink-of: var(--who-ink);
  }
  .problem {
    --bar: var(--problem);
    --ink-of: var(--problem-ink);
  }
  .outcome {
    --bar: var(--outcome);
    --ink-of: var(--outcome-ink);
  }
  .means {
    --bar: var(--means);
    --ink-of: var(--means-ink);
  }

  .request {
    margin-block-start: 0.5rem;
    font-size: 1.1875rem;
    line-height: 1.6;
    white-space: pre-line;
  }
  .request.marked {
    line-height: 2;
  }
  mark {
    padding: 0.12em 0.3em 0.16em;
    margin-inline: -0.1em;
    border-radius: 0.4em 0.7em 0.5em 0.65em;
    background: var(--bar);
    color: inherit;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  .tag {
    margin-inline-start: 0.5em;
    color: var(--ink-of);
    font: 600 0.75rem/1 var(--font);
    white-space: nowrap;
    user-select: none;
  }
  .idea .muted {
    margin-block-start: 0.35rem;
  }

  .unclear {
    padding: 1.15rem 1.3rem 1.25rem;
    border-radius: var(--radius);
    background: var(--sunken);
  }
  .unclear ul {
    display: grid;
    gap: 0.55rem;
    margin-block: 0.6rem 0.75rem;
  }
  .unclear li {
    position: relative;
    padding-inline-start: 1.4rem;
  }
  .unclear li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.42em;
    inline-size: 0.7rem;
    block-size: 0.7rem;
    border: 2px solid var(--edge);
    border-radius: 50%;
  }
  .unclear strong {
    font-weight: 600;
  }

  dl {
    display: grid;
    gap: 0.75rem;
    margin-block-start: 0.6rem;
  }
  .facts {
    gap: 0.35rem;
  }
  .facts div {
    display: grid;
    grid-template-columns: minmax(6.5rem, 1fr) minmax(0, 2.2fr);
    gap: 0 1rem;
    align-items: baseline;
  }
  dt {
    color: var(--muted);
    font-size: 0.9375rem;
    text-wrap: balance;
  }
  dd {
    white-space: pre-line;
  }

  .side {
    gap: 2rem;
  }
  .history {
    margin-block-start: 0.9rem;
  }
  .history li {
    position: relative;
    padding-inline-start: 1.6rem;
    padding-block-end: 1.35rem;
  }
  .history li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.42rem;
    inset-inline-start: 0;
    inline-size: 0.8rem;
    block-size: 0.8rem;
    border: 2px solid var(--edge);
    border-radius: 50%;
    background: var(--ground);
  }
  .history li:first-child::before {
    border-color: var(--dot);
    background: var(--dot);
  }
  .history li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1.5rem -0.2rem;
    inset-inline-start: calc(0.4rem - 1px);
    border-inline-start: 2px solid var(--line);
  }
  .history strong {
    font-weight: 600;
  }
  .reason {
    white-space: pre-line;
  }

  .notice {
    padding: clamp(1.5rem, 8cqi, 4rem) 1rem;
    text-align: center;
  }
  .notice p {
    margin-block: 0.6rem 1.25rem;
    color: var(--muted);
  }
  .ghost {
    block-size: 1.4rem;
    margin-block-start: 1.25rem;
    border-radius: 999px;
    background: var(--sunken);
    animation: breathe 2.4s ease-in-out infinite;
  }
  .ghost.short {
    inline-size: 55%;
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
  @media (forced-colors: active) {
    mark {
      forced-color-adjust: none;
      background: Mark;
      color: MarkText;
    }
    mark .tag {
      color: MarkText;
    }
    .slot {
      border-color: CanvasText;
    }
    .unclear {
      border: 1px solid CanvasText;
    }
    .history li:first-child::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
