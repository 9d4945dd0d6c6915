/** Verbs that change when *u* comes after them; *weet*, *moet* and the like stay as they are. */
const AFTER_VERB = /\b(heb|kun|merk|doe|lees|ben|wil|vind|krijg|schrijf|stel) (je|jij)\b/gi;
/** Things that are somebody's: before these, *je* is *uw*. */
const OWN =
  /\b(je|jouw) (?=(?:vraag|vragen|woorden|tekst|idee|antwoord|naam|link|collega|collega’s|eigen|team|gegevens|reden|werk|dag)\b)/gi;

/**
 * A Dutch text in *je* form as one in *u* form, for organisations that address people that way. English stays as it is.
 * Made for the texts of this product: a test reads every one of them through it.
 */
export function formal(text: string): string {
  return text
    .replace(AFTER_VERB, (_, verb: string) => `${verb}t u`)
    .replace(OWN, (_, word: string) => `${capitalLike(word, 'uw')} `)
    .replace(/\bjouw\b/gi, (word) => capitalLike(word, 'uw'))
    .replace(/\b(?:je|jij|jou)\b/gi, (word) => capitalLike(word, 'u'));
}

/** All texts of a screen in *u* form. */
export function formalTexts<Messages>(messages: Messages): Messages {
  const convert = (value: unknown): unknown => {
    if (typeof value === 'string') return formal(value);
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, convert(part)]));
  };
  return convert(messages) as Messages;
}

function capitalLike(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
