const regions = new WeakMap<ShadowRoot, HTMLElement>();

/**
 * Says `words` politely through a live region inside the element's own root.
 * The region is made on first use and left in place: screen readers only notice changes of a region they know.
 */
export function announce(root: ShadowRoot, words: string): void {
  let region = regions.get(root);
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.setAttribute('role', 'status');
    region.className = 'visually-hidden';
    root.append(region);
    regions.set(root, region);
  }
  // The same words twice are only spoken again when the text really changes.
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}
