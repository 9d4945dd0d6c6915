import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { briefSchema } from '@wherefore/core/brief';
import { ALL, answered, CONTEXT, ID, INTRANET, marked, play, told } from '../../test/talk.ts';
import { defaultFlow, isFlowState, offeredSplit, slotsOf, toBrief, transition } from './index.ts';
import type { FlowEvent } from './index.ts';

describe('going back', () => {
  it('brings the last question back with its answer, and then the sentence', () => {
    const state = play(told(INTRANET, ALL), answered('iedereen leest het'), { type: 'went-back' });
    assert.equal(state.step, 'question');
    assert.equal(state.typed, 'iedereen leest het');
    assert.equal(transition(state, { type: 'went-back' }, defaultFlow)[0].step, 'request');
  });

  it('can go straight to one answer or to the sentence, and keeps the other answers', () => {
    const state = play(
      told('Mag er een app komen', { means: 'een app' }),
      answered('Dan is er rust'),
      answered('de vrijwilligers'),
    );
    const first = transition(state, { type: 'went-back', to: 0 }, defaultFlow)[0];
    assert.deepEqual([first.question, first.typed], ['suppose-you-had-it', 'Dan is er rust']);
    assert.equal(slotsOf(transition(first, answered('Meer rust'), defaultFlow)[0]).who, 'de vrijwilligers');
    const sentence = transition(state, { type: 'went-back', to: -1 }, defaultFlow)[0];
    assert.equal(sentence.step, 'request');
    const again = transition(sentence, told('Mag er een app zijn', { means: 'een app' }), defaultFlow)[0];
    assert.equal(again.step, 'playback');
    assert.deepEqual(slotsOf(again), slotsOf(state));
  });

  it('keeps the corrections while the sentence stays the same, and drops them with other words', () => {
    const span = marked(INTRANET, ALL).spans[0]!;
    const state = play(
      told(INTRANET, ALL),
      { type: 'corrected', span, to: 'outcome' },
      { type: 'went-back' },
    );
    assert.equal(state.step, 'request');
    assert.equal(transition(state, told(INTRANET, ALL), defaultFlow)[0].corrections.length, 1);
    assert.equal(transition(state, told('Iets anders', {}), defaultFlow)[0].corrections.length, 0);
  });
});

describe('two needs in one message', () => {
  const first = 'De planning is elke week een puzzel.';
  const rest = 'Daarnaast is de printer op de gang altijd kapot.';
  const both = told(`${first} ${rest}`, { problem: 'De planning is elke week een puzzel' });

  it('can be told one after the other', () => {
    const analysis = marked(first, { problem: 'De planning is elke week een puzzel' });
    const state = play(both, { type: 'split', first, rest, analysis });
    assert.equal(state.request, first);
    assert.equal(state.later, rest);
    assert.equal(state.step, 'question');
    const brief = toBrief(state, CONTEXT);
    assert.doesNotMatch(JSON.stringify(brief), /printer/);
  });

  it('stay together when the requester says so, and that is not asked again', () => {
    const spans = marked(`${first} ${rest}`, { problem: 'De planning', outcome: 'de printer' });
    const state = play({ type: 'told', request: `${first} ${rest}`, analysis: spans });
    assert.equal(offeredSplit(state)?.length, 2);
    assert.equal(offeredSplit(transition(state, { type: 'kept-whole' }, defaultFlow)[0]), null);
  });
});

