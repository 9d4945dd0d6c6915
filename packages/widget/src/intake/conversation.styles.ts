import { css } from '@wherefore/ui';
import { playbackStyles } from './playback.styles.ts';

/** The screens after the first question; loaded with them. */
export const conversationStyles = css`
  mark,
  .mark {
    border-radius: 0.25em;
    background: linear-gradient(var(--mark), var(--mark)) no-repeat 0 0 / 100% 100%;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  mark {
    color: transparent;
  }
  .problem {
    --mark: var(--problem);
    --tag: var(--problem-ink);
  }
  .outcome {
    --mark: var(--outcome);
    --tag: var(--outcome-ink);
  }
  .means {
    --mark: var(--means);
    --tag: var(--means-ink);
  }
  .who {
    --mark: var(--who);
    --tag: var(--who-ink);
  }
  @keyframes highlight {
    from {
      background-size: 0 100%;
    }
  }

  .heard {
    margin-top: 0.75rem;
    animation: arrive 0.25s ease-out;
  }
  .heard:has(ul) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem 0.6rem;
  }
  .heard ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }
  .legend,
  .tag {
    color: var(--tag);
    font: 600 0.8125rem/1.4 var(--font);
  }
  .legend {
    padding: 0.15em 0.7em;
    border-radius: 999px;
    background: var(--mark);
  }
  .caution {
    flex-basis: 100%;
    margin-top: 0.5rem;
    padding: 0.6rem 0.9rem;
    border-inline-start: 4px solid var(--focus);
    background: var(--sunken);
    border-radius: 0 var(--radius) var(--radius) 0;
  }

  .quiet {
    text-align: start;
  }
  .caution .quiet {
    min-height: 1.75rem;
    padding: 0;
  }
  .back {
    margin: -0.75rem 0 0.5rem -0.6em;
    font-size: 0.9375rem;
    font-weight: 500;
    text-decoration: none;
  }
  .back:hover {
    text-decoration: underline;
  }
  .sentence {
    margin-bottom: 1.75rem;
    padding-bottom: 1.5rem;
    border-bottom: 1px solid var(--line);
  }
  .quote {
    font-size: 1.3rem;
    line-height: 1.75;
    white-space: pre-wrap;
    overflow-wrap: break-word;
    /* Ends within a line, so that whoever wrote more sees that there is more. */
    max-height: 30.7rem;
    overflow-y: auto;
    padding: 3px;
    margin: -3px;
  }
  .mark {
    padding: 0.12em 0.2em;
    animation: highlight 0.45s ease-out;
    cursor: pointer;
  }
  .mark:has([data-span]:hover, [aria-expanded='true']) {
    box-shadow: 0 2px 0 var(--tag);
  }
  .tag {
    margin-inline-start: 0.45em;
    white-space: nowrap;
    font-size: 0.75rem;
  }
  /* Large enough for a finger, and no taller than its line. */
  .not,
  .undo {
    min-height: 1.75rem;
    padding: 0;
    margin-block: -0.4rem;
  }
  .not {
    width: 1.75rem;
    color: inherit;
  }
  .not::before {
    content: '\\d7';
    width: 1.2rem;
    border-radius: 50%;
    background: color-mix(in srgb, var(--tag) 12%, transparent);
    font: 600 0.9375rem/1.2rem var(--font);
  }
  .not:hover::before {
    background: var(--tag);
    color: var(--raised);
  }
  .undo {
    padding-inline: 0.8em;
    border: 1.5px dashed var(--edge);
    font-size: 0.8125rem;
  }
  .sentence > .muted {
    margin-top: 0.5rem;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11.5rem, 45%), auto));
    justify-content: start;
    gap: 0.4rem;
    margin-top: 0.6rem;
    animation: arrive 0.18s ease-out;
  }
  .why {
    grid-column: 1 / -1;
  }
  .chip {
    min-height: 2.5rem;
    padding: 0.3em 0.6em;
    border-color: transparent;
    background: var(--mark, var(--sunken));
    color: var(--tag, var(--ink));
    font-size: 0.9375rem;
  }
  .chip:hover,
  .chip[aria-pressed='true'] {
    border-color: currentColor;
  }
  .chip[aria-pressed='true']::before {
    content: '\\2713';
  }

  .question,
  .playback,
  .delivery {
    animation: arrive 0.3s ease-out;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(0.5rem);
    }
  }
  .answer {
    min-height: 5rem;
    margin-top: 1rem;
    padding: 0.8rem 1.1rem;
    border: 1.5px solid var(--edge);
    background: var(--ground);
    font-size: 1.2rem;
    line-height: 1.55;
  }
  .answer:focus-visible {
    border-color: var(--accent);
    outline: 3px solid color-mix(in srgb, var(--accent) 22%, transparent);
    outline-offset: 0;
  }
  .left {
    margin-inline-start: auto;
  }

  @media (forced-colors: active) {
    mark,
    .mark,
    .legend,
    .chip {
      outline: 1px solid;
    }
    mark {
      forced-color-adjust: none;
      background: none;
    }
  }

  /* The way out of a dialog. */
  dialog .card > button:last-child {
    margin-top: 1.5rem;
  }

  ${playbackStyles}
`;
