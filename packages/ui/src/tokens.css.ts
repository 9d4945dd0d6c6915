import { css } from './sheets.ts';

/**
 * Design tokens. Each is a public custom property `--wherefore-*`; where a page has none, the NL Design System
 * token that means the same is used, and only then our own value. Inside the elements only the short private
 * names are used, so that this file is the one place with a colour in it.
 *
 * Light and dark follow the `color-scheme` of the page, never the device alone: a white intranet stays white.
 * Every text colour holds 4.5:1 on its ground, every line that carries meaning 3:1.
 */
export const tokens = css`
  :host {
    --ground: var(
      --wherefore-color-ground,
      var(--utrecht-document-background-color, light-dark(#fffdf9, #171c1d))
    );
    --raised: var(--wherefore-color-raised, light-dark(#ffffff, #20282a));
    --sunken: var(--wherefore-color-sunken, light-dark(#f6f1e8, #121617));
    --ink: var(--wherefore-color-ink, var(--utrecht-document-color, light-dark(#1d2b2e, #ecefec)));
    --muted: var(--wherefore-color-muted, light-dark(#55646a, #a9b6b7));
    --line: var(--wherefore-color-line, light-dark(#e4dccd, #3a4648));
    --edge: var(--wherefore-color-edge, light-dark(#857d70, #7f8f91));
    --accent: var(
      --wherefore-color-accent,
      var(--utrecht-button-primary-action-background-color, light-dark(#0d5c56, #7fd6c6))
    );
    --accent-hover: var(
      --wherefore-color-accent-hover,
      var(--utrecht-button-primary-action-hover-background-color, light-dark(#08423e, #a5e6da))
    );
    --on-accent: var(
      --wherefore-color-on-accent,
      var(--utrecht-button-primary-action-color, light-dark(#ffffff, #0b2a27))
    );
    --focus: var(--wherefore-color-focus, var(--utrecht-focus-outline-color, light-dark(#b3470b, #ffc78f)));
    --alarm: var(--wherefore-color-alarm, light-dark(#a3271b, #ffb4a6));

    /* One colour for each kind of mark: a soft ground under the words and an ink for its label. */
    --who: var(--wherefore-color-who, light-dark(#d3e6f8, #1f4564));
    --who-ink: var(--wherefore-color-who-ink, light-dark(#174a75, #b7dcfb));
    --problem: var(--wherefore-color-problem, light-dark(#ffdccb, #66341d));
    --problem-ink: var(--wherefore-color-problem-ink, light-dark(#8a3510, #ffcdb3));
    --outcome: var(--wherefore-color-outcome, light-dark(#d5eccb, #27502b));
    --outcome-ink: var(--wherefore-color-outcome-ink, light-dark(#22582a, #bfe8b8));
    --means: var(--wherefore-color-means, light-dark(#e8def8, #453366));
    --means-ink: var(--wherefore-color-means-ink, light-dark(#553a8c, #dccbff));

    --font: var(
      --wherefore-font,
      var(--utrecht-document-font-family, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif)
    );
    /* The requester's own words have a voice of their own wherever they appear. */
    --font-words: var(
      --wherefore-font-words,
      'Iowan Old Style', 'Palatino Linotype', Palatino, 'Source Serif 4', 'Noto Serif', Georgia, serif
    );
    --radius: var(--wherefore-radius, 14px);
    --shadow: var(
      --wherefore-shadow,
      0 1px 2px light-dark(rgb(60 45 20 / 0.06), rgb(0 0 0 / 0.4)),
      0 8px 28px light-dark(rgb(60 45 20 / 0.07), rgb(0 0 0 / 0.35))
    );
  }
`;
