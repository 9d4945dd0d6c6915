import type { SpanKind } from '../brief/brief.ts';
import type { Span } from '../needs/types.ts';
import { marksOf } from './marks.ts';
import type { Asked, FlowState } from './state.ts';

/** In the order in which a need is told: first the need itself, the means last. */
export const KINDS = ['who', 'problem', 'outcome', 'means'] as const;

/**
 * What is known for each slot, in the requester's own words: their edits first, else the marks in the request
 * and the answers. An empty string means that nothing is known yet.
 */
export function slotsOf(state: FlowState): Record<SpanKind, string> {
  const slots = { who: '', problem: '', outcome: '', means: '' };
  for (const kind of KINDS) slots[kind] = state.edits[kind] ?? heard(state, kind);
  return slots;
}

/** Words that only say that there are none. */
const NO_ANSWER =
  /^(?:(?:dat )?weet (?:ik )?(?:het )?(?:ook |nog )?niet|geen idee|(?:i )?(?:don.?t|do not) know|no idea|not sure|dunno)?[^\p{L}\d]*$/iu;

/** Whether words tell something. "Geen idee" stays among the answers, but is nobody's need. */
export const tells = ({ words }: Pick<Asked, 'words'>): boolean => !NO_ANSWER.test(words);

function heard(state: FlowState, kind: SpanKind): string {
  const marked = marksOf(state)
    .filter((span) => span.kind === kind)
    .map((span) => wordsOf(state, span))
    .filter((words) => tells({ words }));
  const answered = state.asked.filter((a) => a.slot === kind && tells(a)).map((a) => a.words);
  // An answer to another question often names for whom it is; that saves asking.
  const mentioned =
    kind === 'who' && !marked.length && !answered.length
      ? state.asked.flatMap((a) =>
          a.spans.filter((s) => s.kind === 'who').map((s) => a.words.slice(s.start, s.end)),
        )
      : [];
  const parts = [...marked, ...answered, ...mentioned].map((words) => words.trim()).filter(Boolean);
  const unique = parts.filter(
    (part, i) => parts.findIndex((p) => p.toLowerCase() === part.toLowerCase()) === i,
  );
  return unique.join(kind === 'who' ? ', ' : '\n');
}

const TIE = /^(?:want|omdat|maar|en|dus|zodat|doordat|because|since|but|and|so that|so)\s+(?=\S)/i;

/**
 * The words of a mark, verbatim. Of a means only the thing itself where it can be cut out: "een intranet" out of
 * "we willen een intranet".
 */
export function wordsOf(state: Pick<FlowState, 'request'>, span: Span): string {
  const words = state.request.slice(span.start, span.end).trim();
  // The little word that tied it to the sentence before means nothing by itself.
  if (span.kind !== 'means') return words.replace(TIE, '');
  const { phrase } = span;
  // The phrase is made to fit into a question and may have got an article; only what was really said counts here.
  const at = phrase ? words.toLowerCase().indexOf(phrase.toLowerCase()) : -1;
  return phrase && at >= 0 ? words.slice(at, at + phrase.length) : words;
}
