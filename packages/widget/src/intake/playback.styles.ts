import { css } from '@wherefore/ui';

/** The playback, the talk and the receipt; part of the styles that load with the conversation. */
export const playbackStyles = css`
  .letter {
    margin-top: 1.5rem;
    display: grid;
    gap: 0.75rem;
  }
  .slot {
    position: relative;
    padding: 0.7rem 1rem 0.55rem 1.25rem;
    border-radius: var(--radius);
    background: linear-gradient(var(--mark), var(--mark)) no-repeat 0 0 / 5px 100% var(--sunken);
  }
  .slot label {
    color: var(--tag);
    font-size: 0.875rem;
    font-weight: 650;
  }
  .line {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: start;
  }
  .slot textarea {
    padding: 0.15rem 0.4rem;
    margin-inline-start: -0.4rem;
    border-radius: 0.5rem;
    font-size: 1.25rem;
    line-height: 1.5;
  }
  .slot textarea:hover {
    background: color-mix(in srgb, var(--raised) 70%, transparent);
  }
  .slot textarea:focus-visible {
    background: var(--raised);
    outline: 3px solid var(--accent);
    outline-offset: 0;
  }
  .pencil {
    margin: 0.45rem 0 0 0.5rem;
    color: var(--muted);
  }
  .open {
    display: none;
  }
  .slot.empty .open {
    display: block;
    margin-top: 0.1rem;
  }
  .idea {
    margin-top: 0.5rem;
    padding-top: 1.25rem;
    border-top: 1.5px dashed var(--line);
  }
  .idea > .muted {
    margin: 0.5rem 0 0 1.25rem;
  }

  .talk {
    margin-top: 1.25rem;
    padding: 0.35rem 1.25rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .talk[open] {
    padding-bottom: 1.1rem;
  }
  .talk summary {
    padding-block: 0.5rem;
    color: var(--accent);
    font-weight: 600;
    cursor: pointer;
  }
  .talk fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin: 0.9rem 0 0;
    padding: 0;
    border: 0;
  }
  .talk legend,
  .talk > label {
    display: block;
    margin: 0.9rem 0 0.3rem;
    padding: 0;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .talk > input,
  .talk > textarea {
    width: 100%;
    min-height: 2.75rem;
    padding: 0.4rem 0.8rem;
    border: 1.5px solid var(--edge);
    border-radius: 0.6rem;
    background: var(--ground);
  }
  /* The button of a choice is drawn by its words; the real one stays there for keys and screen readers. */
  .choice {
    position: relative;
  }
  .choice input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choice span {
    display: block;
    padding: 0.5em 1.1em;
    border: 1.5px solid var(--edge);
    border-radius: 999px;
  }
  .choice input:checked + span {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .choice input:focus-visible + span {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }

  .travel {
    height: 6px;
    margin-top: 2rem;
    border-radius: 3px;
    background: linear-gradient(90deg, transparent, var(--accent), transparent) 0 0 / 40% 100% no-repeat var(--sunken);
    animation: travel 1.4s ease-in-out infinite;
  }
  @keyframes travel {
    from {
      background-position: -60% 0;
    }
    to {
      background-position: 160% 0;
    }
  }
  .kept {
    margin-top: 0.75rem;
    font-weight: 600;
  }
  .tick {
    margin-bottom: 0.75rem;
    stroke: var(--outcome-ink);
    stroke-width: 4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .tick circle {
    fill: var(--outcome);
    stroke: none;
  }
  .tick path {
    stroke-dasharray: 40;
    animation: draw 0.5s 0.15s ease-out backwards;
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 40;
    }
  }
  .follow {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    margin: 1.5rem 0 1.75rem;
  }
  .delivery .actions {
    column-gap: 1.25rem;
  }
  .delivery .quiet,
  .others .quiet,
  .restored .quiet {
    padding-inline: 0;
  }
  .others {
    margin-top: 2rem;
    padding-top: 1.25rem;
    border-top: 1px solid var(--line);
  }
  .others p,
  .others blockquote {
    margin-top: 0.5rem;
  }
  .follow p {
    flex-basis: 100%;
  }
  .shared button {
    display: flex;
  }
  h3 {
    font-size: 1.0625rem;
  }
  .steps {
    counter-reset: step;
    margin-top: 0.75rem;
    display: grid;
    gap: 0.6rem;
  }
  .steps li {
    display: grid;
    grid-template-columns: 2rem 1fr;
    align-items: start;
    counter-increment: step;
  }
  .steps li::before {
    content: counter(step);
    display: grid;
    place-items: center;
    width: 1.5rem;
    height: 1.5rem;
    border-radius: 50%;
    background: var(--sunken);
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 650;
  }
  .copy:not(.done) .after,
  .done span:first-child {
    display: none;
  }
  .split {
    margin-bottom: 1.75rem;
    padding: 0.9rem 1.1rem 0.7rem;
    border-radius: var(--radius);
    background: var(--sunken);
  }
  .split button {
    margin-top: 0.6rem;
  }
  .restored {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75rem;
    margin-bottom: 1.25rem;
    padding: 0.25rem 1rem;
    border-radius: var(--radius);
    background: var(--sunken);
  }

  @media (forced-colors: active) {
    .quiet {
      border-color: Canvas;
    }
    .slot {
      border: 1px solid;
    }
    .choice input:checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
