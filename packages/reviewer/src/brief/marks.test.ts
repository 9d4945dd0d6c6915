import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Brief } from '@wherefore/core';
import { markedPieces } from './marks.ts';

const request = 'want collega’s op locatie weten niet wat er speelt.';
const span = (kind: 'who' | 'problem' | 'means', words: string) => {
  const start = request.indexOf(words);
  return { kind, start, end: start + words.length, cue: 'x', confidence: 1 };
};
const who = span('who', 'collega’s op locatie');
const problem = span('problem', 'collega’s op locatie weten niet wat er speelt');

function pieces(
  spans: ReturnType<typeof span>[],
  corrections: NonNullable<Brief['analysis']>['corrections'] = [],
) {
  const signals = { meansFirst: false, workaround: false, urgency: false, measurable: false, vague: false };
  return markedPieces({ request, analysis: { language: 'nl', spans, signals, corrections } });
}
const said = (list: ReturnType<typeof pieces>) =>
  list.map(({ words, kind }) => (kind ? `[${kind} ${words}]` : words)).join('');

describe('markedPieces', () => {
  it('gives the request as it is when there was no analysis', () => {
    assert.deepEqual(markedPieces({ request }), [{ words: request, kind: null, last: false }]);
  });

  it('shows the shorter mark inside a longer one, and names each mark once', () => {
    const list = pieces([who, problem]);
    assert.equal(said(list), 'want [who collega’s op locatie] [problem weten niet wat er speelt].');
    assert.equal(list.filter((piece) => piece.last).length, 2);
  });

  it('leaves the spaces beside a mark unmarked', () => {
    assert.equal(
      said(pieces([span('problem', ' weten niet ')])),
      'want collega’s op locatie [problem weten niet] wat er speelt.',
    );
  });

  it('applies what the requester corrected: another kind, no mark, a mark of their own', () => {
    const { start, end } = who;
    assert.match(
      said(pieces([who], [{ start, end, from: 'who', to: 'problem' }])),
      /\[problem collega’s op locatie\]/,
    );
    assert.equal(said(pieces([who], [{ start, end, from: 'who', to: null }])), request);
    assert.match(said(pieces([], [{ start, end, from: null, to: 'who' }])), /\[who collega’s op locatie\]/);
  });

  it('keeps every character, whatever the offsets say', () => {
    const wrong = [
      { ...who, start: 40, end: 4000 },
      { ...who, start: 10, end: 10 },
      { ...who, start: 30, end: 12 },
    ];
    for (const spans of [wrong, [who, problem, ...wrong], [problem, problem]]) {
      assert.equal(
        pieces(spans)
          .map((piece) => piece.words)
          .join(''),
        request,
      );
    }
  });
});
