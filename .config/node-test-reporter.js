/** A reporter for node:test: failures in full, one line a file for the rest, counts for `npm test`. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './run.js';

export default async function* reporter(events) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    // Suites are counted by their tests.
    const isTest = data?.details?.type !== 'suite' && !(data?.nesting === 0 && data?.name === data?.file);
    if (type === 'test:pass' && isTest)
      tally[data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed']++;
    if (type === 'test:fail') {
      if (isTest) tally.failed++;
      const error = data.details?.error;
      const where = data.file ? `${relative(root, data.file)}:${data.line}` : '';
      if (error?.failureType !== 'subtestsFailed') {
        yield `\n✗ ${data.name}\n  ${where}\n${error?.cause?.stack ?? error?.message ?? ''}\n`;
      }
    }
    if (type === 'test:interrupted') {
      for (const { name, file } of data.tests) yield `✗ ended while it ran: ${name ?? file}\n`;
    }
    if (type === 'test:stderr') yield data.message;
    if (type === 'test:stdout' && data.message.includes('figure:')) yield data.message;
  }
  yield `\nnode: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped\n`;
  if (process.env.WHEREFORE_TALLY) writeFileSync(process.env.WHEREFORE_TALLY, JSON.stringify(tally));
}
