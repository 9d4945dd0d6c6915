import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultFlow } from '@wherefore/core/flow';
import { followTexts, formal, formalTexts, intakeFirstTexts, intakeTexts } from '@wherefore/core/text';

describe('the u form', () => {
  const screens = [
    ['first question', intakeFirstTexts.nl],
    ['later screens', intakeTexts.nl],
    ['follow page', followTexts.nl],
    ['questions', defaultFlow.questions.map(({ text }) => text.nl)],
  ] as const;
  for (const [name, texts] of screens) {
    it(`${name}: no je is left, no other word changed`, () => {
      const before = JSON.stringify(texts);
      const after = JSON.stringify(formalTexts<unknown>(texts));
      assert.doesNotMatch(after, /\b(je|jij|jou|jouw)\b/i);
      const words = (text: string): string[] => text.match(/[\p{L}’]+/gu) ?? [];
      const [old, now] = [words(before), words(after)];
      assert.equal(now.length, old.length);
      old.forEach((word, i) => {
        if (/^(je|jij|jou|jouw)$/i.test(word))
          assert.match(now[i]!, /^uw?$/i, `${old[i - 1]} ${word} ${old[i + 1]}`);
        else if (now[i] !== word) assert.equal(now[i], `${word}t`);
      });
    });
  }

  for (const [je, u] of [
    ['Wat heb je nodig, of wat loopt niet lekker?', 'Wat hebt u nodig, of wat loopt niet lekker?'],
    ['Je vraag, in je eigen woorden', 'Uw vraag, in uw eigen woorden'],
    ['Stel, je hebt {means}. Wat gaat dan beter?', 'Stel, u hebt {means}. Wat gaat dan beter?'],
    ['Waaraan merk je dat het gelukt is?', 'Waaraan merkt u dat het gelukt is?'],
    ['Iemand leest wat jij nodig hebt, in jouw woorden.', 'Iemand leest wat u nodig hebt, in uw woorden.'],
    [
      'Voor jou, voor je collega’s of voor de mensen die je helpt.',
      'Voor u, voor uw collega’s of voor de mensen die u helpt.',
    ],
    ['Alles wat er verandert, lees je via je link.', 'Alles wat er verandert, leest u via uw link.'],
  ] as const) {
    it(`“${je}”`, () => assert.equal(formal(je), u));
  }
});
