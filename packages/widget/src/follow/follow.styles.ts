import { css } from '@wherefore/ui';

/** A sheet of paper on the page: the requester's words large, the state calm, the rest in reading order. */
export const followStyles = css`
  :host {
    container-type: inline-size;
    max-inline-size: var(--wherefore-follow-width, 44rem);
    margin-inline: auto;
  }
  .letter {
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.4);
    box-shadow: var(--shadow);
    padding: clamp(1.25rem, 6cqi, 3.5rem);
    overflow-wrap: anywhere;
  }
  h1 {
    color: var(--muted);
    font-size: 1rem;
    font-weight: 500;
    letter-spacing: 0;
  }
  h2 {
    font-size: 1.125rem;
    letter-spacing: -0.005em;
  }
  .request {
    margin-block-start: 0.6rem;
    font-size: clamp(1.45rem, 1.1rem + 2.4cqi, 2rem);
    line-height: 1.32;
    white-space: pre-line;
    text-wrap: pretty;
  }
  .request.long {
    font-size: clamp(1.125rem, 1rem + 0.8cqi, 1.3rem);
    line-height: 1.55;
  }
  section {
    margin-block-start: 2.75rem;
  }

  .now {
    background: var(--sunken);
    border-radius: var(--radius);
    padding: clamp(1rem, 4cqi, 1.75rem);
    margin-block-start: 2rem;
  }
  .now h2 {
    color: var(--muted);
    font-size: 0.9375rem;
    font-weight: 500;
    letter-spacing: 0;
  }
  .now .step {
    align-items: center;
    margin-block-start: 0.5rem;
  }
  .now .reason {
    margin-block-start: 1.1rem;
    font-size: 1.1875rem;
    line-height: 1.5;
  }
  h3 {
    margin-block-start: 1.4rem;
    padding-block-start: 1.1rem;
    border-block-start: 1px solid var(--line);
    font-size: 0.9375rem;
    letter-spacing: 0;
  }
  .next {
    margin-block-start: 0.9rem;
  }
  h3 + .next {
    margin-block-start: 0.2rem;
  }

  /* The state is the news here, so larger than in a list. */
  .pill {
    padding: 0.3em 0.95em 0.3em 0.8em;
    font-size: 1rem;
    line-height: 1.35;
    white-space: normal;
  }
  .pill.received {
    background: var(--raised);
  }
  .history li::before {
    content: '';
    flex: none;
    inline-size: 0.6em;
    block-size: 0.6em;
    border-radius: 50%;
    background: var(--dot);
  }

  .history {
    margin-block-start: 1.1rem;
  }
  .history li {
    position: relative;
    padding-inline-start: 1.9rem;
    padding-block-end: 1.75rem;
  }
  .history li:last-child {
    padding-block-end: 0;
  }
  .history li::before {
    position: absolute;
    inset-block-start: 0.4rem;
    inset-inline-start: 0;
    inline-size: 0.85rem;
    block-size: 0.85rem;
    border: 2px solid var(--dot);
    background: var(--pill, var(--raised));
  }
  .history li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1.65rem -0.15rem;
    inset-inline-start: calc(0.425rem - 1px);
    border-inline-start: 2px solid var(--line);
  }
  .step {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
  }
  .step strong {
    font-weight: 600;
  }
  time,
  .by {
    color: var(--muted);
    font-size: 0.9375rem;
  }
  .reason {
    margin-block-start: 0.25rem;
    max-inline-size: 60ch;
    white-space: pre-line;
  }
  .by::before {
    content: '— ' / '';
  }

  dl {
    margin-block-start: 1.1rem;
    display: grid;
    gap: 1.5rem;
  }
  .slot {
    border-inline-start: 4px solid var(--bar);
    padding-inline-start: 1rem;
  }
  dt {
    color: var(--label);
    font-size: 0.9375rem;
    font-weight: 600;
  }
  dd.words {
    font-size: 1.1875rem;
    line-height: 1.5;
    white-space: pre-line;
  }
  dd.muted {
    margin-block-start: 0.35rem;
  }
  .slot.who {
    --bar: var(--who);
    --label: var(--who-ink);
  }
  .slot.problem {
    --bar: var(--problem);
    --label: var(--problem-ink);
  }
  .slot.outcome {
    --bar: var(--outcome);
    --label: var(--outcome-ink);
  }
  .slot.means {
    --bar: var(--means);
    --label: var(--means-ink);
  }

  footer {
    margin-block-start: 2.75rem;
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--line);
    text-wrap: pretty;
  }

  .notice h1 {
    color: var(--ink);
    font-size: clamp(1.35rem, 1.1rem + 1.6cqi, 1.75rem);
    font-weight: 650;
  }
  .notice p {
    margin-block-start: 0.85rem;
  }
  .notice p:has(button) {
    margin-block-start: 1.5rem;
  }
  .line {
    block-size: 1rem;
    margin-block-start: 1.1rem;
    border-radius: 999px;
    background: var(--sunken);
    inline-size: 80%;
    animation: breathe 2.4s ease-in-out infinite;
  }
  .line.long {
    inline-size: 100%;
  }
  .line.short {
    inline-size: 45%;
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
  @media (forced-colors: active) {
    .letter,
    .now,
    .pill {
      border: 1px solid CanvasText;
    }
    .pill::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .slot {
      border-color: CanvasText;
    }
    .line {
      border: 1px solid GrayText;
    }
  }
  @media print {
    .letter {
      border: 0;
      box-shadow: none;
      padding: 0;
    }
  }
`;
