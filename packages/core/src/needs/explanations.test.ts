import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './en.ts';
import { explanations } from './explanations.ts';
import { TAG_CUES } from './model.ts';
import { nl } from './nl.ts';

const KINDS = ['who', 'means', 'problem', 'outcome'];

test('every cue that can occur has an explanation in both languages, and nothing else is listed', () => {
  const cues = new Set([
    'who.story',
    'who.role',
    'means.story',
    'outcome.story',
    ...['means', 'problem', 'outcome'].map((kind) => `${kind}.context`),
    ...Object.values(TAG_CUES),
    ...[nl, en].flatMap((pack) => Object.keys(pack.cues)).filter((cue) => KINDS.includes(cue.split('.')[0]!)),
  ]);
  assert.deepEqual(Object.keys(explanations).sort(), [...cues].sort());
});

test('an explanation is one short sentence, in the je-form, without jargon', () => {
  for (const [cue, texts] of Object.entries(explanations)) {
    for (const text of [texts.nl, texts.en]) {
      assert.ok(text.split(' ').length <= 14, `${cue}: ${text}`);
      assert.match(text, /^[A-Z].*\.$/, cue);
    }
    assert.notEqual(texts.nl, texts.en);
    assert.doesNotMatch(texts.nl, /\bu\b|\buw\b|signaal|analyse|waarom/i);
    assert.doesNotMatch(texts.en, /\bwhy\b|signal|analys/i);
  }
});
