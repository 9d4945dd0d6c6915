import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { STATUSES } from '@wherefore/core/brief';
import type { BriefRecord } from '@wherefore/core/wire';
import { historyEntrySchema } from '@wherefore/core/wire';
import type { StoredLink } from '../store/deliveries.ts';
import { briefOf } from '../../test/support.ts';
import { newsOf } from './news.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString();
const heard = { title: 'Tickets', now: at(30), pushed: true };

function recordOf(changes: Partial<BriefRecord> = {}): BriefRecord {
  return {
    brief: briefOf(1),
    status: 'received',
    receivedAt: at(0),
    updatedAt: at(0),
    version: 1,
    history: [{ at: at(0), status: 'received' }],
    ...changes,
  };
}
const link = (changes: Partial<StoredLink> = {}): StoredLink => ({
  briefId: '1',
  target: 'helpdesk',
  id: '1',
  label: '#1',
  checkedAt: at(10),
  quiet: 0,
  ...changes,
});
const decided = (minute: number, by: string) =>
  recordOf({
    status: 'later',
    history: [
      { at: at(0), status: 'received' },
      { at: at(minute), status: 'later', reason: 'Vol', by },
    ],
  });

describe('news of a target', () => {
  it('is told in the language of the brief, with its own words after ours', () => {
    const seen = { state: 'Done', status: 'delivered', reason: ' It is live. ' } as const;
    const dutch = newsOf(recordOf(), link(), seen, heard).change;
    assert.equal(dutch?.reason, 'In Tickets staat dit nu op “Done”. It is live.');
    const english = newsOf(recordOf({ brief: briefOf(1, { language: 'en' }) }), link(), seen, heard).change;
    assert.equal(english?.reason, 'In Tickets this is now “Done”. It is live.');
  });

  it('is none without a meaning, with the meaning of last time, or with what is so already', () => {
    assert.equal(newsOf(recordOf(), link(), { state: 'Odd' }, heard).change, undefined);
    const seen = { state: 'Doing', status: 'reviewing' } as const;
    assert.equal(newsOf(recordOf(), link({ status: 'reviewing' }), seen, heard).change, undefined);
    assert.equal(newsOf(recordOf({ status: 'reviewing' }), link(), seen, heard).change, undefined);
  });

  const times: [string, { said?: string; pushed: boolean; decided: number; by?: string; news: boolean }][] = [
    ['said to be after the decision', { said: at(21), pushed: false, decided: 20, news: true }],
    ['said to be before the decision', { said: at(19), pushed: true, decided: 20, news: false }],
    ['said to be in the future', { said: at(59), pushed: true, decided: 20, news: true }],
    ['said to be at no time', { said: 'gisteren', pushed: true, decided: 20, news: true }],
    ['pushed after the decision', { pushed: true, decided: 29, news: true }],
    ['asked for, and last heard before the decision', { pushed: false, decided: 20, news: false }],
    ['asked for, and last heard after the decision', { pushed: false, decided: 9, news: true }],
    ['asked for after what it said itself', { pushed: false, decided: 20, by: 'Tickets', news: true }],
  ];
  for (const [what, { said, pushed, decided: minute, by = 'Fatima', news }] of times) {
    it(`${what} is ${news ? '' : 'not '}for the requester`, () => {
      const seen = { state: 'Doing', status: 'reviewing', ...(said !== undefined && { at: said }) } as const;
      const { change } = newsOf(decided(minute, by), link(), seen, { ...heard, pushed });
      assert.equal(change !== undefined, news);
    });
  }

  it('always fits the protocol', () => {
    const text = fc.string({ unit: 'binary', maxLength: 9000 });
    fc.assert(
      fc.property(text, text, fc.constantFrom(...STATUSES), (state, reason, status) => {
        const { change, state: kept } = newsOf(recordOf(), link(), { state, reason, status }, heard);
        assert.ok(kept.length <= 200 && kept.isWellFormed());
        if (change) historyEntrySchema.parse({ ...change, at: at(30), by: 'Tickets' });
      }),
    );
  });
});
