import type { Language } from './types.ts';

/** Frequent little words of each language, apart from the rest, so that the language can be told before it is loaded. */
export const common: Readonly<Record<Language, string>> = {
  nl: 'de het een en van ik je dat die in te is zijn met voor op niet er aan om ook als maar dan of bij nog naar uit we ze onze geen meer wel wordt worden kan kunnen moet moeten wil willen graag zodat omdat want heb hebben heeft door over nu dit hoe waar wie veel zo tot tussen alle elke pas alleen iedereen zonder na per dezelfde weer hun',
  en: 'the a an is are was to of in for with that this it we i you they our my not do does have has be can could should will on at from by as so if but because about what when how who there no need want would like all more new one which up out only until after before every each same every and or',
};

/**
 * The language that the little words of a text tell, without any lexicon: `und` for a text with none of them or as many
 * of both. For pages that load one language and the other only when somebody writes in it.
 */
export function languageByCommonWords(text: string): Language | 'und' {
  const words =
    text
      .slice(0, 1000)
      .toLowerCase()
      .match(/[\p{L}']+/gu) ?? [];
  const count = (language: Language): number => {
    const known = new Set(common[language].split(' '));
    return words.filter((word) => known.has(word)).length;
  };
  const [nl, en] = [count('nl'), count('en')];
  return nl === en ? 'und' : nl > en ? 'nl' : 'en';
}
