/** One test for each row of the fault list, and the table of the docs that comes out of the run. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, it } from 'node:test';

const DOC = join(import.meta.dirname, '../../docs/reference/faults.md');

/** The rows as they are numbered in the fault list, with what must happen. */
const FAULTS: Record<number, [fault: string, must: string]> = {
  0: [
    'Offline, lost or broken answers, hangs, 401, 429, 500, 502, 503, sign-in pages, the server killed, tabs closed or crashed, full storage, up to three tabs, in any order',
    'One stored brief for each submit; what is not stored is in sight of its requester',
  ],
  1: ['The browser sends the POST again by itself', 'One brief, the same receipt'],
  2: ['The answer is lost after the brief was stored', 'The next try gets the same receipt; one row'],
  3: ['Twenty clicks on Send', 'One brief'],
  4: [
    'Reload, or Back and Forward, during and after sending',
    'The brief on its way, then its receipt; never a fresh form',
  ],
  5: ['The draft comes back after sending', 'Draft and outbox change places in one transaction'],
  6: ['Two tabs have one outbox', 'One of them sends; the other shows the result'],
  7: ['Everything in one tab asks to send at once', 'One entry to sending; each brief is sent once'],
  8: ['A session that is restored in the middle of sending', 'The same id, one brief'],
  9: ['The same id with another payload', 'Kept, editable, sent as a new request'],
  12: ['The tab is closed in the middle of sending', 'Still in the outbox; sent at the next visit'],
  13: ['The renderer crashes', 'The draft and the outbox survive'],
  14: ['More than 64 KiB with keepalive', 'keepalive only below the limit, else without'],
  16: ['Offline when Send is pressed', 'Kept on this device, said so, sent by itself later'],
  17: ['navigator.onLine says yes and nobody is there', 'Only a receipt counts'],
  18: ['The storage is full', 'In memory, said so, sent all the same'],
  19: ['A write to the storage fails or never ends', 'Sent all the same'],
  20: [
    'The connection to the storage is lost',
    'Opened once more, then memory; never called kept when it is not',
  ],
  21: ['Storage is forbidden (sandboxed frame)', 'Works, sends, and warns before the page is left'],
  22: ['The browser clears the storage', 'An open page puts back what was not received'],
  23: ['Two hundred briefs, and eight days', 'All still there, all sent; nothing drops silently'],
  24: ['A crash after the brief was taken and before the answer', 'Removed after the receipt only'],
  25: ['Any status from 200 to 599 without a receipt', 'Never taken for a receipt; kept'],
  26: [
    'Retry-After, in seconds and as a date',
    'Never earlier, also after a reload or when asked to try now',
  ],
  27: ['413, too large', 'Kept, needs you, editable'],
  28: ['422 from a newer server', 'Kept, the fields marked, editable'],
  29: ['The session is over (401, 403)', 'Text kept; sent with the same id when the person comes back'],
  30: [
    'Single sign-on or a proxy answers instead (page with 200, redirect)',
    'Needs you: sign in. Not a success, not the network',
  ],
  31: ['The preflight refuses Idempotency-Key', 'Sent without it; the developer is told'],
  32: ['A proxy strips headers or cuts the body', 'The id in the body rules; the receipt is checked'],
  33: ['The server hangs', 'Time-outs for one try and for all; the page stays usable'],
  34: ['The connection breaks in the body or in the answer', 'The outcome is unknown: the same id again'],
  35: ['The clock of the device is five years off, or is set', 'Pauses and receipts do not depend on it'],
  36: ['The server is killed between commit and answer', 'The next try gets the same receipt'],
  41: [
    'Another system that briefs go to is down',
    'Accepted all the same; delivered later, or shown as stuck',
  ],
  42: ['That system made a ticket and the answer is lost', 'It looks before it tries again: one ticket'],
  44: ['Two bundles on one page', 'The first wins; both elements work'],
  45: ['A database of an older version, records of a later one', 'Migrated, or still readable'],
  46: ['Everybody comes back at once', 'Full jitter: spread over the whole pause'],
  47: ['The page moves or removes the element while it sends', 'Sending goes on; the receipt is there'],
  48: ['The page breaks its own globals', 'The brief is delivered'],
  // From here on: promises of the delivery that are no row of that list.
  49: ['`drafts="off"`', 'Nothing is stored anywhere in the browser, and the page says so'],
  50: ['`drafts="session"`', 'Nothing outlives the tab, and the browser asks before it is closed'],
  51: ['A shared computer', 'Drafts and receipts are wiped in all tabs; what was not sent stays'],
  52: ['What cannot be sent', 'It can be copied, printed and mailed, and is removed only after that'],
  53: ['The page is left at the last key, before any pause', 'Every letter is there at the next visit'],
  54: ['Room to vent', 'Its words are sent nowhere, and outlive neither the brief nor the tab'],
};

/**
 * Makes the tests of one file, and afterwards holds the table of that file against the docs; `WHEREFORE_WRITE_DOCS=1`
 * writes it instead.
 */
export function faultTable(section: string): (row: number, how: string, run: () => Promise<void>) => void {
  const results = new Map<number, string[]>();
  const expected = new Map<number, number>();
  after(() => {
    const rows = [...expected.keys()]
      .sort((a, b) => a - b)
      .map((row) => {
        const [fault, must] = FAULTS[row]!;
        const ok = results.get(row)?.length === expected.get(row);
        return `| ${row} | ${fault} | ${must} | ${ok ? 'kept' : 'BROKEN'}: ${results.get(row)?.join('; ') ?? ''} |`;
      });
    const table = ['| # | Fault | What must happen | Result |', '| --- | --- | --- | --- |', ...rows].join(
      '\n',
    );
    const [open, close] = [`<!-- ${section} -->`, `<!-- /${section} -->`];
    const doc = readFileSync(DOC, 'utf8');
    const [from, to] = [doc.indexOf(open), doc.indexOf(close)];
    assert.ok(from >= 0 && to > from, `docs/reference/faults.md has no place for ${section}`);
    if (process.env['WHEREFORE_WRITE_DOCS']) {
      writeFileSync(DOC, `${doc.slice(0, from + open.length)}\n\n${table}\n\n${doc.slice(to)}`);
      return;
    }
    // The formatter lines the columns up.
    const plain = (text: string): string =>
      text
        .replace(/-{3,}/g, '---')
        .replace(/[ \t]+/g, ' ')
        .trim();
    const hint =
      'docs/reference/faults.md says something else than this run; write it with WHEREFORE_WRITE_DOCS=1';
    if ([...results.values()].flat().length === [...expected.values()].reduce((sum, n) => sum + n, 0))
      assert.equal(plain(doc.slice(from + open.length, to)), plain(table), hint);
  });
  return (row, how, run) => {
    const [fault] = FAULTS[row]!;
    expected.set(row, (expected.get(row) ?? 0) + 1);
    it(`${row}. ${fault}: ${how}`, async () => {
      await run();
      results.set(row, [...(results.get(row) ?? []), how]);
    });
  };
}
