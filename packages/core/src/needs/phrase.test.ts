import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enPhrase } from './en-phrase.ts';
import { nlPhrase } from './nl-phrase.ts';
import { meansPhrase, withPhrases } from './phrase.ts';
import type { PhraseRules } from './phrase.ts';
import { analyze } from './index.ts';

const phrase = (rules: PhraseRules, text: string) => meansPhrase(text, { start: 0, end: text.length }, rules);

test('cuts the thing out of a Dutch wish, as it fits in "Stel dat je {…} had"', () => {
  const cases: Record<string, string | null> = {
    'We willen een intranet, want niemand weet iets': 'een intranet',
    'nieuwe printer graag': 'een nieuwe printer',
    'Wij hebben een oproepapp nodig': 'een oproepapp',
    'Kunnen we een tillift krijgen op afdeling 4?': 'een tillift op afdeling 4',
    'Kunnen we alsjeblieft een tweede bladderscan krijgen voor de nachtploeg':
      'een tweede bladderscan voor de nachtploeg',
    'een kastje voor de sleutels van de poort': 'een kastje voor de sleutels van de poort',
    'graag een digibord voor lokaal 2.14': 'een digibord voor lokaal 2.14',
    'Graag een digibord. Het oude is stuk': 'een digibord',
    'er is geen dashboard': 'een dashboard',
    'Kan er één map komen?': 'één map',
    'whatsapp voor cliënten aub': 'whatsapp voor cliënten',
    'geef me adminrechten op mijn laptop': 'adminrechten op mijn laptop',
    'kolommen sorteerbaar maken': null,
    'bestanden slepen naar het scherm': null,
    'Verzoek: een tweede bladderscan': 'een tweede bladderscan',
    'Idee: sleutelkluis bij de achterdeur': 'een sleutelkluis bij de achterdeur',
    'whatsapp groep voor bezorgers': 'een whatsapp groep voor bezorgers',
    'graag een kamer vanaf 11:00': 'een kamer vanaf 11:00',
    'een app die de planning laat zien': null,
    'een bord met de namen (groot)': 'een bord met de namen',
    'verleng de termijn voor de griepprik': null,
    'geef de nachtdienst een portofoon': null,
    'aan de balie komt een zuil met een scherm': null,
    'declareren met een foto': null,
    'Ik wil geen training': null,
    '': null,
  };
  for (const [text, wanted] of Object.entries(cases)) assert.equal(phrase(nlPhrase, text), wanted, text);
});

test('cuts the thing out of an English wish, as it fits in "Say you had {…}"', () => {
  const cases: Record<string, string | null> = {
    'can we get whatsapp for clients pls': 'whatsapp for clients',
    'We need a buzzer app, because nobody hears us': 'a buzzer app',
    'new hoist for ward 4 please': 'a new hoist for ward 4',
    'a field for the second phone number': 'a field for the second phone number',
    "there's no onboarding checklist": 'an onboarding checklist',
    'API for waste dates': 'an API for waste dates',
    'Could you build a dashboard': 'a dashboard',
    'Can you make a list of phone numbers': 'a list of phone numbers',
    'a smartboard for room 2.14': 'a smartboard for room 2.14',
    'Request: a new printer': 'a new printer',
    'For the third time: a lamp at the back door please': 'a lamp at the back door',
    'A class list for supply teachers: seats, allergies': 'a class list for supply teachers',
    'asap please, a shared mailbox': 'a shared mailbox',
    'whatsapp button on the website': 'a whatsapp button on the website',
    'WhatsApp for clients': 'WhatsApp for clients',
    'an interpreter for the 11:00 hearing': 'an interpreter for the 11:00 hearing',
    'a shared calendar for the physio rooms': 'a shared calendar for the physio rooms',
    'one button "extend for 30 minutes" on the lock screen':
      'one button "extend for 30 minutes" on the lock screen',
    'feature flags per school': 'feature flags per school',
    'upload the list by hand': null,
    'remind me when it is full': null,
    'badge photos rejected at the gate': null,
    'in the cost report': null,
    'the form asks for a fax number': null,
    'Drivers want WhatsApp for delivery times': null,
    'I want to rotate images': null,
    'link the rota to our phones': null,
    'Could the kitchen have a second screen?': null,
    '!?': null,
  };
  for (const [text, wanted] of Object.entries(cases)) assert.equal(phrase(enPhrase, text), wanted, text);
});

test('takes only the span', () => {
  const text = 'The pager fails, so we want phones';
  assert.equal(meansPhrase(text, { start: 20, end: text.length }, enPhrase), 'phones');
});

test('gives the spans of an analysis their phrase, and changes nothing else about it', () => {
  const text = 'We willen een intranet, want niemand weet iets';
  const analysis = analyze(text);
  const named = withPhrases(analysis, text, nlPhrase);
  assert.equal(named.spans.find(({ kind }) => kind === 'means')?.phrase, 'een intranet');
  const plain = named.spans.map(({ phrase, ...span }) => (phrase === undefined ? null : span));
  assert.deepEqual({ ...named, spans: plain }, analysis);
});
