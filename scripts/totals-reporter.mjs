/** Web Test Runner prints no total over engines; this prints one line that `npm test` can add up. */
function count(suite, totals) {
  for (const test of suite.tests) {
    if (test.skipped) totals.skipped += 1;
    else if (test.passed) totals.passed += 1;
    else totals.failed += 1;
  }
  for (const inner of suite.suites) count(inner, totals);
}

export function totalsReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const engines = new Map();
      for (const session of sessions) {
        const totals = engines.get(session.browser.name) ?? { passed: 0, failed: 0, skipped: 0 };
        engines.set(session.browser.name, totals);
        if (session.testResults) count(session.testResults, totals);
        // A file that did not load, or broke outside its tests, has no test to count: it counts as one failure.
        if (!session.passed && (session.errors.length > 0 || !session.testResults)) totals.failed += 1;
      }
      const sum = { passed: 0, failed: 0, skipped: 0 };
      for (const [name, totals] of engines) {
        console.log(`${name}: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
        for (const key of Object.keys(sum)) sum[key] += totals[key];
      }
      console.log(`totals: ${JSON.stringify(sum)}`);
    },
  };
}
