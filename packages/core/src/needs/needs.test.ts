import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyze, createAnalyzer, en, nl } from './index.ts';
import type { Analysis, Language, SpanKind } from './types.ts';

const KINDS: readonly SpanKind[] = ['means', 'problem', 'outcome'];

const main = ({ spans }: Analysis): string =>
  spans.filter(({ kind }) => KINDS.includes(kind)).sort((a, b) => b.confidence - a.confidence)[0]?.kind ??
  'vague';

const marks = (text: string) =>
  analyze(text).spans.map(({ kind, start, end }) => [kind, text.slice(start, end)]);

test('hears a means, a problem and an outcome in plain sentences', () => {
  const heard: Record<string, string> = {
    'We willen een nieuw intranet': 'means',
    'nieuwe printer graag': 'means',
    'er is geen dashboard': 'means',
    'Can we get WhatsApp for clients?': 'means',
    'Please add a filter to the list': 'means',
    'We typen elk formulier twee keer over': 'problem',
    'Niemand weet waar een aanvraag staat': 'problem',
    'Nobody can find the right form': 'problem',
    'It takes far too long before anyone answers': 'problem',
    'Medewerkers hoeven niet meer te zoeken': 'outcome',
    'minder fouten in de planning': 'outcome',
    'Staff spend less time on paperwork': 'outcome',
    'so that residents know where they stand': 'outcome',
  };
  for (const [text, kind] of Object.entries(heard)) assert.equal(main(analyze(text)), kind, text);
});

test('who tells what goes wrong and goes on about it is heard to the end', () => {
  const text = 'De planning is een drama!! Hij klopt nooit';
  const problems = analyze(text).spans.filter(({ kind }) => kind === 'problem');
  assert.deepEqual(
    problems.map(({ start, end }) => text.slice(start, end)),
    ['De planning is een drama', 'Hij klopt nooit'],
  );
});

/** What people type first: no capitals, no full stop, often no verb. */
const FIRST: [Language, ReturnType<typeof main>, string[]][] = [
  ['nl', 'problem', ['fouten in de planning', 'problemen met inloggen', 'lange wachttijden bij de balie']],
  ['nl', 'problem', ['geen overzicht van wie er binnen is', 'dubbele afspraken', 'te veel mailtjes']],
  ['nl', 'outcome', ['minder papierwerk', 'de wachttijd moet korter', 'rust op de afdeling']],
  ['nl', 'means', ['intranet', 'dashboard ziekteverzuim', 'graag 2 extra beeldschermen voor de balie']],
  ['en', 'problem', ['mistakes in the rota', 'double bookings', 'unclear who is responsible for what']],
  ['en', 'problem', ['no overview of who is in', 'always hassle with the keys', 'too many emails']],
  ['en', 'outcome', ['less paperwork', 'waiting times must be shorter', 'no more double bookings']],
  ['en', 'means', ['intranet', 'we need a new crm', 'chatbot on the website pls']],
];
for (const [language, kind, sentences] of FIRST) {
  test(`a bare ${kind} is heard in a few words, such as “${sentences[0]}”`, () => {
    assert.deepEqual(
      sentences.map((words) => [words, main(analyze(words, { language }))]),
      sentences.map((words) => [words, kind]),
    );
  });
}

test('a negation decides whether something hurts or is gone', () => {
  assert.equal(main(analyze('Verpleegkundigen kunnen het dossier niet vinden')), 'problem');
  assert.equal(main(analyze('zodat verpleegkundigen niet meer hoeven te zoeken')), 'outcome');
  assert.equal(main(analyze('Teachers cannot see who is absent')), 'problem');
  assert.equal(main(analyze("Teachers don't have to call parents anymore")), 'outcome');
});

test('cuts a user story in who, means and outcome, also over several lines', () => {
  assert.deepEqual(
    marks('Als wijkverpleegkundige wil ik het rooster op mijn telefoon zien, zodat ik niet hoef te bellen.'),
    [
      ['who', 'wijkverpleegkundige'],
      ['means', 'het rooster op mijn telefoon zien'],
      ['outcome', 'ik niet hoef te bellen'],
    ],
  );
  assert.deepEqual(marks('As a teacher\nI want to see who is absent\nso that I can call home'), [
    ['who', 'a teacher'],
    ['means', 'see who is absent'],
    ['outcome', 'I can call home'],
  ]);
});

test('one message may hold several kinds, the first idea is not called a solution then', () => {
  const { spans, signals } = analyze('We want an intranet, because nobody knows what other teams do');
  assert.deepEqual(
    spans.map(({ kind }) => kind).filter((kind) => kind !== 'who'),
    ['means', 'problem'],
  );
  assert.equal(signals.meansFirst, false);
  assert.equal(analyze('We want an intranet').signals.meansFirst, true);
});

test('two kinds that are told one after the other are both heard, also where only a comma is between them', () => {
  const kinds = (text: string) =>
    analyze(text)
      .spans.filter(({ kind }) => kind !== 'who')
      .map(({ kind, start, end }) => [kind, text.slice(start, end)]);
  assert.deepEqual(kinds('can we get an app for the night shift, nobody knows who has the keys'), [
    ['means', 'can we get an app for the night shift'],
    ['problem', 'nobody knows who has the keys'],
  ]);
  assert.deepEqual(
    kinds('We willen een intranet, want de nachtdienst weet niet wat er overdag is besproken'),
    [
      ['means', 'We willen een intranet'],
      ['problem', 'de nachtdienst weet niet wat er overdag is besproken'],
    ],
  );
  assert.deepEqual(kinds('De lijst klopt nooit, kunnen we een app krijgen?'), [
    ['problem', 'De lijst klopt nooit'],
    ['means', 'kunnen we een app krijgen'],
  ]);
  // What is only counted up is one thing.
  assert.equal(kinds('We want an app, a form and a dashboard').length, 1);
});

