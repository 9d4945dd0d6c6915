import { css } from './sheets.ts';

/** The pill, and the colours of the states for whatever else shows them. Colour is never the only sign. */
export const statusStyles = css`
  .received {
    --dot: var(--edge);
  }
  .reviewing {
    --pill: var(--who);
    --pill-ink: var(--who-ink);
    --dot: var(--who-ink);
  }
  .accepted,
  .solved,
  .delivered {
    --pill: var(--outcome);
    --pill-ink: var(--outcome-ink);
    --dot: var(--outcome-ink);
  }
  .later,
  .merged {
    --pill: var(--means);
    --pill-ink: var(--means-ink);
    --dot: var(--means-ink);
  }
  .declined {
    --pill: var(--problem);
    --pill-ink: var(--problem-ink);
    --dot: var(--problem-ink);
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.15em 0.8em 0.15em 0.65em;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--pill, var(--sunken));
    color: var(--pill-ink, var(--ink));
    font: 600 0.8125rem/1.5 var(--font);
    white-space: nowrap;
  }
  .pill.received {
    border-color: var(--line);
  }
  .pill::before {
    content: '';
    flex: none;
    inline-size: 0.55em;
    block-size: 0.55em;
    border-radius: 50%;
    background: var(--dot);
  }
  @media (forced-colors: active) {
    .pill {
      border-color: CanvasText;
    }
    .pill::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
