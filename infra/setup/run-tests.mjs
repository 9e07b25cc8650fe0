// Runs all checks, then all tests, and counts them together.
import { resolve } from 'node:path';
import { endCommands } from './command.mjs';
import { step } from './progress.mjs';
import { countAsFailure, printFailure } from './setup-error.mjs';
import { runCheck } from './test-run/check.mjs';
import { runJestSuite } from './test-run/jest-suite.mjs';
import { printFailures } from './test-run/report.mjs';
import { chooseSuites } from './test-run/suites.mjs';

export { chooseSuites };

const ROOT = resolve(import.meta.dirname, '..', '..');
const INTERRUPTED = 130;

/**
 * Runs the chosen suites. The last line it prints is always "N passed, N failed".
 * @param {ReturnType<typeof chooseSuites>} chosen
 * @returns {Promise<number>} The exit code.
 */
export async function runTests({ suites, patterns }) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
    process.on(signal, () => {
      endCommands();
      process.exit(INTERRUPTED);
    });
  }
  let passed = 0;
  const failures = [];
  const run = async ({ name, title, kind, usually }) => {
    const outcome = await step(
      title,
      usually,
      (tell) =>
        kind === 'check' ? runCheck(ROOT, name) : runJestSuite(ROOT, name, patterns, tell),
      judge,
    );
    passed += outcome.passed;
    failures.push(...outcome.failures.map((failure) => ({ suite: name, ...failure })));
  };
  // Each check keeps one core busy: they run side by side. Suites use all cores themselves.
  await Promise.all(suites.filter(({ kind }) => kind === 'check').map(run));
  for (const suite of suites.filter(({ kind }) => kind !== 'check')) {
    await run(suite);
  }
  printFailures(failures);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

/** @param {import('./test-run/check.mjs').Outcome} outcome */
function judge({ passed, failures, skipped }) {
  const skippedToo = skipped ? `, ${skipped} skipped` : '';
  return {
    ok: failures.length === 0,
    detail: `${passed} passed, ${failures.length} failed${skippedToo}`,
  };
}

if (process.argv[1] === import.meta.filename) {
  try {
    process.exit(await runTests(chooseSuites(process.argv.slice(2))));
  } catch (error) {
    printFailure(error);
    countAsFailure('test');
    process.exit(1);
  }
}
