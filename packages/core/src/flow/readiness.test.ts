import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyze } from '@wherefore/core/needs';
import { CHECKS, readiness, splitNeeds } from './index.ts';

const full = {
  request: 'Verzorgenden zoeken elke dienst een kwartier naar de tillift',
  need: {
    who: ['verzorgenden van Oost'],
    problem: { statement: 'We zoeken elke dienst een kwartier naar de tillift' },
    outcome: { statement: 'De lift is binnen 2 minuten gevonden' },
  },
};

describe('what is still unclear', () => {
  it('is nothing in a brief that says it all', () => {
    assert.deepEqual(readiness(full), []);
  });

  it('is gentle about a bare idea: who, what goes wrong, what should be better, and that it is only an idea', () => {
    assert.deepEqual(readiness({ request: 'Een app graag', means: [{ words: 'Een app' }] }), [
      'who-specific',
      'problem-told',
      'outcome-told',
      'means-apart',
    ]);
  });

  for (const who of ['iedereen', 'de gebruikers', 'Everyone', 'our users', 'we']) {
    it(`asks who “${who}” are`, () => {
      assert.deepEqual(readiness({ ...full, need: { ...full.need, who: [who] } }), ['who-specific']);
      assert.deepEqual(readiness({ ...full, need: { ...full.need, who: [who, 'de nachtdienst'] } }), []);
    });
  }

  it('asks for the size of a pain and for a sign of success only once there is one', () => {
    const need = {
      ...full.need,
      problem: { statement: 'De tillift is zoek' },
      outcome: { statement: 'De lift is snel gevonden' },
    };
    assert.deepEqual(readiness({ ...full, need }), ['outcome-measurable', 'pain-size']);
    const measured = { ...need.outcome, measure: { what: 'niemand loopt nog een rondje' } };
    assert.deepEqual(readiness({ ...full, need: { ...need, outcome: measured } }), ['pain-size']);
    assert.ok(!readiness({ request: 'x' }).includes('pain-size'));
  });

  it('never gives a figure, and never more than the seven', () => {
    assert.equal(CHECKS.length, 7);
    assert.ok(readiness({ request: 'x' }).every((check) => CHECKS.includes(check)));
  });
});

describe('two needs in one message', () => {
  const split = (text: string) => splitNeeds(text, analyze(text).spans);

  it('are taken apart where another subject is announced', () => {
    assert.deepEqual(
      split('Wij willen een app voor de roosters. Daarnaast is de printer op de gang altijd kapot.'),
      ['Wij willen een app voor de roosters.', 'Daarnaast is de printer op de gang altijd kapot.'],
    );
    assert.equal(
      split('We need a shared calendar for the ward. Also the printer in the hall is always broken.')?.length,
      2,
    );
  });

  it('are taken apart where they are lines of a list', () => {
    const parts = split('- we willen een app voor de roosters\n- de printer op de gang is altijd kapot');
    assert.deepEqual(parts, ['we willen een app voor de roosters', 'de printer op de gang is altijd kapot']);
  });

  for (const text of [
    'We willen een intranet, want collega’s weten niet wat er speelt. Ook de flexwerkers niet.',
    'De tillift is zoek. Verder niets.',
    'Can we also get whatsapp for the clients of the day centre',
    'Het rooster klopt nooit. Elke ruil gaat via de telefoon en dat kost een ochtend.',
  ]) {
    it(`are not seen in: ${text}`, () => assert.equal(split(text), null));
  }

  it('together are always words of the message', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const span = { kind: 'problem' as const, start: 0, end: text.length, cue: 'test', confidence: 1 };
        for (const part of splitNeeds(text, [span]) ?? []) assert.ok(text.includes(part));
      }),
    );
  });
});
