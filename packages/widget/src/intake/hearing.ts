import type { Language } from '@wherefore/core/brief';
import { createReader } from '@wherefore/core/needs/analyzer';
import { languageByLetters } from '@wherefore/core/needs/language';
import { withPhrases } from '@wherefore/core/needs';
import type { Analysis } from '@wherefore/core/needs';

const packs = {
  nl: () => import('@wherefore/core/needs/nl').then(({ nl, nlPhrase }) => [nl, nlPhrase] as const),
  en: () => import('@wherefore/core/needs/en').then(({ en, enPhrase }) => [en, enPhrase] as const),
};

/**
 * Hears in the language of the page at once. The other language is 5 kB that most requesters never need: it loads when
 * somebody writes in it.
 */
export class Hearing {
  readonly #home: Language;
  readonly #analyzers: Partial<Record<Language, (words: string) => Analysis>> = {};

  private constructor(home: Language) {
    this.#home = home;
  }

  static async in(home: Language): Promise<Hearing> {
    const hearing = new Hearing(home);
    await hearing.#load(home);
    return hearing;
  }

  /** Resolves to whether something was loaded to hear these words better. Never rejects: then the page's language has to do. */
  async tuneTo(words: string): Promise<boolean> {
    const language = languageByLetters(words);
    if (language === 'und' || this.#analyzers[language]) return false;
    return this.#load(language).then(
      () => true,
      () => false,
    );
  }

  hear(words: string): Analysis {
    const told = languageByLetters(words);
    // Two words are too few to tell the language by; then the page's language is the best guess.
    const language = told === 'und' ? this.#home : told;
    const analyze = this.#analyzers[language] ?? this.#analyzers[this.#home]!;
    return { ...analyze(words), language };
  }

  async #load(language: Language): Promise<void> {
    const [pack, phrase] = await packs[language]();
    const { analyze } = createReader(pack);
    this.#analyzers[language] = (words) => withPhrases(analyze(words, language), words, phrase);
  }
}
