import { css } from 'lit';

/** The screens after the first question; loaded with them. */
export const conversationStyles = css`
  mark {
    color: inherit;
  }
  mark,
  .mark {
    --mark: var(--who);
    --tag: var(--who-ink);
    border-radius: 0.25em;
    background: linear-gradient(var(--mark), var(--mark)) no-repeat 0 0 / 100% 100%;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
    animation: highlight 0.45s ease-out;
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
    max-height: 16rem;
    overflow-y: auto;
    padding: 3px;
    margin: -3px;
  }
  .mark {
    padding: 0.12em 0.2em;
    cursor: pointer;
  }
  .mark:hover,
  .mark[aria-expanded='true'] {
    box-shadow: 0 2px 0 var(--tag);
  }
  .tag {
    margin-inline-start: 0.45em;
    white-space: nowrap;
    vertical-align: 0.12em;
    font-size: 0.75rem;
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
    content: '✓';
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
  .talk > input {
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
  .received .actions {
    margin-inline-start: -0.6em;
  }
  .follow p {
    flex-basis: 100%;
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
  .copy .after {
    display: none;
  }
  .copy.done .before {
    display: none;
  }
  .copy.done .after {
    display: inline;
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
