import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { briefSchema } from '@wherefore/core/brief';
import { flowDefinitionSchema } from '@wherefore/core/flow-schema';
import { nlPhrase, withPhrases } from '@wherefore/core/needs';
import type { Analysis, Span } from '@wherefore/core/needs';
import {
  defaultFlow,
  isFlowState,
  marksOf,
  offeredSplit,
  phrased,
  questionsLeft,
  slotsOf,
  startFlow,
  stretches,
  toBrief,
  transition,
} from './index.ts';
import type { FlowEvent, FlowState } from './index.ts';

const ID = '019aa000-0000-7000-8000-000000000000';
const CONTEXT = { origin: { page: 'https://intranet.example/vraag', createdAt: '2026-11-21T10:00:00.000Z' } };

/** An analysis that marks the given words, so that these tests do not depend on what the analyser hears. */
function marked(text: string, words: Partial<Record<Span['kind'], string>>): Analysis {
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
function play(...events: FlowEvent[]): FlowState {
  return events.reduce((state, event) => transition(state, event, defaultFlow)[0], startFlow(ID, 'nl'));
}

function told(request: string, words: Partial<Record<Span['kind'], string>>): FlowEvent {
  return { type: 'told', request, analysis: marked(request, words) };
}
const answered = (words: string, spans: Span[] = []): FlowEvent => ({ type: 'answered', words, spans });

const INTRANET = 'We willen een intranet, want de nachtdienst weet niet wat er overdag is besproken';
const ALL = {
  means: 'een intranet',
  problem: 'de nachtdienst weet niet wat er overdag is besproken',
  who: 'de nachtdienst',
};

describe('the questions', () => {
  it('ask first what a wished-for means would make better', () => {
    assert.equal(play(told('Mag er een app komen', { means: 'een app' })).question, 'suppose-you-had-it');
  });

  it('ask for the last time when nothing was found', () => {
    assert.equal(play(told('Het kan beter', {})).question, 'last-time');
  });

  it('ask how it should go once the problem is known', () => {
    assert.equal(play(told(INTRANET, ALL)).question, 'how-should-it-go');
  });

  it('never ask for a slot that was heard', () => {
    const state = play(told(INTRANET, ALL), answered('iedereen leest het verslag'));
    assert.equal(state.step, 'playback');
    assert.deepEqual(
      state.asked.map(({ slot }) => slot),
      ['outcome'],
    );
  });

  it('do not ask for whom when an answer already said so', () => {
    const words = 'dan weten de vrijwilligers het ook';
    const who: Span = { kind: 'who', start: 13, end: 26, cue: 'test', confidence: 0.9 };
    const state = play(told('Mag er een app komen', { means: 'een app' }), answered(words, [who]), {
      type: 'skipped',
    });
    assert.equal(state.step, 'playback');
    assert.equal(slotsOf(state).who, 'vrijwilligers');
  });

  it('do not name somebody twice who was heard in the answer to that very question', () => {
    const who: Span = { kind: 'who', start: 0, end: 12, cue: 'test', confidence: 0.9 };
    const state = play(
      told('Mag er een app komen', { means: 'een app' }),
      answered('Dan is er rust'),
      answered('vrijwilligers van Oost', [who]),
    );
    assert.equal(slotsOf(state).who, 'vrijwilligers van Oost');
  });

  it('are three at most, and a skipped slot is not asked again in other words', () => {
    const skip: FlowEvent = { type: 'skipped' };
    const state = play(told('Het kan beter', {}), skip, skip, skip, skip);
    assert.equal(state.step, 'playback');
    assert.ok(state.asked.length <= 3);
    assert.equal(new Set(state.asked.map(({ slot }) => slot)).size, state.asked.length);
  });

  it('ask what people do meanwhile when they miss something', () => {
    const request = 'Er is geen overzicht van de vrije bedden';
    const analysis = marked(request, { means: 'geen overzicht van de vrije bedden' });
    const spans = analysis.spans.map((span) => ({ ...span, cue: 'means.absence' }));
    const state = play(
      { type: 'told', request, analysis: { ...analysis, spans } },
      answered('Ik bel elke ochtend alle gangen af'),
    );
    assert.equal(state.asked[0]?.question, 'instead-now');
    assert.equal(state.question, 'suppose-you-had-it');
    assert.equal(toBrief(state, CONTEXT).currentWay?.workaround, 'Ik bel elke ochtend alle gangen af');
  });

  it('ask how one would notice when only the outcome is known, unless it can be counted already', () => {
    const request = 'Bewoners van Oost krijgen elke ochtend dezelfde verzorgende';
    const parts = { who: 'Bewoners van Oost', outcome: 'elke ochtend dezelfde verzorgende' };
    const state = play(told(request, parts));
    assert.equal(state.question, 'how-to-notice');
    const brief = toBrief(transition(state, answered('Minder nieuwe gezichten'), defaultFlow)[0], CONTEXT);
    assert.equal(brief.need?.outcome?.measure?.what, 'Minder nieuwe gezichten');
    const analysis = marked(request, parts);
    analysis.signals.measurable = true;
    assert.equal(play({ type: 'told', request, analysis }).step, 'playback');
  });

  it('stop for somebody who is fed up: they are heard, not questioned', () => {
    const analysis = marked('Het is weer hopeloos', {});
    analysis.signals.frustration = true;
    const state = play({ type: 'told', request: 'Het is weer hopeloos', analysis });
    assert.equal(state.step, 'playback');
    assert.deepEqual(state.asked, []);
  });

  it('stop after two very short answers, and after one that only repeats', () => {
    const app = told('Mag er een app komen', { means: 'een app' });
    assert.equal(play(app, answered('tja'), answered('geen idee')).step, 'playback');
    assert.equal(play(app, answered('Mag er een app komen dus')).step, 'playback');
    assert.equal(play(app, answered('Iedereen leest het bericht op tijd')).step, 'question');
  });

  it('take “no idea” for no answer: it stays among the answers, and is nobody’s need', () => {
    const app = told('Mag er een app komen', { means: 'een app' });
    for (const words of ['weet niet', 'Dat weet ik ook niet.', 'geen idee', 'I don’t know', 'dunno', '??']) {
      const state = play(app, answered(words));
      assert.equal(slotsOf(state).outcome, '', words);
      assert.notEqual(state.question, 'how-should-it-go');
      const brief = toBrief(state, CONTEXT);
      assert.equal(brief.need, undefined);
      assert.equal(brief.answers?.[0]?.words, words);
    }
    assert.equal(slotsOf(play(app, answered('niet weten wie er komt'))).outcome, 'niet weten wie er komt');
  });

  it('are put in the requester’s own words, as long as that takes no more than twelve', () => {
    const { text } = defaultFlow.questions.find(({ id }) => id === 'suppose-you-had-it')!;
    assert.equal(
      phrased(text.nl, 'een app voor de roosters'),
      'Stel, je hebt een app voor de roosters. Wat gaat dan beter?',
    );
    assert.equal(
      phrased(text.en, 'an app for the rota'),
      'Say you had an app for the rota. What would go better?',
    );
    assert.equal(phrased(text.nl, 'een app voor de roosters van Oost'), text.nl.plain);
    assert.equal(phrased(text.nl, null), text.nl.plain);
    assert.equal(phrased({ ask: 'Wat doe je met {means}?', hint: '' }, null), 'Wat doe je met …?');
  });

  it('never turn out to be more than was said', () => {
    fc.assert(
      fc.property(
        fc.subarray(['who', 'problem', 'outcome', 'means'] as const),
        fc.array(fc.constantFrom('', 'geen idee', 'Iedereen leest het bericht op tijd', 'de nachtdienst')),
        (kinds, answers) => {
          const request = 'who problem outcome means';
          let state = play(told(request, Object.fromEntries(kinds.map((kind) => [kind, kind]))));
          let most = Infinity;
          for (const words of answers) {
            if (state.step !== 'question') break;
            const left = questionsLeft(state, defaultFlow);
            assert.ok(left >= 1 && left < most, `${left} left after at most ${most}`);
            most = left;
            state = transition(state, answered(words), defaultFlow)[0];
          }
          if (state.step === 'question') assert.ok(questionsLeft(state, defaultFlow) < most);
        },
      ),
    );
  });

  it('say how many are left at most', () => {
    const state = play(told('Mag er een app komen', { means: 'een app' }));
    assert.equal(questionsLeft(state, defaultFlow), 3);
    assert.equal(questionsLeft(transition(state, { type: 'skipped' }, defaultFlow)[0], defaultFlow), 2);
  });

  it('are valid data, in both languages, without asking why', () => {
    const parsed = flowDefinitionSchema.parse(structuredClone(defaultFlow));
    for (const { text } of parsed.questions) {
      for (const { ask } of Object.values(text)) assert.doesNotMatch(ask, /\b(waarom|why)\b/i);
    }
    assert.equal(flowDefinitionSchema.safeParse({ ...defaultFlow, budget: 9 }).success, false);
    const twice = { budget: 3, questions: [defaultFlow.questions[0], defaultFlow.questions[0]] };
    assert.equal(flowDefinitionSchema.safeParse(twice).success, false);
  });
});

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
