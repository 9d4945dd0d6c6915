import type { Word } from './clauses.ts';
import { encode } from './clauses.ts';
import { compile } from './pattern.ts';
import { spanOf } from './story.ts';
import type { LanguagePack, Span } from './types.ts';

/**
 * Named roles and groups, never a pronoun. Only the first of a sentence: who comes later is mostly part of the story
 * ("the nurse mails the doctor").
 */
export function createWhoFinder(pack: LanguagePack): (words: readonly Word[]) => Span[] {
  const pattern = compile(pack.who);
  return (words) => {
    const found = pattern.exec(encode(words));
    if (!found) return [];
    const place = spanOf(words, [found.index, found.index + found[0].length]);
    return [{ kind: 'who', ...place, cue: 'who.role', confidence: 0.8 }];
  };
}
