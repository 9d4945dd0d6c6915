/** The languages on screen. The same list as the brief's, kept apart so that the first paint needs no schema. */
export type ScreenLanguage = 'nl' | 'en';

/**
 * The language for an element: its own `language`, else the nearest `lang` on the page (through shadow roots),
 * else the browser's, else Dutch.
 */
export function languageOf(element: Element, own?: string | null): ScreenLanguage {
  for (const tag of [own, nearestLang(element), globalThis.navigator?.language]) {
    const code = tag?.slice(0, 2).toLowerCase();
    if (code === 'nl' || code === 'en') return code;
  }
  return 'nl';
}

function nearestLang(element: Element): string | null {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : null;
}
