/** Counts tests over several runners, for the one closing line of `npm test`. */
import { writeFileSync } from 'node:fs';

/** A reporter for web-test-runner that leaves its counts in the file that `WHEREFORE_TALLY` names. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const tally = { passed: 0, failed: 0, skipped: 0 };
      const count = (suite) => {
        for (const test of suite.tests) tally[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        suite.suites.forEach(count);
      };
      for (const session of sessions) {
        if (session.testResults) count(session.testResults);
        // A file that could not be loaded has no results: that is a failure too.
        if (!session.testResults || session.errors.length) tally.failed++;
      }
      if (process.env.WHEREFORE_TALLY) writeFileSync(process.env.WHEREFORE_TALLY, JSON.stringify(tally));
    },
  };
}