describe('sending', () => {
  const ready = [told(INTRANET, ALL), answered('iedereen leest het')];

  it('hands over a valid brief that leads with the need and keeps the words', () => {
    const [state, effects] = transition(play(...ready), { type: 'sent', context: CONTEXT }, defaultFlow);
    const submit = effects.find((effect) => effect.type === 'submit');
    assert.equal(state.step, 'sending');
    const brief = briefSchema.parse(submit?.brief);
    assert.deepEqual(brief, submit?.brief);
    assert.equal(brief.request, INTRANET);
    assert.deepEqual(brief.need?.who, ['de nachtdienst']);
    assert.equal(brief.need?.outcome?.statement, 'iedereen leest het');
    assert.equal(brief.means?.[0]?.words, 'een intranet');
  });

  it('sends exactly the same brief again when nothing was changed since', () => {
    const looked = play(...ready, { type: 'sent', context: CONTEXT }, { type: 'went-back' });
    const later = { origin: { ...CONTEXT.origin, createdAt: '2026-11-22T10:00:00.000Z' } };
    const [again, effects] = transition(looked, { type: 'sent', context: later }, defaultFlow);
    assert.deepEqual(again.brief, looked.brief);
    assert.deepEqual(effects.find((effect) => effect.type === 'submit')?.brief, looked.brief);
  });

  it('does nothing on a second press while the first is on its way', () => {
    const sending = play(...ready, { type: 'sent', context: CONTEXT });
    assert.deepEqual(transition(sending, { type: 'sent', context: CONTEXT }, defaultFlow), [sending, []]);
  });

  it('forgets the draft when the receipt is there, and not before', () => {
    const sending = play(...ready, { type: 'sent', context: CONTEXT });
    const back = transition(sending, { type: 'went-back' }, defaultFlow)[1];
    assert.ok(!back.some(({ type }) => type === 'forget'));
    const receipt = {
      id: ID,
      receivedAt: CONTEXT.origin.createdAt,
      followUrl: 'https://intranet.example/f#t',
    };
    assert.deepEqual(transition(sending, { type: 'received', receipt }, defaultFlow)[1], [
      { type: 'forget' },
    ]);
  });

  it('never tells about frustration or private data', () => {
    const brief = toBrief(play(...ready), CONTEXT);
    assert.doesNotMatch(JSON.stringify(brief), /frustration|privateData/);
  });

  it('tells who would like to talk, and nothing about it when nobody asked', () => {
    assert.equal(toBrief(play(...ready), CONTEXT).contact, undefined);
    const talk: FlowEvent[] = [
      { type: 'talk-wished', talk: { name: ' Ward 3, ask for the coordinator ' } },
      { type: 'talk-wished', talk: { channel: 'visit' } },
      { type: 'talk-wished', talk: { when: 'na 14.00 uur' } },
    ];
    const brief = toBrief(play(...ready, ...talk), { ...CONTEXT, requester: { department: 'Oost' } });
    assert.deepEqual(brief.contact, { wanted: true, channel: 'visit', when: 'na 14.00 uur' });
    assert.deepEqual(brief.requester, { department: 'Oost', name: 'Ward 3, ask for the coordinator' });
  });

  it('uses what the requester rewrote, and leaves out what they emptied', () => {
    const edits: FlowEvent[] = [
      { type: 'edited', slot: 'who', words: 'nachtdienst, weekenddienst' },
      { type: 'edited', slot: 'means', words: ' ' },
    ];
    const brief = toBrief(play(...ready, ...edits), CONTEXT);
    assert.deepEqual(brief.need?.who, ['nachtdienst', 'weekenddienst']);
    assert.equal(brief.means, undefined);
    assert.equal(brief.request, INTRANET);
  });
});

describe('a conversation', () => {
  const words = fc.string({ maxLength: 60 });
  const event: fc.Arbitrary<FlowEvent> = fc.oneof(
    words.map((request): FlowEvent => ({ type: 'told', request, analysis: marked(request, {}) })),
    words.map((text) => answered(text)),
    words.map((text): FlowEvent => ({ type: 'typed', words: text })),
    words.map((request): FlowEvent => ({ type: 'drafted', request, analysis: marked(request, {}) })),
    fc.constant<FlowEvent>({ type: 'skipped' }),
    fc.constant<FlowEvent>({ type: 'went-back' }),
    fc.record({
      type: fc.constant('edited' as const),
      slot: fc.constantFrom('who', 'problem', 'outcome', 'means'),
      words,
    }),
    fc.constant<FlowEvent>({ type: 'sent', context: CONTEXT }),
  );

  it('is a draft at every moment, asks at most three questions, and every brief of it is valid', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 14 }), (events) => {
        const state = play(...events);
        const stored: unknown = JSON.parse(JSON.stringify(state));
        assert.ok(isFlowState(stored));
        assert.deepEqual(stored, state);
        assert.ok(state.asked.length <= defaultFlow.budget);
        if (state.brief) assert.ok(briefSchema.safeParse(state.brief).success);
      }),
    );
  });

  it('is not taken up from something that is not a draft', () => {
    for (const value of [null, undefined, 'x', 1, {}, { version: 2, id: ID, request: '', step: 'request' }]) {
      assert.equal(isFlowState(value), false);
    }
  });
});
