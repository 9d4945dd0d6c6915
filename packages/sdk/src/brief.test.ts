import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LIMITS, briefSchema } from '@wherefore/core';
import { InvalidFieldsError, createBrief, isWhereforeError } from './index.ts';
import type { BriefInput } from './index.ts';

/** The fields that are wrong with an input. */
function wrong(input: unknown): InvalidFieldsError {
  try {
    createBrief(input as BriefInput);
  } catch (error) {
    assert.ok(error instanceof InvalidFieldsError);
    return error;
  }
  assert.fail('this brief was accepted');
}

describe('createBrief', () => {
  it('makes a brief from a language and a sentence', () => {
    const before = Date.now();
    const brief = createBrief({ language: 'nl', request: 'We willen een intranet' });
    assert.deepEqual(Object.keys(brief).sort(), ['id', 'language', 'origin', 'request', 'schemaVersion']);
    assert.equal(brief.schemaVersion, 1);
    assert.ok(Date.parse(brief.origin?.createdAt ?? '') >= before);
    assert.ok(briefSchema.safeParse(brief).success);
  });

  it('keeps the request to the letter and everything else that it was given', () => {
    const input: BriefInput = {
      language: 'en',
      request: '  can we get  whatsapp?\n',
      need: { who: ['clients'], problem: { statement: 'they cannot reach us' } },
      origin: { page: 'https://intranet.example.org/', createdAt: '2020-01-01T00:00:00.000Z' },
    };
    const { id, schemaVersion, ...rest } = createBrief(input);
    assert.deepEqual(rest, input);
    assert.ok(id && schemaVersion);
  });

  it('makes another id every time', () => {
    const input: BriefInput = { language: 'nl', request: 'een app' };
    assert.notEqual(createBrief(input).id, createBrief(input).id);
  });

  it('names every field that does not fit', () => {
    const error = wrong({
      language: 'de',
      request: ' \n',
      need: { who: ['x'.repeat(LIMITS.line + 1)] },
      contact: { person: 'Jan' },
    });
    assert.deepEqual(error.fields.map(({ path }) => path).sort(), [
      '/contact/wanted',
      '/language',
      '/need/who/0',
      '/request',
    ]);
    assert.equal(error.code, 'invalid-body');
    assert.equal(error.status, undefined);
    assert.ok(isWhereforeError(error));
    assert.match(error.message, /\/need\/who\/0 is longer or larger than 200/);
  });

  it('does not put the words of the requester in the error', () => {
    const { message, fields } = wrong({ language: 'en', request: 'secret '.repeat(1000) });
    assert.doesNotMatch(`${message} ${JSON.stringify(fields)}`, /secret/);
  });

  it('drops what is not in the schema', () => {
    const brief = createBrief({
      language: 'en',
      request: 'x',
      frustration: 'high',
      id: 'mine',
    } as BriefInput);
    assert.ok(!('frustration' in brief));
    assert.notEqual(brief.id, 'mine');
  });
});
