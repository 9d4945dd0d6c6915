/** Nested data as the flat fields of a form. */

/**
 * Flattens a value the way PHP, Rails and `qs` read it back: `{ a: { b: 1 }, c: ['x', { d: true }] }` gives `a[b]=1`,
 * `c[0]=x`, `c[1][d]=true`, in the order of the value.
 *
 * A form knows only text. Numbers and booleans are written as JSON does, dates as ISO 8601, `null` as an empty text; what is
 * `undefined` is left out, and so are empty objects and lists, which a form can't hold.
 *
 * @throws TypeError for what is no object, for functions, and for two fields that would get the same name.
 */
export function formFields(value: unknown): [name: string, text: string][] {
  if (!isBranch(value) || Array.isArray(value)) throw new TypeError('A form needs an object with its fields');
  const fields = new Map<string, string>();
  const add = (name: string, part: unknown): void => {
    if (part === undefined) return;
    if (isBranch(part)) {
      for (const [key, inner] of Object.entries(part)) add(name === '' ? key : `${name}[${key}]`, inner);
      return;
    }
    if (name === '') throw new TypeError('A form field needs a name');
    if (fields.has(name)) throw new TypeError(`Two values for the form field ${name}`);
    fields.set(name, textOf(part));
  };
  for (const [key, part] of Object.entries(value)) {
    if (key === '') throw new TypeError('A form field needs a name');
    add(key, part);
  }
  return [...fields];
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

function textOf(value: unknown): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  throw new TypeError(`A form can't hold a ${typeof value}`);
}
