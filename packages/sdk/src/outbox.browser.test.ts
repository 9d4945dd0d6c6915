import { expect } from '@open-wc/testing';
import type { Brief, IntakeGateway } from '@wherefore/core';
import type { Receipt } from '@wherefore/core/wire';
import { NotSignedInError } from './errors/not-signed-in-error.ts';
import { OfflineError } from './errors/offline-error.ts';
import { forgetThisDevice } from './forget-device.ts';
import { createOutbox } from './outbox.ts';
import type { Delivery, Outbox, OutboxOptions } from './outbox.ts';
import { deviceOutbox } from './outbox-store.ts';
import { uuidv7 } from './uuid.ts';

const newBrief = (): Brief => ({ id: uuidv7(), schemaVersion: 1, language: 'nl', request: 'een intranet' });
const receiptFor = (id: string): Receipt => ({
  id,
  receivedAt: '2026-11-21T09:30:00.000Z',
  followUrl: '/follow#t',
});

/** Answers what a test wrote down; afterwards every brief is received. */
class Backend implements IntakeGateway {
  readonly seen: Brief[] = [];
  readonly answers: (unknown | Promise<unknown>)[] = [];
  async submit(brief: Brief): Promise<Receipt> {
    this.seen.push(brief);
    const answer = await (this.answers.length ? this.answers.shift() : receiptFor(brief.id));
    if (answer instanceof Error) throw answer;
    return answer as Receipt;
  }
}

