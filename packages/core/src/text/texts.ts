import type { Language } from '../brief/brief.ts';

/**
 * One screen's texts in every language. The type of the messages has no optional keys, so a missing translation
 * does not compile.
 */
export type Texts<Messages> = Readonly<Record<Language, Readonly<Messages>>>;

/** Fills `{name}` places in a text. A place without a value stays readable as an empty string. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
}
