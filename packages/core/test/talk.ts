/** Conversations for the tests of the flow. */
import assert from 'node:assert/strict';
import { defaultFlow, startFlow, transition } from '../src/flow/index.ts';
import type { FlowEvent, FlowState } from '../src/flow/index.ts';
import { nlPhrase, withPhrases } from '@wherefore/core/needs';
import type { Analysis, Span } from '@wherefore/core/needs';

export const ID = '019aa000-0000-7000-8000-000000000000';
export const CONTEXT = {
  origin: { page: 'https://intranet.example/vraag', createdAt: '2026-11-21T10:00:00.000Z' },
};

/** An analysis that marks the given words, so that these tests do not depend on what the analyser hears. */
export function marked(text: string, words: Partial<Record<Span['kind'], string>>): Analysis {
  const spans = Object.entries(words).map(([kind, part]) => {
    const start = text.indexOf(part);
    assert.ok(start >= 0, `"${part}" is not in the text`);
    return { kind: kind as Span['kind'], start, end: start + part.length, cue: 'test', confidence: 0.9 };
  });
  const signals = {
    meansFirst: !!words.means,
    frustration: false,
    workaround: false,
    urgency: false,
    measurable: false,
  };
  const vague = spans.length === 0;
  return withPhrases(
    { language: 'nl', spans, signals: { ...signals, vague, privateData: [] } },
    text,
    nlPhrase,
  );
}

/** Plays events from a fresh conversation and gives the last state. */
export function play(...events: FlowEvent[]): FlowState {
  return events.reduce((state, event) => transition(state, event, defaultFlow)[0], startFlow(ID, 'nl'));
}

export function told(request: string, words: Partial<Record<Span['kind'], string>>): FlowEvent {
  return { type: 'told', request, analysis: marked(request, words) };
}
export const answered = (words: string, spans: Span[] = []): FlowEvent => ({
  type: 'answered',
  words,
  spans,
});

export const INTRANET = 'We willen een intranet, want de nachtdienst weet niet wat er overdag is besproken';
export const ALL = {
  means: 'een intranet',
  problem: 'de nachtdienst weet niet wat er overdag is besproken',
  who: 'de nachtdienst',
};
