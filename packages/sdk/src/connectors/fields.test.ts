import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyBrief } from '../../../core/test/any-brief.ts';
import { contractDelivery } from '../testing/connector-faults.ts';
import { renderPlain } from './body/plain.ts';
import { BRIEF_PATHS, filledFields, fixedFields } from './fields.ts';
import { jira } from './jira/jira.ts';

const shared = { deployment: 'data-center', url: 'https://jira.example.org', token: 'x', project: 'NEED' };
const complaints = (fields: object, more: object = {}): string[] => {
  const { error } = jira.config.safeParse({ ...shared, ...more, fields }) as {
    error?: { issues: { path: PropertyKey[]; message: string }[] };
  };
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('the setting `fields`', () => {
  it('knows every value of a brief by the name that its schema gives it', () => {
    for (const path of [
      'request',
      'need.who',
      'need.problem.people',
      'means[].words',
      'requester.department',
    ])
      assert.ok(BRIEF_PATHS.includes(path), path);
    for (const path of ['need', 'means', 'means[]', 'analysis.language', 'schemaVersion', 'toString'])
      assert.ok(!BRIEF_PATHS.includes(path), path);
  });

  it('says where a name is wrong, and which there are', () => {
    const [complaint] = complaints({ customfield_1: [{ value: { from: 'need.outcom.statement' } }] });
    assert.match(
      complaint ?? '',
      /^fields\.customfield_1\.0\.value: takes "from" one of .*need\.outcome\.statement/,
    );
    assert.equal(complaints({ customfield_1: { from: 'request', as: 'html' } }).length, 1);
    assert.equal(complaints({ customfield_1: { from: 'request', form: 'text' } }).length, 1);
    assert.deepEqual(complaints({ customfield_1: { from: 'request', as: 'text' } }), []);
  });

  it('takes nothing of who asked, unless that is set', () => {
    for (const path of BRIEF_PATHS.filter((one) => /^(?:requester|contact|origin)/.test(one))) {
      assert.match(complaints({ customfield_1: { from: path } }).join(), /"includeRequester": true/);
      assert.deepEqual(complaints({ customfield_1: { from: path } }, { includeRequester: true }), []);
    }
  });

  it('makes of every brief one bounded line without markup, or nothing', () => {
    fc.assert(
      fc.property(anyBrief, fc.constantFrom(...BRIEF_PATHS), (brief, from) => {
        const { field } = filledFields({ field: { from } }, { ...contractDelivery(), brief }, renderPlain);
        if (typeof field !== 'string')
          return assert.ok(['undefined', 'number', 'boolean'].includes(typeof field));
        assert.notEqual(field, '');
        assert.ok(from === 'deskUrl' || field.length <= 255);
        assert.doesNotMatch(field, /[\n\r\u202e]|<[a-z/!?]|\[\/?code\]/i);
      }),
    );
  });

  it('bounds a line of marks as well', () => {
    const brief = { ...contractDelivery().brief, request: '<b'.repeat(2000) };
    const { field } = filledFields(
      { field: { from: 'request' } },
      { ...contractDelivery(), brief },
      renderPlain,
    );
    assert.ok((field as string).length <= 255);
    assert.doesNotMatch(field as string, /<b/);
  });

  it('leaves what is fixed as it stands, and knows it apart', () => {
    const fixed = { priority: { name: 'Low' }, urgent: false, none: null, list: [1, { a: 'b' }] };
    const fields = { ...fixed, one: { value: { from: 'request' } } };
    assert.deepEqual(fixedFields(fields), fixed);
    assert.deepEqual(filledFields(fixed, contractDelivery(), renderPlain), fixed);
  });
});
