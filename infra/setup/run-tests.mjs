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
  const inTurn = async (some) => {
    for (const suite of some) {
      await run(suite);
    }
  };
  // Each check keeps one core busy, and what is small fills the others. What is large uses all cores itself.
  const [checks, tests] = [isCheck, (suite) => !isCheck(suite)].map((is) => suites.filter(is));
  await Promise.all([...checks.map(run), inTurn(tests.filter(({ needs }) => !needs.build))]);
  await inTurn(tests.filter(({ needs }) => needs.build));
  printFailures(failures);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

/** @param {import('./test-run/suites.mjs').Suite} suite */
const isCheck = ({ kind }) => kind === 'check';

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
