/** The needs analyser: what a request names, and what stands behind it. See DESIGN §5.2. */
import { createAnalyzer } from './analyzer.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import type { Analysis, AnalyzeOptions } from './types.ts';

export { createAnalyzer } from './analyzer.ts';
export { en } from './en.ts';
export { nl } from './nl.ts';
export { enPhrase } from './en-phrase.ts';
export { nlPhrase } from './nl-phrase.ts';
export { meansPhrase, withPhrases } from './phrase.ts';
export type { PhraseRules } from './phrase.ts';
export type {
  Analysis,
  AnalyzeOptions,
  Language,
  LanguagePack,
  PrivateData,
  PrivateDataKind,
  Signals,
  Span,
  SpanKind,
} from './types.ts';

// Made at the first call: importing this module costs nothing and can be shaken off.
let both: ((text: string, options?: AnalyzeOptions) => Analysis) | undefined;

/**
 * Reads a request in Dutch or English. Pure and synchronous; never throws, on any string.
 *
 * @example
 * analyze('Can we get WhatsApp for clients?').signals.meansFirst; // true
 */
export function analyze(text: string, options?: AnalyzeOptions): Analysis {
  both ??= createAnalyzer([nl, en]);
  return both(text, options);
}
