import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPrivateData, isBsn, isCard, isIban, isNationalNumber } from './private-data.ts';

const found = (text: string) =>
  findPrivateData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

test('finds what should perhaps not be sent, with the place where it stands', () => {
  assert.deepEqual(found('Bel me op 06-12345678 of 030 123 45 67'), [
    ['phone', '06-12345678'],
    ['phone', '030 123 45 67'],
  ]);
  assert.deepEqual(found('call +44 20 7946 0958 please'), [['phone', '+44 20 7946 0958']]);
  assert.deepEqual(found('gsm 0470/12.34.56'), [['phone', '0470/12.34.56']]);
  assert.deepEqual(found('mail jan.de-vries@voorbeeld.nl.'), [['email', 'jan.de-vries@voorbeeld.nl']]);
  assert.deepEqual(found('bsn 111222333 van mijn vader'), [['bsn', '111222333']]);
  assert.deepEqual(found('rijksregister 85.07.30-033.28'), [['nationalNumber', '85.07.30-033.28']]);
  assert.deepEqual(found('nr 85073003328 van mijn moeder'), [['nationalNumber', '85073003328']]);
  assert.deepEqual(found('rekening NL91 ABNA 0417 1643 00 graag'), [['iban', 'NL91 ABNA 0417 1643 00']]);
  assert.deepEqual(found('BE68539007547034'), [['iban', 'BE68539007547034']]);
  assert.deepEqual(found('card 4111 1111 1111 1111'), [['card', '4111 1111 1111 1111']]);
  assert.deepEqual(found('mijn wachtwoord is Zomer2024!'), [['secret', 'Zomer2024']]);
  assert.deepEqual(found('login code: abcdef'), [['secret', 'abcdef']]);
  assert.deepEqual(found('pin 1234'), [['secret', '1234']]);
});

test('leaves ordinary numbers and talk about passwords alone', () => {
  for (const text of [
    'my password has expired',
    'wachtwoord vergeten',
    'het wachtwoord is verlopen',
    'ticket 123456',
    'order 2024-00012345',
    'op 12-11-2026 om 14.30 uur',
    'NL is a country',
    'a@b',
    'zaaknummer 123456789',
    '€ 1.250.000',
    'dossier 85073003329',
    'order 99999999999',
  ]) {
    assert.deepEqual(found(text), [], text);
  }
});

test('checks the numbers themselves', () => {
  assert.equal(isBsn('111222333'), true);
  assert.equal(isBsn('111222334'), false);
  assert.equal(isBsn('000000000'), false);
  assert.equal(isNationalNumber('85073003328'), true);
  // Who was born from 2000 on has the check digits of the number with a 2 in front.
  assert.equal(isNationalNumber('17073003384'), true);
  assert.equal(isNationalNumber('85073003329'), false);
  assert.equal(isNationalNumber('85993003328'), false);
  assert.equal(isCard('4111111111111111'), true);
  assert.equal(isCard('4111111111111112'), false);
  assert.equal(isIban('GB82WEST12345698765432'), true);
  assert.equal(isIban('GB82WEST12345698765431'), false);
});
