import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultFlow } from '@wherefore/core/flow';
import * as texts from '@wherefore/core/text';

/** Every text with its path, for all screens and the questions. */
function* all(value: unknown, path: string): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (value && typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) yield* all(part, `${path}.${key}`);
  }
}

const screens = Object.entries(texts).filter(([name]) => name.endsWith('Texts')) as [
  string,
  { nl: unknown; en: unknown },
][];
const questions = defaultFlow.questions.map(
  ({ id, text }) => [`question ${id}`, text] as [string, { nl: unknown; en: unknown }],
);

/** Words that are the same in both languages. */
const SAME = /^(status|\{\w+\}|[^a-z]*|e-mail|chat|contact|.*: \{\w+\}.*)$/i;

describe('the texts', () => {
  it('are there for every screen', () => {
    assert.ok(screens.length >= 3, `only ${screens.length} screens`);
  });

  for (const [name, { nl, en }] of [...screens, ...questions]) {
    it(`${name}: every text is there in both languages, and translated`, () => {
      const dutch = new Map(all(nl, ''));
      const english = new Map(all(en, ''));
      assert.deepEqual([...dutch.keys()].sort(), [...english.keys()].sort());
      for (const [path, text] of dutch) {
        assert.ok(text.trim() && english.get(path)?.trim(), `${path} is empty`);
        if (!SAME.test(text)) assert.notEqual(text, english.get(path), `${path} is not translated`);
      }
    });

    it(`${name}: the same places to fill in both languages`, () => {
      const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
      const english = new Map(all(en, ''));
      for (const [path, text] of all(nl, ''))
        assert.deepEqual(places(text), places(english.get(path) ?? ''), path);
    });

    it(`${name}: says je, never u, and nobody is to blame`, () => {
      for (const [path, text] of all(nl, '')) {
        assert.doesNotMatch(text, /\b(u|uw|fout van|schuld)\b|\bwaarom\b[^.]*\?/i, `nl${path}: ${text}`);
      }
      for (const [path, text] of all(en, ''))
        assert.doesNotMatch(text, /\b(your fault|invalid)\b|\bwhy\b[^.]*\?/i, `en${path}: ${text}`);
    });
  }

  it('ask in at most twelve words', () => {
    for (const { id, text } of defaultFlow.questions) {
      for (const { ask, plain } of Object.values(text)) {
        for (const question of [ask, plain ?? ask]) {
          assert.ok(question.split(/\s+/).length <= 12, `${id}: ${question}`);
        }
      }
    }
  });
});

describe('fill', () => {
  it('puts values in their places and leaves the rest', () => {
    assert.equal(texts.fill('{a} and {b}', { a: 'x', b: 2 }), 'x and 2');
    assert.equal(texts.fill('{unknown}', {}), '');
    assert.equal(texts.fill('{a}', { a: '{b}', b: 'y' }), '{b}');
  });
});
