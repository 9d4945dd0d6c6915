/**
 * Registers an element under a name, unless that name is taken: a second copy on the page is harmless,
 * and says so once when it is not the same class.
 */
export function define(name: string, element: CustomElementConstructor): void {
  const existing = customElements.get(name);
  if (!existing) customElements.define(name, element);
  else if (existing !== element)
    console.warn(`<${name}> was already registered; the first registration stays.`);
}
