import type { PrivateData, PrivateDataKind } from './types.ts';

/*
 * Finds what should perhaps not be sent along, so that the requester can be warned before anything leaves the device.
 * Every repetition has a ceiling, so the scan stays linear in the text.
 */
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/g;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/gi;
const SECRET =
  /\b(?:password|wachtwoord|paswoord|(?:pass|inlog|toegangs|pin|access |login |pin )code|pin)(?: (?:van|for|of|voor) \S{1,30})? {0,2}([:=]?)(?: (?:is|was))? {0,2}(\S{3,64})/gi;
const DIGITS = /[+(]?\d(?:[ ./()-]{0,2}\d){6,18}/g;

/** The Dutch citizen number: the eleven test of the Rijksdienst voor Identiteitsgegevens. */
export function isBsn(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits) || !Number(digits)) return false;
  return (
    [...digits.padStart(9, '0')].reduce((sum, digit, i) => sum + Number(digit) * (i < 8 ? 9 - i : -1), 0) %
      11 ===
    0
  );
}

/** The Belgian national register number: the last two digits by 97, with a 2 in front for who was born from 2000 on. */
export function isNationalNumber(digits: string): boolean {
  // Month and day may be zero or, in a number for foreigners, up to 52 and more: only what can't be a date is left out.
  if (!/^\d\d[0-5]\d[0-3]\d{6}$/.test(digits)) return false;
  const [born, check] = [digits.slice(0, 9), Number(digits.slice(9))];
  return [born, `2${born}`].some((number) => 97 - (Number(number) % 97) === check);
}

/** Bank cards: the Luhn test of ISO/IEC 7812-1. */
export function isCard(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((all, digit, i) => {
    const value = Number(digit) * (1 + (i % 2));
    return all + value - (value > 9 ? 9 : 0);
  }, 0);
  return /^[2-6]\d{12,18}$/.test(digits) && sum % 10 === 0;
}

/** Bank accounts: ISO 13616, the remainder by 97 is 1. */
export function isIban(account: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account)) return false;
  const moved = account.slice(4) + account.slice(0, 4);
  return BigInt([...moved].map((character) => Number.parseInt(character, 36)).join('')) % 97n === 1n;
}

const isPhone = (written: string, digits: string): boolean =>
  /^\+|^00/.test(written)
    ? /^\d{9,15}$/.test(digits)
    : /^0\d{8,10}$/.test(digits) || /^\(?\d{3}[).-] ?\d{3}[ .-]\d{4}$/.test(written);

export function findPrivateData(text: string): PrivateData[] {
  const found: PrivateData[] = [];
  const add = (kind: PrivateDataKind, start: number, end: number) => {
    if (!found.some((other) => other.start < end && start < other.end)) found.push({ kind, start, end });
  };
  const each = (pattern: RegExp, use: (match: RegExpExecArray) => void) =>
    [...text.matchAll(pattern)].forEach(use);
  each(EMAIL, ({ 0: match, index }) => add('email', index, index + match.length));
  each(IBAN, ({ 0: match, index }) => {
    // Words that follow the number may have been taken along: take them off again.
    for (let rest = match; rest; rest = rest.slice(0, Math.max(rest.lastIndexOf(' '), 0))) {
      if (isIban(rest.replaceAll(' ', '').toUpperCase())) return add('iban', index, index + rest.length);
    }
  });
  each(SECRET, ({ 0: match, 1: told, 2: last = '', index }) => {
    const secret = last.replace(/[.,;!?)"']+$/, '');
    const start = index + match.length - last.length;
    // "The password is expired" gives nothing away; "the password is Zomer2024" does.
    if (secret.length > 2 && (told || /\d/.test(secret))) add('secret', start, start + secret.length);
  });
  each(DIGITS, ({ 0: match, index }) => {
    const digits = match.replace(/\D/g, '');
    const end = index + match.length;
    if (/\d/.test(text[end] ?? '')) return;
    if (isCard(digits)) add('card', index, end);
    else if (match[0] !== '+' && isNationalNumber(digits)) add('nationalNumber', index, end);
    else if (isPhone(match, digits)) add('phone', index, end);
    else if (isBsn(digits)) add('bsn', index, end);
  });
  return found.sort((a, b) => a.start - b.start);
}
