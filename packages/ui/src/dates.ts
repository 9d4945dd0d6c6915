import type { ScreenLanguage } from './language.ts';

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A day in full: 3 maart 2026. */
export function longDate(at: string, language: ScreenLanguage): string {
  return format(at, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A day and a time, for the history: 3 maart 2026 om 14:05. */
export function dateAndTime(at: string, language: ScreenLanguage): string {
  return format(at, language, { dateStyle: 'long', timeStyle: 'short' });
}

/** How long ago, as people say it; from a month on the date itself. */
export function ago(at: string, language: ScreenLanguage, now = Date.now()): string {
  const passed = Math.max(0, now - Date.parse(at));
  const relative = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' });
  if (passed < MINUTE) return relative.format(0, 'second');
  if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return relative.format(-Math.floor(passed / HOUR), 'hour');
  if (passed < 7 * DAY) return relative.format(-Math.floor(passed / DAY), 'day');
  if (passed < 30 * DAY) return relative.format(-Math.floor(passed / (7 * DAY)), 'week');
  return format(at, language, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** People and things in a row: "verpleegkundigen en familie". */
export function inARow(words: readonly string[], language: ScreenLanguage): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(words);
}

function format(at: string, language: ScreenLanguage, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(at));
}
