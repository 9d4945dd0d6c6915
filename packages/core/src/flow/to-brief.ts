import { LIMITS } from '../brief/limits.ts';
import type { Brief, Means, Need, Requester } from '../brief/brief.ts';
import { marksOf } from './marks.ts';
import type { Slot } from './questions.ts';
import { slotsOf, tells, wordsOf } from './slots.ts';
import type { FlowState, Talk } from './state.ts';

/** What the page knows and the conversation does not. */
export interface Context {
  origin: NonNullable<Brief['origin']>;
  requester?: Requester | undefined;
}

/** The brief of a conversation. Empty parts are left out; nothing about frustration or private data goes along. */
export function toBrief(state: FlowState, context: Context): Brief {
  const { analysis } = state;
  const brief: Brief = {
    id: state.id,
    schemaVersion: 1,
    language: !analysis || analysis.language === 'und' ? state.language : analysis.language,
    request: state.request,
    origin: context.origin,
  };
  const need = needOf(state);
  if (Object.keys(need).length) brief.need = need;
  const means = meansOf(state);
  if (means.length) brief.means = means;
  const workaround = answerTo(state, 'workaround');
  if (workaround) brief.currentWay = { workaround };
  if (state.asked.length) {
    brief.answers = state.asked.map(({ question, words }) =>
      words ? { question, words } : { question, skipped: true },
    );
  }
  if (analysis) {
    const { meansFirst, workaround, urgency, measurable, vague } = analysis.signals;
    brief.analysis = {
      language: analysis.language,
      spans: analysis.spans
        .slice(0, LIMITS.spans)
        .map(({ kind, start, end, cue, confidence }) => ({ kind, start, end, cue, confidence })),
      signals: { meansFirst, workaround, urgency, measurable, vague },
    };
    if (state.corrections.length) brief.analysis.corrections = state.corrections.map((c) => ({ ...c }));
  }
  const contact = contactOf(state.talk);
  if (contact) brief.contact = contact;
  const name = state.talk.name?.trim().slice(0, LIMITS.line);
  const requester = { ...context.requester, ...(name && { name }) };
  if (Object.values(requester).some(Boolean)) brief.requester = requester;
  return brief;
}

function contactOf({ name, channel, when }: Talk): Brief['contact'] {
  const moment = when?.trim().slice(0, LIMITS.line);
  if (!name?.trim() && !channel && !moment) return undefined;
  return { wanted: true, ...(channel && { channel }), ...(moment && { when: moment }) };
}

function answerTo(state: FlowState, slot: Slot): string | undefined {
  return state.asked.find((a) => a.slot === slot && tells(a))?.words;
}

function needOf(state: FlowState): Need {
  const slots = slotsOf(state);
  const need: Need = {};
  const who = slots.who
    .split(/[,;\n]/)
    .map((name) => name.trim().slice(0, LIMITS.line))
    .filter(Boolean);
  if (who.length) need.who = who.slice(0, LIMITS.items);
  if (slots.problem) need.problem = { statement: slots.problem.slice(0, LIMITS.text) };
  if (slots.outcome) {
    need.outcome = { statement: slots.outcome.slice(0, LIMITS.text) };
    const measure = answerTo(state, 'measure');
    // A long answer stays whole among the answers; here it only has to say what to look at.
    if (measure) need.outcome.measure = { what: measure.slice(0, LIMITS.line) };
  }
  return need;
}

function meansOf(state: FlowState): Means[] {
  const edited = state.edits.means;
  if (edited !== undefined) return edited.trim() ? [{ words: edited.trim().slice(0, LIMITS.text) }] : [];
  return marksOf(state)
    .filter((span) => span.kind === 'means')
    .slice(0, LIMITS.means)
    .map((span) => ({ words: wordsOf(state, span), spans: [{ start: span.start, end: span.end }] }));
}
