import { expect } from '@open-wc/testing';
import { KEY } from './sent-key.ts';
import { markReceived, markSent, wasSent } from './sent-marks.ts';

const marks = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(KEY));
const DAY = 24 * 60 * 60 * 1000;

describe('the marks of briefs that were sent', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  it('know a brief from before the send on, and no other', () => {
    expect(wasSent('one')).to.equal(false);
    markSent('one');
    expect(wasSent('one')).to.equal(true);
    expect(wasSent('other')).to.equal(false);
  });

  it('stay after the receipt, because the page may be closed before the outbox knows of it', () => {
    markSent('received');
    markReceived('received');
    expect(wasSent('received')).to.equal(true);
  });

  it('go with a later brief once the receipt is a day old; those without a receipt stay', () => {
    for (const id of ['old', 'fresh', 'waiting']) markSent(id);
    markReceived('old');
    markReceived('fresh');
    localStorage.setItem(`${KEY}old`, String(Date.now() - 2 * DAY));
    markSent('next');
    expect(marks().toSorted()).to.deep.equal(['fresh', 'next', 'waiting'].map((id) => KEY + id));
    expect(wasSent('old')).to.equal(false);
  });
});
