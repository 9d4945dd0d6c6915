import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { flowDefinitionSchema } from '@wherefore/core/flow-schema';
import type { Span } from '@wherefore/core/needs';
import { ALL, answered, CONTEXT, INTRANET, marked, play, told } from '../../test/talk.ts';
import { defaultFlow, phrased, questionsLeft, slotsOf, toBrief, transition } from './index.ts';
import type { FlowEvent } from './index.ts';

const idea = (phrase: string | null, confidence = 0.9): Span => ({
  kind: 'means',
  start: 0,
  end: 10,
  cue: 'test',
  confidence,
  phrase,
});

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

  it('take it for no problem either when that is all that was said', () => {
    const state = play(told('weet niet', { problem: 'weet niet' }));
    assert.equal(slotsOf(state).problem, '');
    assert.equal(state.question, 'last-time');
  });

  it('are put in the requester’s own words, as long as that takes no more than twelve', () => {
    const { text } = defaultFlow.questions.find(({ id }) => id === 'suppose-you-had-it')!;
    assert.equal(
      phrased(text.nl, idea('een app voor de roosters')),
      'Stel, je hebt een app voor de roosters. Wat gaat dan beter?',
    );
    assert.equal(
      phrased(text.en, idea('an app for the rota')),
      'Say you had an app for the rota. What would go better?',
    );
    assert.equal(
      phrased(text.nl, idea('een app voor de roosters van Oost')),
      'Stel, je hebt een app voor de roosters. Wat gaat dan beter?',
    );
    assert.equal(
      phrased(text.en, idea('a shared calendar for the physio rooms')),
      'Say you had a shared calendar. What would go better?',
    );
    for (const tooLittle of [
      'a field for the second phone number',
      'forms that move from the shared drive with a click',
      'a button "extend for a day" on the lock screen',
    ])
      assert.equal(phrased(text.en, idea(tooLittle)), text.en.plain);
    assert.equal(phrased(text.nl, idea(null)), text.nl.plain);
    assert.equal(phrased(text.nl), text.nl.plain);
    assert.equal(phrased({ ask: 'Wat doe je met {means}?', hint: '' }), 'Wat doe je met …?');
  });

  it('are plain where the idea may be none: nobody has to suppose that they had double bookings', () => {
    const { text } = defaultFlow.questions.find(({ id }) => id === 'suppose-you-had-it')!;
    assert.equal(phrased(text.en, idea('double bookings', 0.6)), text.en.plain);
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
