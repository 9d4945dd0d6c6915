/**
 * Styles as text: one style sheet can hold several, and what two elements both use is parsed once.
 *
 * @example
 * ```ts
 * static override styles = css`${foundation} p { color: var(--muted) }`;
 * ```
 */
export function css(strings: TemplateStringsArray, ...parts: readonly string[]): string {
  return String.raw({ raw: strings }, ...parts);
}

const sheets = new Map<string, CSSStyleSheet>();

/** The style sheet of a text: the same one for every element of the page. */
export function sheetOf(styles: string): CSSStyleSheet {
  let sheet = sheets.get(styles);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(styles, sheet);
  }
  return sheet;
}
