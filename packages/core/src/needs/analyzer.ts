import type { Clause, Word } from './clauses.ts';
import { createCutter, encode, sentences, tagWords } from './clauses.ts';
import { languageByLetters, leadOfDutch } from './language.ts';
import { createTagger } from './lexicon.ts';
import type { Chances } from './model.ts';
import { chances, createFeatures, TAG_CUES, unpackWeights } from './model.ts';
import { compile } from './pattern.ts';
import { findPrivateData } from './private-data.ts';
import { createToneFinder } from './signals.ts';
import { createStoryFinder } from './story.ts';
import type { Analysis, AnalyzeOptions, LanguagePack, Span } from './types.ts';
import { KINDS } from './types.ts';
import { createWhoFinder } from './who.ts';

/** Below this chance nothing is marked. Precision over recall: a wrong mark costs more than a missed one. */
const SURE_ENOUGH = 0.3;
/** A clause may differ from what the whole text is about if it is this sure. */
const SURE_APART = 0.55;
/** Who tells what goes wrong mostly goes on doing so. */
const SURE_ON = 0.45;
/** "You named a solution" is the costly mistake, so it asks for more. */
const SURE_OF_MEANS = 0.7;

/** What one language sees in a text. */
export function createReader(pack: LanguagePack, weights = unpackWeights(pack)) {
  const tagsOf = createTagger(pack);
  const wordsOf = (text: string) => tagWords(text, tagsOf, pack.reach);
  const cut = createCutter(pack);
  const featuresOf = createFeatures(pack);
  const findStory = createStoryFinder(pack);
  const findWho = createWhoFinder(pack);
  const toneOf = createToneFinder(pack);
  const goesOn = compile(`${pack.story.want}; ${pack.story.goal}`, 'y');
  const measurable = compile(pack.measurable);
  const joints = compile(`^ ${pack.joints}`);

  /** Sentences with a story frame are read by the frame, the others by the model. */
  const read = (text: string) => {
    const framed: Span[] = [];
    const clauses: Clause[] = [];
    const all: Clause[] = [];
    for (const sentence of sentences(wordsOf(text), goesOn)) {
      const story = findStory(sentence);
      const parts = cut(sentence);
      all.push(...parts);
      framed.push(...story);
      if (story.length === 0) clauses.push(...parts);
      if (story[0]?.kind !== 'who') framed.push(...findWho(sentence));
    }
    return { framed, clauses, all };
  };

  /** The cue of this kind that weighed most. */
  const cueFor = (kind: number, features: Iterable<string>): string => {
    const name = KINDS[kind]!;
    let best = `${name}.context`;
    let most = 0;
    for (const feature of features) {
      const cue = TAG_CUES[feature] ?? feature;
      const weight = weights(feature)?.[kind] ?? 0;
      if (cue.startsWith(`${name}.`) && weight > most) [best, most] = [cue, weight];
    }
    return best;
  };

  /** How many words at the start only join the clause to what came before. */
  const jointsOf = (words: readonly Word[]): number =>
    (joints.exec(encode(words))?.[0].split(' ').length ?? 1) - 1;

  /** The whole text has one main kind; each clause may have its own. The main kind keeps the highest confidence. */
  const judge = (clauses: readonly Clause[]): { spans: Span[]; whole: Chances } => {
    const seen = clauses.map(featuresOf);
    const whole = chances(new Set(seen.flatMap((features) => [...features])), weights);
    const top = (own: Chances): number => own.indexOf(Math.max(...own));
    const main = top(whole);
    const surest = whole[main]!;
    // Two kinds that are told one after the other leave the whole undecided: then each clause speaks for itself.
    const decided = surest > SURE_ENOUGH && KINDS[main] !== 'vague';
    const each = seen.map((features) => chances(features, weights));
    const home = decided
      ? each.reduce((best, own, i) => (own[main]! > each[best]![main]! ? i : best), 0)
      : undefined;
    const spans = clauses.flatMap(({ words }, i): Span[] => {
      const own = each[i]!;
      const kind = i === home ? main : top(own);
      const name = KINDS[kind]!;
      const enough = name === 'problem' && kind === main ? SURE_ON : SURE_APART;
      if (name === 'vague' || (i !== home && own[kind]! < enough)) return [];
      const confidence = i === home ? surest : Math.min(decided ? surest : 1, own[kind]!) * 0.99;
      const { start, end } = words[jointsOf(words)] ?? words[0]!;
      return [
        {
          kind: name,
          start,
          // The mark behind a question is no part of what it asks for.
          end: Math.max(end, words.findLast(({ word }) => word !== '?')?.end ?? 0),
          cue: cueFor(kind, seen[i]!),
          confidence,
        },
      ];
    });
    return { spans, whole };
  };

  const analyze = (text: string, language: Analysis['language']): Analysis => {
    const { framed, clauses, all } = read(text);
    const { spans: judged, whole } = judge(clauses);
    const told = framed.some(({ kind }) => kind === 'means');
    const spans = [
      ...framed,
      ...judged.map((span) => ({ ...span, confidence: span.confidence * (told ? 0.85 : 1) })),
    ];
    const has = (wanted: Span['kind']) => spans.some(({ kind }) => kind === wanted);
    const need = has('problem') || has('outcome');
    const tone = toneOf(text, all);
    return {
      language,
      spans: spans.sort((a, b) => a.start - b.start || b.confidence - a.confidence),
      signals: {
        meansFirst: has('means') && !need && (told || whole[0]! > SURE_OF_MEANS),
        ...tone,
        // Who asks for a tool by name does not help themselves with it yet.
        workaround: tone.workaround && (has('problem') || whole[0]! < SURE_OF_MEANS),
        measurable: spans.some(
          ({ kind, start, end }) =>
            kind === 'outcome' && measurable.test(encode(wordsOf(text.slice(start, end)))),
        ),
        vague: !has('means') && !need,
        privateData: findPrivateData(text),
      },
    };
  };
  return {
    pack,
    analyze,
    read,
    featuresOf,
  };
}

/** An analyser for these languages only; at least one. What is too short to tell its language is read by a guess. */
export function createAnalyzer(
  packs: readonly [LanguagePack, ...LanguagePack[]],
): (text: string, options?: AnalyzeOptions) => Analysis {
  const readers = packs.map((pack) => createReader(pack));
  const readerOf = (language?: string) => readers.find(({ pack }) => pack.language === language);
  return (text, options) => {
    const asked = readerOf(options?.language);
    if (asked) return asked.analyze(text, asked.pack.language);
    const language = languageByLetters(text);
    const told = readerOf(language);
    if (told) return told.analyze(text, language);
    return (readerOf(leadOfDutch(text) < 0 ? 'en' : 'nl') ?? readers[0]!).analyze(text, 'und');
  };
}