describe('an outbox', () => {
  let backend: Backend;
  let count = 0;
  let to = '';
  const opened: Outbox[] = [];

  const open = (options: Partial<OutboxOptions> = {}): Outbox => {
    const outbox = createOutbox({ gateway: backend, to, backoff: { base: 5, cap: 10 }, ...options });
    opened.push(outbox);
    return outbox;
  };
  /** Resolves when a brief is in that state. */
  const becomes = (outbox: Outbox, id: string, state: string): Promise<Delivery> =>
    new Promise((resolve) => {
      const look = (deliveries: readonly Delivery[]): void => {
        const found = deliveries.find((one) => one.id === id && one.state === state);
        if (!found) return;
        end();
        resolve(found);
      };
      const end = outbox.subscribe(look);
      look(outbox.list());
    });

  beforeEach(() => {
    backend = new Backend();
    to = `test-${count++}`;
  });
  afterEach(() => opened.splice(0).forEach((outbox) => outbox.close()));

  it('gives the words back only as long as they are not received', async () => {
    const outbox = open();
    const brief = newBrief();
    backend.answers.push(new OfflineError('no'));
    const added = await outbox.add(brief, { draft: { step: 3 }, after: 'a second need' });
    expect(added).to.include({ kept: true, seen: false });
    expect(added.brief).to.deep.equal(brief);
    expect(added.draft).to.deep.equal({ step: 3 });
    const received = await becomes(outbox, brief.id, 'received');
    expect([received.brief, received.draft, received.after]).to.deep.equal([
      null,
      undefined,
      'a second need',
    ]);
    const record = (await deviceOutbox().all()).find(({ id }) => id === brief.id);
    expect(JSON.stringify(record)).not.to.contain('een intranet');
  });

  it('takes only a valid receipt for this very brief', async () => {
    const outbox = open();
    const brief = newBrief();
    backend.answers.push(undefined, {}, receiptFor('another'), { id: brief.id }, 'received');
    await outbox.add(brief);
    await becomes(outbox, brief.id, 'received');
    expect(backend.seen.length).to.equal(6);
  });

  it('is not held up by a gateway that never answers, and takes the receipt that comes late', async () => {
    const outbox = open({ timeout: 20, backoff: { base: 100_000, cap: 100_000 }, random: () => 0.9 });
    const brief = newBrief();
    let late!: (receipt: Receipt) => void;
    backend.answers.push(new Promise((resolve) => (late = resolve)));
    await outbox.add(brief);
    expect((await becomes(outbox, brief.id, 'on-device')).reason ?? 'timeout').to.equal('timeout');
    late(receiptFor(brief.id));
    await becomes(outbox, brief.id, 'received');
    expect(backend.seen.length).to.equal(1);
  });

  it('leaves a server with another name alone', async () => {
    const outbox = open({ to: 'elsewhere' });
    backend.answers.push(new NotSignedInError('no'));
    const brief = newBrief();
    await outbox.add(brief);
    await becomes(outbox, brief.id, 'needs-you');
    outbox.close();
    const other = open();
    await other.ready;
    expect(other.list()).to.deep.equal([]);
  });

  it('does not forget an unsent brief, and gives back what is discarded', async () => {
    const outbox = open();
    backend.answers.push(new NotSignedInError('no'));
    const brief = newBrief();
    await outbox.add(brief);
    await becomes(outbox, brief.id, 'needs-you');
    expect((await outbox.discard(brief.id))?.brief).to.deep.equal(brief);
    expect(outbox.list()).to.deep.equal([]);
    outbox.close();
    const again = open();
    await again.ready;
    expect(again.list()).to.deep.equal([]);
    expect(await again.discard(brief.id)).to.equal(undefined);
  });

  it('lands on what is unsent, then on the receipt, until it is old or dismissed', async () => {
    let now = 1_000_000_000_000;
    const outbox = open({ now: () => now });
    expect(outbox.landing()).to.equal(undefined);
    backend.answers.push(new NotSignedInError('no'));
    const brief = newBrief();
    await outbox.add(brief);
    await becomes(outbox, brief.id, 'needs-you');
    expect(outbox.landing()?.id).to.equal(brief.id);
    outbox.retry(brief.id);
    await becomes(outbox, brief.id, 'received');
    now += 365 * 86_400_000;
    expect(outbox.landing()?.state).to.equal('received');
    await outbox.shown(brief.id);
    expect(outbox.landing()?.seen).to.equal(true);
    now += 31 * 60_000;
    expect(outbox.landing()).to.equal(undefined);
    now -= 31 * 60_000;
    await outbox.dismiss(brief.id);
    expect(outbox.landing()).to.equal(undefined);
  });

  it('remembers twenty receipts that were seen, and not more', async () => {
    const outbox = open();
    for (let i = 0; i < 25; i++) {
      const brief = newBrief();
      await outbox.add(brief);
      await becomes(outbox, brief.id, 'received');
      await outbox.shown(brief.id);
    }
    expect(outbox.list().length).to.be.within(20, 21);
  });

  for (const mode of ['session', 'off'] as const) {
    it(`keeps nothing in IndexedDB in mode ${mode}`, async () => {
      const outbox = open({ mode });
      backend.answers.push(new NotSignedInError('no'));
      const brief = newBrief();
      const { kept } = await outbox.add(brief);
      expect(kept).to.equal(mode === 'session');
      await becomes(outbox, brief.id, 'needs-you');
      expect((await deviceOutbox().all()).some(({ id }) => id === brief.id)).to.equal(false);
      expect(JSON.stringify({ ...sessionStorage }).includes(brief.id)).to.equal(mode === 'session');
      outbox.close();
      const again = open({ mode });
      await again.ready;
      expect(again.list().some(({ id }) => id === brief.id)).to.equal(mode === 'session');
    });
  }

  it('brings no receipt back that was wiped, whatever is noted about it afterwards', async () => {
    const outbox = open();
    const brief = newBrief();
    await outbox.add(brief);
    await becomes(outbox, brief.id, 'received');
    // Before this tab has heard of it.
    await Promise.all([forgetThisDevice(), outbox.dismiss(brief.id), outbox.shown(brief.id)]);
    await outbox.dismiss(brief.id);
    expect((await deviceOutbox().all()).some(({ id }) => id === brief.id)).to.equal(false);
  });

  it('on a shared computer: receipts and drafts go everywhere, unsent words only when asked', async () => {
    const outbox = open();
    const [sent, unsent] = [newBrief(), newBrief()];
    await outbox.add(sent);
    await becomes(outbox, sent.id, 'received');
    backend.answers.push(new NotSignedInError('no'));
    await outbox.add(unsent);
    await becomes(outbox, unsent.id, 'needs-you');
    const changed = new Promise<void>((resolve) => outbox.subscribe((all) => all.length === 1 && resolve()));
    const marks = () => Object.keys(localStorage).filter((key) => key.startsWith('wherefore:sent:'));
    for (const { id } of [sent, unsent, newBrief()]) localStorage.setItem(`wherefore:sent:${id}`, '');
    expect(await forgetThisDevice()).to.be.at.least(1);
    expect(marks(), 'one that still waits is not sent twice').to.deep.equal([`wherefore:sent:${unsent.id}`]);
    await changed;
    expect((await deviceOutbox().all()).filter(({ receipt }) => receipt)).to.deep.equal([]);
    const empty = new Promise<void>((resolve) => outbox.subscribe((all) => all.length === 0 && resolve()));
    expect(await forgetThisDevice({ unsent: true })).to.equal(0);
    await empty;
    expect(await deviceOutbox().all()).to.deep.equal([]);
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain('wherefore:');
    expect(marks()).to.deep.equal([]);
  });
});
