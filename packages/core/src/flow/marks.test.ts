import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Span } from '@wherefore/core/needs';
import { ALL, INTRANET, marked, play, told } from '../../test/talk.ts';
import { defaultFlow, marksOf, slotsOf, stretches, transition } from './index.ts';

describe('the slots', () => {
  it('are the requester’s words, without the little word that tied them to the rest', () => {
    const request = 'We willen een intranet, want de nachtdienst weet van niets';
    const parts = { means: 'We willen een intranet', problem: 'want de nachtdienst weet van niets' };
    const slots = slotsOf(play(told(request, parts)));
    assert.equal(slots.problem, 'de nachtdienst weet van niets');
    assert.equal(slots.means, 'een intranet');
    assert.equal(slotsOf(play(told('Wantrouwen', { problem: 'Wantrouwen' }))).problem, 'Wantrouwen');
  });
});

describe('a correction', () => {
  const span = marked(INTRANET, ALL).spans.find(({ kind }) => kind === 'problem')!;

  it('changes the mark and keeps the first reading beside it', () => {
    const state = play(told(INTRANET, ALL), { type: 'corrected', span, to: 'outcome' });
    assert.deepEqual(state.corrections, [
      { start: span.start, end: span.end, from: 'problem', to: 'outcome' },
    ]);
    assert.equal(
      marksOf(state).find(({ start, kind }) => start === span.start && kind !== 'who')?.kind,
      'outcome',
    );
    assert.equal(slotsOf(state).problem, '');
  });

  it('leaves no doubt: whoever says that it is their idea is asked about it in their words', () => {
    const unsure = { ...span, confidence: 0.4 };
    const state = play(
      { type: 'told', request: INTRANET, analysis: { ...marked(INTRANET, {}), spans: [unsure] } },
      { type: 'corrected', span: unsure, to: 'means' },
    );
    assert.equal(marksOf(state)[0]?.confidence, 1);
  });

  it('can be taken back', () => {
    const twice = play(
      told(INTRANET, ALL),
      { type: 'corrected', span, to: null },
      { type: 'corrected', span, to: 'problem' },
    );
    assert.deepEqual(twice.corrections, []);
  });

  it('lets another question take the place of one that no longer fits', () => {
    const state = play(told(INTRANET, ALL), { type: 'corrected', span, to: 'outcome' });
    assert.equal(state.question, 'how-to-notice');
  });

  it('never takes the sentence away, also when nothing is left to ask', () => {
    const request = 'De planning is een puzzel en de chauffeurs willen rust';
    const parts = { problem: 'De planning is een puzzel', means: 'rust', who: 'de chauffeurs' };
    const rest = marked(request, parts).spans.find(({ kind }) => kind === 'means')!;
    const state = play(told(request, parts), { type: 'corrected', span: rest, to: 'outcome' });
    assert.equal(state.step, 'question');
    assert.equal(transition(state, { type: 'skipped' }, defaultFlow)[0].step, 'playback');
  });

  it('does not touch an answer that is being typed', () => {
    const state = play(
      told(INTRANET, ALL),
      { type: 'typed', words: 'bijna' },
      { type: 'corrected', span, to: 'outcome' },
    );
    assert.equal(state.question, 'how-should-it-go');
    assert.equal(state.typed, 'bijna');
  });
});

describe('stretches', () => {
  it('cover every word once, whatever the spans', () => {
    const span = fc.record({
      kind: fc.constantFrom<Span['kind']>('who', 'means', 'problem', 'outcome'),
      start: fc.nat(40),
      end: fc.nat(40),
      cue: fc.constant('test'),
      confidence: fc.constant(1),
    });
    fc.assert(
      fc.property(fc.nat(40), fc.array(span), (length, spans) => {
        const proper = spans.filter(({ start, end }) => start < end);
        const pieces = stretches(length, proper);
        assert.equal(
          pieces.reduce((sum, { start, end }) => sum + end - start, 0),
          length,
        );
        pieces.forEach((piece, i) => assert.equal(piece.start, i ? pieces[i - 1]!.end : 0));
      }),
    );
  });

  it('show the shorter of two that overlap', () => {
    const text = INTRANET;
    const kinds = stretches(text.length, marked(text, ALL).spans).map(({ start, end, kind }) => [
      text.slice(start, end),
      kind,
    ]);
    assert.deepEqual(
      kinds.filter(([, kind]) => kind),
      [
        ['een intranet', 'means'],
        ['de nachtdienst', 'who'],
        [' weet niet wat er overdag is besproken', 'problem'],
      ],
    );
  });
});