test('the mark behind a question is no part of what it asks for', () => {
  assert.deepEqual(marks('Can we get a second printer?'), [['means', 'Can we get a second printer']]);
});

test('a mark does not start with the word that joins it to what comes before', () => {
  const problem = (text: string) => {
    const span = analyze(text).spans.find(({ kind }) => kind === 'problem');
    return span && text.slice(span.start, span.end);
  };
  assert.equal(
    problem('We want an intranet, because nobody knows what other teams do'),
    'nobody knows what other teams do',
  );
  assert.equal(
    problem('We willen een app, want niemand weet waar een aanvraag staat'),
    'niemand weet waar een aanvraag staat',
  );
});

test('notices tone and workarounds, and what only looks like them', () => {
  assert.equal(analyze('Ik word gek van die planner, hij loopt elke dag vast!!').signals.frustration, true);
  assert.equal(analyze('Klanten zijn boos over de wachttijd').signals.frustration, false);
  assert.equal(analyze('I am so fed up with this form').signals.frustration, true);
  assert.equal(analyze('Customers are furious about the delays').signals.frustration, false);
  assert.equal(analyze('De website ligt plat').signals.urgency, true);
  assert.equal(analyze('Een folder over de spoedeisende hulp').signals.urgency, false);
  assert.equal(analyze('I need this asap').signals.urgency, true);
  assert.equal(analyze('Urgent care opening hours on the home page').signals.urgency, false);
  assert.equal(
    analyze('We ruilen diensten in een whatsappgroep want het rooster klopt nooit').signals.workaround,
    true,
  );
  assert.equal(analyze('Wij willen een whatsappkanaal voor inwoners').signals.workaround, false);
  assert.equal(analyze('Minder dan 5% fouten in de facturen').signals.measurable, true);
  assert.equal(analyze('fewer errors in the invoices').signals.measurable, false);
});

test('says so when nothing was heard', () => {
  for (const text of ['', '   ', '!?', '👩‍🏫', 'hallo', 'zie bijlage', 'test']) {
    const { spans, signals } = analyze(text);
    assert.deepEqual(spans, [], text);
    assert.equal(signals.vague, true, text);
  }
});

test('tells the language of short texts, and leaves it open when the words do not tell', () => {
  const cases: Record<string, Analysis['language']> = {
    'we willen een app': 'nl',
    'can we get an app': 'en',
    'de planning klopt niet': 'nl',
    'the roster is wrong': 'en',
    'we zoeken een tool for onboarding': 'nl',
    dashboard: 'und',
    '': 'und',
  };
  for (const [text, language] of Object.entries(cases)) assert.equal(analyze(text).language, language, text);
  assert.equal(analyze('dashboard', { language: 'nl' }).language, 'nl');
});

test('one language can be loaded alone', () => {
  const dutch = createAnalyzer([nl]);
  const english = createAnalyzer([en]);
  assert.deepEqual(dutch('We willen een app'), analyze('We willen een app'));
  assert.deepEqual(english('We want an app'), analyze('We want an app'));
  assert.notEqual(dutch('We want an app').language, 'en');
});

const SOUP = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'als',
        'wil',
        'ik',
        'zodat',
        'niet',
        'as a',
        'want',
        'so that',
        'app',
        '!',
        '?',
        '.',
        ',',
        '\n',
        'İ',
        '@',
        '0612345678',
        "'",
        '-',
      ),
    )
    .map((words) => words.join(' ')),
);

test('never throws, marks inside the text, and answers the same twice', () => {
  fc.assert(
    fc.property(SOUP, fc.constantFrom(undefined, 'nl', 'en'), (text, language) => {
      const read = () => analyze(text, language === undefined ? {} : { language });
      const { spans, signals } = read();
      for (const { start, end } of [...spans, ...signals.privateData]) {
        assert.ok(0 <= start && start < end && end <= text.length);
      }
      for (const { confidence, cue, kind } of spans) {
        assert.ok(confidence > 0 && confidence <= 1);
        assert.ok(cue.startsWith(`${kind}.`));
      }
      const kinds = new Set(spans.map(({ kind }) => kind));
      assert.equal(signals.vague, !KINDS.some((kind) => kinds.has(kind)));
      assert.deepEqual(read(), { language: read().language, spans, signals });
    }),
    { numRuns: 500 },
  );
});

test('the work grows with the text, not faster', () => {
  const pieces = [
    'We willen een app want niemand weet wat er speelt. ',
    'als ik wil als ik wil ',
    'a',
    'a@',
    '1 ',
    'NL91 ABNA ',
    'so that I want so that ',
    'password password ',
    '- ',
    "a'",
    '?!',
  ];
  const cost = (text: string): number => {
    let best = Infinity;
    for (let i = 0; i < 6; i++) {
      // Time of the processor, not of the clock: others may be using it too.
      const began = process.cpuUsage();
      analyze(text);
      const { user, system } = process.cpuUsage(began);
      best = Math.min(best, user + system);
    }
    return best;
  };
  for (const piece of pieces) {
    const text = (size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
    cost(text(1000));
    // Four times the text: four times the work, sixteen if it were quadratic. A busy machine gets a second chance.
    const ratio = () => cost(text(20_000)) / cost(text(5000));
    assert.ok(Math.min(ratio(), ratio(), ratio()) < 9, `${JSON.stringify(piece)} grows too fast`);
  }
});
